"""What the house agreed, and who is away."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions import promising
from petitevoix.cases.actions.reminding import warn_of_promises
from petitevoix.cases.models import Agreement, Promise
from petitevoix.insight.thresholds import Thresholds
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.people.actions import go_away
from tests.cast import make_advisor

HOME = "/desk/settings/agreed/"
LINES = {
    "news_after_hours": 16, "warned_before_hours": 4, "disputable_days": 7, "window_days": 14, "likeness_percent": 80,
    "told_within_hours": 9, "reversible_days": 14,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


@pytest.fixture
def lead(client, esther):
    client.force_login(esther)
    return client


def test_what_is_not_agreed_is_what_the_house_comes_with(lead):
    page = lead.get(HOME).content.decode()
    for name, line in LINES.items():
        assert f'name="{name}" value="{line}"' in page
    lead.post(HOME, LINES)
    assert not Event.objects.filter(name="agreement.changed").exists()


def test_who_leads_draws_other_lines_and_the_measures_say_since_when(lead):
    with clock.stopped_at(clock.now()):
        lead.post(HOME, {**LINES, "window_days": 10, "likeness_percent": 90})
        lines = Thresholds.drawn()
        assert (lines.window, lines.likeness, lines.since) == (timedelta(days=10), 0.9, clock.now().date())
    assert Event.objects.get(name="agreement.changed").facts["window_days"] == 10


def test_promises_are_warned_of_and_disputed_as_agreed(lead, case, denis):
    lead.post(HOME, {**LINES, "warned_before_hours": 48, "disputable_days": 2})
    promising.promise(case, by=denis, words="We call.", due_at=clock.now() + timedelta(hours=40))
    assert warn_of_promises() == 1
    promising.keep(Promise.objects.get(), by=denis)
    with clock.stopped_at(clock.now() + timedelta(days=3)):
        assert not Promise.objects.get().can_be_disputed


@pytest.mark.parametrize(
    "given", [{"window_days": 0}, {"window_days": ""}, {"likeness_percent": 101}, {"window_days": "x"}]
)
def test_a_line_that_makes_no_sense_is_refused_and_changes_nothing(lead, given):
    assert lead.post(HOME, {**LINES, **given}).status_code == 422
    assert not Agreement.objects.exists()


def test_who_does_not_lead_draws_no_line(desk):
    assert desk.post(HOME, LINES).status_code == 403
    assert not Agreement.objects.exists()


def test_all_staff_see_who_is_away_and_who_stands_in(desk, denis, esther, gaspard, client):
    today = clock.now().date()
    iris = make_advisor("Iris")
    assert "Everybody is here" in desk.get("/desk/settings/away/").content.decode()
    go_away(iris, away_from=today, away_until=today + timedelta(days=4), substitute=denis)
    go_away(esther, away_from=today + timedelta(days=10), away_until=today + timedelta(days=12), substitute=None)
    for somebody in (denis, gaspard):
        client.force_login(somebody)
        page = client.get("/desk/settings/away/").content.decode()
        assert "Denis stands in" in page
        assert "the team stands in" in page
        assert page.index("Iris") < page.index("Esther</h3>")
    assert client.post("/desk/settings/away/").status_code == 405
