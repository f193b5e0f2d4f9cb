"""A case is set aside until a time: it leaves what waits, its person's wait goes on, and nothing owed is hidden."""

from datetime import date, datetime, timedelta

import pytest

from petitevoix.cases import conditions
from petitevoix.cases.actions.closing import set_state
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.reminding import promise_news
from petitevoix.cases.actions.snoozing import snooze, until_of, wake, wake_those_due
from petitevoix.cases.models import Case, Promise, Snooze, Tally
from petitevoix.cases.refusals import Refused
from petitevoix.hours.week import Hours
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.kit.words import zone
from tests.cast import reply

pytestmark = pytest.mark.django_db


def waits(case) -> bool:
    return Case.objects.waiting_longest_first().filter(pk=case.pk).exists()


def in_hours(hours: float) -> datetime:
    return clock.now() + timedelta(hours=hours)


def passes(case) -> None:
    """Let the time of a snooze come."""
    Case.objects.filter(pk=case.pk).update(snoozed_until=clock.now())


def test_it_leaves_what_waits_and_comes_back_to_where_it_was(case, denis):
    since, before = case.waiting_since, Tally.counts_for(denis).waiting
    snooze(case, by=denis, until=in_hours(3), why="The depot opens at two.")
    assert not waits(case)
    assert Tally.counts_for(denis).waiting == before - 1
    assert Case.objects.snoozed().get() == case
    assert Snooze.objects.get().why == "The depot opens at two."
    assert wake_those_due() == 0
    passes(case)
    assert wake_those_due() == 1
    case.refresh_from_db()
    assert waits(case)
    assert (case.state, case.waiting_since) == ("open", since)
    assert Tally.counts_for(denis).waiting == before
    assert Event.objects.get(name="case.woken").facts["because"] == "time"


def test_the_persons_words_bring_it_back_at_once(case, denis, ana):
    since = case.waiting_since
    snooze(case, by=denis, until=in_hours(30))
    receive(Arrival(channel="form", sender=ana.email, words="And now?"), case=case)
    case.refresh_from_db()
    assert waits(case)
    assert case.waiting_since == since


def test_an_answer_or_another_turn_ends_it(case, denis):
    snooze(case, by=denis, until=in_hours(30))
    set_state(case, "held", by=denis)
    assert Case.objects.get(pk=case.pk).snoozed_until is None
    set_state(case, "open", by=denis)
    snooze(case, by=denis, until=in_hours(30))
    reply(case, by=denis, words="The splitter was worn.")
    assert Case.objects.get(pk=case.pk).snoozed_until is None
    assert Tally.counts_for(denis).waiting == 0


def test_it_is_woken_by_hand_and_that_twice_is_once(case, denis):
    snooze(case, by=denis, until=in_hours(30))
    wake(case, by=denis)
    wake(case, by=denis)
    assert waits(case)
    assert Event.objects.filter(name="case.woken").count() == 1


def test_what_is_promised_stays_loud(case, denis):
    snooze(case, by=denis, until=in_hours(30))
    Promise.objects.create(case=case, owner=denis, words="I call you.", due_at=clock.now())
    wake_those_due()
    assert waits(case)
    assert Event.objects.get(name="case.woken").facts["because"] == "promise"
    with pytest.raises(Refused, match="late"):
        snooze(case, by=denis, until=in_hours(30))


def test_news_that_is_late_brings_it_back_too(case, denis):
    snooze(case, by=denis, until=in_hours(30))
    Case.objects.filter(pk=case.pk).update(news_due_at=clock.now())
    wake_those_due()
    assert waits(case)


def test_the_wait_goes_on_counting_and_makes_news_due(case, denis):
    snooze(case, by=denis, until=in_hours(300))
    long_ago = clock.now() - timedelta(days=20)
    Case.objects.filter(pk=case.pk).update(waiting_since=long_ago, news_due_at=None)
    assert promise_news() == 1


def test_a_view_of_what_waits_leaves_it_out_and_one_of_what_is_snoozed_finds_it(case, denis):
    asked = conditions.cleaned({"state": ["open"]})
    assert conditions.select(asked, denis).get() == case
    snooze(case, by=denis, until=in_hours(3))
    assert not conditions.select(asked, denis).exists()
    assert conditions.select(conditions.cleaned({"snoozed": True}), denis).get() == case


def test_it_is_refused_in_a_sentence(case, denis, gaspard):
    for until in (clock.now(), in_hours(24 * 400)):
        with pytest.raises(Refused, match="within a year"):
            snooze(case, by=denis, until=until)
    with pytest.raises(Refused, match="reads"):
        snooze(case, by=gaspard, until=in_hours(3))
    set_state(case, "pending", by=denis)
    with pytest.raises(Refused, match="waits for us"):
        snooze(case, by=denis, until=in_hours(3))
    assert not Snooze.objects.exists()


@pytest.mark.parametrize(
    ("now", "choice", "day", "then"),
    [
        ("2026-11-20T16:30", "hours", None, "2026-11-23T10:30"),
        ("2026-11-20T16:30", "tomorrow", None, "2026-11-23T09:00"),
        ("2026-11-18T08:00", "tomorrow", None, "2026-11-19T09:00"),
        ("2027-03-25T08:00", "monday", None, "2027-03-30T09:00"),  # Easter Monday is none
        ("2026-11-18T08:00", "day", date(2026, 11, 22), "2026-11-22T09:00"),
        ("2026-11-18T08:00", "day", None, None),
        ("2026-11-18T08:00", "never", None, None),
    ],
)
def test_a_choice_is_a_time_when_we_are_there(now, choice, day, then):
    with clock.stopped_at(datetime.fromisoformat(now).replace(tzinfo=zone())):
        found = until_of(choice, day, hours=Hours())
    assert found == (then and datetime.fromisoformat(then).replace(tzinfo=zone()))
