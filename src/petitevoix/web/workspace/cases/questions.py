"""The questions of a case, put right by who answers: added, put into better words, set aside, taken up again."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from petitevoix.cases.actions.asking import add_question, dismiss_question, edit_question, restore_question
from petitevoix.cases.models import Case, Question
from petitevoix.cases.refusals import Refused
from petitevoix.web.workspace.cases.page import done, refused, visible_case, whole
from petitevoix.web.workspace.door import StaffRequest, staff


@staff("POST")
def add(request: StaffRequest, reference: str) -> HttpResponse:
    """Add a question that was missed."""
    case = visible_case(request, reference)
    return _do(request, case, lambda: add_question(case, by=request.user, words=_given(request, "question")))


@staff("POST")
def change(request: StaffRequest, reference: str, question: int) -> HttpResponse:
    """Put a question into better words."""
    words = _given(request, f"question-{question}")
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
    return _do(request, case, lambda: act(question))


def _given(request: StaffRequest, name: str) -> str:
    """Give the words of a question: they have a name of their own where they came with a reply being written."""
    return request.POST.get(name, "" if _is_with_reply(request) else request.POST.get("words", ""))


def _is_with_reply(request: StaffRequest) -> bool:
    return "seen" in request.POST  # what the form of a reply carries


def _do(request: StaffRequest, case: Case, act: Callable[[], object]) -> HttpResponse:
    """Do one act; a reply that was being written comes back as it was, with its marks."""
    reply = request.POST.get("words", "").replace("\r\n", "\n") if _is_with_reply(request) else ""
    try:
        act()
    except Refused as refusal:
        return refused(request, case, str(refusal), reply=reply)
    if _is_with_reply(request):
        return whole(request, case, kept={"reply": reply}, given=request.POST)
    return done(request, case)
