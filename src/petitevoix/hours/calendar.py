"""The hours of the house: what holds where no team says otherwise."""

from datetime import datetime

from petitevoix.hours.holidays import holidays_of
from petitevoix.hours.week import Hours

__all__ = ["holidays_of", "working_time_after"]


def working_time_after(moment: datetime, hours: float) -> datetime:
    """Add working hours of the house to a moment; give a moment in its zone."""
    return Hours().after(moment, hours)
