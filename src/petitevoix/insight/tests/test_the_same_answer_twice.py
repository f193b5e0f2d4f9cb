"""M3: what counts as the same answer twice."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from petitevoix.insight.measures.twice import twice
from petitevoix.insight.period import Period
from petitevoix.insight.records import Reply
from petitevoix.insight.thresholds import Thresholds

T0 = datetime(2026, 9, 7, tzinfo=UTC)
PERIOD = Period(T0, T0 + timedelta(days=84))


def measured(*replies: Reply):
    return twice(replies, PERIOD, Thresholds())


def after_a_miss(likeness: float | None, **how) -> Reply:
    return Reply(T0, missed=True, likeness=likeness, **how)


def test_the_vector_of_the_measure():
    told = measured(*map(after_a_miss, (0.95, 0.82, 0.40, 0.10)))
    assert (told.ratio.x, told.ratio.n, told.ratio.value) == (2, 4, 0.5)


def test_alike_begins_at_eight_tenths():
    assert measured(after_a_miss(0.8)).ratio.x == 1
    assert measured(after_a_miss(0.7999), after_a_miss(None)).ratio.x == 0


def test_an_answer_to_which_nobody_objected_is_not_counted():
    assert measured(Reply(T0, likeness=1.0)).ratio.value is None


def test_what_never_left_is_not_counted():
    assert measured(after_a_miss(1.0, withdrawn=True)).ratio.n == 0


def test_beside_it_answers_that_say_nothing_of_the_person_and_those_changed_after_a_stop():
    told = measured(Reply(T0), Reply(T0, own_facts=2, changed=True), Reply(T0, reviewed=False))
    companion = told.companions["nothing_of_their_own"]
    assert (companion.x, companion.n, told.companions["stopped_then_changed"]) == (1, 2, 1)


@given(st.lists(st.builds(after_a_miss, st.none() | st.floats(0, 1))))
def test_whatever_was_said_the_share_is_one(replies):
    ratio = measured(*replies).ratio
    assert ratio.n == len(replies)
    assert ratio.value is None if not replies else 0 <= ratio.low <= ratio.value <= ratio.high <= 1
