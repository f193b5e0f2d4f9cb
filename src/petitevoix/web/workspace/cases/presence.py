"""Who else is here: each open page says what it does, and hears who else does."""

from django.http import HttpResponse

from petitevoix.cases.actions.being_here import be_here, leave
from petitevoix.cases.actions.mentioning import read_here
from petitevoix.cases.models import Presence
from petitevoix.web.shared.htmx import blocks
from petitevoix.web.workspace.cases.page import TEMPLATE, visible_case
from petitevoix.web.workspace.cases.shared_drafts import shared_drafts
from petitevoix.web.workspace.door import StaffRequest, staff


@staff("GET", "POST")
def presence(request: StaffRequest, reference: str) -> HttpResponse:
    """Say that one reads or writes here, or has left; hear who else is here."""
    case = visible_case(request, reference)
    doing = request.POST.get("doing", "")
    if doing in Presence.Doing.values:
        be_here(case, by=request.user, doing=doing)
        read_here(case, by=request.user)
    elif request.method == "POST":
        leave(case, by=request.user)
    others = case.presences.here().exclude(advisor=request.user)
    here = [(other.advisor.name, other.doing) for other in others]
    shared = shared_drafts(case, request.user)
    base = f"/desk/cases/{case.reference}/"
    return blocks(request, TEMPLATE, "presence", "shared", others_here=here, shared=shared, base=base)
