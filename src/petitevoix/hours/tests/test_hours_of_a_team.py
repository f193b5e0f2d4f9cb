"""Each team works in its own hours, its own zone, with its own days off."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from petitevoix.hours.week import Hours, agreed_hours, read_hours, read_spans, say_spans

REUNION = agreed_hours(
    zone="Indian/Reunion",
    days=[read_spans("8-12, 13:30-17")] * 5 + [read_spans("9h-12h"), ()],
    closed=[date(2026, 12, 24)],
    keeps_holidays=False,
)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-11-17T11:00", 2, "2026-11-17T14:30"),  # the break is not worked
        ("2026-11-20T16:30", 1, "2026-11-21T09:30"),  # a Saturday is
        ("2026-11-10T16:00", 8, "2026-11-11T16:30"),  # 11 November is worked here
        ("2026-12-23T16:30", 1, "2026-12-25T08:30"),  # the day closed besides is not
    ],
)
def test_a_date_is_counted_in_them(start, hours, end):
    def there(said: str) -> datetime:
        return datetime.fromisoformat(said).replace(tzinfo=ZoneInfo("Indian/Reunion"))

    assert REUNION.after(there(start).astimezone(ZoneInfo("UTC")), hours) == there(end)


def test_a_moment_within_them_is_open_and_one_outside_says_when_it_opens():
    noon = datetime(2026, 11, 17, 12, 30, tzinfo=REUNION.zone)
    assert not REUNION.is_open(noon)
    assert REUNION.opens(noon) == noon.replace(hour=13, minute=30)
    assert REUNION.is_open(noon.replace(hour=16))


def test_what_was_kept_is_read_again():
    assert read_hours(REUNION.kept()) == REUNION
    assert read_hours(None) == Hours()


@pytest.mark.parametrize("said", ["18-9", "9-25", "9:70-10", "9-12, 11-14", "all day", "9"])
def test_hours_that_make_no_sense_are_refused(said):
    with pytest.raises(ValueError, match=r".*"):
        read_spans(said)


def test_hours_are_said_as_they_are_read():
    assert say_spans(read_spans("9h-12h30;14-24")) == "9:00-12:30, 14:00-24:00"
    assert read_spans("") == ()


@pytest.mark.parametrize("wrong", [{"zone": "Mars/Olympus"}, {"days": [()] * 7}, {"days": [((0, 60),)]}])
def test_a_team_needs_a_zone_and_an_hour(wrong):
    chosen = {"zone": "Europe/Paris", "days": [((540, 600),)] * 7, "closed": [], "keeps_holidays": True}
    with pytest.raises(ValueError, match=r".*"):
        agreed_hours(**{**chosen, **wrong})
