"""How the questions of a case leave, and which findings are bypassed, as programs say it."""

from collections.abc import Iterable
from typing import Protocol

from petitevoix.api.schemas import QuestionMark
from petitevoix.cases.actions.asking import Mark


class Confirming(Protocol):
    confirmed: list[str]
    because: str


def marks_of(questions: Iterable[QuestionMark]) -> list[Mark]:
    """Read marks."""
    return [Mark(one.id, one.mark, one.due, (one.reason or "").strip()) for one in questions]


def confirmed_by(body: Confirming) -> dict[str, str]:
    """Read which findings are bypassed, each with its reason."""
    return dict.fromkeys(body.confirmed, body.because)
