"""A reply leaves at a chosen time; until then it is taken back, sent now, or held back by its person's words."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions.leaving import send_now
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.replying import take_back
from petitevoix.cases.models import Case, Draft, Message, Promise
from petitevoix.cases.models.question import questions_owed
from petitevoix.cases.refusals import Refused
from petitevoix.jobs.runner import run_until_idle
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from tests.cast import make_advisor, reply

pytestmark = pytest.mark.django_db
WORDS = "The splitter in your box was worn."


@pytest.fixture(autouse=True)
def _no_date_yet(case):
    Case.objects.filter(pk=case.pk).update(news_due_at=None)


def in_hours(hours: float):
    return clock.now() + timedelta(hours=hours)


def later(case, denis) -> Message:
    return reply(case, by=denis, words=WORDS, leaves_at=in_hours(15))


def letters(outbox) -> list:
    return [parcel for parcel in outbox.carried if parcel.purpose == "reply"]


def test_it_leaves_when_its_time_comes_and_not_before(case, denis, outbox):
    later(case, denis)
    with clock.stopped_at(in_hours(14)):
        run_until_idle()
    assert letters(outbox) == []
    with clock.stopped_at(in_hours(16)):
        run_until_idle()
    assert len(letters(outbox)) == 1


def test_until_then_it_is_taken_back_and_all_is_as_it_was(case, denis, outbox):
    since = case.waiting_since
    message = later(case, denis)
    assert Case.objects.get(pk=case.pk).state == "pending"
    take_back(message, by=denis)
    case.refresh_from_db()
    assert (case.state, case.waiting_since) == ("open", since)
    assert Draft.objects.get().words == WORDS
    with clock.stopped_at(in_hours(16)):
        run_until_idle()
    assert letters(outbox) == []


def test_words_of_the_person_hold_it_back_and_their_wait_is_the_first_one(case, denis, ana, outbox):
    since = case.waiting_since
    later(case, denis)
    receive(Arrival(channel="form", sender=ana.email, words="It broke again."), case=case)
    case.refresh_from_db()
    assert (case.state, case.waiting_since) == ("open", since)
    assert Draft.objects.get(advisor=denis).words == WORDS
    assert questions_owed(case)
    assert Event.objects.get(name="message.held").facts["advisor"] == denis.pk
    with clock.stopped_at(in_hours(16)):
        run_until_idle()
    assert letters(outbox) == []


def test_a_machines_letter_does_not_hold_it_back_nor_do_words_a_reply_of_now(case, denis, ana, outbox):
    later(case, denis)
    receive(Arrival(channel="form", sender=ana.email, words="I am away.", automatic="auto-reply"), case=case)
    assert not Event.objects.filter(name="message.held").exists()
    case = receive(Arrival(channel="form", sender=ana.email, title="Other", words="Hello?")).case
    reply(case, by=denis, words=WORDS)
    receive(Arrival(channel="form", sender=ana.email, words="Thanks."), case=case)
    assert not Event.objects.filter(name="message.held").exists()


def test_it_is_sent_now_by_who_wrote_it_or_leads(case, denis, esther, outbox):
    message = later(case, denis)
    with pytest.raises(Refused, match="before its time"):
        send_now(message, by=make_advisor("Fiona"))
    send_now(message, by=esther)
    with clock.stopped_at(in_hours(0.1)):
        run_until_idle()
    assert len(letters(outbox)) == 1
    with clock.stopped_at(in_hours(16)):
        run_until_idle()
    assert len(letters(outbox)) == 1


def test_it_does_not_wait_beyond_what_is_promised(case, denis):
    Promise.objects.create(case=case, owner=denis, words="I call you.", due_at=in_hours(3))
    with pytest.raises(Refused, match="promised before"):
        later(case, denis)
    Promise.objects.all().delete()
    Case.objects.filter(pk=case.pk).update(news_due_at=in_hours(3))
    with pytest.raises(Refused, match="promised before"):
        later(case, denis)
    assert not Message.objects.filter(voice="us").exists()


def test_a_time_that_is_none_and_a_second_one_that_waits_are_refused(case, denis):
    for at in (clock.now(), in_hours(24 * 400)):
        with pytest.raises(Refused, match="within a year"):
            reply(case, by=denis, words=WORDS, leaves_at=at)
    later(case, denis)
    with pytest.raises(Refused, match="Another reply"):
        reply(case, by=denis, words="And it is mended.", leaves_at=in_hours(20))
