"""The sentences of a reply, and which of them say nothing."""

import re
from typing import NamedTuple

from petitevoix.language.answering import phrases

MOST = 120  # sentences of a reply that are read

# A stop, but not that of « n° 12. », "5.30" or "Mr. Smith"; a semicolon parts two answers as well.
_END = re.compile(r"(?<=[.!?…;])(?<!\bM\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bno\.)\s+|\n+|(?<=\w) ?; ")
_HOLLOW = re.compile(phrases.HOLLOW, re.I)
_KIND = re.compile(phrases.KIND, re.I)
_ENOUGH = 7  # words that make more than a courtesy
_GREETING = re.compile(r"^(?:bonjour|bonsoir|hello|hi|dear|cher|chère|madame|monsieur)\b[^,.!\n]{0,40}[,.!]?\s*", re.I)
_ASKING = re.compile(r"\?\s*$")


class Sentence(NamedTuple):
    """A sentence behind its greeting, and whether it only receives, regrets, repeats or puts off."""

    words: str
    is_hollow: bool


def sentences(reply: str) -> list[Sentence]:
    """Return the sentences of a reply; none where it says nothing at all."""
    pieces = [piece for piece in map(_ungreeted, _END.split(reply)) if len(piece) > 1]
    said = [Sentence(piece, _is_hollow(piece)) for piece in pieces[:MOST]]
    return said if not all(sentence.is_hollow for sentence in said) else []


def opening(reply: str) -> str:
    """Return the first sentence of a reply behind its greeting, "" where there is none."""
    return next((piece for piece in map(_ungreeted, _END.split(reply)) if piece), "")


def _ungreeted(piece: str) -> str:
    return _GREETING.sub("", piece.strip()).strip()


def _is_hollow(sentence: str) -> bool:
    plain = sentence.replace("’", "'")
    beside, courtesies = _KIND.subn("", plain)
    return bool(_HOLLOW.search(plain) or _ASKING.search(plain) or (courtesies and len(beside.split()) < _ENOUGH))
