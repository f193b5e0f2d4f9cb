"""How the questions of a case leave, and which findings are bypassed, as programs say it."""

from collections.abc import Iterable
from typing import Protocol

from django.utils.translation import gettext as _

from petitevoix.api.schemas import QuestionMark
from petitevoix.cases.actions.asking import Mark


class Confirming(Protocol):
    confirmed: list[str]
    because: str


def marks_of(questions: Iterable[QuestionMark]) -> list[Mark]:
    """Read marks."""
    return [Mark(one.id, one.mark, one.due, (one.reason or "").strip()) for one in questions]


def confirmed_by(body: Confirming) -> dict[str, str]:
    """Read which findings are bypassed, each with its reason; a program that gives none is written down as such.

    To name a code is to have read it, and programs written by the contract name it alone.
    """
    because = body.because if body.because.strip() else _("Confirmed by a program, which gave no reason.")
    return dict.fromkeys(body.confirmed, because)
