"""The MIME tree of a letter, cut by offsets in the raw bytes, so that size and depth cost little.

The standard library's parser goes line by line, recurses as deep as the letter says and raises on some headers; this
one looks for boundaries with `bytes.find`, stops at limits, and keeps what it cannot cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .headers import Headers, read_headers
from .limits import MAX_DEPTH, MAX_PARTS
from .parameters import read_parameters
from .transfer import encoding_named, undo

MEDIA_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}")
SNIFFED = re.compile(rb"(?:\A|[\r\n])--(\S[^\r\n]{0,98}?)[ \t]*[\r\n]+content-", re.IGNORECASE)


@dataclass(slots=True)
class Part:
    """One node: its header, where its body lies in `raw`, and its children."""

    raw: bytes
    start: int
    end: int
    headers: Headers
    media_type: str
    parameters: dict[str, str]
    disposition: str
    disposition_parameters: dict[str, str]
    encoding: str
    defects: list[str]
    depth: int = 0
    children: list[Part] = field(default_factory=list)
    around: list[tuple[int, int]] = field(default_factory=list)

    @property
    def is_text(self) -> bool:
        """Say whether the part holds characters rather than bytes."""
        return self.media_type.startswith("text/")

    def body(self) -> bytes:
        """Give the body as it travelled."""
        return self.raw[self.start : self.end]

    def content(self) -> bytes:
        """Give the body with its transfer encoding undone."""
        content, defect = undo(self.body(), self.encoding, is_text=self.is_text)
        if defect:
            self.defects.append(defect)
        return content

    def filename(self) -> str:
        """Give the file name as written, or ""."""
        return self.disposition_parameters.get("filename") or self.parameters.get("name") or ""

    def walk(self) -> Iterator[Part]:
        """Give this part and all below it, in the order they are read."""
        waiting = [self]
        while waiting:
            part = waiting.pop()
            yield part
            waiting.extend(reversed(part.children))


class Budget:
    """How many parts may still be cut in one letter."""

    def __init__(self, parts: int = MAX_PARTS) -> None:
        self.parts = parts


def read_tree(
    raw: bytes, start: int, end: int, defects: list[str], *, budget: Budget, depth: int = 0, default: str = "text/plain"
) -> Part:
    """Read the part that lies between two offsets, and its children. Never raises."""
    headers, body = read_headers(raw, start, end, defects)
    media_type, parameters = read_parameters(headers.first_that_speaks("content-type"))
    if not MEDIA_TYPE.fullmatch(media_type):
        if media_type:
            defects.append(f"The content type {media_type[:60]!r} is none.")
        media_type = {"text": "text/plain", "html": "text/html"}.get(media_type, default)
    disposition, disposition_parameters = read_parameters(headers.first_that_speaks("content-disposition"))
    part = Part(
        raw=raw,
        start=body,
        end=end,
        headers=headers,
        media_type=media_type,
        parameters=parameters,
        disposition=disposition,
        disposition_parameters=disposition_parameters,
        encoding=encoding_named(headers.first_that_speaks("content-transfer-encoding")),
        defects=defects,
        depth=depth,
    )
    if media_type.startswith("multipart/"):
        _cut(part, budget)
    return part


def _cut(part: Part, budget: Budget) -> None:
    if part.depth >= MAX_DEPTH:
        part.defects.append(f"Parts nested deeper than {MAX_DEPTH} were not opened.")
        part.media_type = "text/plain"
        return
    pieces = _pieces(part)
    if not pieces and part.encoding:
        # RFC 2045 forbids to encode a multipart as a whole; some gateways do.
        content, _ = undo(part.body(), part.encoding, is_text=False)
        part.raw, part.start, part.end, part.encoding = content, 0, len(content), ""
        pieces = _pieces(part)
    if not pieces:
        part.defects.append("A multipart has no boundary line: it was read as one text.")
        part.media_type = "text/plain"
        return
    default = "message/rfc822" if part.media_type == "multipart/digest" else "text/plain"
    for index, (start, end) in enumerate(pieces):
        if budget.parts <= 0:
            part.defects.append(f"Only the first {MAX_PARTS} parts were opened.")
            rest = pieces[-1][1]
            part.children.append(_whole(part, start, rest))
            break
        budget.parts -= 1
        if not part.raw[start : min(end, start + 200)].strip() and not part.raw[start:end].strip():
            continue
        if index == 0 or part.raw[start : start + 400].strip():
            part.children.append(
                read_tree(part.raw, start, end, part.defects, budget=budget, depth=part.depth + 1, default=default)
            )


def _whole(part: Part, start: int, end: int) -> Part:
    return Part(
        raw=part.raw,
        start=start,
        end=end,
        headers=Headers(part.defects),
        media_type="application/octet-stream",
        parameters={},
        disposition="attachment",
        disposition_parameters={"filename": "unread-parts.bin"},
        encoding="",
        defects=part.defects,
        depth=part.depth + 1,
    )


def _pieces(part: Part) -> list[tuple[int, int]]:
    declared = part.parameters.get("boundary", "").encode("utf-8", "replace")
    for boundary in dict.fromkeys((declared, declared.strip(), declared.rstrip(b" ;"))):
        if boundary and (pieces := _between(part, boundary)):
            return pieces
    found = SNIFFED.search(part.raw, max(0, part.start - 1), part.end)
    if not found:
        return []
    pieces = _between(part, found[1])
    if pieces:
        part.defects.append("The boundary of a multipart is missing or wrong: it was guessed.")
    return pieces


def _between(part: Part, boundary: bytes) -> list[tuple[int, int]]:
    """Give the stretches between boundary lines; what lies before and after them goes to `around`."""
    raw, mark = part.raw, b"--" + boundary
    pieces: list[tuple[int, int]] = []
    opened = -1
    here = part.start
    while True:
        found = raw.find(mark, here, part.end)
        if found < 0:
            break
        here = found + len(mark)
        if found > part.start and raw[found - 1] not in b"\r\n":
            continue
        closes = raw[here : here + 2] == b"--"
        rest = here + 2 * closes
        while rest < part.end and raw[rest] in b" \t":
            rest += 1
        if rest < part.end and raw[rest] not in b"\r\n":
            if not closes:
                continue
        elif raw[rest : rest + 2] == b"\r\n":
            rest += 2
        elif rest < part.end:
            rest += 1
        stop = _before_line_end(raw, found, part.start)
        if opened < 0:
            part.around = [(part.start, stop)]
        else:
            pieces.append((opened, max(opened, stop)))
        opened = rest
        here = rest
        if closes:
            # A closing line in the middle of a list is a lie when more parts follow.
            following = raw.find(b"\n" + mark, rest - 1, part.end)
            if following < 0:
                part.around.append((rest, part.end))
                return pieces
            opened = rest
    if opened >= 0 and opened <= part.end:
        pieces.append((opened, part.end))
    return pieces


def _before_line_end(raw: bytes, found: int, start: int) -> int:
    if found - 2 >= start and raw[found - 2 : found] == b"\r\n":
        return found - 2
    return max(start, found - 1)
