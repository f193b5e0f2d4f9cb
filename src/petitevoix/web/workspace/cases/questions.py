"""The questions of a case, put right by who answers: added, put into better words, set aside, taken up again."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from petitevoix.cases.actions.asking import add_question, dismiss_question, edit_question, restore_question
from petitevoix.cases.models import Question
from petitevoix.cases.refusals import Refused
from petitevoix.web.workspace.cases.page import done, refused, visible_case
from petitevoix.web.workspace.door import StaffRequest, staff


@staff("POST")
def add(request: StaffRequest, reference: str) -> HttpResponse:
    """Add a question that was missed."""
    case = visible_case(request, reference)
    try:
        add_question(case, by=request.user, words=request.POST.get("words", ""))
    except Refused as refusal:
        return refused(request, case, str(refusal))
    return done(request, case)


@staff("POST")
def change(request: StaffRequest, reference: str, question: int) -> HttpResponse:
    """Put a question into better words."""
    words = request.POST.get("words", "")
    return _act(request, reference, question, lambda one: edit_question(one, by=request.user, words=words))


@staff("POST")
def dismissal(request: StaffRequest, reference: str, question: int) -> HttpResponse:
    """Say that this is no question."""
    return _act(request, reference, question, lambda one: dismiss_question(one, by=request.user))


@staff("POST")
def restoration(request: StaffRequest, reference: str, question: int) -> HttpResponse:
    """Say that it is one after all."""
    return _act(request, reference, question, lambda one: restore_question(one, by=request.user))


def _act(request: StaffRequest, reference: str, pk: int, act: Callable[[Question], object]) -> HttpResponse:
    case = visible_case(request, reference)
    question = get_object_or_404(Question, case=case, pk=pk)
    try:
        act(question)
    except Refused as refusal:
        return refused(request, case, str(refusal))
    return done(request, case)
