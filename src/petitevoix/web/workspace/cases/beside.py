"""The cases beside one in the list it was opened from: what the keys j and k lead to."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.db.models import QuerySet, Subquery

from petitevoix.cases.models import Case
from petitevoix.cases.models.case import CaseQuerySet
from petitevoix.kit.prepared import Prepared
from petitevoix.search.finding import find
from petitevoix.web.workspace.door import StaffRequest
from petitevoix.web.workspace.today.lists import Listing, Steady, listing_named
from petitevoix.web.workspace.today.rows import called_by


class Neighbour(NamedTuple):
    path: str
    who: str


class Beside(NamedTuple):
    before: Neighbour | None = None
    after: Neighbour | None = None


def neighbours(request: StaffRequest, case: Case, key: str, asked: str = "") -> Beside:
    """Find the case before and the case after one in a list; one that has left it is before the first that waits."""
    if key == "search":
        return _found(request, case, asked)
    chosen = listing_named(key, request.user)
    if chosen is None:
        return Beside()
    if chosen.by_wait and case.waiting_since is None:  # it waits no longer
        return Beside(None, _neighbour(key, _nearest(chosen.cases.exclude(pk=case.pk))))
    steady = chosen.steady_for(request.user)
    earlier, later = _prepared(steady) if steady else _reads(chosen)
    return Beside(_neighbour(key, earlier(case.pk)), _neighbour(key, later(case.pk)))


@lru_cache(maxsize=1000)
def _prepared(steady: Steady) -> tuple[Prepared, Prepared]:
    earlier, later = _reads(steady.listing)
    return Prepared(earlier, int), Prepared(later, int)


def _reads(chosen: Listing) -> tuple[Callable[[int], Any], Callable[[int], Any]]:
    def earlier(pk: int) -> QuerySet:
        cases = chosen.cases
        return _nearest(cases.before(_since(pk), pk) if chosen.by_wait else cases.filter(pk__gt=pk).order_by("id"))

    def later(pk: int) -> QuerySet:
        return _nearest(chosen.cases.after(_since(pk), pk) if chosen.by_wait else chosen.cases.filter(pk__lt=pk))

    return earlier, later


def _since(pk: int) -> Subquery:
    return Subquery(Case.objects.filter(pk=pk).values("waiting_since"))


def _nearest(cases: CaseQuerySet) -> QuerySet:
    return called_by(cases).values_list("reference", "who")[:1]  # who: an annotation


def _neighbour(key: str, found: Iterable, **more: str) -> Neighbour | None:
    onward = urlencode({"in": key, **more})
    return next((Neighbour(f"/desk/cases/{reference}/?{onward}", who) for reference, who in found), None)


def _found(request: StaffRequest, case: Case, asked: str) -> Beside:
    found = list(find(asked, by=request.user, below=None).cases)
    if case.pk not in found:
        return Beside()
    at, visible = found.index(case.pk), Case.objects.visible_to(request.user)
    before, after = (
        _neighbour("search", _nearest(visible.filter(pk__in=some)), q=asked)
        for some in (found[:at][-1:], found[at + 1 : at + 2])
    )
    return Beside(before, after)
