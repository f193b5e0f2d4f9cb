"""The page of a list: what waits on us, or what rests."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from petitevoix.cases.models.view import view_of
from petitevoix.people.models import Team
from petitevoix.web.shared.htmx import blocks, page
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.today.lists import listing
from petitevoix.web.workspace.today.rows import MOST, PAGE, rows
from petitevoix.web.workspace.wording import turns

TEMPLATE = "workspace/today/today.html"
FRAGMENTS = {"rows": ["rows", "counters", "opened"], "more": ["rows"], "list": ["column"]}


@staff("GET")
def show(request: StaffRequest, key: str, team: int | None = None, view: int | None = None) -> HttpResponse:
    """Show a list; `after` is the cursor of its next page, `rows` how many an open page wants again."""
    queue = get_object_or_404(Team.objects.visible_to(request.user), pk=team) if team else None
    kept = view_of(request.user, view) if view else None
    if view and kept is None:
        raise Http404
    chosen = listing(key, request.user, queue, kept)
    found, cursor = rows(chosen, after=request.GET.get("after", ""), most=_most(request), reader=request.user)
    target = request.headers.get("HX-Target", "")
    context: dict[str, Any] = {"list": chosen, "here": chosen.key, "rows": found, "cursor": cursor}
    context["view"] = kept
    context["is_more"] = target == "more"
    context["current"] = request.headers.get("HX-Current-URL", "") if target else ""
    if not target:
        context["turns"] = turns()
    if target in FRAGMENTS:
        return blocks(request, TEMPLATE, *FRAGMENTS[target], **context)
    return page(request, TEMPLATE, **context)


def _most(request: StaffRequest) -> int:
    wanted = request.GET.get("rows", "")
    return min(max(int(wanted), PAGE), MOST) if wanted.isdecimal() and len(wanted) < 4 else PAGE
