"""The MIME tree of a letter: the standard library's parser, with what it does not do for hostile and broken letters."""

from __future__ import annotations

import re
from email.feedparser import BytesFeedParser
from functools import partial

from .limits import MAX_DEPTH, MAX_LINES, MAX_PARTS
from .part import LENIENT, Part, TooManyParts

CHUNK = 65_536
HEAD_END = re.compile(rb"\r?\n[ \t]*\r?\n")
NO_FIELD = re.compile(rb"(?m)^(?![!-9;-~]+[ \t]*:|[ \t\r\n])[^\n]*\n")
LATE_COLON = re.compile(rb"(?m)^([!-9;-~]{1,60})[ \t]+:")
# Words with a colon open many bodies: only names that a header has count.
KNOWN = re.compile(
    rb"(?im)^(?:x-[\w-]+|content-[\w-]+|mime-version|from|to|cc|subject|date|message-id|received|return-path|reply-to"
    rb"|references|in-reply-to|sender|dkim-signature)[ \t]*:"
)
SNIFFED = re.compile(rb"(?:\A|[\r\n])--(\S[^\r\n]{0,98}?)[ \t]*[\r\n]+content-", re.IGNORECASE)


def read_tree(raw: bytes, notes: list[str]) -> Part:
    """Read a letter into its parts; what is wrong is added to `notes`. Never raises."""
    if b"\n" not in raw:
        raw = raw.replace(b"\r", b"\n")
    lines = max(raw.count(b"\n"), raw.count(b"\r"))
    if lines > MAX_LINES and lines * 40 > len(raw):
        # The parser keeps each line as an object: forty megabytes of empty lines would be a minute and gigabytes.
        notes.append("The letter has too many lines to be opened: it was read as one text.")
        return _flat(raw, notes)
    root = _parsed(_mended(raw.lstrip(b"\r\n"), notes), notes)
    for part in root.walk():
        if part.is_multipart():
            _look_behind_the_end(part)
            part.set_payload([_mended_part(child) if child.is_torn else child for child in part.children])
        elif part.is_open:
            _open_again(part)
        elif part.media_type.startswith("multipart/"):
            notes.append(f"Parts nested deeper than {MAX_DEPTH} were not opened.")
            part.media_type = "text/plain"
    return root


def _parsed(raw: bytes, notes: list[str]) -> Part:
    parser = BytesFeedParser(partial(Part, notes), policy=LENIENT)
    try:
        for start in range(0, len(raw), CHUNK):
            parser.feed(raw[start : start + CHUNK])
        return parser.close()  # type: ignore[return-value]
    except TooManyParts as problem:
        notes.append(f"Only the first {MAX_PARTS} parts were opened.")
        return problem.letter


def _mended(raw: bytes, notes: list[str]) -> bytes:
    """Take lines out of the header that are no fields, where fields follow them: the parser would end the header."""
    end = HEAD_END.search(raw)
    stop = end.start() if end else min(len(raw), CHUNK)
    head = raw[:stop]
    envelope = head.find(b"\n") + 1 if head.startswith((b"From ", b">From ")) else 0
    last = max((found.start() for found in KNOWN.finditer(head)), default=0)
    broken = [found[0] for found in NO_FIELD.finditer(head, envelope, last)]
    for line in broken[:3]:
        words = line[:60].decode("ascii", "replace").strip()
        notes.append(f"A header line that is no field was skipped: {words!r}.")
    if broken:
        head = head[:envelope] + NO_FIELD.sub(b"", head[envelope:last]) + head[last:]
    return LATE_COLON.sub(rb"\1:", head) + raw[stop:]


def _look_behind_the_end(part: Part) -> None:
    """Take the parts behind a closing line that stands in the middle of a list: it is a lie."""
    boundary, behind = part.get_boundary(), part.epilogue or ""
    if boundary and f"--{boundary}" in {line.rstrip() for line in behind.splitlines()}:
        part.epilogue = None
        _take(part, behind.replace(f"--{boundary}--", f"--{boundary}").encode("ascii", "surrogateescape"), boundary)


def _mended_part(part: Part) -> Part:
    """Read the fields that stand behind a line that is none, and what they say of the body."""
    head = "".join(f"{name}: {value}\n" for name, value in part.items() if value != "quoted-printable")
    again = _parsed(_mended(head.encode("utf-8", "replace") + part.body(), part.notes), part.notes)
    if part.is_multipart() or len(again) <= len(part):
        return part
    again.above = part.above
    return again


def _open_again(part: Part) -> None:
    """Open a multipart whose boundary is wrong, or that is encoded as a whole, which RFC 2045 forbids."""
    declared = part.get_boundary()
    for body in (part.body(), part.content()):
        found = SNIFFED.search(body)
        if declared and b"--" + declared.encode() in body:
            _take(part, body, declared)
        elif found:
            part.notes.append("The boundary of a multipart is missing or wrong: it was guessed.")
            _take(part, body, found[1].decode("ascii", "replace"))
        if part.is_multipart():
            return
    part.notes.append("A multipart has no boundary line: it was read as one text.")
    part.media_type = "text/plain"


def _take(part: Part, body: bytes, boundary: str) -> None:
    again = _parsed(f'Content-Type: multipart/mixed; boundary="{boundary}"\n\n'.encode() + body, part.notes)
    if again.is_multipart():
        if not part.is_multipart():
            part.set_payload([])
            part.preamble, part.epilogue = again.preamble, again.epilogue
        try:
            for child in again.children:
                part.attach(child)
        except TooManyParts:
            part.notes.append(f"Only the first {MAX_PARTS} parts were opened.")


def _flat(raw: bytes, notes: list[str]) -> Part:
    root = Part(notes)
    root.set_payload(raw.decode("ascii", "surrogateescape"))
    return root
