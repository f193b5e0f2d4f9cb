"""Saying that a case is spam, and that it is none."""

from django.http import HttpResponse

from petitevoix.cases.actions.clearing import clear
from petitevoix.cases.actions.spamming import spam
from petitevoix.web.workspace.cases.page import acted, visible_case
from petitevoix.web.workspace.door import StaffRequest, staff


@staff("POST")
def spamming(request: StaffRequest, reference: str) -> HttpResponse:
    """Put a case in Spam."""
    case = visible_case(request, reference)
    return acted(request, case, lambda: spam(case, by=request.user))


@staff("POST")
def clearing(request: StaffRequest, reference: str) -> HttpResponse:
    """Bring a case back out of Spam, as it was."""
    case = visible_case(request, reference)
    return acted(request, case, lambda: clear(case, by=request.user))
