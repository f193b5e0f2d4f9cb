"""An invitation in words, for letters that are nothing but an invitation."""

from __future__ import annotations

import re

LABELS = {"SUMMARY", "DTSTART", "DTEND", "LOCATION", "ORGANIZER", "DESCRIPTION", "COMMENT"}
EVENTS = {"VEVENT", "VTODO"}
ANSWERS = {"ACCEPTED": "Accepted", "DECLINED": "Declined", "TENTATIVE": "Tentative", "DELEGATED": "Delegated"}
PROPERTY = re.compile(r'([\w-]+)((?:;(?:[^":]|"[^"]*")*)?):(.*)', re.DOTALL)


def summary_of(text: str) -> str:
    """Give what the first event says, one to a line: the answer it is, its title, time, place, organiser, words.

    An answer holds the words of who answers (COMMENT), which stand nowhere else. Gives "" when there is no event.
    """
    unfolded = re.sub(r"\n[ \t]", "", text.replace("\r\n", "\n"))
    found: dict[str, str] = {}
    inside: list[str] = []
    method = ""
    for line in unfolded.split("\n")[:2_000]:
        match = PROPERTY.match(line.strip("\r"))
        if not match:
            continue
        name, parameters, value = match[1].upper(), match[2], match[3]
        if name == "METHOD":
            method = value.strip().upper()
        elif name == "BEGIN":
            inside.append(value.strip().upper())
        elif name == "END":
            if inside and inside.pop() in EVENTS:
                break
        elif not inside or inside[-1] not in EVENTS:
            continue  # an alarm, a time zone
        elif name in LABELS and name not in found:
            found[name] = _plain(name, value)
        elif name == "ATTENDEE" and method == "REPLY":
            answer = re.search(r";PARTSTAT=\"?([\w-]+)", parameters, re.IGNORECASE)
            found.setdefault("ANSWER", ANSWERS.get(answer[1].upper(), "") if answer else "")
    if method == "CANCEL" and found:
        found["ANSWER"] = "Cancelled"
    moment = " – ".join(found[name] for name in ("DTSTART", "DTEND") if found.get(name))
    lines = [found.get("ANSWER", ""), found.get("SUMMARY", ""), moment]
    lines += [found.get(name, "") for name in ("LOCATION", "ORGANIZER", "DESCRIPTION", "COMMENT")]
    return "\n".join(line for line in lines if line)


def _plain(name: str, value: str) -> str:
    value = re.sub(r"\\([nN,;\\])", lambda match: "\n" if match[1] in "nN" else match[1], value).strip()
    if name in {"DTSTART", "DTEND"}:
        match = re.match(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d))?", value)
        if match:
            clock = f" {match[4]}:{match[5]}" if match[4] else ""
            return f"{match[1]}-{match[2]}-{match[3]}{clock}" + (" UTC" if value.endswith("Z") else "")
    return re.sub(r"^mailto:", "", value, flags=re.IGNORECASE)
