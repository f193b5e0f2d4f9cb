"""How alike two replies are (measure M3, S041)."""

from petitevoix.review.parts import parts
from petitevoix.review.seeing import fold, own, words_of

SAME = 0.8
_SHORT = 30  # words; below, three in a row are compared, not five


def similarity(one: str, other: str) -> float:
    """Give the Jaccard likeness of two replies, 0 to 1: |S(a)∩S(b)| / |S(a)∪S(b)| over runs of five words.

    Greeting, closing and quotes are left out, case and accents are folded, digits kept; runs are of three words where
    one of the replies has fewer than thirty. A reply without a word is like nothing.
    """
    return jaccard(substance(one), substance(other))


def jaccard(first: list[str], second: list[str]) -> float:
    """Give the likeness of two replies whose substance is known."""
    length = 3 if min(len(first), len(second)) < _SHORT else 5
    runs, others = shingles(first, length), shingles(second, length)
    together = runs | others
    return len(runs & others) / len(together) if together else 0.0


def substance(text: str) -> list[str]:
    """Give the words of a reply between greeting and closing."""
    seen = fold(own(text))
    start, end = parts(seen).body
    return words_of(seen[start:end])


def shingles(words: list[str], length: int) -> set[tuple[str, ...]]:
    """Give each run of so many words; a shorter text is one run."""
    if len(words) < length:
        return {tuple(words)} if words else set()
    return set(zip(*(words[at:] for at in range(length)), strict=False))
