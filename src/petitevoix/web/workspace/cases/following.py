"""Following a case, and whom a note in it can call by `@`."""

from django.http import HttpResponse, JsonResponse

from petitevoix.cases.actions.following import follow, unfollow
from petitevoix.cases.actions.mentioning import offers
from petitevoix.web.workspace.cases.page import done, visible_case
from petitevoix.web.workspace.door import StaffRequest, staff


@staff("POST")
def following(request: StaffRequest, reference: str) -> HttpResponse:
    """Follow a case."""
    return done(request, follow(visible_case(request, reference), by=request.user))


@staff("POST")
def ending(request: StaffRequest, reference: str) -> HttpResponse:
    """Follow a case no more."""
    return done(request, unfollow(visible_case(request, reference), by=request.user))


@staff("GET")
def colleagues(request: StaffRequest, reference: str) -> JsonResponse:
    """Offer colleagues and teams who may see the case, as one types their name."""
    case = visible_case(request, reference)
    found = offers(case, request.GET.get("q", ""), by=request.user)
    told = {"offers": [{"name": one.name, "team": one.is_team} for one in found]}
    return JsonResponse(told, headers={"Cache-Control": "no-store"})
