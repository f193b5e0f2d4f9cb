"""Working time: when we are there, so that a date we give is one we can keep."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import holidays
from django.conf import settings

OPENS, CLOSES = time(9), time(18)


def working_time_after(moment: datetime, hours: float) -> datetime:
    """Add working hours (Monday to Friday, 9 h to 18 h, French holidays off) to a moment; give a moment in its zone.

    What a team works becomes its own choice later; until then these hours are everybody's.
    """
    zone = ZoneInfo(settings.TIME_ZONE)
    at = moment.astimezone(zone)
    left = timedelta(hours=hours)
    while True:
        opens, closes = (datetime.combine(at.date(), edge, zone) for edge in (OPENS, CLOSES))
        if is_working_day(at) and at < closes:
            at = max(at, opens)
            if left <= closes - at:
                return at + left
            left -= closes - at
        at = datetime.combine(at.date() + timedelta(days=1), time(0), zone)


def is_working_day(day: datetime) -> bool:
    return day.weekday() < 5 and day.date() not in _holidays(day.year)


_known: dict[int, set] = {}


def _holidays(year: int) -> set:
    if year not in _known:
        _known[year] = set(holidays.country_holidays("FR", years=year))
    return _known[year]
