"""Advisors say themselves how they are present; nothing is inferred, counted or kept (scene S044)."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions.assigning import take
from petitevoix.cases.actions.coming_back import come_back
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.people.actions import be_present, go_away
from petitevoix.people.models import Advisor

SAY, WHO = "/desk/settings/me/presence/", "/desk/settings/away/"


@pytest.fixture(autouse=True)
def _english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


def test_research_is_said_for_a_time_and_colleagues_see_it_until_then(desk, case, esther, client):
    assert desk.post(SAY, {"presence": "research", "minutes": "60"}).status_code == 302
    assert "looking into something" in desk.get("/desk/").content.decode()
    client.force_login(esther)
    assert "looking into something, until" in client.get(WHO).content.decode()
    page = client.get(f"/desk/cases/{case.reference}/assignment/").content.decode()
    assert "Denis (looking into something, until" in page
    with clock.stopped_at(clock.now() + timedelta(minutes=61)):
        assert "looking into" not in client.get(WHO).content.decode().partition('id="busy-name"')[2]
        assert Advisor.objects.get(name="Denis").present_as == "here"


def test_nothing_of_it_is_kept(desk, denis):
    before = Event.objects.count()
    desk.post(SAY, {"presence": "pause"})
    desk.post(SAY, {"presence": "here"})
    assert Event.objects.count() == before
    denis.refresh_from_db()
    assert (denis.presence, denis.presence_until) == ("here", None)


@pytest.mark.parametrize(
    "wrong",
    [{"presence": "research"}, {"presence": "lazy"}, {"presence": "pause", "minutes": "0"}, {"presence": ""},
     {"presence": "pause", "minutes": "9999"}],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(desk, denis, wrong):
    assert desk.post(SAY, wrong).status_code == 422
    denis.refresh_from_db()
    assert denis.presence == "here"


def test_nothing_new_is_brought_to_a_substitute_in_research(case, denis, esther):
    take(case, by=denis)
    today = clock.now().date()
    go_away(denis, away_from=today, away_until=today + timedelta(days=20), substitute=esther)
    be_present(esther, presence="research", minutes=30)
    assert come_back() == 1
    case.refresh_from_db()
    assert case.advisor is None


def test_it_is_said_by_its_bearer_only(client, denis):
    assert client.post(SAY, {"presence": "pause"}).status_code == 302
    assert not Advisor.objects.exclude(presence="here").exists()


def test_it_is_only_said_by_post(desk):
    assert desk.get(SAY).status_code == 405
