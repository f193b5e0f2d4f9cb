"""What is measured between a question and a reply, each from 0 to 1: the names that the weights are for."""

import re

from petitevoix.language.answering.expects import KINDS, expected, shows
from petitevoix.language.answering.stems import stems

NAMES = (
    *("like", "like_shown", "second", "words", "words_shown", "shown", "shown_near", "like_times_shown"),
    *("yes", "like_denied", "words_denied", "other_number", "yes_alone", "like_whole"),
    *(f"asks_{kind}" for kind in KINDS),
)
_LEADS = ("oui", "non", "yes", "no", "d'accord", "agreed", "all right", "bien sûr")


_NAMED = re.compile(
    r"\b(?:\d{2,}|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|January|February"
    r"|March|April|May|June|July|August|September|October|November|December|[A-Z]+-?\d+)\b"
)


def named(text: str) -> frozenset[str]:
    """Return the numbers, references and months that a text names: an order, a bill, a line of buses."""
    return frozenset(found.lower() for found in _NAMED.findall(text))


def measured(question: str, sentences: list[str], alike: list[float] | None, language: str | None) -> dict[str, float]:
    """Measure one question against the sentences of a reply that tell something (at least one).

    `alike` is its likeness to each of them and, last, to all of them together; None without an encoder.
    """
    kind = expected(question)
    shown = [shows(kind, sentence) for sentence in sentences]
    asked = stems(question, language)
    words = [len(asked & stems(sentence, language)) / max(1, len(asked)) for sentence in sentences]
    like_whole = alike[-1] if alike is not None else max(words)
    near = alike[: len(sentences)] if alike is not None else words
    names, told = named(question), named(sentences[0] if len(sentences) == 1 else " ".join(sentences))
    best = max(range(len(sentences)), key=lambda at: near[at])
    ranked = sorted(near, reverse=True)
    like_shown = max((near[at] for at in range(len(sentences)) if shown[at]), default=0.0)
    found = {
        "like": ranked[0],
        "like_shown": like_shown,
        "second": ranked[1] if len(ranked) > 1 else 0.0,
        "words": max(words),
        "words_shown": max((words[at] for at in range(len(sentences)) if shown[at]), default=0.0),
        "shown": float(any(shown)),
        "shown_near": float(shown[best]),
        "like_times_shown": ranked[0] * shown[best],
        "yes": float(any(sentence.lower().startswith(_LEADS) for sentence in sentences)),
        "like_denied": max((near[at] for at in range(len(sentences)) if shows("denied", sentences[at])), default=0.0),
        "words_denied": max((words[at] for at in range(len(sentences)) if shows("denied", sentences[at])), default=0.0),
        "other_number": float(bool(names - told) and bool(told)),
        "yes_alone": float(len(sentences) == 1 and sentences[0].lower().startswith(_LEADS)),
        "like_whole": like_whole,
        f"asks_{kind}": 1.0,
    }
    return {name: found.get(name, 0.0) for name in NAMES}
