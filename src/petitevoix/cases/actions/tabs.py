"""Tabs: opened by looking at a case, closed by one gesture, brought back by another."""

from datetime import datetime

from petitevoix.cases.models import Case, Tab
from petitevoix.cases.models.tab import MOST
from petitevoix.kit import clock
from petitevoix.people.models import Advisor


def open_tab(case: Case, *, by: Advisor, at: datetime | None = None) -> None:
    """Keep a case open for an advisor, who has seen it as it is now; `at` is its place, as when it is brought back.

    Beyond as many as there may be, the one that was not looked at for longest goes.
    """
    now = clock.now()
    if Tab.objects.filter(advisor=by, case=case).update(seen_at=now):
        return
    Tab.objects.bulk_create([Tab(advisor=by, case=case, opened_at=at or now, seen_at=now)], ignore_conflicts=True)
    beyond = Tab.objects.filter(advisor=by).order_by("-seen_at", "-id").values_list("pk", flat=True)[MOST:]
    if too_many := list(beyond):
        Tab.objects.filter(pk__in=too_many).delete()


def seen(case: Case, *, by: Advisor) -> None:
    """Say that an advisor has seen what is new in a case they have open."""
    behind = Tab.objects.filter(advisor=by, case=case, seen_at__lt=case.changed_at)
    if behind.exists():  # a look changes nothing where nothing is new
        behind.update(seen_at=clock.now())


def close_tab(case: Case, *, by: Advisor) -> datetime | None:
    """Close a tab; what was begun in the case stays a draft. Give its place, for bringing it back."""
    tab = Tab.objects.filter(advisor=by, case=case).first()
    if tab:
        tab.delete()
    return tab.opened_at if tab else None
