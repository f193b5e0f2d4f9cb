"""Saying that a case is spam, and that it is none."""

from collections.abc import Callable

from django.http import HttpResponse

from petitevoix.cases.actions.clearing import clear
from petitevoix.cases.actions.spamming import spam
from petitevoix.cases.models import Case
from petitevoix.cases.refusals import Refused
from petitevoix.people.models import Advisor
from petitevoix.web.workspace.cases.page import done, refused, visible_case
from petitevoix.web.workspace.door import StaffRequest, staff


@staff("POST")
def spamming(request: StaffRequest, reference: str) -> HttpResponse:
    """Put a case in Spam."""
    return _act(request, reference, spam)


@staff("POST")
def clearing(request: StaffRequest, reference: str) -> HttpResponse:
    """Bring a case back out of Spam, as it was."""
    return _act(request, reference, clear)


def _act(request: StaffRequest, reference: str, act: Callable[..., Case]) -> HttpResponse:
    by: Advisor = request.user
    case = visible_case(request, reference)
    try:
        act(case, by=by)
    except Refused as refusal:
        return refused(request, case, refusal)
    return done(request, case)
