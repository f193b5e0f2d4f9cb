"""RFC 2047 encoded words, also where they are broken or in places where none should be."""

from __future__ import annotations

import binascii
import re

from .charsets import read_text

# The text may hold spaces and question marks in letters that break the rule, so it ends at the first "?=".
WORD = re.compile(r"=\?([^?\s=]{1,60})\?([bBqQ])\?(.*?)\?=", re.DOTALL)


def decode_words(value: str) -> str:
    """Decode the encoded words of a header value; what is no encoded word stays as it is. Never raises."""
    if "=?" not in value:
        return value
    pieces: list[str] = []
    pending = b""
    charset = ""
    last = 0
    for match in WORD.finditer(value):
        between = value[last : match.start()]
        # Blanks between two words are folding, not text; joined bytes heal a character cut in two.
        joins = bool(last) and not between.strip() and match[1].lower() == charset
        if not joins:
            pieces.append(read_text(pending, charset)[0] if pending else "")
            if between.strip() or not last:
                pieces.append(between)
            pending, charset = b"", match[1].lower()
        pending += _bytes_of(match[2], match[3])
        last = match.end()
    if pending:
        pieces.append(read_text(pending, charset)[0])
    pieces.append(value[last:])
    return "".join(pieces)


def _bytes_of(encoding: str, text: str) -> bytes:
    raw = text.encode("utf-8", "replace")
    if encoding in "qQ":
        return binascii.a2b_qp(raw.replace(b"\n", b" "), header=True)
    cleaned = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
    if len(cleaned) % 4 == 1:
        cleaned = cleaned[:-1]
    return binascii.a2b_base64(cleaned + b"=" * (-len(cleaned) % 4))
