"""Drafts that are shared: one's own shown or not, a colleague's beside where one writes, and taken over."""

from django.http import HttpResponse, HttpResponseRedirect

from petitevoix.cases.actions.drafting import keep_words
from petitevoix.cases.actions.sharing import share, take_over, unshare
from petitevoix.cases.models import Case, Draft
from petitevoix.cases.refusals import Refused
from petitevoix.web.shared.htmx import blocks
from petitevoix.web.workspace.cases.page import TEMPLATE, acted, refused, visible_case
from petitevoix.web.workspace.door import StaffRequest, staff


@staff("POST")
def sharing(request: StaffRequest, reference: str) -> HttpResponse:
    """Show my draft to colleagues; without a script its words come along, and are kept."""
    case = visible_case(request, reference)
    try:
        if "words" in request.POST:
            words = request.POST["words"].replace("\r\n", "\n")
            keep_words(case, by=request.user, mode=Draft.Mode.REPLY, words=words)
        share(case, by=request.user)
    except Refused as refusal:
        return refused(request, case, refusal, reply=request.POST.get("words", ""))
    return _stands(request, case, is_shared=True)


@staff("POST")
def ending(request: StaffRequest, reference: str) -> HttpResponse:
    """Show my draft to nobody any more."""
    case = visible_case(request, reference)
    unshare(case, by=request.user)
    return _stands(request, case, is_shared=False)


@staff("POST")
def taking(request: StaffRequest, reference: str, draft: int) -> HttpResponse:
    """Take the draft of a colleague over into my own reply."""
    case = visible_case(request, reference)
    return acted(request, case, lambda: take_over(case, draft, by=request.user))


def _stands(request: StaffRequest, case: Case, *, is_shared: bool) -> HttpResponse:
    if request.headers.get("HX-Request") != "true":
        return HttpResponseRedirect(f"/desk/cases/{case.reference}/")
    return blocks(request, TEMPLATE, "sharing", base=f"/desk/cases/{case.reference}/", is_shared=is_shared)
