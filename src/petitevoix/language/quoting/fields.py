"""Blocks of header fields above a quote: "De : / Envoyé : / À : / Objet :", in any usual order and language."""

import re
from collections.abc import Sequence

from petitevoix.language.quoting import words

# A block is short; its fields may be wrapped over a few lines or stand a blank line apart.
_REACH = 14
_LONGEST_GAP = 3

_ROLES = {
    "from": words.FROM, "sent": words.SENT, "date": words.DATE, "to": words.TO,
    "copy": words.COPY, "subject": words.SUBJECT, "other": words.OTHER,
}  # fmt: skip
# The first role that claims a word keeps it ("da" is *from* in Italian before anything else).
_ROLE_OF: dict[str, str] = {}
for _role, _labels in _ROLES.items():
    for _label in _labels.split("|"):
        _ROLE_OF.setdefault(_label, _role)

_LABEL = re.compile(r"[|\s\-]{0,4}([^\W\d_][^:<>@\d]{0,24}?) ?: ?(.*)$")
_DIGIT = re.compile(r"\d")
_MESSAGE_OF = re.compile(r"(?:message|courriel|mail) (?:du|envoyé le|reçu le) ?:? ?\d{1,2}[/. -]", re.IGNORECASE)
_LONG_LABELS = sorted((re.escape(label) for label in _ROLE_OF if len(label) > 1), key=len, reverse=True)
_SEVERAL = re.compile(rf"(?<!\w)({'|'.join(_LONG_LABELS)}) ?:", re.IGNORECASE)


def opens_field_block(lines: Sequence[str], at: int) -> bool:
    """Say whether the fields of an older letter begin at this line.

    Args: plain lines, and the index of one. Two fields are never enough by themselves: "De : Paris / À : Lyon" is a
    journey, so an address, a subject or a word that only mail programs use must be among them.
    """
    first = _field(lines[at])
    if first is None:
        return _MESSAGE_OF.match(lines[at]) is not None and _next_is_from(lines, at)
    if first[0] == "other" or (not first[1] and first[0] not in ("from", "sent")):
        return False
    if first[0] == "from" and _is_flattened(lines[at]):
        return True
    found = {first[0]: first[1]}
    gap = 0
    for seen in lines[at + 1 : at + _REACH]:
        field = _field(seen)
        if field is not None and field[0] not in found:
            found[field[0]] = field[1]
            gap = 0
        elif field is None or not field[1]:
            gap += 1
            # A wrapped address or a value on its own line belongs to the field above it.
            if gap > _LONGEST_GAP:
                break
            last = next(reversed(found))
            if gap == 1 or "@" in seen:
                found[last] += " " + seen
        if len(found) > 1 and _is_proven(found):
            return True
    return False


def _field(seen: str) -> tuple[str, str] | None:
    """Return the role and the value of a header field, or None."""
    match = _LABEL.match(seen)
    if not match:
        return None
    role = _ROLE_OF.get(match[1].strip().lower())
    return (role, match[2]) if role else None


def _is_proven(found: dict[str, str]) -> bool:
    if "from" not in found:
        return False
    others = found.keys() - {"from", "other"}
    has_address = "@" in found["from"] or "@" in found.get("to", "")
    has_moment = bool(_DIGIT.search(found.get("sent", "") + found.get("date", "")))
    if "sent" in others and has_moment and (len(others) >= 2 or has_address):
        return True
    if "subject" in others and len(others) >= 2 and (has_address or has_moment):
        return True
    if has_address and "date" in others and has_moment:
        return True
    return "@" in found["from"] and ("subject" in others or "@" in found.get("to", ""))


def _is_flattened(seen: str) -> bool:
    """Recognise "From: Ana Sent: Monday To: us Subject: Re" on one line."""
    roles = {_ROLE_OF[label.lower()] for label in _SEVERAL.findall(seen)}
    is_block = {"from", "subject"} <= roles and bool(roles & {"sent", "date", "to"})
    return is_block and bool(re.search(r"\d|@", seen))


def _next_is_from(lines: Sequence[str], at: int) -> bool:
    for seen in lines[at + 1 : at + 4]:
        field = _field(seen)
        if field is not None:
            return field[0] in ("from", "to")
    return False
