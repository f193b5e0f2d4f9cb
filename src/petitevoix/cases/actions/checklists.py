"""Checklists of a case: added, taken out, left where they do not suit, and taken up again."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.actions.procedures import LONGEST, MOST_STEPS, step_of
from petitevoix.cases.models import Case, Checklist, Procedure, Snag, Step
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.text import one_line, storable
from petitevoix.people.models import Advisor

MOST = 20  # in one case


def add_procedure(case: Case, procedure: Procedure, *, by: Advisor) -> Checklist:
    """Put a checklist made of a procedure into a case. Raises Refused: too many, or put away meanwhile."""
    if procedure.put_away_at:
        raise Refused(_("This procedure was put away."))
    steps = [Step(words=one["words"], link=one.get("link", ""), answer_id=one.get("answer")) for one in procedure.steps]
    return _add(case, Checklist(name=procedure.name, procedure=procedure), steps, by=by)


def add_checklist(case: Case, *, by: Advisor, name: str, steps: Sequence[str]) -> Checklist:
    """Put a checklist of one's own into a case. Raises Refused: no name, no steps, too many."""
    name = one_line(storable(name), 80)
    written = [words for one in steps if (words := step_of({"words": one}, by=by)["words"])]
    if not name:
        raise Refused(_("Give the checklist a name."))
    if not written:
        raise Refused(_("Write its first step."))
    return _add(case, Checklist(name=name), [Step(words=words) for words in written], by=by)


def remove_checklist(checklist: Checklist, *, by: Advisor) -> Checklist:
    """Take a checklist out of its case; it can be put back."""
    return _turn(checklist, "checklist.removed", by, removed_at=clock.now())


def restore_checklist(checklist: Checklist, *, by: Advisor) -> Checklist:
    """Put a checklist back that was taken out."""
    return _turn(checklist, "checklist.restored", by, removed_at=None)


def leave(checklist: Checklist, *, by: Advisor, why: str) -> Checklist:
    """Leave a checklist at the step where it stands, with a short reason, which its procedure is mended by.

    Leaving is never a fault: the procedure hears why, and not of whom. Raises Refused without a reason.
    """
    must_answer(by)
    why = one_line(storable(why), LONGEST)
    if not why:
        raise Refused(_("Say in a few words what does not suit: it is what the procedure is mended by."))
    with transaction.atomic():
        Case.objects.locked(checklist.case_id)
        checklist = Checklist.objects.select_related("procedure").get(pk=checklist.pk)
        if checklist.left_at is None:
            step = checklist.steps.filter(removed_at=None, done_at=None).first()
            at = step.words if step else ""
            if checklist.procedure:
                checklist.snag = Snag.objects.create(
                    procedure=checklist.procedure, kind=Snag.Kind.LEFT, step=at, words=why
                )
            checklist = _turn(checklist, "checklist.left", by, left_at=clock.now(), left_why=why, step=at)
    return checklist


def take_up(checklist: Checklist, *, by: Advisor) -> Checklist:
    """Go on with a checklist that was left; what leaving it said is unsaid."""
    must_answer(by)
    with transaction.atomic():
        Snag.objects.filter(pk=checklist.snag_id or 0, is_mended=False).delete()
        checklist.snag = None
        return _turn(checklist, "checklist.resumed", by, left_at=None, left_why="")


def still_open(case: Case) -> int:
    """Count the steps of a case that wait: neither done, nor of a checklist that was left or taken out."""
    lists = Checklist.objects.filter(case=case, removed_at=None, left_at=None)
    return Step.objects.filter(checklist__in=lists, removed_at=None, done_at=None).count()


def _add(case: Case, checklist: Checklist, steps: Sequence[Step], *, by: Advisor) -> Checklist:
    must_answer(by)
    if len(steps) > MOST_STEPS:
        raise Refused(_("A checklist has at most %(most)s steps.") % {"most": MOST_STEPS})
    with transaction.atomic():
        checklist.case = Case.objects.locked(case.pk)
        if checklist.case.checklists.filter(removed_at=None).count() >= MOST:
            raise Refused(_("A case carries %(most)s checklists at most.") % {"most": MOST})
        checklist.save()
        for position, step in enumerate(steps):
            step.checklist, step.position = checklist, position
        Step.objects.bulk_create(steps)
        record(
            "checklist.added", checklist, by=by, called=checklist.name, checklist=checklist.pk,
            procedure=checklist.procedure_id, team=checklist.case.team_id,
        )  # fmt: skip
    return checklist


def _turn(checklist: Checklist, name: str, by: Advisor, step: str = "", **fields: object) -> Checklist:
    must_answer(by)
    with transaction.atomic():
        case = Case.objects.locked(checklist.case_id)
        for field, value in fields.items():
            setattr(checklist, field, value)
        checklist.save(update_fields=[*fields, "snag"])
        left: dict[str, Any] = {"why": checklist.left_why, "step": step} if name == "checklist.left" else {}
        record(name, checklist, by=by, called=checklist.name, checklist=checklist.pk, team=case.team_id, **left)
    return checklist
