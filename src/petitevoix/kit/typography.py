"""Typography: French and English words set as a printer would."""

import re

THIN, FIRM = "\u202f", "\u00a0"  # narrow and full no-break spaces

_APART = re.compile(r"\S*(?:://|@|www\.)\S*")  # addresses are left alone
_FRENCH = [
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
    (re.compile(r"(?<=[^\s«(\[?!;:])[ \u00a0\u202f]*([;!?]+)(?=[\s»)\].,…]|$)"), THIN + r"\1"),
    (
        re.compile(r"(?<=[^\s\d«(])[ \u00a0\u202f]+:(?=\s|$)|(?<=[^\W\d_]):(?=\s|$)|(?<=\d)[ \u00a0\u202f]+:(?=\s|$)"),
        FIRM + ":",
    ),
    (re.compile(r"«[ \u00a0\u202f]*"), "«" + FIRM),
    (re.compile(r"[ \u00a0\u202f]*»"), FIRM + "»"),
    (re.compile(r"(?<=\d) (?=(?:€|%|h\b|min\b|\d{3}\b))"), FIRM),
    (re.compile(r"\.\.\."), "…"),
]
_ENGLISH = [
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
    (re.compile(r"(^|[\s(\[])\"(?=\S)"), r"\1“"),
    (re.compile(r"(?<=\S)\"(?=[\s.,;:!?)\]]|$)"), "”"),
    (re.compile(r"\.\.\."), "…"),
]


def typeset(text: str, language: str) -> str:
    """Set a text by the rules of its language (French, else English); addresses stay as they are."""
    rules = _FRENCH if language.startswith("fr") else _ENGLISH
    if "@" not in text and "://" not in text and "www." not in text:
        return _set(text, rules)
    pieces, at = [], 0
    for address in _APART.finditer(text):
        pieces += [_set(text[at : address.start()], rules), address.group()]
        at = address.end()
    return "".join([*pieces, _set(text[at:], rules)])


def _set(text: str, rules: list[tuple[re.Pattern[str], str]]) -> str:
    for pattern, replacement in rules:
        text = pattern.sub(replacement, text)
    return text
