"""The period of a measure: from a day to another, the second not counted, both in UTC."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.utils.translation import gettext as _

WEEKS = 12


class BadPeriod(ValueError):
    """No period can be made of what was asked; its message is a sentence for whoever asked."""


@dataclass(frozen=True)
class Period:
    """P = [begins, ends)."""

    begins: datetime
    ends: datetime

    def __contains__(self, at: datetime | None) -> bool:
        return at is not None and self.begins <= at < self.ends


def chosen(first: str, last: str, now: datetime) -> Period:
    """Make the period between two days written YYYY-MM-DD, either of which may be left out.

    Without both: the last twelve full weeks, Monday to Monday. Without an end: up to the end of today. Without a
    beginning: the twelve weeks before the end. Raises BadPeriod.
    """
    try:
        begins, ends = _day(first), _day(last)
        if ends is None:
            today = datetime.combine(now.astimezone(UTC).date(), time(0), UTC)
            ends = today + timedelta(days=1) if begins else today - timedelta(days=today.weekday())
        if begins is None:
            begins = ends - timedelta(weeks=WEEKS)
    except OverflowError:
        raise BadPeriod(_("That day is too far away; choose a nearer one.")) from None
    if begins >= ends:
        raise BadPeriod(_("The period ends before it begins; the first day must come before the last."))
    return Period(begins, ends)


def _day(written: str) -> datetime | None:
    if not written:
        return None
    try:
        return datetime.combine(date.fromisoformat(written), time(0), UTC)
    except ValueError:
        raise BadPeriod(_("“%(day)s” is no day; write it as 2026-09-21.") % {"day": written[:40]}) from None
