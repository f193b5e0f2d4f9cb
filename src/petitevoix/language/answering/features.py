"""What is measured between a question and a reply, each from 0 to 1: the names that the weights are for."""

from petitevoix.language.answering.expects import KINDS, expected, shows
from petitevoix.language.answering.stems import stems

NAMES = (
    "like", "like_shown", "second", "words", "words_shown", "shown", "shown_near", "like_times_shown", "few", "yes", "told_all",
    *(f"asks_{kind}" for kind in KINDS), *(f"shown_{kind}" for kind in KINDS), *(f"near_{kind}" for kind in KINDS),
)  # fmt: skip
_LEADS = ("oui", "non", "yes", "no", "d'accord", "agreed", "all right", "bien sûr")


def measured(question: str, sentences: list[str], alike: list[float] | None, language: str | None) -> dict[str, float]:
    """Measure one question against the sentences of a reply that tell something (at least one)."""
    kind = expected(question)
    shown = [shows(kind, sentence) for sentence in sentences]
    asked = stems(question, language)
    words = [len(asked & stems(sentence, language)) / max(1, len(asked)) for sentence in sentences]
    near = alike if alike is not None else words
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
        "few": 1 / len(sentences),
        "yes": float(any(sentence.lower().startswith(_LEADS) for sentence in sentences)),
        "told_all": min(1.0, sum(len(sentence) for sentence in sentences) / 200),
        f"asks_{kind}": 1.0,
        f"shown_{kind}": float(any(shown)),
        f"near_{kind}": like_shown,
    }
    return {name: found.get(name, 0.0) for name in NAMES}
