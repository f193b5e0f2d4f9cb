"""Where the sentences of a text are."""

import re
from collections.abc import Iterator

# Longer than this nobody writes a sentence; the rules read it in pieces, so that time stays in proportion.
_LONGEST = 600
_END = re.compile(r"[.!?…]+(?=[\s\"»”)\x01]|$)|\n")
# A point after one of these ends no sentence.
_SHORT = re.compile(
    r"(?<![^\W_])(?:m|mm|mr|mrs|mme|mlle|ms|dr|st|ref|no|n|tel|env|approx|etc|p|a|art|janv|fevr|avr|juil|sept|oct"
    r"|nov|dec"
    r"|jan|feb|mar|apr|jun|jul|aug|e\.g|i\.e|a\.m|p\.m|incl|max|min)$"
)
_BULLET = re.compile(r"[ \t]*(?:[-*•–—]|\d{1,2}[.)])\s")


def sentences(seen: str, text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield start, end and whether it asks, for each sentence of a plain text; `text` is the same with its capitals."""
    start = 0
    for match in _END.finditer(seen):
        mark = match[0]
        if mark == "\n" and not _breaks(seen, text, start, match.start()):
            continue
        if mark == "." and _goes_on(seen, text, match.start()):
            continue
        yield from _pieces(seen, start, match.start(), asks="?" in mark)
        start = match.end()
    yield from _pieces(seen, start, len(seen), asks=False)


def _breaks(seen: str, text: str, start: int, at: int) -> bool:
    """Say whether a line end ends the sentence, or only the line of a program that wraps them."""
    following = text[at + 1 : at + 60]
    first = following.lstrip(" \t")[:1]
    if not first or first == "\n" or _BULLET.match(following) or following.startswith(">"):
        return True
    before = seen[max(start, at - 80) : at].rstrip()
    if before.endswith((",", ":")) and len(before) < 40:
        return True
    return not (first.islower() or first.isdecimal() or (len(before) > 50 and "\n" not in before[-50:]))


def _goes_on(seen: str, text: str, at: int) -> bool:
    if not _SHORT.search(seen, max(0, at - 8), at):
        return False
    following = text[at + 1 : at + 3].lstrip()
    last = seen[max(0, at - 2) : at]
    return bool(following) and (last not in (".m",) or not following[0].isupper())


def _pieces(seen: str, start: int, end: int, *, asks: bool) -> Iterator[tuple[int, int, bool]]:
    while end - start > _LONGEST:
        cut = seen.rfind(" ", start, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield start, cut, asks
        start = cut
    if start < end:
        yield start, end, asks
