"""Who reads a reply besides its person, recognised as one types."""

from django.http import HttpResponse

from petitevoix.cases.access import persons_visible_to
from petitevoix.cases.actions.taking_part import address
from petitevoix.cases.refusals import Refused
from petitevoix.web.shared.htmx import blocks
from petitevoix.web.workspace.cases.forms import addresses_in
from petitevoix.web.workspace.cases.page import TEMPLATE, visible_case
from petitevoix.web.workspace.door import StaffRequest, staff


@staff("POST")
def recognised(request: StaffRequest, reference: str) -> HttpResponse:
    """Say who is behind each address typed, as far as one may know, or what is wrong with it."""
    visible_case(request, reference)
    typed = [*addresses_in(request.POST.get("also", "")), *addresses_in(request.POST.get("bcc", ""))]
    return blocks(request, TEMPLATE, "recognised", recognised=[_who(one, request) for one in typed[:30]])


def _who(typed: str, request: StaffRequest) -> tuple[str, str, bool]:
    try:
        value = address(typed)
    except Refused as refusal:
        return typed, str(refusal), False
    known = persons_visible_to(request.user).filter(addresses__value=value).first()
    return value, known.name if known else "", True
