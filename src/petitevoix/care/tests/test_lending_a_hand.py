"""One team's cases wait more than twice as long as another's: somebody of both is asked for a hand, never moved."""

from datetime import UTC, datetime, timedelta

import pytest

from petitevoix.care import load as load_of
from petitevoix.care.hands import answer, propose
from petitevoix.care.load import LOOKED_BACK, follow, queues
from petitevoix.care.models import Answered, Hand
from petitevoix.cases.actions.finding_owner import find_owner
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Case, Tally
from petitevoix.jobs.runner import run_until_idle
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.kit.words import zone
from petitevoix.people.actions import be_present
from petitevoix.people.models import Advisor
from petitevoix.people.pacing import agree_on_pace, propose_pace
from petitevoix.people.refusals import Unchanged
from tests.cast import make_advisor

MONDAY = datetime(2026, 11, 23, 10, tzinfo=zone())

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_work(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: MONDAY)


def load(team, *, waiting: int, answered: int) -> None:
    """So much waits in a team, and so much it has answered in the five days of nine hours behind us."""
    Tally.objects.create(team_id=team.pk, advisor_id=0, waiting=waiting)
    Answered.objects.create(team_id=team.pk, day=MONDAY.date() - timedelta(days=3), replies=answered)


@pytest.fixture
def vera(line, bills) -> Advisor:
    """Of both teams, half of her time in each."""
    vera = make_advisor("Vera", "advisor", line)
    vera.teams.add(bills)
    return vera


@pytest.fixture
def uneven(line, bills, vera) -> None:
    """Line and box: one and a half hands, 90 cases, 2 an hour: 45 h. Bills: one and a half hands, 9 cases, 1 an hour: 9 h."""
    line.members.set([vera, make_advisor("Iris", "advisor", line)])
    bills.members.set([vera, make_advisor("Jonas", "advisor", bills)])
    load(line, waiting=90, answered=90)
    load(bills, waiting=9, answered=45)


def waits() -> dict[str, float | None]:
    return {one.team.name: one.wait and round(one.wait, 2) for one in queues()}


def test_a_wait_is_what_waits_by_how_fast_the_team_answers(uneven, line, bills):
    assert waits() == {line.name: 45.0, bills.name: 9.0}


def test_whoever_is_away_answers_nothing_meanwhile(uneven, line, bills, vera):
    be_present(vera, presence="pause")
    assert waits() == {line.name: 67.5, bills.name: 13.5}


def test_of_a_team_that_answered_next_to_nothing_no_wait_can_be_said(line):
    load(line, waiting=90, answered=4)
    assert waits()[line.name] is None


def test_a_hand_is_proposed_by_name_with_the_new_waits(uneven, line, bills, vera):
    propose()
    hand = Hand.objects.get()
    assert (hand.advisor, hand.from_team, hand.to_team) == (vera, bills, line)
    assert (hand.to_wait, hand.from_wait) == (45.0, 9.0)
    assert (hand.to_wait_then, hand.from_wait_then) == (33.75, 13.5)  # two hands there, one here
    assert hand.until == MONDAY.replace(hour=18)
    vera.refresh_from_db()
    assert vera.helping is None  # proposed, never imposed


@pytest.mark.parametrize("change", ["even", "short", "alone", "no member of both", "evening"])
def test_nothing_is_proposed_where_it_would_not_help(uneven, line, bills, vera, change, monkeypatch):
    if change == "even":
        Tally.objects.filter(team_id=bills.pk).update(waiting=25)
    if change == "short":
        Tally.objects.filter(team_id=line.pk).update(waiting=1)
        Tally.objects.filter(team_id=bills.pk).update(waiting=0)
    if change == "alone":
        bills.members.set([vera])
    if change == "no member of both":
        line.members.remove(vera)
    if change == "evening":
        monkeypatch.setattr(clock, "now", lambda: MONDAY.replace(hour=17, minute=30))
    propose()
    assert not Hand.objects.exists()


def test_looking_again_keeps_what_still_helps_and_forgets_what_does_not(uneven, line, bills):
    propose()
    first = Hand.objects.get().pk
    Tally.objects.filter(team_id=line.pk).update(waiting=80)
    propose()
    assert Hand.objects.get().pk == first
    assert Hand.objects.get().to_wait == 40.0
    Tally.objects.filter(team_id=line.pk).update(waiting=9)
    propose()
    assert not Hand.objects.exists()


def test_after_a_yes_the_turns_of_other_teams_pass_by(uneven, line, bills, vera, esther):
    agree_on_pace(propose_pace(vera, lead=esther, cases=50, by=esther), by=vera)
    bills.finds_owner = line.finds_owner = "turn"
    bills.save()
    line.save()
    propose()
    answer(Hand.objects.get(), by=vera, says="yes")
    assert comes(bills).advisor is None
    assert comes(line).advisor == vera
    propose()
    assert not Hand.objects.filter(answer="").exists()  # she is there already
    answer(Hand.objects.get(), by=Advisor.objects.get(pk=vera.pk), says="no")  # and goes back
    assert comes(bills).advisor == vera


def test_a_hand_is_lent_until_the_evening(uneven, vera, monkeypatch):
    propose()
    answer(Hand.objects.get(), by=vera, says="yes")
    vera.refresh_from_db()
    assert vera.helping
    monkeypatch.setattr(clock, "now", lambda: MONDAY.replace(hour=18, minute=1))
    assert vera.helping is None
    with pytest.raises(Unchanged, match="over"):
        answer(Hand.objects.get(), by=vera, says="yes")


def test_who_says_no_is_not_asked_again_that_day(uneven, vera, monkeypatch):
    propose()
    answer(Hand.objects.get(), by=vera, says="no")
    propose()
    assert not Hand.objects.standing().exists()
    monkeypatch.setattr(clock, "now", lambda: MONDAY + timedelta(days=1))
    propose()
    assert Hand.objects.standing().exists()


def test_nobody_answers_for_another(uneven, vera, esther):
    propose()
    for by, says in ((esther, "yes"), (vera, "perhaps")):
        with pytest.raises(Unchanged):
            answer(Hand.objects.get(), by=by, says=says)
    assert Hand.objects.get().answer == ""


def test_replies_are_counted_out_of_the_journal_once(line, bills, monkeypatch):
    monkeypatch.setattr(load_of, "EACH", 2)
    old, new = MONDAY - LOOKED_BACK - timedelta(days=1), MONDAY - timedelta(hours=2)
    for at, by, team, name in [
        (old, "advisor:1", line.pk, "message.written"),
        (new, "advisor:1", line.pk, "message.written"),
        (new, "advisor:2", line.pk, "message.written"),
        (new, "advisor:2", bills.pk, "message.noted"),
        (new, "system", bills.pk, "message.written"),
        (new, "advisor:2", None, "message.written"),
    ]:
        Event.objects.create(name=name, topic="case:1", noun="message:1", by=by, at=at, facts={"team": team})
    follow()
    follow()
    counted = [(line.pk, new.astimezone(UTC).date(), 2)]
    assert list(Answered.objects.values_list("team_id", "day", "replies")) == counted


def comes(team) -> Case:
    case = receive(Arrival(channel="form", sender="", words="Hello?", team=team)).case
    run_until_idle(["reactions"])
    find_owner(case.pk)
    return Case.objects.get(pk=case.pk)
