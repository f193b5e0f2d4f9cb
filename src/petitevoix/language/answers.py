"""Which of a person's questions a reply answers, and which it leaves open.

A receipt, a regret, the question said again, "I shall know on Friday": none of these answers. An answer may use other
words than the question, come in another order, or be in another language.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from petitevoix.language import encoder
from petitevoix.language.answering import network
from petitevoix.language.answering.features import measured
from petitevoix.language.answering.outright import says_yes_or_no
from petitevoix.language.answering.sentences import Sentence, sentences

ANSWERED = 0.5
# So near the border the advisor is asked rather than told.
_NEAR = 0.15
# What a bare yes or no is worth to the one question that waits for it.
_OUTRIGHT = 0.7
_NOTHING_KNOWN = [0.0] * 512

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
    said = sentences(reply)
    if not said or not questions:
        return [0.0] * len(questions)
    asked, told, measures = view(questions, said, language)
    return (1 - network.open_still(network.read(), asked, told, measures)).tolist()


def view(questions: Sequence[str], said: Sequence[Sentence], language: str | None = None) -> tuple:
    """Return what the network looks at: the meaning of each question, that of each sentence, and what is measured."""
    import numpy as np

    known = encoder.meanings([*questions, *(sentence.words for sentence in said)])
    vectors = np.array(known or [_NOTHING_KNOWN] * (len(questions) + len(said)), np.float32)
    asked, told = vectors[: len(questions)], vectors[len(questions) :]
    kin = np.concatenate([[0.0], (told[1:] * told[:-1]).sum(-1)])
    return asked, told, measured(questions, said, asked @ told.T, kin, language)
