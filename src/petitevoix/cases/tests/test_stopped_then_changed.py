"""A draft that the review stopped and its writer then changed is told beside measure M3."""

import pytest

from petitevoix.cases.actions.asking import Mark
from petitevoix.cases.actions.replying import reply as answer
from petitevoix.cases.models import Question
from petitevoix.cases.refusals import Stopped
from petitevoix.journal.models import Event
from tests.cast import close, reply

pytestmark = pytest.mark.django_db
STOPPED = "Dear {{name}}, it works again since a splitter was replaced."


def changed() -> bool:
    return Event.objects.filter(name="message.written").last().facts["review"]["changed"]


def test_what_was_stopped_and_then_changed_is_told(case, denis):
    with pytest.raises(Stopped):
        reply(case, by=denis, words=STOPPED)
    reply(case, by=denis, words="Dear Ana, it works again since a splitter was replaced.")
    assert changed()
    reply(case, by=denis, words="And it is free of charge.")
    assert not changed()


def test_the_same_words_with_a_reason_or_a_mark_are_no_change(case, denis):
    words = "It works again since a splitter was replaced."
    with pytest.raises(Stopped):
        answer(case, by=denis, words=words)  # nothing is marked
    marks = [Mark(one.pk, "answered") for one in Question.objects.owed()]
    answer(case, by=denis, words=words, marks=marks)
    assert not changed()


def test_a_stop_of_another_is_not_ours(case, denis, esther):
    with pytest.raises(Stopped):
        reply(case, by=esther, words=STOPPED)
    reply(case, by=denis, words="It works again.")
    assert not changed()


def test_a_closing_that_was_stopped_is_remembered_once_and_nothing_else_is_kept(case, denis):
    with pytest.raises(Stopped):
        close(case, by=denis, what_it_was="A splitter.", what_was_done="Replaced, {{name}}.")
    assert list(Event.objects.filter(name__in=["message.stopped", "message.written", "case.closed"])
                .values_list("name", flat=True)) == ["message.stopped"]  # fmt: skip
    assert "splitter" not in str(Event.objects.get(name="message.stopped").facts)
    close(case, by=denis, what_it_was="A splitter.", what_was_done="Replaced, Ana.")
    assert changed()
