"""Setting a case aside until a time, and bringing it back."""

from datetime import date

from django.http import HttpResponse
from django.utils.translation import gettext as _

from petitevoix.cases.actions.snoozing import snooze, until_of, wake
from petitevoix.cases.refusals import Refused
from petitevoix.web.workspace.cases.page import acted, done, refused, visible_case
from petitevoix.web.workspace.door import StaffRequest, staff


@staff("POST")
def snoozing(request: StaffRequest, reference: str) -> HttpResponse:
    """Set a case aside: for three hours, until tomorrow, Monday, or the morning of a day."""
    case, sent = visible_case(request, reference), request.POST
    try:
        until = until_of(sent.get("until", ""), _day(sent.get("day", "")), hours=case.hours)
        if until is None:
            raise Refused(_("Say until when."))
        snooze(case, by=request.user, until=until, why=sent.get("why", ""))
    except Refused as refusal:
        return refused(request, case, refusal)
    return done(request, case)


@staff("POST")
def waking(request: StaffRequest, reference: str) -> HttpResponse:
    """Bring a case back among what waits."""
    case = visible_case(request, reference)
    return acted(request, case, lambda: wake(case, by=request.user))


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
