"""Working time: dates we give are dates we can keep."""

from datetime import datetime
from zoneinfo import ZoneInfo

import holidays
import pytest

from petitevoix.hours.calendar import holidays_of, working_time_after

PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-11-17T10:00", 2, "2026-11-17T12:00"),  # a Tuesday morning
        ("2026-11-17T17:00", 2, "2026-11-18T10:00"),  # the evening goes over
        ("2026-11-20T17:00", 2, "2026-11-23T10:00"),  # a Friday evening: Monday
        ("2026-11-21T11:00", 8, "2026-11-23T17:00"),  # a Saturday
        ("2026-11-10T12:00", 8, "2026-11-12T11:00"),  # 11 November is a holiday
        ("2026-10-23T14:00", 8, "2026-10-26T13:00"),  # the night the clocks change lies between
        ("2026-11-17T03:00", 1, "2026-11-17T10:00"),  # before we open
    ],
)
def test_hours_count_only_while_we_are_there(start, hours, end):
    given = datetime.fromisoformat(start).replace(tzinfo=PARIS)
    assert working_time_after(given, hours) == datetime.fromisoformat(end).replace(tzinfo=PARIS)


def test_the_holidays_are_those_that_others_find():
    # (before, Whit Monday was a day of work for some years)
    for year in range(2008, 2100):
        assert holidays_of(year) == set(holidays.country_holidays("FR", years=year)), year
