"""The checklists of a case as they stand beside its thread, and those that would fit it."""

from datetime import datetime
from typing import NamedTuple

from petitevoix.cases.actions.procedures import fitting
from petitevoix.cases.models import Case, Checklist, Procedure, Step
from petitevoix.kit.words import when
from petitevoix.people.models import Advisor
from petitevoix.web.shared.language import page_language
from petitevoix.web.shared.remembering import remembered

QUIET = "pv-no-offers"  # a cookie: for the length of a shift, nothing is offered unasked


class ShownStep(NamedTuple):
    id: int
    words: str
    link: str
    answer: int | None
    answer_name: str
    is_done: bool
    by: str
    when: str
    result: str


class ShownList(NamedTuple):
    id: int
    name: str
    steps: list[ShownStep]
    done: int
    left_why: str
    is_left: bool
    has_procedure: bool


def lists_of(case: Case) -> list[ShownList]:
    """Give the checklists of a case, in two queries."""
    lists = list(Checklist.objects.filter(case=case, removed_at=None))
    if not lists:
        return []
    spoken = page_language()
    steps: dict[int, list[ShownStep]] = {one.pk: [] for one in lists}
    found = Step.objects.filter(checklist__in=lists, removed_at=None).select_related("done_by", "answer")
    for one in found:
        steps[one.checklist_id].append(_shown(one, spoken))
    return [
        ShownList(
            one.pk, one.name, steps[one.pk], sum(step.is_done for step in steps[one.pk]), one.left_why,
            one.left_at is not None, one.procedure_id is not None,
        )
        for one in lists
    ]  # fmt: skip


def procedures_for(case: Case, reader: Advisor) -> tuple[list[Procedure], list[Procedure]]:
    """Give the procedures that would fit a case, and all that its reader may use; read once for some seconds."""
    if not reader.answers:
        return [], []
    usable = remembered(
        ("procedures", reader.pk), lambda: list(Procedure.objects.in_use().visible_to(reader).defer("steps"))
    )
    kinds = [one for one in usable if one.when_tag_id or one.when_team_id]
    if not kinds or case.state == Case.State.CLOSED:
        return [], usable
    fits = fitting(case, kinds, has=set())
    had = (
        set(Checklist.objects.filter(case=case, procedure__in=fits).values_list("procedure", flat=True))
        if fits
        else set()
    )
    return [one for one in fits if one.pk not in had], usable


def _shown(one: Step, spoken: str) -> ShownStep:
    at: datetime | None = one.done_at
    return ShownStep(
        one.pk, one.words, one.link, one.answer_id, one.answer.name if one.answer else "", at is not None,
        one.done_by.name if one.done_by else "", when(at, spoken) if at else "", one.result,
    )  # fmt: skip
