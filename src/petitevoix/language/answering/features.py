"""What is measured between the questions of a letter and the sentences of a reply, by the names the network has."""

import math
import re
from collections.abc import Sequence
from typing import Any

from petitevoix.language.answering.sentences import Sentence
from petitevoix.language.answering.stems import stems

NAMES = (
    *("like", "like_squared", "words", "words_of_sentence", "any_word", "hollow", "asks", "leads"),
    # How much more than the other questions: a sentence answers the one that it is nearest to, mostly.
    *("like_ahead", "like_behind", "words_ahead", "like_missed", "words_missed", "nearest", "out_of_turn"),
    *("length", "number", "other_number", "same_number", "first", "last", "alone", "told", "asked", "told_for_each"),
    # « Il en reste deux » answers by what stands before it.
    *("to_previous", "like_previous", "words_previous", "like_next"),
)
_LEADS = re.compile(
    r"(?i)(oui|non|yes|no|yep|nope|sure|d'accord|entendu|bien sûr|of course|c'est fait|done|sorted|absolutely"
    r"|tout à fait|absolument)\b"
)
_NAMED = re.compile(
    r"\b(?:\d{2,}|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|January|February"
    r"|March|April|May|June|July|August|September|October|November|December|[A-Z]+-?\d+)\b"
)


def named(text: str) -> frozenset[str]:
    """Return the numbers, references and months that a text names: an order, a bill, a line of buses."""
    return frozenset(found.lower() for found in _NAMED.findall(text))


def measured(questions: Sequence[str], said: Sequence[Sentence], alike: Any, kin: Any, language: str | None) -> Any:
    """Measure each question against each sentence: an array of questions, sentences and NAMES.

    `alike` is how alike each question is to each sentence, `kin` each sentence to the one before it (cosines; nought
    where there is no encoder).
    """
    import numpy as np

    asked = [stems(question, language) for question in questions]
    telling = [stems(sentence.words, language) for sentence in said]
    shared = np.array([[len(one & other) for other in telling] for one in asked], np.float32)
    words = shared / np.array([[max(1, len(one))] for one in asked], np.float32)
    back = shared / np.array([[max(1, len(other)) for other in telling]], np.float32)
    numbers = [named(question) for question in questions], [named(sentence.words) for sentence in said]
    hollow = np.array([sentence.is_hollow for sentence in said], np.float32)
    told = max(1.0, float(len(said) - hollow.sum()))
    turn = (np.cumsum(1 - hollow) - 0.5) / told
    turns = (np.arange(len(questions)) + 0.5) / len(questions)
    ahead = alike - _others(alike)
    columns = {
        "like": alike,
        "like_squared": alike**2,
        "words": words,
        "words_of_sentence": back,
        "any_word": words > 0,
        "hollow": hollow,
        "asks": [sentence.words.rstrip().endswith("?") for sentence in said],
        "leads": [bool(_LEADS.match(sentence.words.replace("’", "'"))) for sentence in said],
        "like_ahead": ahead,
        "like_behind": np.minimum(ahead, 0),
        "words_ahead": words - _others(words),
        "like_missed": alike.max(0) - alike,
        "words_missed": words.max(0) - words,
        "nearest": (alike >= alike.max(1, keepdims=True) - 1e-9) & (alike > 0),
        "out_of_turn": np.abs(turns[:, None] - turn[None, :]),
        "length": [math.log1p(len(sentence.words.split())) / 3 for sentence in said],
        "number": [any(sign.isdigit() for sign in sentence.words) for sentence in said],
        "other_number": [[bool(one - other) and bool(other) for other in numbers[1]] for one in numbers[0]],
        "same_number": [[bool(one & other) for other in numbers[1]] for one in numbers[0]],
        "first": [at == 0 for at in range(len(said))],
        "last": [at == len(said) - 1 for at in range(len(said))],
        "alone": len(said) == 1,
        "told": min(1.0, told / 5),
        "asked": len(questions) / 4,
        "told_for_each": told / len(questions) / 3,
        "to_previous": kin,
        "like_previous": _shifted(alike, 1),
        "words_previous": _shifted(words, 1),
        "like_next": _shifted(alike, -1),
    }
    shape = (len(questions), len(said))
    return np.stack([np.broadcast_to(np.asarray(columns[name], np.float32), shape) for name in NAMES], axis=-1)


def _others(figures: Any) -> Any:
    """Return the highest figure of the other questions at each sentence; one's own where it is the only question."""
    import numpy as np

    if len(figures) == 1:
        return figures
    ranked = np.sort(figures, axis=0)
    return np.where(figures >= ranked[-1], ranked[-2], ranked[-1])


def _shifted(figures: Any, by: int) -> Any:
    import numpy as np

    moved = np.zeros_like(figures)
    if by > 0:
        moved[:, by:] = figures[:, :-by]
    else:
        moved[:, :by] = figures[:, -by:]
    return moved
