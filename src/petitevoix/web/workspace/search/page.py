"""The page of a search: its field, what was found, and how to ask for less."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse

from petitevoix.kit import ids
from petitevoix.search.finding import find
from petitevoix.search.following import standing_told
from petitevoix.search.models import moment_of
from petitevoix.search.people import persons_called
from petitevoix.web.shared.htmx import blocks, page
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.search.rows import rows

TEMPLATE = "workspace/search/search.html"
PERSONS = 3


@staff("GET")
def show(request: StaffRequest) -> HttpResponse:
    """Show what is found by the words in `q`; `below` is the place its next page begins behind."""
    text = request.GET.get("q", "")
    below = request.GET.get("below", "")
    found = find(text, by=request.user, below=ids.number(below))
    asked = found.asked
    reading = standing_told()
    is_plain = bool(asked.words) and not asked.exact and all(":" not in word for word in asked.text.split())
    context: dict[str, Any] = {
        "asked": asked,
        "rows": rows(found, request.user),
        "persons": persons_called(asked.text, by=request.user, most=PERSONS) if is_plain and not below else [],
        "onward": f"/desk/search/?{urlencode({'q': asked.text, 'below': found.below})}" if found.below else "",
        "looked_back_to": moment_of(found.below) if found.below and found.is_cut else None,
        "reading": reading if reading and reading.is_reading else None,
        "here": "search",
        "is_more": bool(below),
        "current": request.headers.get("HX-Current-URL", ""),
    }
    target = request.headers.get("HX-Target", "")
    if target == "list":
        return blocks(request, TEMPLATE, "column", **context)
    if target == "more":
        return blocks(request, TEMPLATE, "rows", **context)
    return page(request, TEMPLATE, **context)
