"""Sentences out of a small vocabulary, for letters and cases that mean nothing."""

import random
from functools import cache

VOCABULARY = """box line bill letter morning again why when refund battery laptop contract week answer call light red
green since Tuesday nobody told me what happened and will it happen I would like to understand thank you kindly"""
WORDS = VOCABULARY.split()


def sentence(chance: random.Random, words: int) -> str:
    """Draw one of five hundred sentences of so many words."""
    return chance.choice(_pool(words))


@cache
def _pool(words: int) -> list[str]:
    chance = random.Random(words)
    return [" ".join(chance.choices(WORDS, k=words)).capitalize() + "." for _ in range(500)]
