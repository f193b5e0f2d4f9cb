"""The working time that promises are read with; whoever knows the team's own calendar hands in another."""

from datetime import date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

OPENS, CLOSES = time(9), time(18)


class Working(Protocol):
    """When a team works. All moments are aware."""

    def is_working(self, day: date) -> bool:
        """Say whether the team works on a day."""

    def ends(self, day: date) -> datetime:
        """Give the close of a day; of a day off, the hour at which it would have closed."""

    def after(self, moment: datetime, hours: float) -> datetime:
        """Add working hours to a moment."""


class PlainWeek:
    """Monday to Friday, 9:00 to 18:00 in one zone, without holidays."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone

    def is_working(self, day: date) -> bool:
        return day.weekday() < 5

    def ends(self, day: date) -> datetime:
        return datetime.combine(day, CLOSES, self.zone)

    def after(self, moment: datetime, hours: float) -> datetime:
        day, left = moment.date(), timedelta(hours=hours)
        opens = max(moment, datetime.combine(day, OPENS, self.zone))
        while True:
            closes = self.ends(day)
            if self.is_working(day) and opens < closes:
                if left <= closes - opens:
                    return opens + left
                left -= closes - opens
            day += timedelta(days=1)
            opens = datetime.combine(day, OPENS, self.zone)
