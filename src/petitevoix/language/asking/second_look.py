"""A second look at an English sentence: how likely people are to call it a request.

A logistic regression over words, pairs of words and what the rules found; `bench/language/train_requests.py` makes its
weights and `docs/adr/0008-a-small-model-beside-the-rules.md` says why it is here.
"""

import math
import re
from functools import lru_cache
from importlib.resources import files
from zlib import crc32

from petitevoix.language.asking.clauses import Ask
from petitevoix.language.asking.not_asking import COURTESY, RHETORICAL

BUCKETS = 1 << 15
# A weight is a byte: so many steps make one.
STEPS = 24
MOST_WORDS = 60

_WORD = re.compile(r"[a-z]+|[?!:$]|\d+")


# What the rules found is believed above the first, what they did not find is added above the second.
BELIEVED = 0.25
ADDED = 0.36


def reconsidered(folded: str, asks: list[Ask]) -> list[Ask]:
    """Return the asks of a sentence, less those that hardly look like one, or the one that the rules missed."""
    if asks:
        believed = "?" in folded or likelihood(folded, [ask.kind for ask in asks]) >= BELIEVED
        return asks if believed else []
    if likelihood(folded, []) < ADDED or RHETORICAL["en"].search(folded) or COURTESY["en"].search(folded):
        return []
    return [Ask(0, len(folded), "request")]


def likelihood(folded: str, kinds: list[str]) -> float:
    """Return how likely a folded English sentence is a request, 0 to 1, given the kinds that the rules found."""
    weights = _weights()
    places = features(folded, kinds)
    total = sum(weights[place] for place in places) / STEPS / math.sqrt(len(places))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def features(folded: str, kinds: list[str]) -> list[int]:
    """Return the places of the weights that speak about a sentence: its words, their pairs and triples, the rules."""
    told = _sign(f"rule {kinds[0]}" if kinds else "rule none")
    signs = [_sign("0" if word.isdigit() else word) for word in _WORD.findall(folded)[:MOST_WORDS]]
    found = {_sign(""), told, _sign(f"long {min(len(signs) // 6, 6)}"), _in_a_row(told, *signs[:2])}
    found.update(signs)
    found.update(map(_in_a_row, [_sign("^"), *signs], [*signs, _sign("$$")]))
    found.update(map(_in_a_row, signs, signs[1:], signs[2:]))
    return [sign % BUCKETS for sign in found]


def _in_a_row(first: int, second: int = 0, third: int = 0) -> int:
    """Return the sign of two or three words in a row."""
    return (first * 0x9E3779B1 + second * 0x85EBCA77 + third * 0xC2B2AE3D) >> 13


@lru_cache(maxsize=4_096)
def _sign(word: str) -> int:
    return crc32(word.encode())


@lru_cache(maxsize=1)
def _weights() -> list[int]:
    """Read the weights, once, when they are first needed."""
    raw = files(__package__).joinpath("requests-en.weights").read_bytes()
    return [byte - 256 if byte > 127 else byte for byte in raw]
