"""Where the sentences of a letter begin and end, and which of them are items of a list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from petitevoix.language.quoting.slogans import may_have_slogans
from petitevoix.language.reply import new_lines

# A line of this length that ends without a full stop was wrapped by a program: its sentence goes on below.
WRAPPED = 55
WIDEST = 100
# A sentence of more code points is no sentence; it is read in pieces, so that time stays in proportion.
LONGEST = 1_000

# Nobody wrote more sentences in one letter; what follows is left unread.
MOST_SENTENCES = 10_000

# What a quote, an older letter, a signature or a footer cannot be without. The rest need not be looked for them.
_MAY_FOLD = re.compile(
    r"^[ \t]*[>\-–—_=*#]|@|:[ \t]*$|^[^\n:]{1,30}:|http|www|outlook|mail|phone|android|mobile|confiden|virus|unsubscri",
    re.MULTILINE | re.IGNORECASE,
)
_LINE = re.compile(r"[^\r\n]+")

_ITEM = re.compile(r"(?:[-–—*•·▪○+]|[(\[]?(?:\d{1,2}|[a-hA-H])[.)\]°]-?|\d{1,2} ?[-–/])[ \t\u00a0]+(?=\S)")
_END = re.compile(r"[.!?…？！]+[\"'»”’)\]]*(?=\s|$)|[?!？]+(?=[^\W\d_])|(?<=[\"»”])\s+(?=[A-ZÀ-Þ])")
# "M. Petit", "n. 4", "p. ex.": a full stop that ends no sentence.
_SHORTENED = re.compile(
    r"(?:^|[\s(])(?:m|mm|mme|mr|mrs|ms|dr|me|st|ste|av|bd|tel|tél|art|ref|réf|no|num|nos|cf|ex|p|pp|env|min|max|vs|approx|ext"
    r"|e\.g|i\.e|inc|ltd|co|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|[A-Z])\.$",
    re.IGNORECASE,
)
_CLOSED = (".", "?", "!", ":", ";", "…", "？")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by its place in the text."""

    start: int
    end: int
    item: bool = False  # an item of a list, or the first sentence of one
    opens_list: bool = False  # ends with ":", and items come next


def sentences(text: str) -> Iterator[Sentence]:
    """Return the sentences of the new words of a letter, in order; quotes and signature are left out.

    Offsets are code points. Time grows with the length of the text and no faster.
    """
    return islice(_sentences(text), MOST_SENTENCES)


def _sentences(text: str) -> Iterator[Sentence]:
    blocks = list(_blocks(text))
    for at, (start, end, item) in enumerate(blocks):
        followed = at + 1 < len(blocks) and blocks[at + 1][2]
        for begin, stop in _parts(text, start, end):
            opens = followed and stop == end and text[begin:stop].endswith((":", "：", "?"))
            yield Sentence(begin, stop, item and begin == start, opens)


def _blocks(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield runs of lines that are one paragraph or one item: start, end, is it an item?"""
    begun: tuple[int, int, bool] | None = None
    above = ""
    for start, end in _lines(text):
        line = text[start:end]
        stripped = line.strip()
        if not stripped or stripped[0] == ">":
            if begun:
                yield begun
            begun, above = None, ""
            continue
        start += len(line) - len(line.lstrip())
        end = start + len(stripped)
        marker = _ITEM.match(text, start, end)
        wrapped = begun and not marker and _goes_on(above, stripped)
        if begun and not wrapped:
            yield begun
        if not wrapped or not begun:
            begun = (marker.end() if marker else start, end, bool(marker))
        else:
            begun = (begun[0], end, begun[2])
        above = stripped
    if begun:
        yield begun


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines of the new words; blank ones too, but where there is nothing to fold only as a gap."""
    if _MAY_FOLD.search(text) or may_have_slogans(text):
        yield from new_lines(text)
        return
    end = 0
    for line in _LINE.finditer(text):
        if text.count("\n", end, line.start()) > 1:
            yield end, end
        end = line.end()
        yield line.span()


def _goes_on(above: str, below: str) -> bool:
    """Say whether a line is the rest of the sentence above it."""
    if above.endswith(_CLOSED) and not above.endswith((",", ";")):
        return WRAPPED <= len(above) <= WIDEST and not above.endswith((":", "?"))
    return WRAPPED <= len(above) <= WIDEST or (40 <= len(above) <= WIDEST and below[0].islower())


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for found in _END.finditer(text, start, end):
        stop = found.end()
        if stop <= begin:
            continue
        if found[0] == "." and _SHORTENED.search(text, max(begin, stop - 12), stop):
            continue
        # "Merci !!! ?" and « quand ??? » end once.
        if not text[begin:stop].strip(" .!?…"):
            begin = stop
            continue
        yield from _cut(text, begin, stop)
        begin = stop
        while begin < end and text[begin] in " \t\n\r\u00a0\u202f?!.":
            begin += 1
    if begin < end:
        yield from _cut(text, begin, end)


def _cut(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    while stop - begin > LONGEST:
        space = text.rfind(" ", begin + LONGEST // 2, begin + LONGEST)
        at = space + 1 if space > 0 else begin + LONGEST
        yield from _trimmed(text, begin, at)
        begin = at
    yield from _trimmed(text, begin, stop)


def _trimmed(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    piece = text[begin:stop]
    bare = piece.strip()
    if bare:
        begin += len(piece) - len(piece.lstrip())
        yield begin, begin + len(bare)
