"""A draft looked at while it is written: what to read again, and which questions it seems to answer."""

from django.http import HttpResponse

from petitevoix.cases.actions.addressing import addresses
from petitevoix.cases.actions.looking import look_at
from petitevoix.cases.refusals import Refused
from petitevoix.web.shared.htmx import blocks
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.cases.forms import marks_in, readers_in
from petitevoix.web.workspace.cases.found import found, lacks
from petitevoix.web.workspace.cases.page import TEMPLATE, visible_case
from petitevoix.web.workspace.door import StaffRequest, staff


@staff("POST")
def review(request: StaffRequest, reference: str) -> HttpResponse:
    """Look at a draft; nothing of it is kept."""
    case = visible_case(request, reference)
    words = request.POST.get("words", "").replace("\r\n", "\n").strip()
    try:
        to = addresses(case, **readers_in(request.POST))
        seen = look_at(case, words, by=request.user, marks=marks_in(request.POST), to=to)
    except Refused as refusal:
        return HttpResponse(str(refusal), status=422)
    rows = found(seen.findings, words, case.language or page_language())
    left = lacks(seen.findings).keys() - set(seen.answered)
    return blocks(request, TEMPLATE, "findings", found=rows, answered=seen.answered, left=len(left))
