"""Raw letters out of files, of an mbox, or of standard input, one after the other."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

STANDARD_INPUT = "-"
_QUOTED_FROM = re.compile(rb">+From ")


@dataclass(frozen=True)
class RawLetter:
    """One letter; `size` is its true size, of which `raw` holds no more than the limit and one byte."""

    file: str
    raw: bytes
    size: int


@dataclass(frozen=True)
class Unreadable:
    file: str
    why: str


def letters_in(files: list[str], *, mbox: bool, limit: int) -> Iterator[RawLetter | Unreadable]:
    """Read each file as one letter, or as the mbox of many; never holds much more than one at the limit."""
    for file in files or [STANDARD_INPUT]:
        try:
            if file == STANDARD_INPUT:
                yield from _read(file, sys.stdin.buffer, mbox, limit)
                continue
            with open(file, "rb") as stream:
                yield from _read(file, stream, mbox, limit)
        except (OSError, ValueError) as problem:
            if file == STANDARD_INPUT:
                raise  # a pipe that breaks is a letter that was not delivered
            yield Unreadable(file, getattr(problem, "strerror", None) or str(problem))


def _read(file: str, stream: BinaryIO, mbox: bool, limit: int) -> Iterator[RawLetter]:
    if mbox:
        yield from _read_mbox(file, stream, limit)
        return
    raw = stream.read(limit + 1)
    size = len(raw)
    while size > limit and (more := stream.read(1024 * 1024)):
        size += len(more)
    yield RawLetter(file, raw, size)


def _read_mbox(file: str, stream: BinaryIO, limit: int) -> Iterator[RawLetter]:
    """Part letters at each line `From …` behind a blank one; `>From ` loses the sign it was given (mboxrd)."""
    lines: list[bytes] = []
    size = kept = 0
    begun, after_blank = False, True
    # A line is read in pieces where it is very long, so that no file without line ends fills the memory.
    for line, is_whole in _lines(stream):
        if is_whole and after_blank and line.startswith(b"From "):
            if begun:
                yield _letter(file, lines, size)
            lines, size, kept, begun, after_blank = [], 0, 0, True, False
            continue
        after_blank = is_whole and not line.strip()
        if not begun:
            if after_blank:
                continue
            begun = True  # no envelope line: the file holds one letter
        if _QUOTED_FROM.match(line):
            line = line[1:]
        size += len(line)
        if kept <= limit:
            lines.append(line[: limit + 1 - kept])
            kept += len(lines[-1])
    if begun:
        yield _letter(file, lines, size)


def _letter(file: str, lines: list[bytes], size: int) -> RawLetter:
    if lines and not lines[-1].strip() and len(lines) > 1:  # the blank line that parts it from the next
        size -= len(lines.pop())
    return RawLetter(file, b"".join(lines), size)


def _lines(stream: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    begins = True
    while line := stream.readline(1024 * 1024):
        yield line, begins
        begins = line.endswith(b"\n")
