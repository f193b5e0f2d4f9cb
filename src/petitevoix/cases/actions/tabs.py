"""Tabs: opened by looking at a case, closed by one gesture, brought back by another."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Case as If
from django.db.models import QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from petitevoix.cases import access
from petitevoix.cases.models import Case, Tab
from petitevoix.cases.models.tab import MOST
from petitevoix.kit import clock
from petitevoix.kit.prepared import Change, insert_unless_there
from petitevoix.people.models import Advisor


def look_into(case: Case, *, by: Advisor) -> None:
    """Open a case: an access, which is recorded, and a tab."""
    with transaction.atomic():
        open_tab(case, by=by)
        access.opened(case, by=by)  # last: the log has one end, and whoever holds it must wait for nobody


def open_tab(case: Case, *, by: Advisor, at: datetime | None = None) -> None:
    """Keep a case open for an advisor, who has seen it as it is now; `at` is its place, as when it is brought back.

    Where there are as many as there may be, it takes the place of the one that was not looked at for longest.
    """
    now = clock.now()
    with transaction.atomic(savepoint=False):
        if not _look(by.pk, case.pk, now, at or now):
            insert_unless_there(Tab(advisor=by, case=case, opened_at=at or now, seen_at=now))


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


def _looked_into(advisor: int, case: int, now: datetime, at: datetime) -> tuple[QuerySet, dict[str, Any]]:
    mine = Tab.objects.filter(advisor_id=advisor)
    # The tab of this case, else the last of as many as there may be, if there are so many.
    own, last = mine.filter(case_id=case).values("pk"), mine.order_by("-seen_at", "-id").values("pk")[MOST - 1 : MOST]
    opened = If(When(case_id=case, then="opened_at"), default=at)
    rows = Tab.objects.filter(pk=Coalesce(Subquery(own), Subquery(last)))
    return rows, {"case_id": case, "seen_at": now, "opened_at": opened}


_look = Change(_looked_into, int, int, datetime, datetime)
