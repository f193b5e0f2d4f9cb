"""An invitation in words, for letters that are nothing but an invitation."""

from __future__ import annotations

import re

LABELS = {"SUMMARY": "", "DTSTART": "", "DTEND": "", "LOCATION": "", "ORGANIZER": "", "DESCRIPTION": ""}


def summary_of(text: str) -> str:
    """Give title, time, place, organiser and description of the first event, one to a line; "" when there is none."""
    unfolded = re.sub(r"\n[ \t]", "", text.replace("\r\n", "\n"))
    found: dict[str, str] = {}
    in_event = False
    for line in unfolded.split("\n")[:2_000]:
        name, colon, value = line.partition(":")
        name = name.split(";", 1)[0].strip().upper()
        if name == "BEGIN" and value.strip().upper() in {"VEVENT", "VTODO"}:
            in_event = True
        elif name == "END" and in_event and value.strip().upper() in {"VEVENT", "VTODO"}:
            break
        elif colon and in_event and name in LABELS and name not in found:
            found[name] = _plain(name, value)
    moment = " – ".join(found[name] for name in ("DTSTART", "DTEND") if found.get(name))
    lines = [found.get("SUMMARY", ""), moment, found.get("LOCATION", ""), found.get("ORGANIZER", "")]
    return "\n".join(line for line in [*lines, found.get("DESCRIPTION", "")] if line)


def _plain(name: str, value: str) -> str:
    value = re.sub(r"\\([nN,;\\])", lambda match: "\n" if match[1] in "nN" else match[1], value).strip()
    if name in {"DTSTART", "DTEND"}:
        match = re.match(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d))?", value)
        if match:
            clock = f" {match[4]}:{match[5]}" if match[4] else ""
            return f"{match[1]}-{match[2]}-{match[3]}{clock}" + (" UTC" if value.endswith("Z") else "")
    return re.sub(r"^mailto:", "", value, flags=re.IGNORECASE)
