"""Macros in a case: looked for, seen as they would go, done as one."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from petitevoix.cases.actions.macros import rehearse, run
from petitevoix.cases.models import Case, Draft, Macro
from petitevoix.cases.refusals import Refused
from petitevoix.web.shared.htmx import blocks, page
from petitevoix.web.workspace.cases.page import done, refused, visible_case
from petitevoix.web.workspace.door import StaffRequest, staff

TEMPLATE = "workspace/cases/macros.html"
MOST = 100  # whoever has more looks for them by name


@staff("GET")
def choose(request: StaffRequest, reference: str) -> HttpResponse:
    """List the macros one may use, those called as asked."""
    case, asked = visible_case(request, reference), request.GET.get("q", "")[:100]
    found = Macro.objects.in_use().visible_to(request.user).called(asked)[:MOST]
    return _draw(request, case, "found", macros=found, asked=asked)


@staff("GET", "POST")
def one(request: StaffRequest, reference: str, macro: int) -> HttpResponse:
    """Show what a macro would do here, or do it."""
    case = visible_case(request, reference)
    visible = Macro.objects.in_use().visible_to(request.user)
    chosen = get_object_or_404(visible, pk=macro)
    try:
        if request.method == "POST":
            run(case, chosen, by=request.user)
            return done(request, case)
        planned = rehearse(case, chosen, by=request.user)
    except Refused as refusal:
        return refused(request, case, refusal)
    behind = Draft.objects.of(case, request.user).get(Draft.Mode.REPLY)
    return _draw(request, case, "planned", macro=chosen, plan=planned, behind=bool(behind and behind.words.strip()))


def _draw(request: StaffRequest, case: Case, part: str, **context: Any) -> HttpResponse:
    inside = request.headers.get("HX-Request") == "true"  # in the window of the case
    known: dict[str, Any] = {"case": case, "base": f"/desk/cases/{case.reference}/", "inside": inside, **context}
    if inside:
        return blocks(request, TEMPLATE, part, **known)
    return page(request, TEMPLATE, **known)
