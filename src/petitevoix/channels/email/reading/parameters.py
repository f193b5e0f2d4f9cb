"""The parameters of Content-Type and Content-Disposition, with RFC 2231 and what mailers do instead."""

from __future__ import annotations

import re
from urllib.parse import unquote_to_bytes

from .charsets import read_text
from .encoded_words import decode_words

PARAMETER = re.compile(r';\s*([\w.*!#$%&+^`|~-]{1,60})\s*=\s*("(?:[^"\\]|\\.)*"|"[^"]*$|[^;]*)', re.DOTALL)
SECTION = re.compile(r"(.+?)(?:\*(\d{1,4}))?(\*)?$")


def read_parameters(value: str) -> tuple[str, dict[str, str]]:
    """Split a value into its first word, lower case, and its decoded parameters, names in lower case. Never raises."""
    value = value[:20_000]
    head = re.split(r"[;\s]", value.strip(), maxsplit=1)[0].strip("\"'").lower()
    plain: dict[str, str] = {}
    sections: dict[str, list[tuple[int, bool, str]]] = {}
    start = value.find(";")
    if start < 0:
        # Some mailers forget the semicolon: text/plain charset=utf-8
        start = len(head)
        value = value.strip()[:start] + ";" + value.strip()[start:]
    for name, text in PARAMETER.findall(value, start):
        text = _unquoted(text)
        match = SECTION.match(name.lower())
        if match is None or (match[2] is None and not match[3]):
            plain.setdefault(name.lower(), decode_words(text))
        else:
            sections.setdefault(match[1], []).append((int(match[2] or 0), bool(match[3]), text))
    for name, pieces in sections.items():
        # RFC 2231 says it better than the plain parameter that is there for old readers.
        plain[name] = _joined(pieces) or plain.get(name, "")
    return head, plain


def _unquoted(text: str) -> str:
    text = text.strip()
    if text.startswith('"'):
        return re.sub(r'\\(["\\])', r"\1", text[1:].removesuffix('"'))
    return text


def _joined(pieces: list[tuple[int, bool, str]]) -> str:
    pieces.sort(key=lambda piece: piece[0])
    charset: str | None = None
    raw = b""
    for index, (_, encoded, text) in enumerate(pieces):
        if encoded and index == 0 and text.count("'") >= 2:
            charset, _, text = text.split("'", 2)
        raw += unquote_to_bytes(text) if encoded or ("%" in text and charset) else text.encode("utf-8", "replace")
    if not charset and raw.isascii():
        return decode_words(raw.decode("ascii"))
    return read_text(raw, charset)[0]
