"""The outbox as it is read: flat rows, each with one sentence about where it stands."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from petitevoix.cases.access import parcels_visible_to
from petitevoix.cases.models import Case
from petitevoix.delivery.models import Parcel, ParcelQuerySet
from petitevoix.kit import clock, words
from petitevoix.people.models import Advisor
from petitevoix.web.shared.language import page_language

STATES = {
    "waiting": [Parcel.State.WAITING, Parcel.State.LEAVING],
    "left": [Parcel.State.LEFT],
    "withdrawn": [Parcel.State.WITHDRAWN],
}
_FIELDS = ("id", "to", "purpose", "state", "contents__subject", "trouble", "attempts", "not_before", "left_at",
           "created_at", "case_number")  # fmt: skip


class Row(NamedTuple):
    id: int
    to: str
    purpose: str
    subject: str
    standing: str
    mark: str  # kept, due, late or nothing
    at: datetime
    trouble: str
    case: str  # the path of the case, or nothing
    title: str
    can_be_retried: bool


def parcels(advisor: Advisor, state: str) -> ParcelQuerySet:
    """Choose the parcels of one view, among those this advisor may know of; without a view, those not in trouble."""
    visible = parcels_visible_to(advisor)
    if state == "trouble":
        return visible.in_trouble()
    if state in STATES:
        return visible.filter(state__in=STATES[state])
    untried = Q(state=Parcel.State.WAITING, attempts=0)
    return visible.filter(untried | Q(state__in=[Parcel.State.LEAVING, Parcel.State.LEFT, Parcel.State.WITHDRAWN]))


def rows(found: QuerySet[Parcel]) -> list[Row]:
    """Read some parcels and the cases they belong to, in two queries."""
    values = list(found.values_list(*_FIELDS))
    numbers = {row[-1] for row in values if row[-1]}
    cases = {pk: known for pk, *known in Case.objects.filter(pk__in=numbers).values_list("pk", "reference", "title")}
    return [_row(row, cases.get(row[-1])) for row in values]


def _row(row: tuple, case: list[str] | None) -> Row:
    pk, to, purpose, state, subject, trouble, attempts, not_before, left_at, created_at, _number = row
    in_trouble = state in {Parcel.State.FAILED, Parcel.State.RETURNED} or (
        state == Parcel.State.WAITING and attempts > 0
    )
    standing, mark = _standing(state, attempts, not_before)
    return Row(
        id=pk,
        to=to,
        purpose=_PURPOSES.get(purpose, _PURPOSES["notice"])(),
        subject=str(subject or ""),
        standing=standing,
        mark=mark,
        at=left_at or created_at,
        trouble=trouble,
        case=f"/desk/cases/{case[0]}/" if case else "",
        title=case[1] if case else "",
        can_be_retried=in_trouble,
    )


def _standing(state: str, attempts: int, not_before: datetime) -> tuple[str, str]:
    spoken = page_language()
    if state == Parcel.State.WAITING and attempts:
        return _("not yet: tried %(times)s×, again at %(when)s") % {
            "times": attempts,
            "when": words.when(not_before, spoken),
        }, "due"
    if state == Parcel.State.WAITING:
        soon = not_before > clock.now()
        return (_("leaves in a moment; it can still be taken back") if soon else _("waits for its turn")), ""
    return _STANDINGS[state][0](), _STANDINGS[state][1]


_STANDINGS: dict[str, tuple[Callable[[], str], str]] = {
    Parcel.State.FAILED: (lambda: _("did not leave"), "late"),
    Parcel.State.RETURNED: (lambda: _("came back"), "late"),
    Parcel.State.LEAVING: (lambda: _("is leaving"), ""),
    Parcel.State.LEFT: (lambda: _("has left"), "kept"),
    Parcel.State.WITHDRAWN: (lambda: _("was taken back in time"), ""),
}
_PURPOSES = {
    "reply": lambda: _("an answer"),
    "acknowledgement": lambda: _("a first word"),
    "staff": lambda: _("word to an advisor"),
    "staff-back": lambda: _("an advisor’s answer that was stopped"),
    "notice": lambda: _("a notice"),
    "too-large": lambda: _("word that a letter was too large"),
}
