"""The promises of a case: kept, or another date offered before the first is due."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.cases.actions.promising import keep, offer, reopen
from petitevoix.cases.models import Promise
from petitevoix.web.workspace.cases.forms import end_of
from petitevoix.web.workspace.cases.page import acted, refused, visible_case
from petitevoix.web.workspace.door import StaffRequest, staff


@staff("POST")
def keeping(request: StaffRequest, reference: str, promise: int) -> HttpResponse:
    """Say that a promise is kept."""
    case = visible_case(request, reference)
    made = get_object_or_404(Promise, case=case, pk=promise)
    return acted(request, case, lambda: keep(made, by=request.user, by_hand=True))


@staff("POST")
def reopening(request: StaffRequest, reference: str, promise: int) -> HttpResponse:
    """Take back that a promise was called kept."""
    case = visible_case(request, reference)
    made = get_object_or_404(Promise, case=case, pk=promise)
    return acted(request, case, lambda: reopen(made, by=request.user))


@staff("POST")
def offers(request: StaffRequest, reference: str, promise: int) -> HttpResponse:
    """Offer another date; until the person accepts it, the first binds."""
    case = visible_case(request, reference)
    made = get_object_or_404(Promise, case=case, pk=promise)
    due_at = end_of(request.POST.get("due", ""))
    if due_at is None:
        return refused(request, case, _("Say which day you offer."))
    return acted(
        request, case, lambda: offer(made, by=request.user, due_at=due_at, because=request.POST.get("because", ""))
    )
