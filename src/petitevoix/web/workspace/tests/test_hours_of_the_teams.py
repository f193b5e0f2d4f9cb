"""Those who lead agree on when a team works; dates are counted in it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.journal.models import Event
from petitevoix.kit import clock

HOME = "/desk/settings/hours/"
WEEK = {f"day{number}": "" for number in range(7)} | {"day0": "8-12, 13-17", "day5": "9-12"}
GIVEN = {"zone": "America/Martinique", "returns_after_hours": 6, "closed": "2026-11-23", "keeps_holidays": "on", **WEEK}


@pytest.fixture
def lead(client, esther):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    client.force_login(esther)
    return client


def test_a_team_works_when_it_says_and_news_is_due_then(lead, line, outbox, data):
    assert lead.post(f"{HOME}{line.pk}/", GIVEN).status_code == 302
    page = lead.get(HOME).content.decode()
    assert "Monday 8:00-12:00, 13:00-17:00; Saturday 9:00-12:00" in page
    assert "after 6 working hours" in page
    line.refresh_from_db()
    there = ZoneInfo("America/Martinique")
    with clock.stopped_at(datetime(2026, 11, 21, 10, tzinfo=there)):  # a Saturday; the Monday after is closed
        case = receive(Arrival(channel="form", sender="ana@letters.example", words="Hello", team=line)).case
    assert case.news_due_at == datetime(2026, 11, 30, 11, tzinfo=there)
    assert Event.objects.get(name="team.hours_agreed").facts["returns_after_hours"] == 6


def test_the_page_shows_what_holds(lead, line):
    page = lead.get(f"{HOME}{line.pk}/").content.decode()
    assert 'value="9:00-18:00"' in page
    assert 'value="16"' in page


@pytest.mark.parametrize(
    "wrong",
    [{"zone": "Mars"}, {"day0": "18-9"}, {"day0": "", "day5": ""}, {"closed": "tomorrow"}, {"returns_after_hours": 0}],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(lead, line, wrong):
    assert lead.post(f"{HOME}{line.pk}/", {**GIVEN, **wrong}).status_code == 422
    line.refresh_from_db()
    assert line.hours is None


def test_who_does_not_lead_agrees_on_no_hours(desk, line):
    assert desk.post(f"{HOME}{line.pk}/", GIVEN).status_code == 403
    assert desk.get(HOME).status_code == 403
