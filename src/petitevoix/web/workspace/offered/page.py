"""What is held out to me: cases of persons I have answered before, and of what I say that I am good at; and a hand."""

from datetime import datetime
from typing import NamedTuple

from django.http import HttpResponse

from petitevoix.care.models import Hand
from petitevoix.cases.models import Offer
from petitevoix.kit import clock, words
from petitevoix.web.shared.htmx import blocks, page
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.load.rows import hand_row

TEMPLATE, MOST = "workspace/offered/offered.html", 20


class Row(NamedTuple):
    path: str
    title: str
    language: str
    who: str
    because: str
    word: str
    until: str
    wait: str


@staff("GET")
def show(request: StaffRequest) -> HttpResponse:
    """List what is held out to me, the longest waiting first; nothing while I say that nothing new comes to me."""
    found = Offer.objects.to(request.user)[:MOST] if request.user.takes_new_cases else []
    rows = [_row(one, page_language(), clock.now()) for one in found]
    asked = [hand_row(one, request.user) for one in Hand.objects.shown_to(request.user).filter(advisor=request.user)]
    if request.headers.get("HX-Request") == "true":
        return blocks(request, TEMPLATE, "rows", offered=rows, hands=asked, is_part=True)
    return page(request, TEMPLATE, offered=rows, hands=asked)


def _row(offer: Offer, spoken: str, now: datetime) -> Row:
    case = offer.case
    return Row(
        path=f"/desk/cases/{case.reference}/",
        title=case.title,
        language=case.language if case.language != spoken else "",
        who=case.person.name or case.person.email,
        because=offer.because,
        word=offer.word,
        until=words.moment(offer.until, spoken) if offer.until else "",
        wait=words.span(now - (case.waiting_since or now), spoken),
    )
