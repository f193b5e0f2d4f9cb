"""The promises that go on: one's own, a team's, everybody's; the next due first, those without a date at the end."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _

from petitevoix.cases.models import Case, Promise
from petitevoix.cases.models.promise import PromiseQuerySet
from petitevoix.kit import clock
from petitevoix.kit.prepared import Prepared
from petitevoix.kit.words import moment
from petitevoix.people.models import Advisor
from petitevoix.web.shared.htmx import blocks
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.owed.paging import behind, cursor, draw, wanted

SOON = timedelta(hours=24)
NEAR = 3  # of one's own, above what waits
UNDATED = 100  # behind those with a date
_FIELDS = (
    "id", "due_at", "words", "condition", "case__reference", "case__language", "case__person__name", "owner_id",
    "owner__name",
)  # fmt: skip


class Row(NamedTuple):
    id: int
    at: datetime | None
    words: str
    condition: str
    path: str
    language: str
    who: str
    due: str
    mark: str  # late, due or nothing
    owner: str


@staff("GET")
def show(request: StaffRequest, whose: str = "mine") -> HttpResponse:
    """List the promises that go on."""
    found, most, place = promises(request.user, whose), wanted(request), behind(request)
    values = list((found.after(*place) if place else found).values_list(*_FIELDS)[: most + 1])
    rows = [_row(one, request.user.pk) for one in values[:most]]
    more = cursor(values[most - 1][1], rows[-1].id) if len(values) > most else ""
    if not more:
        undated = promises(request.user, whose, dated=False).values_list(*_FIELDS)[:UNDATED]
        rows += [_row(one, request.user.pk) for one in undated]
    path = "/desk/promises/" if whose == "mine" else f"/desk/promises/{whose}/"
    context = {"rows": rows, "cursor": more, "whose": whose, "path": path, "here": "promises"}
    return draw(request, "workspace/owed/promises.html", **context)


@staff("GET")
def near(request: StaffRequest) -> HttpResponse:
    """Show one's own promises that are late or due within a day: they stand above what waits."""
    until = clock.now() + SOON
    rows = [_row(values, request.user.pk) for values in _first(request.user.pk) if values[1] <= until]
    returned = list(_returned(request.user.pk))
    return blocks(request, "workspace/owed/promises.html", "near", near=rows, returned=returned)


def promises(advisor: Advisor, whose: str, *, dated: bool = True) -> PromiseQuerySet:
    """Choose the promises that go on: `mine`, of my `team`s, or `all` that this advisor may see."""
    found = Promise.objects.going_on().visible_to(advisor)
    found = found.next_due_first() if dated else found.undated()
    if whose == "mine":
        return found.filter(owner=advisor)
    return found.filter(case__team__in=advisor.teams.values("id")) if whose == "team" else found


def _mine(owner: int) -> QuerySet:
    mine = Promise.objects.going_on().filter(owner_id=owner).next_due_first()
    return mine.values_list(*_FIELDS)[:NEAR]


_first = Prepared(_mine, int)


def _back(owner: int) -> QuerySet:
    cases = Case.objects.open().filter(returned_from_id=owner).order_by("waiting_since", "id")
    return cases.values_list("reference", "title", "person__name", "advisor__name")[:NEAR]


_returned = Prepared(_back, int)


def _row(values: Sequence, reader: int) -> Row:
    pk, at, said, condition, reference, language, who, owner_id, owner = values
    spoken, now = page_language(), clock.now()
    return Row(
        id=pk,
        at=at,
        words=said,
        condition="" if condition in said else condition,
        path=f"/desk/cases/{reference}/",
        language=language if language and language != spoken else "",
        who=who or "…",
        due=moment(at, spoken) if at else _("without a date"),
        mark="" if at is None else "late" if at < now else "due" if at <= now + SOON else "",
        owner=_("you") if owner_id == reader else owner or _("nobody yet"),
    )
