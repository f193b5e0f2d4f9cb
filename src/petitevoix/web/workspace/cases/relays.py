"""What third parties hold of a case: begun, read and written to, closed; words forwarded to somebody outside."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404

from petitevoix.cases import relay_letters
from petitevoix.cases.actions import relaying
from petitevoix.cases.models import Case, Message, Relay
from petitevoix.cases.refusals import Refused
from petitevoix.people.models import Advisor
from petitevoix.web.shared.htmx import page
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.cases.forms import end_of
from petitevoix.web.workspace.cases.held import line
from petitevoix.web.workspace.cases.page import visible_case
from petitevoix.web.workspace.cases.thread import arrived
from petitevoix.web.workspace.door import StaffRequest, staff


@staff("GET", "POST")
def relays(request: StaffRequest, reference: str) -> HttpResponse:
    """Hand a part of the work to a third party."""
    case = visible_case(request, reference)
    if request.method == "GET":
        return _ask(request, case)
    given = request.POST
    follower = given.get("follower", "")
    try:
        relaying.start(
            case, by=request.user, email=given.get("email", ""), name=given.get("name", ""),
            awaited=given.get("awaited", ""), words=_text(given.get("words", "")), next_at=_next(given),
            told=given.get("told", ""), tell_person="tell" in given, rest="rest" in given,
            follower=Advisor.objects.active().filter(pk=int(follower)).first() if follower.isdecimal() else None,
        )  # fmt: skip
    except Refused as refusal:
        return _ask(request, case, str(refusal))
    return HttpResponseRedirect(f"/desk/cases/{case.reference}/")


@staff("GET", "POST")
def relay(request: StaffRequest, reference: str, relay: int) -> HttpResponse:
    """Read a side conversation, and write to the third party again."""
    case = visible_case(request, reference)
    held = get_object_or_404(case.relays.told(), pk=relay)
    if request.method == "GET":
        return _show(request, case, held)
    words = _text(request.POST.get("words", ""))
    try:
        relaying.write(held, by=request.user, words=words, next_at=_next(request.POST))
    except Refused as refusal:
        return _show(request, case, held, str(refusal))
    return HttpResponseRedirect(f"/desk/cases/{case.reference}/")


@staff("POST")
def relay_closing(request: StaffRequest, reference: str, relay: int) -> HttpResponse:
    """Close a relay with what came of it."""
    case = visible_case(request, reference)
    held = get_object_or_404(case.relays.told(), pk=relay)
    try:
        relaying.close(held, by=request.user, result=request.POST.get("result", ""))
    except Refused as refusal:
        return _show(request, case, held, str(refusal))
    return HttpResponseRedirect(f"/desk/cases/{case.reference}/")


@staff("GET", "POST")
def forwarding(request: StaffRequest, reference: str, message: int) -> HttpResponse:
    """Forward words of a case to somebody outside, with a word of ours and the files chosen."""
    case = visible_case(request, reference)
    open_to_all = case.messages.told().let_through()
    said = get_object_or_404(open_to_all.filter(relay=None).exclude(voice=Message.Voice.NOTE), pk=message)
    if request.method == "GET":
        return _ask(request, case, said=said)
    given, chosen = request.POST, set(request.POST.getlist("file"))
    try:
        relaying.forward(
            said, by=request.user, email=given.get("email", ""), name=given.get("name", ""),
            words=_text(given.get("words", "")), awaited=given.get("awaited", ""), next_at=_next(given),
            files=[file for file in said.attachments.all() if str(file.pk) in chosen],
        )  # fmt: skip
    except Refused as refusal:
        return _ask(request, case, str(refusal), said)
    return HttpResponseRedirect(f"/desk/cases/{case.reference}/")


def _ask(request: StaffRequest, case: Case, refusal: str = "", said: Message | None = None) -> HttpResponse:
    return page(
        request, "workspace/cases/relay_new.html", status=422 if refusal else 200, case=case, refusal=refusal,
        base=f"/desk/cases/{case.reference}/", given=request.POST, said=said, person=case.person,
        files=list(said.attachments.all()) if said else [], colleagues=list(_answering()),
    )  # fmt: skip


def _answering() -> Any:
    roles = [Advisor.Role.MAKER, Advisor.Role.KEEPER]
    return Advisor.objects.active().exclude(role__in=roles).values_list("pk", "name")


def _show(request: StaffRequest, case: Case, held: Relay, refusal: str = "") -> HttpResponse:
    spoken = page_language()
    letters = list(held.messages.told().select_related("case"))
    return page(
        request, "workspace/cases/relay.html", status=422 if refusal else 200, case=case, relay=held, refusal=refusal,
        base=f"/desk/cases/{case.reference}/", given=request.POST, line=line(held, spoken),
        letters=arrived(letters, request.user), plainly=relay_letters.plainly(held, spoken), person=case.person,
    )  # fmt: skip


def _next(given: Any) -> datetime | None:
    return end_of(given.get("next", ""))


def _text(words: str) -> str:
    return words.replace("\r\n", "\n")
