"""Days counted from a day: weekdays, weeks, months, working days."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from petitevoix.language.promises.tongue import MIDDLE, START
from petitevoix.language.promises.working import Working

_DAY = timedelta(days=1)
# The day of the month on which its start, and its middle, are over.
_START_OF_MONTH, _MIDDLE_OF_MONTH = 10, 15
# No team has fewer working days than one in ten; a calendar that says so is broken.
_FEWEST = 10


@dataclass(frozen=True, slots=True)
class Days:
    """The days that some words name, first and last, and whether something is to be done before them."""

    first: date
    last: date
    before: bool = False


def next_weekday(today: date, weekday: int, *, with_today: bool = False) -> date:
    """Give the next Monday (0) to Sunday (6) after today, or from today on."""
    ahead = (weekday - today.weekday()) % 7
    return today + timedelta(days=ahead if ahead or with_today else 7)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def week(day: date, ahead: int, working: Working, position: str | None = None) -> Days:
    """Give a week from its Monday to its last working day; its start is over on Tuesday, its middle on Wednesday."""
    monday = monday_of(day) + timedelta(weeks=ahead)
    if position in (START, MIDDLE):
        return Days(monday, monday + timedelta(days=1 if position == START else 2))
    worked = [at for at in (monday + timedelta(days=days) for days in range(7)) if working.is_working(at)]
    return Days(monday, worked[-1] if worked else monday + timedelta(days=4))


def month(today: date, number: int, position: str | None = None) -> Days:
    """Give a month from its first day to its last, this year's or the next one's."""
    first = date(today.year + (number < today.month), number, 1)
    last = monthrange(first.year, number)[1]
    return Days(first, first.replace(day={START: _START_OF_MONTH, MIDDLE: _MIDDLE_OF_MONTH}.get(position or "", last)))


def on(day: int, number: int, year: int | None, today: date) -> date:
    """Give a day of a month, in the year named or the next one that has it; raises ValueError if there is none."""
    if year is not None:
        return date(year, number, day)
    # From any year on, eight years hold a 29 February.
    for ahead in range(9):
        try:
            found = date(today.year + ahead, number, day)
        except ValueError:
            if (day, number) != (29, 2):
                raise
        else:
            if found >= today:
                return found
    raise ValueError


def next_day_of_month(today: date, day: int) -> date:
    """Give the next such day from today on; raises ValueError for a day that no month has."""
    for ahead in range(3):
        first = months_after(today.replace(day=1), ahead)
        if day <= monthrange(first.year, first.month)[1] and first.replace(day=day) >= today:
            return first.replace(day=day)
    raise ValueError


def months_after(day: date, count: int) -> date:
    """Give the same day some months later, or the last of a month that is too short."""
    years, number = divmod(day.month - 1 + count, 12)
    year = day.year + years
    return date(year, number + 1, min(day.day, monthrange(year, number + 1)[1]))


def working_days_after(day: date, count: int, working: Working) -> date:
    """Count working days from the next day on; raises ValueError where there are too few of them."""
    for _ in range(count * _FEWEST + 30):
        if not count:
            return day
        day += _DAY
        count -= working.is_working(day)
    raise ValueError


def working_day_before(day: date, working: Working) -> date:
    """Give the last working day before a day."""
    for _ in range(30):
        day -= _DAY
        if working.is_working(day):
            return day
    raise ValueError


def elapsed(now: datetime, span: timedelta) -> datetime:
    """Add real time to a moment, whatever the clocks do meanwhile."""
    return (now.astimezone(UTC) + span).astimezone(now.tzinfo)
