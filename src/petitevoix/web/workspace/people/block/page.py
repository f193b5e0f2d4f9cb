"""The block of a person, and what those who lead have to read and decide."""

from datetime import datetime, time, timedelta
from typing import Any

from django.contrib import messages
from django.contrib.messages import get_messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.cases.access import person_opened
from petitevoix.cases.actions import blocking, withholding
from petitevoix.cases.models import Block, Withheld
from petitevoix.cases.refusals import Refused
from petitevoix.kit import clock
from petitevoix.kit.words import zone
from petitevoix.people.models import Person
from petitevoix.web.shared.htmx import page
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.people.person.page import kept, visible
from petitevoix.web.workspace.settings.frame import leads

MOST = 100


@staff("GET", "POST")
def show(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the block of a person, or propose one."""
    person = visible(request, pk)
    if request.method == "GET":
        return _draw(request, person)
    try:
        reason, until = request.POST.get("reason", ""), _end_of(request.POST.get("until", ""))
        made = blocking.block(person, by=request.user, reason=reason, until=until)
    except Refused as refused:
        return _draw(request, person, refused=str(refused))
    decided, proposed = _("It is decided, and the person is written to."), _("It is proposed to those who lead.")
    return kept(request, person, decided if made.decided_at else proposed)


@staff("POST")
def decide(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    """Agree to a block, decline it, lift it, or answer an appeal."""
    person = visible(request, pk)
    block = get_object_or_404(Block.objects.filter(ended_at=None), person=person)
    try:
        if act == "decision":
            blocking.decide(block, by=request.user, agreed=request.POST.get("agreed") == "1")
        elif act == "lifting":
            blocking.lift(block, by=request.user)
        else:
            stays, words = request.POST.get("stays") == "1", request.POST.get("words", "")
            blocking.answer_appeal(block, by=request.user, words=words, stays=stays)
    except Refused as refused:
        return _draw(request, person, refused=str(refused))
    return kept(request, person)


@leads("GET")
def waiting(request: StaffRequest) -> HttpResponse:
    """List what those who lead have to do: blocks to decide, appeals to answer, words to read."""
    both = Block.objects.select_related("person", "proposed_by", "decided_by").order_by("pk")
    to_read = Withheld.objects.unread().select_related("message__case", "message__person", "block")
    known: dict[str, Any] = {
        "proposed": both.to_decide()[:MOST], "appealed": both.appealed()[:MOST],
        "to_read": to_read.order_by("pk")[:MOST],
        "said": list(get_messages(request)),
    }  # fmt: skip
    return page(request, "workspace/people/block/waiting.html", **known)


@leads("POST")
def read(request: StaffRequest, number: int) -> HttpResponse:
    """Say that withheld words were read, and whether an advisor is to answer them."""
    withheld = get_object_or_404(Withheld, pk=number)
    to_the_queue = request.POST.get("queue") == "1"
    withholding.let_through(withheld, by=request.user, to_the_queue=to_the_queue)
    messages.success(request, _("It waits for an answer now.") if to_the_queue else _("Read."))
    return HttpResponseRedirect("/desk/people/blocks/")


def _draw(request: StaffRequest, person: Person, refused: str = "") -> HttpResponse:
    person_opened(person, by=request.user)
    rows = Block.objects.filter(person=person).select_related("proposed_by", "decided_by", "answered_by")
    blocks = list(rows.order_by("-pk")[:20])
    today = clock.now().astimezone(zone()).date()
    now_on = next((one for one in blocks if one.ended_at is None), None)
    known = {
        "person": person, "refused": refused, "given": request.POST, "blocks": blocks, "now_on": now_on,
        "judges": now_on and blocking.may_judge(now_on, request.user),
        "first_day": (today + timedelta(days=1)).isoformat(), "last_day": (today + timedelta(days=92)).isoformat(),
        "in_two_weeks": (today + timedelta(days=14)).isoformat(),
    }  # fmt: skip
    return page(request, "workspace/people/block/block.html", status=422 if refused else 200, **known)


def _end_of(day: str) -> datetime:
    try:
        return datetime.combine(datetime.strptime(day, "%Y-%m-%d").date(), time(18), zone())  # noqa: DTZ007
    except ValueError:
        raise Refused(_("A block ends on a day to come, within three months.")) from None
