"""Answering: the words leave after ten seconds, the case rests, and nothing unseen is answered over."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions.drafting import Elsewhere, keep_draft, keep_words
from petitevoix.cases.actions.noting import note
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.replying import say_not_yet, take_back
from petitevoix.cases.models import Case, Draft, Message, Tally
from petitevoix.cases.refusals import Refused, Unseen
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.runner import run_until_idle
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.vault import log
from tests.cast import reply

pytestmark = pytest.mark.django_db


def later(**span):
    return clock.stopped_at(clock.now() + timedelta(**span))


def counts(advisor):
    return Tally.counts_for(advisor)


def test_a_reply_leaves_after_the_time_to_take_it_back(case, denis, outbox):
    reply(case, by=denis, words="A worn splitter, replaced on Tuesday.")
    run_until_idle()
    assert [parcel.purpose for parcel in outbox.carried] == ["acknowledgement"]
    with later(seconds=11):
        run_until_idle()
    assert [parcel.purpose for parcel in outbox.carried] == ["acknowledgement", "reply"]
    assert outbox.carried[1].contents["in_reply_to"] == "ana-1@letters.example"


def test_a_reply_puts_the_case_at_rest_and_out_of_the_counters(case, denis):
    assert counts(denis).waiting == 1
    assert counts(denis).unassigned == 1
    reply(case, by=denis, words="Here is why.")
    case.refresh_from_db()
    assert (case.state, case.waiting_since, case.advisor) == (Case.State.PENDING, None, denis)
    assert counts(denis).waiting == 0


def test_a_reply_taken_back_never_leaves_and_is_a_draft_again(case, denis, outbox):
    message = reply(case, by=denis, words="Too quick.")
    draft = take_back(message, by=denis)
    with later(minutes=1):
        run_until_idle()
    case.refresh_from_db()
    assert draft.words == "Too quick."
    assert case.state == Case.State.OPEN
    assert counts(denis).waiting == 1
    assert [parcel.purpose for parcel in outbox.carried] == ["acknowledgement"]
    assert Parcel.objects.get(purpose="reply").state == Parcel.State.WITHDRAWN


def test_what_was_begun_meanwhile_stands_below_a_reply_taken_back(case, denis):
    message = reply(case, by=denis, words="It left.")
    keep_draft(case, by=denis, mode="reply", words="On Monday.")
    assert take_back(message, by=denis).words == "It left.\n\nOn Monday."
    assert take_back(message, by=denis).words == "It left.\n\nOn Monday."


def test_a_window_that_can_be_told_of_no_other_keeps_its_words_whatever_was_kept_meanwhile(case, denis):
    keep_draft(case, by=denis, mode="reply", words="On Monday.")
    with pytest.raises(Elsewhere):
        keep_draft(case, by=denis, mode="reply", words="On Tuesday.")
    assert keep_words(case, by=denis, mode="reply", words="On Tuesday.").words == "On Tuesday."


@pytest.mark.parametrize(
    ("words", "both"),
    [("On Tuesday.", "On Monday.\n\nOn Tuesday."), ("On Monday. At ten.", "On Monday. At ten."), ("", "On Monday."),
     ("Monday", "On Monday.")],
)  # fmt: skip
def test_a_window_that_goes_away_leaves_its_words_below_the_others(case, denis, words, both):
    keep_draft(case, by=denis, mode="reply", words="On Monday.")
    assert keep_draft(case, by=denis, mode="reply", words=words, leaving=True).words == both


def test_a_reply_that_has_left_cannot_be_taken_back(case, denis):
    message = reply(case, by=denis, words="Gone.")
    with later(seconds=11):
        run_until_idle()
        with pytest.raises(Refused, match="already left"):
            take_back(message, by=denis)


def test_only_its_writer_takes_a_reply_back(case, denis, esther):
    message = reply(case, by=denis, words="Mine.")
    with pytest.raises(Refused, match="Only who wrote"):
        take_back(message, by=esther)


def test_a_reply_is_stopped_when_something_unseen_has_arrived(case, denis, outbox):
    seen = case.messages.last().pk
    receive(Arrival(channel="email", sender="ana@letters.example", words="Wait, it stopped again!"), case=case)
    with pytest.raises(Unseen) as stopped:
        reply(case, by=denis, words="All is well.", seen=seen)
    assert [message.words for message in stopped.value.messages] == ["Wait, it stopped again!"]
    assert not Message.objects.filter(voice="us").exists()
    assert not Parcel.objects.filter(purpose="reply").exists()


def test_a_colleagues_note_also_stops_a_reply_but_ones_own_does_not(case, denis, esther):
    seen = case.messages.last().pk
    note(case, by=denis, words="I look into it.")
    reply(case, by=denis, words="First answer.", seen=seen)
    note(case, by=esther, words="Careful, the street is down.")
    with pytest.raises(Unseen):
        reply(case, by=denis, words="Second answer.", seen=seen)


def test_an_empty_reply_is_refused_and_changes_nothing(case, denis):
    with pytest.raises(Refused, match="no words"):
        reply(case, by=denis, words=" \n ")
    case.refresh_from_db()
    assert case.state == Case.State.OPEN


def test_a_keeper_reads_but_does_not_answer(case, gaspard):
    with pytest.raises(Refused, match="role"):
        reply(case, by=gaspard, words="Hello")


def test_nobody_knows_yet_keeps_the_case_with_us_and_dates_the_news(case, denis, esther, outbox):
    friday = clock.now() + timedelta(days=2)
    say_not_yet(case, by=denis, words="I do not know yet; I am asking.", news_on=friday, ask=esther)
    case.refresh_from_db()
    assert case.state == Case.State.OPEN
    assert case.news_due_at == friday
    assert case.messages.filter(voice="note").get().words.startswith("@Esther")


def test_the_person_writing_back_reopens_the_same_case(case, denis):
    reply(case, by=denis, words="Done.")
    receive(Arrival(channel="email", sender="ana@letters.example", words="Not quite."), case=case)
    case.refresh_from_db()
    assert case.state == Case.State.OPEN
    assert case.advisor == denis
    assert Case.objects.count() == 1
    assert counts(denis).mine == 1


def test_a_draft_is_gone_once_it_is_sent(case, denis):
    draft = Draft.objects.create(case=case, advisor=denis, words="Hello")
    reply(case, by=denis, words="Hello from a program")
    assert Draft.objects.get() == draft  # it was not what was sent
    reply(case, by=denis, words="Hello Ana", draft=draft)
    assert not Draft.objects.exists()


def test_a_sent_reply_is_in_the_log(case, denis):
    reply(case, by=denis, words="Here.")
    assert list(log.verify()) == []
    assert Event.objects.filter(name="message.written").count() == 1
