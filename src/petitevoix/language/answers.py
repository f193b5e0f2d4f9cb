"""Which of a person's questions a reply answers, and which it leaves open.

A receipt, a regret, the question said again, "I shall know on Friday": none of these answers. An answer may use other
words than the question, come in another order, or be in another language.
"""

import logging
import math
from collections.abc import Sequence
from dataclasses import dataclass

from petitevoix.language import encoder
from petitevoix.language.answering import weights
from petitevoix.language.answering.features import measured
from petitevoix.language.answering.outright import says_yes_or_no
from petitevoix.language.answering.sentences import told

ANSWERED = 0.5
# So near the border the advisor is asked rather than told.
_NEAR = 0.15
# What a bare yes or no is worth to the one question that waits for it.
_OUTRIGHT = 0.7

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of one question: "answered" or "open", how surely answered (0 to 1), and whether that is in doubt."""

    mark: str
    score: float
    doubt: bool


def mark(questions: Sequence[str], reply: str, language: str | None = None) -> list[Mark]:
    """Mark each question by what a reply tells, in the order of the questions; never raises."""
    try:
        scores = _scores(questions, reply, language)
        if len(questions) == 1 and says_yes_or_no(questions[0], reply):
            scores = [max(scores[0], _OUTRIGHT)]
        return [_marked(score) for score in scores]
    except Exception:
        # A draft must leave even where our reading of it fails; unread is open.
        log.exception("The answers in a reply could not be read.")
        return [Mark("open", 0.0, True) for _ in questions]


def _marked(score: float) -> Mark:
    return Mark("answered" if score >= ANSWERED else "open", round(score, 3), abs(score - ANSWERED) < _NEAR)


def _scores(questions: Sequence[str], reply: str, language: str | None) -> list[float]:
    sentences = told(reply)
    if not sentences:
        return [0.0] * len(questions)
    alike = encoder.likeness(questions, [*sentences, " ".join(sentences)])
    scores = []
    for at, question in enumerate(questions):
        found = measured(question, sentences, alike[at] if alike else None, language)
        table = weights.WITH_MEANING if alike else weights.BY_WORDS
        scores.append(1 / (1 + math.exp(-sum(table[name] * value for name, value in found.items()) - table["always"])))
    return scores
