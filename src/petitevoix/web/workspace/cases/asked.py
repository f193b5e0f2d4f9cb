"""The questions of a case as they stand beside the words that answer them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from petitevoix.cases.models import Case, Question
from petitevoix.cases.models.question import questions_of
from petitevoix.kit import clock
from petitevoix.kit.words import when, zone
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.cases.promised import Promised

JUST_NOW = timedelta(minutes=10)  # so long what was set aside stays in its place, with the way back beside it


class Asked(NamedTuple):
    id: int
    words: str
    language: str
    state: str
    told: str  # how it left, or that it is promised
    mark: str  # what the writer has chosen and not sent yet
    day: str
    reason: str
    lack: str  # why it stopped a send
    can_be_dismissed: bool
    is_folded: bool  # left, or set aside a while ago

    @property
    def is_owed(self) -> bool:
        return self.state == Question.State.OPEN


def asked(case: Case, promises: Sequence[Promised], chosen: Mapping[str, str], lacks: Mapping[int, str]) -> list[Asked]:
    """Give the questions of a case, with what was `chosen` for each and what each still `lacks`, in one query."""
    spoken = page_language()
    due = {one.question: one.due for one in promises if one.question}
    language = case.language if case.language and case.language != spoken else ""
    return [_row(one, language, spoken, due.get(one.pk, ""), chosen, lacks) for one in questions_of(case)]


def chosen_in(marks: Sequence[Mapping[str, Any]], presets: Collection[str]) -> dict[str, str]:
    """Give the marks that a reply taken back had left with, as its form names them: they are chosen again."""
    chosen = {}
    for one in marks:
        number, mark = one["question"], one["mark"]
        if one.get("due"):
            day = datetime.fromisoformat(one["due"]).astimezone(zone()).date().isoformat()
            chosen[f"due-{number}"] = day
            mark = f"promised {day}" if day in presets else mark
        chosen |= {f"mark-{number}": mark, f"reason-{number}": one.get("reason", "")}
    return chosen


def _row(
    one: Question, language: str, spoken: str, due: str, chosen: Mapping[str, str], lacks: Mapping[int, str]
) -> Asked:
    at_rest = one.marked_at is not None and one.marked_at < clock.now() - JUST_NOW
    mark = chosen.get(f"mark-{one.pk}", "")
    return Asked(
        id=one.pk,
        words=one.words,
        language=language,
        state=one.state,
        told=_told(one, due, spoken),
        mark=mark,
        day=chosen.get(f"due-{one.pk}", ""),
        reason=chosen.get(f"reason-{one.pk}", ""),
        # What may be done stands right below; only what a chosen mark still lacks needs more words.
        lack=lacks.get(one.pk, "") if mark else _("waits for its answer") if one.pk in lacks else "",
        can_be_dismissed=not one.by.startswith("person:"),
        is_folded=one.state in _LEFT or (one.state == Question.State.DISMISSED and at_rest),
    )


_LEFT = {Question.State.ANSWERED, Question.State.DECLINED}


def _told(one: Question, due: str, spoken: str) -> str:
    if one.state == Question.State.ANSWERED:
        return _("answered %(when)s") % {"when": when(one.marked_at, spoken)} if one.marked_at else _("answered")
    if one.state == Question.State.PROMISED:
        return _("promised for %(when)s") % {"when": due} if due else _("promised")
    if one.state == Question.State.DECLINED:
        return _("cannot be answered: %(reason)s") % {"reason": one.reason}
    return _("no question") if one.state == Question.State.DISMISSED else ""
