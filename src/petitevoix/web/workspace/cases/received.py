"""What one presses about a case that was received or is held out: read it, give it back, leave it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from petitevoix.cases.actions.offering import give_back, leave_offer
from petitevoix.cases.actions.summarising import read_summary
from petitevoix.cases.models import Offer
from petitevoix.web.workspace.cases.page import acted, visible_case
from petitevoix.web.workspace.door import StaffRequest, staff


@staff("POST")
def reading(request: StaffRequest, reference: str) -> HttpResponse:
    """Say that one has read the summary."""
    case = visible_case(request, reference)
    return acted(request, case, lambda: read_summary(case, by=request.user))


@staff("POST")
def giving_back(request: StaffRequest, reference: str) -> HttpResponse:
    """Give a case back to the team, without a reason."""
    case = visible_case(request, reference)
    return acted(request, case, lambda: give_back(case, by=request.user))


@staff("POST")
def leaving(request: StaffRequest, reference: str) -> HttpResponse:
    """Leave what was held out to others."""
    case = visible_case(request, reference)
    held_out = get_object_or_404(Offer, case=case, advisor=request.user)
    return acted(request, case, lambda: leave_offer(held_out, by=request.user))
