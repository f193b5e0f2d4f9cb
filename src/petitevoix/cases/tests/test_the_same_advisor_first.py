"""Scene S022: who has answered a person before is asked first, as long as the person waits for them."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions.assigning import take
from petitevoix.cases.actions.finding_owner import find_owners
from petitevoix.cases.actions.offering import choose_who, leave_offer
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.replying import take_back
from petitevoix.cases.models import Case, Offer, Summary
from petitevoix.cases.models.familiar import usual_advisor
from petitevoix.cases.refusals import Refused
from petitevoix.jobs.runner import run_until_idle
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.kit.words import zone
from petitevoix.people.models import Advisor, Team
from tests.cast import make_advisor, reply


def asks_again(team: Team | None, words: str = "And the bill?") -> Case:
    arrival = Arrival(channel="form", sender="ana@letters.example", words=words, language="en", team=team)
    case = receive(arrival).case
    run_until_idle(["reactions"])
    return Case.objects.get(pk=case.pk)


def may_be_asked(advisor: Advisor) -> Advisor:
    advisor.is_asked_again = True
    advisor.save()
    return advisor


@pytest.fixture
def known(case, denis) -> Advisor:
    """Denis, who has answered Ana and agreed to be asked again."""
    reply(case, by=may_be_asked(denis), words="It was the exchange.")
    return denis


def let_time_pass(case: Case) -> None:
    Offer.objects.filter(case=case).update(until=clock.now() - timedelta(seconds=1))
    find_owners()
    case.refresh_from_db()


def test_who_has_answered_before_is_asked_first_and_the_wait_goes_on(known, line):
    case = asks_again(line)
    offer = Offer.objects.same(case)
    assert offer
    assert offer.advisor == known
    assert offer.waits
    assert case.advisor is None
    assert case.state == Case.State.OPEN
    since = case.waiting_since
    take(case, by=known)
    case.refresh_from_db()
    assert case.advisor == known
    assert case.waiting_since == since
    assert not Offer.objects.to(known).exists()


def test_who_never_agreed_is_not_asked(case, denis, line):
    reply(case, by=denis, words="It was the exchange.")
    assert Offer.objects.same(asks_again(line)) is None


def test_the_one_who_answered_most_is_usual_and_words_taken_back_do_not_count(known, case, esther, ana):
    reply(case, by=known, words="And it will not happen again.")
    reply(case, by=may_be_asked(esther), words="I stood in for Denis today.")
    assert usual_advisor(ana) == known
    for words in ("One.", "Two."):
        take_back(reply(case, by=esther, words=words), by=esther)
    assert usual_advisor(ana) == known


def test_when_time_is_over_it_is_the_teams_and_the_history_says_so(known, line):
    case = asks_again(line)
    since = case.waiting_since
    let_time_pass(case)
    assert case.advisor is None
    assert case.waiting_since == since
    assert Event.objects.about(case.topic).filter(name="case.offer_over").count() == 1
    find_owners()
    assert Event.objects.about(case.topic).filter(name="case.offer_over").count() == 1


def test_the_substitute_of_who_is_away_has_it_with_a_summary_that_both_can_read(known, line, esther):
    today = clock.now().astimezone(zone()).date()
    known.away_from, known.away_until, known.substitute = today, today + timedelta(days=9), esther
    known.save()
    case = asks_again(line, "Why is the bill so high?")
    assert case.advisor == esther
    summary = Summary.objects.in_force().get(case=case)
    assert "Why is the bill so high?" in summary.words
    assert summary.to == esther


def test_the_person_may_have_the_first_who_is_free_and_think_again(known, line, ana):
    case = asks_again(line)
    choose_who(case, by=ana, who="first")
    assert not Offer.objects.same(case).waits
    assert not Offer.objects.to(known).exists()
    choose_who(case, by=ana, who="same")
    assert Offer.objects.same(case).waits
    take(case, by=known)
    with pytest.raises(Refused):
        choose_who(case, by=ana, who="first")


def test_who_would_rather_not_leaves_it_and_no_history_says_that_they_did(known, line, esther):
    case = asks_again(line)
    offer = Offer.objects.same(case)
    with pytest.raises(Refused):
        leave_offer(offer, by=esther)
    leave_offer(offer, by=known)
    assert not Offer.objects.same(case).waits
    assert not Event.objects.filter(by=known.actor, topic=case.topic).exists()


def test_a_team_that_agreed_on_no_delay_asks_nobody_first(known, line):
    line.same_within_hours = 0
    line.save()
    assert Offer.objects.same(asks_again(line)) is None


def test_who_may_not_see_the_teams_cases_is_not_asked(known, bills):
    bills.is_private = True
    bills.save()
    assert Offer.objects.same(asks_again(bills)) is None


def test_the_acknowledgement_says_who_is_asked_first(known, line, outbox):
    asks_again(line)
    run_until_idle()
    [parcel] = [one for one in outbox.carried if one.purpose == "acknowledgement"][-1:]
    assert "Denis, who has answered you before, is asked first" in parcel.contents["words"]


def test_somebody_else_may_take_it_meanwhile(known, line):
    other = make_advisor("Iris", "advisor", line)
    case = asks_again(line)
    take(case, by=other)
    let_time_pass(case)
    assert case.advisor == other
