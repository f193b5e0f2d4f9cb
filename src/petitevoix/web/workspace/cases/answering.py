"""Replies and notes: sent, stopped, taken back, tried again."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.cases.actions.leaving import send_now
from petitevoix.cases.actions.noting import note, take_note_back
from petitevoix.cases.actions.replying import take_back
from petitevoix.cases.actions.stepping import step_out
from petitevoix.cases.actions.witnessing import call_witness
from petitevoix.cases.models import Draft, Message
from petitevoix.cases.refusals import Refused, Unseen
from petitevoix.delivery.actions import retry
from petitevoix.web.workspace.cases.drafting import keep_files
from petitevoix.web.workspace.cases.forms import LaterForm, NoteForm, ReplyForm, news_at, refusal_of
from petitevoix.web.workspace.cases.onward import go_on, onward
from petitevoix.web.workspace.cases.page import acted, done, refused, visible_case
from petitevoix.web.workspace.door import StaffRequest, staff


@staff("POST")
def replies(request: StaffRequest, reference: str) -> HttpResponse:
    """Send a reply; where something unseen has arrived it is shown instead, and the words stay."""
    case = visible_case(request, reference)
    form, words = ReplyForm(request.POST, case=case), request.POST.get("words", "")
    going_to = onward(request, case)
    try:
        keep_files(request, case, Draft.Mode.REPLY)
        if not form.is_valid():
            return refused(request, case, refusal_of(form), reply=words)
        message = form.send(by=request.user)
    except Refused as refusal:
        status = 409 if isinstance(refusal, Unseen) else 422
        return refused(request, case, refusal, status=status, reply=words)
    return go_on(request, going_to, message) if going_to else done(request, case)


@staff("POST")
def later(request: StaffRequest, reference: str) -> HttpResponse:
    """Promise the answer in writing for a time, in one gesture; what is being written stays a draft."""
    case = visible_case(request, reference)
    form = LaterForm(request.POST)
    try:
        if (
            not form.is_valid()
            or (until := news_at(form.cleaned_data["by"], form.cleaned_data["day"], case.hours)) is None
        ):
            return refused(request, case, _("Choose by when you answer in writing."))
        step_out(case, by=request.user, until=until, seen=form.cleaned_data["seen"])
    except Refused as refusal:
        return refused(request, case, refusal, status=409 if isinstance(refusal, Unseen) else 422)
    return done(request, case)


@staff("POST")
def notes(request: StaffRequest, reference: str) -> HttpResponse:
    """Write a note among us."""
    case = visible_case(request, reference)
    form, words = NoteForm(request.POST), request.POST.get("words", "")
    try:
        keep_files(request, case, Draft.Mode.NOTE)
        form.full_clean()
        draft = Draft.objects.of(case, request.user).get(Draft.Mode.NOTE)
        note(case, by=request.user, words=form.cleaned_data["words"], draft=draft)
    except Refused as refusal:
        return refused(request, case, str(refusal), note=words)
    return done(request, case)


@staff("POST")
def witness(request: StaffRequest, reference: str) -> HttpResponse:
    """Call a lead to come and see what is said in a case."""
    case = visible_case(request, reference)
    return acted(request, case, lambda: call_witness(case, by=request.user))


@staff("POST")
def withdrawal(request: StaffRequest, reference: str, message: int) -> HttpResponse:
    """Take a reply back before it leaves."""
    case = visible_case(request, reference)
    written = get_object_or_404(case.messages, pk=message)
    try:
        if written.voice == Message.Voice.NOTE:
            take_note_back(written, by=request.user)
        else:
            take_back(written, by=request.user)
    except Refused as refusal:
        return refused(request, case, str(refusal))
    return done(request, case, undone=0)


@staff("POST")
def haste(request: StaffRequest, reference: str, message: int) -> HttpResponse:
    """Send a reply that waits for its time now."""
    case = visible_case(request, reference)
    try:
        send_now(get_object_or_404(case.messages, pk=message), by=request.user)
    except Refused as refusal:
        return refused(request, case, str(refusal))
    return done(request, case)


@staff("POST")
def attempt(request: StaffRequest, reference: str, message: int) -> HttpResponse:
    """Try a letter that did not arrive once more."""
    case = visible_case(request, reference)
    written = get_object_or_404(case.messages.exclude(parcel=None).select_related("parcel"), pk=message)
    assert written.parcel  # those that have none are no page
    retry(written.parcel, by=request.user)
    return done(request, case)
