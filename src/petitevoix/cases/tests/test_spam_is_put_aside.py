"""One gesture puts a case in Spam with all that is owed in it; it comes back exactly as it was, and nobody is lost."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions import bulk, joining, promising, undoing
from petitevoix.cases.actions.assigning import assign
from petitevoix.cases.actions.clearing import clear
from petitevoix.cases.actions.closing import set_state
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.snoozing import snooze
from petitevoix.cases.actions.spamming import spam
from petitevoix.cases.conditions import select
from petitevoix.cases.models import Case, Draft, Promise, Question, Tally
from petitevoix.cases.refusals import Refused
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.runner import run_one
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from tests.cast import close, reply

pytestmark = pytest.mark.django_db


def stands(case: Case) -> tuple:
    case = Case.objects.get(pk=case.pk)
    return case.state, case.waiting_since, case.snoozed_until, case.news_due_at, case.advisor_id, case.team_id


def counts(advisor) -> tuple[int, int]:
    told = Tally.counts_for(advisor)
    return told.waiting, told.resting.get("spam", 0)


def test_it_leaves_what_waits_and_comes_back_exactly_as_it_was(case, denis):
    assign(case, by=denis, advisor=denis, team=case.team)
    before = stands(case)
    owed = set(Question.objects.unanswered().values_list("pk", flat=True))
    assert owed
    assert counts(denis) == (1, 0)
    spam(case, by=denis)
    assert stands(case)[:2] == ("spam", None)
    assert not Case.objects.waiting_longest_first().exists()
    assert not Question.objects.unanswered().exists()
    assert counts(denis) == (0, 1)
    clear(case, by=denis)
    assert stands(case) == before
    assert set(Question.objects.unanswered().values_list("pk", flat=True)) == owed
    assert counts(denis) == (1, 0)
    assert [*Event.objects.filter(name__in=["case.spammed", "case.cleared"]).values_list("by", flat=True)] == [
        denis.actor, denis.actor
    ]  # fmt: skip


def test_said_twice_it_is_said_once(case, denis):
    spam(case, by=denis)
    spam(case, by=denis)
    clear(case, by=denis)
    clear(case, by=denis)
    assert counts(denis) == (1, 0)
    assert Event.objects.filter(name="case.spammed").count() == 1


def test_a_case_that_was_set_aside_is_set_aside_again(case, denis):
    until = clock.now() + timedelta(hours=30)
    snooze(case, by=denis, until=until)
    spam(case, by=denis)
    clear(case, by=denis)
    assert stands(case)[2] == until


def test_promises_rest_with_it(case, denis):
    reply(case, by=denis, words="We will call you by tomorrow.")
    promising.promise(Case.objects.get(pk=case.pk), by=denis, words="A call.", due_at=clock.now() + timedelta(days=1))
    assert Promise.objects.going_on().exists()
    spam(case, by=denis)
    assert not Promise.objects.going_on().exists()
    clear(case, by=denis)
    assert Promise.objects.going_on().exists()


def test_who_only_reads_cannot_say_it(case, gaspard, denis):
    with pytest.raises(Refused):
        spam(case, by=gaspard)
    spam(case, by=denis)
    with pytest.raises(Refused):
        clear(case, by=gaspard)


def test_an_answer_takes_it_out(case, denis):
    spam(case, by=denis)
    reply(case, by=denis, words="I looked again: this was for us. Sorry.")
    assert stands(case)[0] == "pending"
    assert Event.objects.get(name="case.cleared").facts["because"] == "answered"


def test_a_reply_that_has_not_left_is_a_draft_again(case, denis):
    before = stands(case)[:2]
    reply(case, by=denis, words="It was the relay.")
    spam(case, by=denis)
    assert Draft.objects.get().words == "It was the relay."
    assert set(Parcel.objects.filter(purpose="reply").values_list("state", flat=True)) == {"withdrawn"}
    clear(case, by=denis)
    assert stands(case)[:2] == before
    spam(case, by=denis)
    assert counts(denis) == (0, 1)


def test_a_closing_and_a_word_on_whose_turn_it_is_take_it_out_too(case, denis):
    spam(case, by=denis)
    close(case, by=denis, what_it_was="A letter of yours.", what_was_done="We read it.")
    assert stands(case)[0] == "closed"
    spam(case, by=denis)
    set_state(case, "pending", by=denis)
    assert stands(case)[0] == "pending"
    assert counts(denis) == (0, 0)


def test_it_is_joined_to_no_other(case, denis, bruno):
    other = receive(Arrival(channel="email", sender="bruno@letters.example", words="My line is dead.")).case
    spam(case, by=denis)
    with pytest.raises(Refused):
        joining.join(case, into=other, by=denis)


def test_words_that_come_to_it_stay_there_and_are_owed_once_it_is_cleared(case, denis):
    spam(case, by=denis)
    said = receive(Arrival(channel="email", sender="ana@letters.example", words="When do you answer?"), case=case)
    assert stands(case)[0] == "spam"
    assert not Question.objects.unanswered().exists()
    clear(case, by=denis)
    assert stands(case)[0] == "open"
    assert said.questions.get().is_unanswered


def test_one_who_wrote_again_in_spam_waits_once_it_is_cleared(case, denis):
    set_state(case, "pending", by=denis)
    spam(case, by=denis)
    said = receive(Arrival(channel="email", sender="ana@letters.example", words="And the bill?"), case=case)
    clear(case, by=denis)
    assert stands(case)[:2] == ("open", said.at)


def test_it_is_undone_at_once_by_who_did_it(case, denis, esther):
    spam(case, by=denis)
    said = Event.objects.get(name="case.spammed")
    with pytest.raises(Refused):
        undoing.undo(said, by=esther)
    undoing.undo(said, by=denis)
    assert stands(case)[0] == "open"
    undoing.undo(Event.objects.get(name="case.cleared"), by=denis)
    assert stands(case)[0] == "spam"


def test_many_at_once_and_taken_back_as_one(case, denis):
    other = receive(Arrival(channel="email", sender="win@casino.example", words="You have won.")).case
    begun = bulk.begin("spam", [case.pk, other.pk], by=denis)
    run_all()
    assert counts(denis) == (0, 2)
    bulk.undo(begun, by=denis)
    run_all()
    assert counts(denis) == (2, 0)
    spam(other, by=denis)
    bulk.begin("clear", [case.pk, other.pk], by=denis)
    run_all()
    assert counts(denis) == (2, 0)


def test_views_leave_it_out_unless_they_ask_for_it(case, denis):
    spam(case, by=denis)
    assert not select({}, denis).exists()
    assert select({"state": ["spam"]}, denis).get() == case


def test_nobody_is_told(case, denis):
    spam(case, by=denis)
    run_all()
    assert not Parcel.objects.exists()


def run_all() -> None:
    while run_one(["acts", "reactions", "default"]):
        pass
