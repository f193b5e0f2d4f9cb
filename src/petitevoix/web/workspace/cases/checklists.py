"""Checklists in a case: added, ticked with what came of it, put into order, left with a reason."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from petitevoix.cases.actions import checklists as lists
from petitevoix.cases.actions import steps
from petitevoix.cases.models import Case, Checklist, Procedure, Step
from petitevoix.kit import ids
from petitevoix.web.workspace.cases.listed import QUIET
from petitevoix.web.workspace.cases.page import acted, done, visible_case
from petitevoix.web.workspace.door import StaffRequest, staff

SHIFT = timedelta(hours=12)


@staff("POST")
def add(request: StaffRequest, reference: str) -> HttpResponse:
    """Add a checklist: made of a procedure, or of steps as they were typed, one a line."""
    case, sent = visible_case(request, reference), request.POST
    if number := sent.get("procedure", ""):
        visible = Procedure.objects.in_use().visible_to(request.user)
        procedure = get_object_or_404(visible, pk=ids.number(number) or 0)
        return acted(request, case, lambda: lists.add_procedure(case, procedure, by=request.user))
    name, typed = sent.get("name", ""), sent.get("steps", "").splitlines()
    return acted(request, case, lambda: lists.add_checklist(case, by=request.user, name=name, steps=typed))


@staff("POST")
def offers(request: StaffRequest, reference: str) -> HttpResponse:
    """Offer no checklist unasked for the rest of the shift, or do so again."""
    case, is_quiet = visible_case(request, reference), request.POST.get("offers") == "no"
    answer = done(request, case, is_quiet=is_quiet)
    if is_quiet:
        answer.set_cookie(QUIET, "1", max_age=SHIFT, httponly=True, samesite="Lax", secure=request.is_secure())
    else:
        answer.delete_cookie(QUIET, samesite="Lax")
    return answer


@staff("POST")
def remove(request: StaffRequest, reference: str, checklist: int) -> HttpResponse:
    """Take a checklist out."""
    case, found = _list(request, reference, checklist)
    return acted(request, case, lambda: lists.remove_checklist(found, by=request.user))


@staff("POST")
def leave(request: StaffRequest, reference: str, checklist: int) -> HttpResponse:
    """Leave a checklist with a short reason."""
    case, found = _list(request, reference, checklist)
    return acted(request, case, lambda: lists.leave(found, by=request.user, why=request.POST.get("why", "")))


@staff("POST")
def take_up(request: StaffRequest, reference: str, checklist: int) -> HttpResponse:
    """Go on with a checklist that was left."""
    case, found = _list(request, reference, checklist)
    return acted(request, case, lambda: lists.take_up(found, by=request.user))


@staff("POST")
def add_step(request: StaffRequest, reference: str, checklist: int) -> HttpResponse:
    """Add a step at the end."""
    case, found = _list(request, reference, checklist)
    return acted(request, case, lambda: steps.add_step(found, by=request.user, words=request.POST.get("words", "")))


@staff("POST")
def tick(request: StaffRequest, reference: str, step: int) -> HttpResponse:
    """Say that a step is done, or is not after all, or what came of it."""
    case, found = _step(request, reference, step)
    is_done = request.POST.get("done", "yes" if found.done_at else "") == "yes"
    return acted(
        request, case, lambda: steps.tick(found, by=request.user, is_done=is_done, result=request.POST.get("result"))
    )


@staff("POST")
def reword(request: StaffRequest, reference: str, step: int) -> HttpResponse:
    """Put a step into other words."""
    case, found = _step(request, reference, step)
    return acted(request, case, lambda: steps.reword(found, by=request.user, words=request.POST.get("words", "")))


@staff("POST")
def place(request: StaffRequest, reference: str, step: int) -> HttpResponse:
    """Move a step one place up or down."""
    case, found = _step(request, reference, step)
    return acted(request, case, lambda: steps.move(found, by=request.user, up=request.POST.get("to") == "up"))


@staff("POST")
def remove_step(request: StaffRequest, reference: str, step: int) -> HttpResponse:
    """Take a step out."""
    case, found = _step(request, reference, step)
    return acted(request, case, lambda: steps.remove_step(found, by=request.user))


@staff("POST")
def lack(request: StaffRequest, reference: str, step: int) -> HttpResponse:
    """Tell those who lead that the tool for a step is missing."""
    case, found = _step(request, reference, step)
    return acted(request, case, lambda: steps.report_lack(found, by=request.user), reported=found.pk)


def _list(request: StaffRequest, reference: str, pk: int) -> tuple[Case, Checklist]:
    case = visible_case(request, reference)
    return case, get_object_or_404(case.checklists.filter(removed_at=None), pk=pk)


def _step(request: StaffRequest, reference: str, pk: int) -> tuple[Case, Step]:
    case = visible_case(request, reference)
    there = Step.objects.filter(checklist__case=case, checklist__removed_at=None, removed_at=None)
    return case, get_object_or_404(there.select_related("checklist__procedure"), pk=pk)
