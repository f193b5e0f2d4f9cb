"""Tabs: opened by looking at a case, closed by one gesture, brought back by another."""

from datetime import datetime

from django.db import transaction

from petitevoix.cases import access
from petitevoix.cases.models import Case, Tab
from petitevoix.cases.models.tab import MOST
from petitevoix.kit import clock
from petitevoix.kit.prepared import Change, Removal, insert_unless_there
from petitevoix.people.models import Advisor


def look_into(case: Case, *, by: Advisor) -> None:
    """Open a case: an access, which is recorded, and a tab."""
    with transaction.atomic():
        open_tab(case, by=by)
        access.opened(case, by=by)  # last: the log has one end, and each waits there for the one before


def open_tab(case: Case, *, by: Advisor, at: datetime | None = None) -> None:
    """Keep a case open for an advisor, who has seen it as it is now; `at` is its place, as when it is brought back.

    Beyond as many as there may be, the one that was not looked at for longest goes.
    """
    now = clock.now()
    with transaction.atomic(savepoint=False):
        if _look_again(by.pk, case.pk, now):
            return
        insert_unless_there(Tab(advisor=by, case=case, opened_at=at or now, seen_at=now))
        _drop_beyond(by.pk)


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


_look_again = Change(
    lambda advisor, case, now: (Tab.objects.filter(advisor_id=advisor, case_id=case), {"seen_at": now}),
    int,
    int,
    datetime,
)
_drop_beyond = Removal(
    lambda advisor: Tab.objects.filter(
        pk__in=Tab.objects.filter(advisor_id=advisor).order_by("-seen_at", "-id").values("pk")[MOST:]
    ),
    int,
)
