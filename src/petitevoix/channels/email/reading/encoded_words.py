"""RFC 2047 encoded words, also where none should be: inside quotes and parameters."""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.header import decode_header

from .charsets import read_text

# Runs only are given to the standard library: it turns real characters beside encoded words into escapes.
WORD = r"=\?[^?\s=]{1,60}\?[bBqQ]\?.{0,4000}?\?="
RUN = re.compile(rf"{WORD}(?:\s*{WORD})*", re.DOTALL)


def decode_words(value: str) -> str:
    """Decode the encoded words of a header value; what is no encoded word stays as it is. Never raises."""
    return RUN.sub(_decoded, value) if "=?" in value else value


def _decoded(run: re.Match[str]) -> str:
    # A subject that was cut leaves one letter of base64 too many, which the standard library raises on.
    for words in (run[0], re.sub(r".\?=(?=\s|$)", "?=", run[0])):
        try:
            pieces = decode_header(" ".join(words.split("\n")))
        except (HeaderParseError, ValueError):
            continue
        return "".join(text if isinstance(text, str) else read_text(text, charset)[0] for text, charset in pieces)
    return run[0]
