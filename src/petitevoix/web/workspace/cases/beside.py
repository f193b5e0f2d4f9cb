"""The cases beside one in the list it was opened from: what the keys j and k lead to."""

from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.db.models import Q

from petitevoix.cases.models import Case
from petitevoix.cases.models.case import CaseQuerySet
from petitevoix.search.finding import find
from petitevoix.web.workspace.door import StaffRequest
from petitevoix.web.workspace.today.lists import Listing, called_by, listing_named


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
    onward = urlencode({"in": key})
    before, after = _around(chosen, case)
    return Beside(None if before is None else _neighbour(before, onward), _neighbour(after, onward))


def _around(chosen: Listing, case: Case) -> tuple[CaseQuerySet | None, CaseQuerySet]:
    cases = chosen.cases
    if not chosen.by_wait:
        return cases.filter(pk__gt=case.pk).order_by("id"), cases.filter(pk__lt=case.pk)
    since = case.waiting_since
    if since is None:  # it waits no longer
        return None, cases.exclude(pk=case.pk)
    earlier = Q(waiting_since__lt=since) | Q(waiting_since=since, pk__lt=case.pk)
    return cases.filter(earlier).order_by("-waiting_since", "-id"), cases.after(since, case.pk)


def _neighbour(cases: CaseQuerySet, onward: str) -> Neighbour | None:
    found: Any = called_by(cases).values_list("reference", "who")[:1]  # who: an annotation
    return next((Neighbour(f"/desk/cases/{reference}/?{onward}", who) for reference, who in found), None)


def _found(request: StaffRequest, case: Case, asked: str) -> Beside:
    found = list(find(asked, by=request.user, below=None).cases)
    if case.pk not in found:
        return Beside()
    at, onward = found.index(case.pk), urlencode({"in": "search", "q": asked})
    visible = Case.objects.visible_to(request.user)
    before, after = (
        _neighbour(visible.filter(pk__in=some), onward) for some in (found[:at][-1:], found[at + 1 : at + 2])
    )
    return Beside(before, after)
