"""M2: what counts as every question of a message answered."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitevoix.insight.measures.answered import answered
from petitevoix.insight.period import Period
from petitevoix.insight.records import Inbound, Mark, Promise, Question, Reply
from petitevoix.insight.thresholds import Thresholds

T0 = datetime(2026, 9, 7, tzinfo=UTC)
DAY = timedelta(days=1)
PERIOD = Period(T0, T0 + 84 * DAY)
NOW = T0 + 120 * DAY


def question(mark: str = "", *, after: float = 1, due: float = 3, done: float | None = None, **how) -> Question:
    """A question asked on the first day; `due` and `done` are of its promise, in days."""
    made = Question(T0, **how)
    if mark:
        reply = Reply(T0 + after * DAY)
        made.marks = (Mark(mark, reply),)
        if mark == "promised":
            kept_at = None if done is None else T0 + done * DAY
            made.promises = (Promise(reply.at, T0 + due * DAY, reply, kept_at=kept_at),)
    return made


def measured(*messages: list[Question], now: datetime = NOW):
    return answered([Inbound(T0, tuple(questions)) for questions in messages], PERIOD, now, Thresholds())


def full(*questions: Question) -> int:
    return measured(list(questions)).ratio.x


def test_the_vector_of_the_measure():
    yes = "answered"
    told = measured(
        [question(yes), question(yes), question(yes)], [question(yes)], [question(yes), question()]
    )  # fmt: skip
    assert (told.ratio.x, told.ratio.n) == (2, 3)
    assert (told.companions["per_question"].x, told.companions["per_question"].n) == (5, 6)


def test_a_message_nobody_answered_is_counted():
    assert measured([question()]).ratio.value == 0


def test_declined_with_a_reason_is_an_answer():
    assert full(question("declined")) == 1


@pytest.mark.parametrize(("done", "counts"), [(None, 0), (2, 1), (4, 0)])
def test_a_promise_answers_when_it_was_kept(done, counts):
    assert full(question("promised", due=3, done=done)) == counts


def test_a_promised_date_is_waited_for():
    messages = [question("promised", due=30, done=29)]
    assert (measured(messages, now=T0 + 20 * DAY).ratio.unmatured, measured(messages).ratio.x) == (1, 1)


def test_an_answer_after_the_window_comes_too_late():
    assert full(question("answered", after=15)) == 0


def test_a_question_asked_again_was_not_answered():
    assert full(question("answered", asked_again=(T0 + 3 * DAY,))) == 0
    assert full(question("answered", asked_again=(T0 + 20 * DAY,))) == 1


def test_an_answer_taken_back_answers_nothing():
    taken_back = question("answered")
    taken_back.marks[0].reply.withdrawn = True
    assert full(taken_back) == 0


def test_what_is_no_question_is_not_owed_an_answer_and_is_told():
    told = measured([question(dismissed=True)], [question("answered"), question(dismissed=True)])
    assert (told.ratio.x, told.ratio.n, told.companions["set_aside"]) == (1, 1, 2)


def test_younger_messages_are_counted_apart():
    told = measured([question()], now=T0 + 13 * DAY)
    assert (told.ratio.n, told.ratio.unmatured, told.ratio.value) == (0, 1, None)


def test_the_register_holds_what_nobody_has_answered_by_now():
    again = question("answered", asked_again=(T0 + 3 * DAY,))
    dated, broken = question("promised", due=130), question("promised", due=3)
    told = measured([question(), question("answered"), again, dated, broken], [question(dismissed=True)])
    assert told.companions["unanswered_now"] == 3
    assert told.companions["oldest_unanswered"] == NOW - T0
    assert measured([question("answered")]).companions["oldest_unanswered"] is None


QUESTIONS = st.builds(
    question, st.sampled_from(["", "answered", "promised", "declined"]), after=st.floats(0, 40), due=st.floats(0, 60),
    done=st.none() | st.floats(0, 60), dismissed=st.booleans(),
)  # fmt: skip


@given(st.lists(st.lists(QUESTIONS, max_size=4), max_size=8), st.floats(0, 100))
def test_whatever_was_asked_the_share_is_one(messages, days):
    told = measured(*messages, now=T0 + days * DAY)
    assert told.ratio.n + told.ratio.unmatured == sum(any(not q.dismissed for q in one) for one in messages)
    assert told.ratio.value is None if told.ratio.n == 0 else 0 <= told.ratio.low <= told.ratio.value <= told.ratio.high
    assert told.companions["per_question"].n >= told.ratio.n
