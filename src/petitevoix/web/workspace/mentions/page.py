"""The list of my mentions: what I have not read first, then what I have, the newest first."""

from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpResponse, HttpResponseRedirect

from petitevoix.cases.actions.mentioning import read_all, unread_again
from petitevoix.cases.models import Mention
from petitevoix.kit import clock, ids, words
from petitevoix.kit.text import one_line
from petitevoix.web.shared.htmx import blocks
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.owed.paging import draw, wanted

TEMPLATE = "workspace/mentions/mentions.html"
_FIELDS = (
    "id", "read_at", "message__at", "message__words", "message__advisor__name", "message__case__reference",
    "message__case__title", "message__case__language", "message__case__person__name", "team__name",
)  # fmt: skip


class Row(NamedTuple):
    id: int
    is_new: bool
    at: datetime
    since: str
    words: str
    by: str
    reference: str
    path: str
    title: str
    language: str
    who: str
    team: str


@staff("GET")
def show(request: StaffRequest) -> HttpResponse:
    """List where I was called; `after` is the cursor of the next page, `read` when I said that all is read."""
    most = wanted(request)
    values = _found(request, most + 1)
    rows = [_row(one) for one in values[:most]]
    more = f"{'n' if rows[-1].is_new else 'r'}.{rows[-1].id}" if len(values) > most else ""
    context: dict[str, Any] = {"rows": rows, "cursor": more, "here": "mentions", "read": request.GET.get("read", "")}
    context["current"] = request.headers.get("HX-Current-URL", "") if request.headers.get("HX-Target") else ""
    context["has_new"] = any(row.is_new for row in rows)
    if request.headers.get("HX-Target") == "list":
        return blocks(request, TEMPLATE, "column", **context)
    return draw(request, TEMPLATE, **context)


@staff("POST")
def reading(request: StaffRequest) -> HttpResponse:
    """Say that I have read all of them."""
    return HttpResponseRedirect(f"/desk/mentions/?{urlencode({'read': read_all(by=request.user).isoformat()})}")


@staff("POST")
def undoing(request: StaffRequest) -> HttpResponse:
    """Take back that I have read all of them."""
    try:
        unread_again(by=request.user, since=datetime.fromisoformat(request.POST.get("read", "")))
    except ValueError:
        pass
    return HttpResponseRedirect("/desk/mentions/")


def _found(request: StaffRequest, most: int) -> list[tuple]:
    head, _dot, typed = request.GET.get("after", "").partition(".")
    mine = Mention.objects.of(request.user).order_by("-id")
    number = ids.number(typed)
    behind = Q() if number is None else Q(pk__lt=number)
    found: list[tuple] = []
    if head != "r":
        found += mine.unread().filter(behind).values_list(*_FIELDS)[:most]
        behind = Q()
    if len(found) < most:
        found += mine.exclude(read_at=None).filter(behind).values_list(*_FIELDS)[: most - len(found)]
    return found


def _row(values: tuple) -> Row:
    pk, read_at, at, said, by, reference, title, language, who, team = values
    spoken = page_language()
    return Row(
        id=pk,
        is_new=read_at is None,
        at=at,
        since=words.span(clock.now() - at, spoken),
        words=one_line(said, 240),
        by=by or "…",
        reference=reference,
        path=f"/desk/cases/{reference}/?in=mentions",
        title=title,
        language=language if language and language != spoken else "",
        who=who,
        team=team or "",
    )
