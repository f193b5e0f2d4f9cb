"""The sentences of a reply, and which of them say nothing."""

import re

from petitevoix.language.answering import phrases

MOST = 120  # sentences of a reply that are read

# A stop, but not that of « n° 12. », "5.30" or "Mr. Smith"; a semicolon parts two answers as well.
_END = re.compile(r"(?<=[.!?…;])(?<!\bM\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bno\.)\s+|\n+|(?<=\w) ?; ")
_HOLLOW = re.compile(phrases.HOLLOW, re.I)
_KIND = re.compile(phrases.KIND, re.I)
_ENOUGH = 7  # words that make more than a courtesy
_GREETING = re.compile(r"^(?:bonjour|bonsoir|hello|hi|dear|cher|chère|madame|monsieur)\b[^,.!\n]{0,40}[,.!]?\s*", re.I)
_ASKING = re.compile(r"\?\s*$")


def told(reply: str) -> list[str]:
    """Return the sentences of a reply that tell something: no greeting, receipt, regret, restatement or question."""
    pieces = [_GREETING.sub("", piece.strip()).strip() for piece in _END.split(reply)]
    return [piece for piece in pieces[:MOST] if len(piece) > 1 and not is_hollow(piece)]


def opening(reply: str) -> str:
    """Return the first sentence of a reply behind its greeting, "" where there is none."""
    pieces = (_GREETING.sub("", piece.strip()).strip() for piece in _END.split(reply))
    return next((piece for piece in pieces if piece), "")


def is_hollow(sentence: str) -> bool:
    """Say whether a sentence only receives, regrets, repeats or puts off."""
    plain = sentence.replace("’", "'")
    beside, courtesies = _KIND.subn("", plain)
    return bool(_HOLLOW.search(plain) or _ASKING.search(plain) or (courtesies and len(beside.split()) < _ENOUGH))
