"""An absent or silent owner never holds a case: it returns, with its promises, and says so; nobody is blamed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction

from petitevoix.cases.actions import promising
from petitevoix.cases.actions.assigning import assign, take
from petitevoix.cases.actions.coming_back import come_back
from petitevoix.cases.actions.drafting import keep_draft
from petitevoix.cases.actions.noting import note
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.stepping import step_out
from petitevoix.cases.models import Case, Promise, Tally
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.people.actions import deactivate_advisor, go_away
from tests.cast import reply

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 16, 9, tzinfo=UTC)  # 10 h in Paris: 16 working hours end on Tuesday at 17 h


@pytest.fixture
def held(line, denis, outbox, data) -> Case:
    with clock.stopped_at(MONDAY):
        arrival = Arrival(channel="form", sender="ana@letters.example", words="Nothing works.", team=line)
        return take(receive(arrival).case, by=denis)


def at(days: float = 0, hours: float = 0) -> int:
    with clock.stopped_at(MONDAY + timedelta(days=days, hours=hours)):
        return come_back()


def test_after_the_teams_delay_a_silent_owners_case_is_the_teams_again_with_its_promises(held, denis, line):
    with clock.stopped_at(MONDAY), transaction.atomic():
        made = promising.promise(held, by="system", words="We call.", due_at=MONDAY + timedelta(days=3))
    assert (at(hours=1), at(days=1, hours=6)) == (0, 0)
    assert (at(days=1, hours=8), at(days=1, hours=8)) == (1, 0)
    held.refresh_from_db()
    made.refresh_from_db()
    assert (held.advisor, held.returned_from, held.team, held.waiting_since) == (None, denis, line, MONDAY)
    assert made.owner is None
    event = Event.objects.filter(name="case.assigned").last()
    assert (event.by, event.facts["because"]) == ("system", "silent")
    assert not Tally.objects.filter(advisor_id=denis.pk, waiting__gt=0).exists()


@pytest.mark.parametrize(
    "sign",
    [
        lambda case, denis: note(case, by=denis, words="I look into it."),
        lambda case, denis: keep_draft(case, by=denis, mode="reply", words="Dear Ana"),
    ],
)
def test_a_sign_of_the_owner_starts_the_delay_anew(held, denis, sign):
    assert at(hours=1) == 0
    with clock.stopped_at(MONDAY + timedelta(days=1)):
        sign(held, denis)
    assert at(days=1, hours=8) == 0
    assert at(days=2, hours=8) == 1


def test_the_person_asking_again_is_no_sign_of_the_owner(held):
    with clock.stopped_at(MONDAY + timedelta(days=1)):
        receive(Arrival(channel="form", sender="ana@letters.example", words="Hello?"), case=held)
    assert at(days=1, hours=8) == 1


def test_a_date_the_owner_gave_is_waited_for(held, denis):
    with clock.stopped_at(MONDAY):
        step_out(held, by=denis, until=MONDAY + timedelta(days=4))
    assert (at(days=3), at(days=4, hours=1)) == (0, 1)


def test_a_case_that_was_answered_stays_with_who_answered_it(held, denis):
    with clock.stopped_at(MONDAY):
        reply(held, by=denis, words="It was a splitter; it is replaced.")
    assert at(days=9) == 0
    held.refresh_from_db()
    assert held.advisor == denis


def test_a_team_that_agreed_on_less_waits_for_less(held, line):
    line.returns_after_hours = 2
    line.save()
    assert at(hours=3) == 1


def test_who_is_away_for_long_has_their_substitute_hold_it_on_the_first_day(held, denis, esther):
    away(denis, esther, until=date(2026, 11, 27))
    assert at(hours=1) == 1
    held.refresh_from_db()
    assert (held.advisor, held.returned_from) == (esther, denis)
    event = Event.objects.filter(name="case.assigned").last()
    assert (event.facts["because"], event.facts["until"]) == ("away", "2026-11-27")


def test_where_the_substitute_is_away_too_it_is_the_teams(held, denis, esther):
    away(denis, esther, until=date(2026, 11, 27))
    away(esther, None, until=date(2026, 11, 18))
    assert at(hours=1) == 1
    held.refresh_from_db()
    assert held.advisor is None


def test_who_is_back_before_the_delay_is_over_keeps_it_and_the_list_offers_it_to_whoever_is_there(
    held, denis, esther, client
):
    away(denis, None, until=date(2026, 11, 16))
    assert at(hours=1) == 0
    client.force_login(esther)
    with clock.stopped_at(MONDAY + timedelta(hours=1)):
        page = client.get("/desk/", headers={"accept-language": "en"}).content.decode()
        assert "Denis, away until 16 November 2026" in page
        inside = client.get(f"/desk/cases/{held.reference}/", headers={"accept-language": "en"}).content.decode()
        assert "with Denis (away until 16 November 2026)" in inside
        client.post(f"/desk/cases/{held.reference}/assignment/", {"take": "1"})
    held.refresh_from_db()
    assert held.advisor == esther


def test_the_list_the_history_and_its_former_owner_are_told_without_blame(held, denis, desk):
    at(days=1, hours=8)
    with clock.stopped_at(MONDAY + timedelta(days=2)):
        english = {"accept-language": "en"}
        assert "came back from Denis" in desk.get("/desk/", headers=english).content.decode()
        near = desk.get("/desk/promises/near/", headers=english).content.decode()
        assert "The team has this case of yours again:" in near
        assert held.title in near
        history = desk.get(f"/desk/cases/{held.reference}/", headers=english).content.decode()
        assert "The case waited, so it is the team’s again; Denis held it until now." in history
        take(held, by=denis)
        assert "came back from" not in desk.get("/desk/", headers=english).content.decode()


def test_a_case_of_no_team_comes_back_to_everybody(held, denis):
    with clock.stopped_at(MONDAY):
        assign(held, by=denis, advisor=denis, team=None)
    assert at(days=1, hours=8) == 1
    assert Case.objects.unassigned().get() == held


def test_who_left_holds_nothing(held, denis, farid):
    deactivate_advisor(denis, by=farid)
    assert at(days=1, hours=8) == 1
    assert not Promise.objects.going_on().filter(owner=denis).exists()


def away(advisor, substitute, *, until: date) -> None:
    go_away(advisor, away_from=date(2026, 11, 16), away_until=until, substitute=substitute)
