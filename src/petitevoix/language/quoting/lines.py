"""A line of a letter, as the recognisers want to see it."""

import re
import unicodedata

# Longer lines are prose: no mail program writes a header, a rule or a footer of that length.
LONGEST = 500

_SPACES = dict.fromkeys([ord("\t"), 0xA0, *range(0x2000, 0x200B), 0x202F, 0x3000], " ")
# Bold stars, and marks of direction and joining that take no room.
_MARKS = dict.fromkeys(
    [ord("*"), 0, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF], ""
)
_SAME = {ord("’"): "'", ord("‘"): "'", ord("ʼ"): "'", ord("´"): "'", ord("："): ":", ord("＜"): "<", ord("＞"): ">"}
_PLAIN = {**_SPACES, **_MARKS, **_SAME}
_RUN_OF_SPACES = re.compile(r" {2,}")

# "> 3 days", ">= 5", ">:(" and ">_<" are words of the person, not quotes.
_QUOTE = re.compile(r"\s{0,3}>(?! ?[\d=]|[:;_.<-])")
_MORE_QUOTE = re.compile(r"\s{0,3}>(?!:)")
_RULE = re.compile(r"[-_=~#•·—–\s]{3,}$|[-—–_]{2,}$")


def plain(line: str) -> str:
    """Return a line with one kind of space, apostrophe and colon, without bold stars or invisible marks."""
    seen = line[:LONGEST]
    if not seen.isascii():
        seen = unicodedata.normalize("NFC", seen)
    return _RUN_OF_SPACES.sub(" ", seen.translate(_PLAIN)).strip()


def is_quoted(line: str, after_quote: bool) -> bool:
    """Say whether a line carries the mark ">" of a quote; after another quoted line, less proof is asked."""
    return bool((_MORE_QUOTE if after_quote else _QUOTE).match(line))


def is_rule(seen: str) -> bool:
    """Say whether a plain line is drawn, not written: dashes, underscores, equal signs."""
    return bool(seen) and not seen[0].isalnum() and bool(_RULE.match(seen))
