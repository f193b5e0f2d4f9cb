"""A second look at an English sentence: how likely people are to call it a request.

A logistic regression over words and two or three of them in a row; `bench/language/train_requests.py` makes its
weights and `docs/adr/0008-a-small-model-beside-the-rules.md` says why it is here.
"""

import math
import re
from functools import lru_cache
from importlib.resources import files
from zlib import crc32

from petitevoix.language.asking.clauses import Ask
from petitevoix.language.asking.not_asking import COURTESY, RHETORICAL

BUCKETS = 1 << 18
# A weight is a byte: so many steps make one.
STEPS = 24
MOST_WORDS = 60

_WORD = re.compile(r"[a-z]+|[?!:$]|\d+")


# What says nothing but its politeness, however likely it looks.
_POLITE = re.compile(
    r"\b(?:find (?:the |a |my |our |your )?(?:\w+ ){0,2}(?:attached|enclosed|below|copy)|(?:attached"
    r"|enclosed) (?:please|you will) find"
    r"|thank(?:s| you)(?: (?:very|so) much)? for|look(?:ing)? forward|hesitate|regards|accept my|excuse|take care"
    r"|(?:we|i) (?:really |very much )?appreciate (?:your|the|all)|have a (?:nice|great|good|lovely)"
    r"|any (?:\w+ )?(?:questions?|concerns?|queries))\b"
)
# What asks in so many words, though mail between colleagues, which the weights learnt from, seldom does.
_OUTRIGHT = re.compile(
    r"(?<!no )\bwonder(?:ing|ed)? (?:if|wh(?:y|at|en|ere|ich|ether|o)|how)\b|\bquestion is |^\W{0,3}what(?: is|s"
    r"| s) (?:the|my|your) |\b(?:i|we) require\b"
    r"|\b(?:i|we) (?:do not|don t|dont|cannot|can t|can not) (?:understand|see) why\b"
    r"|\b(?:grateful|glad|obliged) (?:for|of) (?:a|an|any|some)\b|\bcould do with (?:a|an|some)\b"
)
# What the rules found is believed above the first, what they did not find is added above the second; what shops write
# to everyone ("feel free to call us") only above the third.
BELIEVED = 0.2
ADDED = 0.5
ADDED_AGAINST_COURTESY = 0.6


def reconsidered(folded: str, asks: list[Ask]) -> list[Ask]:
    """Return the asks of a sentence, less those that hardly look like one, or the one that the rules missed."""
    if asks:
        believed = "?" in folded or _OUTRIGHT.search(folded) or likelihood(folded) >= BELIEVED
        return asks if believed else []
    likely = likelihood(folded)
    if likely < ADDED or RHETORICAL["en"].search(folded) or _POLITE.search(folded):
        return []
    if likely < ADDED_AGAINST_COURTESY and COURTESY["en"].search(folded):
        return []
    return [Ask(0, len(folded), "request")]


def likelihood(folded: str) -> float:
    """Return how likely a folded English sentence is a request, 0 to 1."""
    weights = _weights()
    places = features(folded)
    total = sum([weights[place] for place in places]) / STEPS / math.sqrt(len(places))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def features(folded: str) -> set[int]:
    """Return the places of the weights that speak about a sentence: its words, and two or three of them in a row."""
    signs = [_BEGIN, *[_sign("0" if word.isdigit() else word) for word in _WORD.findall(folded)[:MOST_WORDS]], _END]
    found = {sign % BUCKETS for sign in signs}
    found.update(map(_pair, signs, signs[1:]))
    found.update(map(_triple, signs, signs[1:], signs[2:]))
    return found


def _pair(first: int, second: int) -> int:
    """Return the place of two words in a row."""
    return (first * 0x9E3779B1 + second * 0x85EBCA77 >> 13) % BUCKETS


def _triple(first: int, second: int, third: int) -> int:
    """Return the place of three words in a row."""
    return (first * 0x9E3779B1 + second * 0x85EBCA77 + third * 0xC2B2AE3D >> 13) % BUCKETS


@lru_cache(maxsize=4_096)
def _sign(word: str) -> int:
    return crc32(word.encode())


_BEGIN, _END = _sign("^"), _sign("$$")


@lru_cache(maxsize=1)
def _weights() -> memoryview:
    """Read the weights, signed bytes, once, when they are first needed."""
    return memoryview(files(__package__).joinpath("requests-en.weights").read_bytes()).cast("b")
