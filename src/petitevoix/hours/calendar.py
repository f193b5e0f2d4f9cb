"""Working time: when we are there, so that a date we give is one we can keep."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from petitevoix.kit import words

OPENS, CLOSES = time(9), time(18)


def working_time_after(moment: datetime, hours: float) -> datetime:
    """Add working hours (Monday to Friday, 9 h to 18 h, French holidays off) to a moment; give a moment in its zone.

    What a team works becomes its own choice later; until then these hours are everybody's.
    """
    zone = words.zone()
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
    return day.weekday() < 5 and day.date() not in holidays_of(day.year)


class Working:
    """These hours as the language room asks for them."""

    def is_working(self, day: date) -> bool:
        """Say whether we are there on a day."""
        return day.weekday() < 5 and day not in holidays_of(day.year)

    def ends(self, day: date) -> datetime:
        """Give the close of a day."""
        return datetime.combine(day, CLOSES, words.zone())

    def after(self, moment: datetime, hours: float) -> datetime:
        """Add working hours to a moment."""
        return working_time_after(moment, hours)


@lru_cache(maxsize=64)
def holidays_of(year: int) -> frozenset[date]:
    """Give the eleven public holidays of France in a year (Code du travail, L3133-1)."""
    easter = _easter(year)
    fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)]
    moving = [1, 39, 50]  # Easter Monday, Ascension, Whit Monday
    return frozenset(
        [*(date(year, month, day) for month, day in fixed), *(easter + timedelta(days=days) for days in moving)]
    )


def _easter(year: int) -> date:
    # Butcher's rule for the Gregorian calendar (Spencer Jones, General Astronomy, 1922).
    golden, (century, of_century) = year % 19, divmod(year, 100)
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
