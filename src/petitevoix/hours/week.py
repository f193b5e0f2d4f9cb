"""The hours of a team: its zone, what it works on each weekday, the days on which it is closed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from petitevoix.hours.holidays import holidays_of
from petitevoix.kit import words

Span = tuple[int, int]  # minutes after midnight, from and until
OFFICE: tuple[tuple[Span, ...], ...] = (((9 * 60, 18 * 60),),) * 5 + ((),) * 2
MOST_CLOSED = 200
_SPAN = re.compile(r"(\d{1,2})(?:\s*[h:]\s*(\d{2})?)?\s*[-–—à]\s*(\d{1,2})(?:\s*[h:]\s*(\d{2})?)?")


@dataclass(frozen=True)
class Hours:
    """When a team works; by itself Monday to Friday, 9 h to 18 h, French holidays off, in the zone of the house."""

    zone: ZoneInfo = field(default_factory=words.zone)
    days: tuple[tuple[Span, ...], ...] = OFFICE  # Monday first; at least one is worked
    closed: frozenset[date] = frozenset()
    keeps_holidays: bool = True

    def is_working(self, day: date) -> bool:
        """Say whether the team works on a day."""
        if not self.days[day.weekday()] or day in self.closed:
            return False
        return not (self.keeps_holidays and day in holidays_of(day.year))

    def is_open(self, moment: datetime) -> bool:
        """Say whether the team works at a moment."""
        at = moment.astimezone(self.zone)
        return any(opens <= at < closes for opens, closes in self._spans(at.date()))

    def ends(self, day: date) -> datetime:
        """Give the close of a day; of a day off, the hour at which it would have closed."""
        spans = self.days[day.weekday()] or [max((span for one in self.days for span in one), key=lambda one: one[1])]
        return self._at(day, spans[-1][1])

    def after(self, moment: datetime, hours: float) -> datetime:
        """Add working hours to a moment; give a moment in the team's zone."""
        at, left = moment.astimezone(self.zone), timedelta(hours=hours)
        while True:
            for opens, closes in self._spans(at.date()):
                if at < closes:
                    at = max(at, opens)
                    if left <= closes - at:
                        return at + left
                    left -= closes - at
            at = datetime.combine(at.date() + timedelta(days=1), time(0), self.zone)

    def between(self, since: datetime, until: datetime) -> float:
        """Count the working hours between two moments."""
        worked, day = timedelta(0), since.astimezone(self.zone).date()
        while day <= until.astimezone(self.zone).date():
            for opens, closes in self._spans(day):
                worked += max(min(closes, until) - max(opens, since), timedelta(0))
            day += timedelta(days=1)
        return worked / timedelta(hours=1)

    def opens(self, moment: datetime) -> datetime:
        """Give the next moment at which the team is there: this one, where it is."""
        return self.after(moment, 0)

    def kept(self) -> dict[str, Any]:
        """Write these hours down as a team keeps them."""
        closed = sorted(day.isoformat() for day in self.closed)
        return {"zone": self.zone.key, "days": self.days, "closed": closed, "holidays": self.keeps_holidays}

    def _spans(self, day: date) -> list[tuple[datetime, datetime]]:
        if not self.is_working(day):
            return []
        return [(self._at(day, opens), self._at(day, closes)) for opens, closes in self.days[day.weekday()]]

    def _at(self, day: date, minutes: int) -> datetime:
        return datetime.combine(day, time(0), self.zone) + timedelta(minutes=minutes)


def read_hours(kept: dict[str, Any] | None) -> Hours:
    """Read what `Hours.kept` wrote; nothing means the hours of the house."""
    if not kept:
        return Hours()
    return Hours(
        zone=_zone(kept["zone"]),
        days=tuple(tuple((opens, closes) for opens, closes in day) for day in kept["days"]),
        closed=frozenset(date.fromisoformat(day) for day in kept["closed"]),
        keeps_holidays=kept["holidays"],
    )


def agreed_hours(*, zone: str, days: Sequence[Sequence[Span]], closed: Sequence[date], keeps_holidays: bool) -> Hours:
    """Make hours of what somebody chose. Raises ValueError: no such zone, no hour worked, too many closed days."""
    if zone not in available_timezones():
        raise ValueError("zone")
    if len(days) != 7 or not any(days):
        raise ValueError("days")
    if len(closed) > MOST_CLOSED:
        raise ValueError("closed")
    return Hours(_zone(zone), tuple(tuple(day) for day in days), frozenset(closed), keeps_holidays)


def read_spans(said: str) -> tuple[Span, ...]:
    """Read the hours of a day as people write them: "9-12:30, 14-18", « 9h-12h30 ». Raises ValueError."""
    spans: list[Span] = []
    for part in filter(None, (one.strip() for one in re.split(r"[,;]", said))):
        found = _SPAN.fullmatch(part)
        if found is None:
            raise ValueError(part)
        hours = [int(number or 0) for number in found.groups()]
        opens, closes = hours[0] * 60 + hours[1], hours[2] * 60 + hours[3]
        is_clock = hours[1] < 60 and hours[3] < 60 and closes <= 24 * 60
        if not is_clock or opens >= closes or (spans and opens < spans[-1][1]):
            raise ValueError(part)
        spans.append((opens, closes))
    return tuple(spans)


def say_spans(spans: Sequence[Span]) -> str:
    """Write the hours of a day as `read_spans` reads them."""
    return ", ".join(f"{_clock(opens)}-{_clock(closes)}" for opens, closes in spans)


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
