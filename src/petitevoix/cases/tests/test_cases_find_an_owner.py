"""A team may have its cases given in turn: by a pace each agreed on, never by speed, and to nobody who rests."""

from datetime import datetime, timedelta

import pytest

from petitevoix.cases.actions.finding_owner import find_owner, find_owners
from petitevoix.cases.actions.offering import give_back
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Case, Offer
from petitevoix.jobs.runner import run_until_idle
from petitevoix.kit import clock
from petitevoix.kit.words import zone
from petitevoix.people.models import Advisor, Pace
from petitevoix.people.pacing import agree_on_pace, propose_pace
from petitevoix.people.showing import declare
from tests.cast import make_advisor

MONDAY = datetime(2026, 11, 23, 10, tzinfo=zone())


@pytest.fixture(autouse=True)
def at_work(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: MONDAY)


@pytest.fixture
def in_turn(line):
    line.finds_owner = "turn"
    line.save()
    return line


def paced(advisor: Advisor, lead: Advisor, cases: int) -> Advisor:
    agree_on_pace(propose_pace(advisor, lead=lead, cases=cases, by=lead), by=advisor)
    return advisor


@pytest.fixture
def three(denis, esther, line) -> list[Advisor]:
    """Denis, Iris and Jonas, each with a pace of two."""
    others = [make_advisor("Iris", "advisor", line), make_advisor("Jonas", "advisor", line)]
    return [paced(one, esther, 2) for one in (denis, *others)]


def comes(team, words: str = "Hello?", channel: str = "form") -> Case:
    case = receive(Arrival(channel=channel, sender="", words=words, team=team)).case
    run_until_idle(["reactions"])
    return Case.objects.get(pk=case.pk)


def owners(team, count: int, **how) -> list[str]:
    found = [comes(team, **how).advisor for _ in range(count)]
    return [one.name if one else "" for one in found]


def test_by_itself_nobody_is_given_anything(three, line):
    assert owners(line, 2) == ["", ""]


def test_they_are_given_one_after_another_up_to_the_pace_of_each(three, in_turn, data):
    assert owners(in_turn, 7) == ["Denis", "Iris", "Jonas", "Denis", "Iris", "Jonas", ""]


def test_done_twice_is_done_once(three, in_turn, data):
    case = comes(in_turn)
    find_owner(case.pk)
    find_owners()
    case.refresh_from_db()
    assert case.advisor == three[0]
    assert comes(in_turn).advisor == three[1]


@pytest.mark.parametrize("presence", ["research", "pause", "away"])
def test_who_looks_into_something_or_rests_is_given_nothing(three, in_turn, data, presence):
    Advisor.objects.filter(pk=three[0].pk).update(presence=presence, presence_until=MONDAY + timedelta(minutes=30))
    assert owners(in_turn, 2) == ["Iris", "Jonas"]


def test_who_only_writes_is_given_letters_and_no_calls(three, in_turn, data):
    Advisor.objects.exclude(pk=three[0].pk).update(presence="away")
    Advisor.objects.filter(pk=three[0].pk).update(presence="writing")
    assert owners(in_turn, 1, channel="phone") == [""]
    assert owners(in_turn, 1) == ["Denis"]


def test_who_agreed_on_no_pace_is_given_none(denis, in_turn, data):
    assert owners(in_turn, 1) == [""]


def test_what_waits_is_given_once_somebody_is_free_and_the_longest_first(three, in_turn, data):
    Advisor.objects.update(presence="pause")
    first, second = comes(in_turn), comes(in_turn)
    since = first.waiting_since
    Advisor.objects.filter(pk=three[1].pk).update(presence="here")
    Pace.objects.filter(advisor=three[1]).update(cases=1)
    find_owners()
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.advisor, second.advisor) == (three[1], None)
    assert first.waiting_since == since


def test_nothing_is_given_outside_the_hours_of_the_team(three, in_turn, data, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: MONDAY - timedelta(days=1))
    assert owners(in_turn, 1) == [""]


def test_it_is_given_back_without_a_reason_and_goes_to_the_next(three, in_turn, data):
    case = comes(in_turn)
    give_back(case, by=three[0])
    find_owners()
    case.refresh_from_db()
    assert case.advisor == three[1]


def test_who_is_good_at_it_comes_first_in_turn(three, in_turn, data):
    declare(three[2], word="Vieux téléphones")
    assert owners(in_turn, 1, words="Mes vieux telephones ne sonnent plus.") == ["Jonas"]
    assert owners(in_turn, 1) == ["Denis"]


def test_a_strength_takes_nobodys_turn(three, in_turn, data):
    Pace.objects.update(cases=9)
    declare(three[2], word="piano")
    came = [owners(in_turn, 1, words="My piano hums.") + owners(in_turn, 1) for _ in range(3)]
    assert came == [["Jonas", "Denis"], ["Jonas", "Iris"], ["Jonas", "Denis"]]  # the third time it was his turn as well
    assert owners(in_turn, 3) == ["Iris", "Jonas", "Denis"]


def test_a_strength_offers_a_case_and_imposes_nothing(three, line, data):
    declare(three[2], word="piano")
    case = comes(line, "I have a piano, and it hums.")
    assert case.advisor is None
    assert [one.case for one in Offer.objects.to(three[2])] == [case]
    assert not Offer.objects.to(three[0]).exists()


def test_a_tag_offers_it_as_well(three, line, data):
    from petitevoix.cases.actions.tagging import tag

    declare(three[2], word="roaming")
    case = comes(line, "Nothing works abroad.")
    tag(case, by=three[0], add=["roaming"])
    run_until_idle(["reactions"])
    assert [one.case for one in Offer.objects.to(three[2])] == [case]
