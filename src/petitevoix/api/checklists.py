"""Checklists of cases, for programs: read, added, ticked."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Router

from petitevoix.api import macro_schemas as shapes
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import me, the_case
from petitevoix.api.idempotency import once
from petitevoix.api.paging import LARGEST, Digits
from petitevoix.api.problems import unknown
from petitevoix.api.telling import answer, moment
from petitevoix.cases import access
from petitevoix.cases.actions.checklists import add_checklist, add_procedure
from petitevoix.cases.actions.steps import tick
from petitevoix.cases.models import Checklist, Procedure, Step

router = Router(tags=["checklists"])
NUMBER = Path(..., ge=1, le=LARGEST)


@router.get("/cases/{reference}/checklists", auth=Bearer("cases:read"), response=shapes.Checklists)
def list_checklists(request: Call, reference: str) -> HttpResponse:
    """Read the checklists of a case; the reading is recorded."""
    case = the_case(request, reference)
    access.opened(case, by=me(request), token=request.auth.pk)
    found = case.checklists.filter(removed_at=None).prefetch_related("steps__done_by")
    return answer({"items": [_told(one) for one in found]})


@router.post("/cases/{reference}/checklists", auth=Bearer("cases:write"), response={201: shapes.Checklist})
@once
def add_to_case(request: Call, reference: str, body: shapes.NewChecklist) -> HttpResponse:
    """Add a checklist to a case: made of a procedure, or of a name and steps."""
    case = the_case(request, reference)
    if body.procedure:
        procedure = Procedure.objects.in_use().visible_to(me(request)).filter(pk=body.procedure).first()
        if procedure is None:
            raise unknown("procedure", "No procedure here has this number.")
        return answer(_told(add_procedure(case, procedure, by=me(request))), 201)
    return answer(_told(add_checklist(case, by=me(request), name=body.name, steps=body.steps)), 201)


@router.post("/cases/{reference}/steps/{number}", auth=Bearer("cases:write"), response={200: shapes.Step})
@once
def tick_step(request: Call, reference: str, body: shapes.TickStep, number: Digits = NUMBER) -> HttpResponse:
    """Say that a step is done or not, and what came of it; what is left out stays."""
    there = Step.objects.filter(
        checklist__case=the_case(request, reference), checklist__removed_at=None, removed_at=None
    )
    step = get_object_or_404(there.select_related("checklist", "done_by"), pk=number)
    is_done = bool(step.done_at) if body.done is None else body.done
    return answer(_step_told(tick(step, by=me(request), is_done=is_done, result=body.result)))


def _told(one: Checklist) -> dict[str, Any]:
    return {
        "id": one.pk, "name": one.name, "procedure": one.procedure_id, "left": one.left_why if one.left_at else None,
        "steps": [_step_told(step) for step in one.steps.all() if step.removed_at is None],
    }  # fmt: skip


def _step_told(step: Step) -> dict[str, Any]:
    return {
        "id": step.pk, "words": step.words, "link": step.link, "ready_answer": step.answer_id,
        "done_at": moment(step.done_at), "done_by": step.done_by and {"id": step.done_by.pk, "name": step.done_by.name},
        "result": step.result,
    }  # fmt: skip
