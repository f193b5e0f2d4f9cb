"""Steps of a checklist: ticked with what came of them, put into other words, moved, taken out and put back."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.actions.procedures import LONGEST, MOST_STEPS, step_of
from petitevoix.cases.models import Case, Checklist, Snag, Step
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.text import one_line, storable
from petitevoix.people.models import Advisor


def tick(step: Step, *, by: Advisor, is_done: bool = True, result: str | None = None) -> Step:
    """Say that a step is done, with what came of it, or is not after all; a `result` of None stays as it is.

    Two who tick it at once tick it once. Raises Refused where its checklist was left.
    """
    must_answer(by)
    with transaction.atomic():
        step = _as_it_stands(step)
        result = step.result if result is None else one_line(storable(result), LONGEST)
        if is_done == bool(step.done_at) and result == step.result:
            return step
        step.result, what = result, "step.noted"
        if is_done != bool(step.done_at):
            step.done_at, step.done_by = (clock.now(), by) if is_done else (None, None)
            what = "step.ticked" if is_done else "step.unticked"
        return _kept(step, what, by, result=step.result)


def add_step(checklist: Checklist, *, by: Advisor, words: str, link: str = "") -> Step:
    """Add a step at the end. Raises Refused: no words, a link that is none, too many."""
    must_answer(by)
    given = step_of({"words": words, "link": link}, by=by)
    if not given["words"]:
        raise Refused(_("Write what is to be done."))
    with transaction.atomic():
        Case.objects.locked(checklist.case_id)
        positions = list(checklist.steps.values_list("position", flat=True))
        if len(positions) >= MOST_STEPS * 2:
            raise Refused(_("A checklist has at most %(most)s steps.") % {"most": MOST_STEPS})
        step = Step(checklist=checklist, position=max(positions, default=-1) + 1, **given)
        return _kept(step, "step.added", by)


def reword(step: Step, *, by: Advisor, words: str) -> Step:
    """Put a step into other words. Raises Refused without any."""
    words = one_line(storable(words), LONGEST)
    if not words:
        raise Refused(_("Write what is to be done."))
    must_answer(by)
    with transaction.atomic():
        step = _as_it_stands(step)
        before, step.words = step.words, words
        return step if words == before else _kept(step, "step.changed", by, before=before)


def move(step: Step, *, by: Advisor, up: bool) -> Step:
    """Move a step one place up or down; at the end of the list it stays."""
    must_answer(by)
    with transaction.atomic():
        Case.objects.locked(step.checklist.case_id)
        steps = list(step.checklist.steps.filter(removed_at=None))
        at = [one.pk for one in steps].index(step.pk)
        to = at - 1 if up else at + 1
        if not 0 <= to < len(steps):
            return step
        steps.insert(to, steps.pop(at))
        for position, one in enumerate(steps):
            one.position = position
        Step.objects.bulk_update(steps, ["position"])
        return _kept(steps[to], "step.moved", by, up=up)


def remove_step(step: Step, *, by: Advisor) -> Step:
    """Take a step out; it can be put back."""
    step.removed_at = clock.now()
    return _kept(step, "step.removed", by)


def restore_step(step: Step, *, by: Advisor) -> Step:
    """Put a step back that was taken out."""
    step.removed_at = None
    return _kept(step, "step.restored", by)


def report_lack(step: Step, *, by: Advisor, words: str = "") -> Snag:
    """Tell those who lead that the tool for a step is missing: a note on its procedure, which knows nobody's name.

    Raises Refused where the checklist was made by hand: no procedure is there to be mended.
    """
    must_answer(by)
    procedure = step.checklist.procedure
    if procedure is None:
        raise Refused(_("This checklist was made by hand; there is no procedure to mend."))
    words = one_line(storable(words), LONGEST)
    with transaction.atomic():
        snag, is_new = Snag.objects.get_or_create(
            procedure=procedure, kind=Snag.Kind.LACK, step=step.words, words=words, is_mended=False
        )
        if is_new:
            record("procedure.lacked", procedure, by="system", snag=snag.pk, called=procedure.name, step=step.words)
    return snag


def _as_it_stands(step: Step) -> Step:
    """Get a step as it is once nobody else changes its case. Raises Refused where its checklist goes on no more."""
    Case.objects.locked(step.checklist.case_id)
    step = Step.objects.select_related("checklist").get(pk=step.pk)
    if step.removed_at or step.checklist.removed_at or step.checklist.left_at:
        raise Refused(_("This checklist was left, or the step taken out: go on with it first."))
    return step


def _kept(step: Step, name: str, by: Advisor, **facts: Any) -> Step:
    must_answer(by)
    with transaction.atomic():
        case = Case.objects.locked(step.checklist.case_id)
        step.save()
        record(
            name, step, by=by, step=step.pk, words=step.words, called=step.checklist.name, team=case.team_id, **facts
        )
    return step
