"""The header of a letter or of a part: raw lines in, decoded values out."""

from __future__ import annotations

import re

from .charsets import read_text
from .encoded_words import decode_words
from .limits import MAX_HEADER_BYTES, MAX_HEADER_LINES

FIELD = re.compile(rb"([!-9;-~]{1,100})[ \t]*:(.*)", re.DOTALL)
LINE_END = re.compile(rb"\r\n|\n|\r")


class Headers:
    """Header fields in the order they came; names are looked up without regard to case."""

    def __init__(self, defects: list[str]) -> None:
        """Begin with no field; what is wrong with a field is added to `defects`."""
        self.fields: dict[str, list[bytes]] = {}
        self._defects = defects

    def __contains__(self, name: str) -> bool:
        return name in self.fields

    def add(self, name: bytes, value: bytes) -> None:
        """Keep one field as it came."""
        self.fields.setdefault(name.decode("ascii", "replace").lower(), []).append(value[:MAX_HEADER_BYTES])

    def raw(self, name: str) -> str:
        """Give the first value of a field as text, unfolded, its encoded words left as they are; "" when absent."""
        values = self.fields.get(name)
        return self._characters(values[0]) if values else ""

    def raw_all(self, name: str) -> list[str]:
        """Give every value of a field as text, unfolded, encoded words left as they are."""
        return [self._characters(value) for value in self.fields.get(name, ())]

    def text(self, name: str) -> str:
        """Give the first value of a field decoded for a reader, on one line; "" when absent."""
        return " ".join(decode_words(self.raw(name)).split())

    def first_that_speaks(self, name: str) -> str:
        """Give the first value of a repeated field that is not empty, encoded words left as they are."""
        return next((value for value in self.raw_all(name) if value.strip()), "")

    def _characters(self, value: bytes) -> str:
        text, defect = read_text(value, "utf-8" if value.isascii() else None)
        if defect and "UTF-8" not in defect:
            self._defects.append("A header holds bytes in no declared charset.")
        return re.sub(r"\r\n|\n|\r", " ", text).strip()


def read_headers(raw: bytes, start: int, end: int, defects: list[str]) -> tuple[Headers, int]:
    """Read the fields from `start` and give them with the offset where the body begins.

    A line that is no field ends the header, unless more fields follow it: then it is skipped and said in `defects`.
    """
    headers = Headers(defects)
    here = start
    name = b""
    pieces: list[bytes] = []
    lines = 0
    while here < end:
        stop, after = _line(raw, here, end)
        line = raw[here:stop]
        if not line.strip():
            # Only an empty line ends the header; a line of blanks folds a field, unless the body begins after it.
            if line and name and _more_fields(raw, after, end):
                here = after
                continue
            here = after
            break
        lines += 1
        if lines > MAX_HEADER_LINES:
            defects.append(f"Only the first {MAX_HEADER_LINES} header lines were read.")
            here = _past_blank_line(raw, here, end)
            break
        if line[:1] in b" \t" and name:
            pieces.append(line)
        elif match := FIELD.fullmatch(line):
            if name:
                headers.add(name, b"\n".join(pieces).strip())
            name, pieces = match[1], [match[2]]
        elif here == start and line.startswith((b"From ", b">From ")):
            pass  # the envelope line of an mbox
        elif _more_fields(raw, after, end):
            defects.append(
                "A header line that is no field was skipped: " + repr(line[:60].decode("ascii", "replace")) + "."
            )
        else:
            defects.append("No blank line stands between the header and the body.")
            break
        here = after
    if name:
        headers.add(name, b"\n".join(pieces).strip())
    return headers, min(here, end)


def _line(raw: bytes, here: int, end: int) -> tuple[int, int]:
    stop = raw.find(b"\n", here, end)
    if stop < 0:
        stop = after = end
    else:
        after = stop + 1
    lone = raw.find(b"\r", here, stop)
    if lone < 0:
        return stop, after
    if lone == stop - 1:
        return lone, after
    return lone, lone + 1


def _more_fields(raw: bytes, here: int, end: int) -> bool:
    """Look a few lines ahead: do header fields that letters have come before the blank line?"""
    known = 0
    for _ in range(12):
        stop, after = _line(raw, here, end)
        line = raw[here:stop]
        if not line.strip():
            # Words with a colon open many bodies: only names that a header has count.
            return known > 0
        known += bool(
            re.match(
                rb"(?i)(?:x-[\w-]+|content-[\w-]+|mime-version|from|to|cc|subject|date|message-id"
                rb"|received|return-path|reply-to|references|in-reply-to|sender|dkim-signature)[ \t]*:",
                line,
            )
        )
        here = after
        if here >= end:
            break
    return known > 0


def _past_blank_line(raw: bytes, here: int, end: int) -> int:
    found = re.compile(rb"\r?\n[ \t]*\r?\n|\r[ \t]*\r").search(raw, here, end)
    return found.end() if found else end
