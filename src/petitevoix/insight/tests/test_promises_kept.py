"""M1: what counts as a promise kept."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitevoix.insight.measures.kept import kept
from petitevoix.insight.period import Period
from petitevoix.insight.records import Promise, Reply
from petitevoix.insight.thresholds import Thresholds

T0 = datetime(2026, 9, 7, tzinfo=UTC)
DAY = timedelta(days=1)
PERIOD = Period(T0, T0 + 84 * DAY)
NOW = T0 + 120 * DAY


def due(day: float, *, done: float | None = None, disputed: float | None = None, **how) -> Promise:
    at = lambda when: None if when is None else T0 + when * DAY
    return Promise(T0, at(day), kept_at=at(done), disputed_at=at(disputed), **how)


def measured(*promises: Promise, now: datetime = NOW):
    return kept(promises, PERIOD, now, Thresholds())


def moved(first: float, then: float, *, accepted: float, done: float) -> Promise:
    promise = due(first, done=done)
    promise.move(T0 + accepted * DAY, T0 + then * DAY)
    return promise


def test_the_vector_of_the_measure():
    told = measured(
        due(3, done=2), due(4, done=4), moved(5, 9, accepted=4, done=8), due(6, done=7.5), due(6, done=5, disputed=8)
    )
    assert (told.ratio.x, told.ratio.n, told.ratio.value) == (3, 5, 0.6)
    assert (told.companions["moved"].x, told.companions["moved"].n) == (1, 5)
    assert told.companions["median_lateness"] == timedelta(days=1.5)


def test_a_date_accepted_too_late_does_not_bind():
    told = measured(moved(5, 9, accepted=6, done=8))
    assert (told.ratio.x, told.companions["moved"].x) == (0, 0)


def test_a_dispute_after_seven_days_comes_too_late():
    assert measured(due(6, done=5, disputed=12.5)).ratio.x == 1
    assert measured(due(6, done=5, disputed=12)).ratio.x == 0


def test_what_the_person_withdrew_or_never_left_is_not_counted():
    assert measured(due(6, withdrawn=True), due(6, reply=Reply(T0, withdrawn=True)), due(6)).ratio.n == 1


def test_what_may_still_be_disputed_is_counted_apart():
    told = measured(due(3, done=2), due(8, done=2), now=T0 + 12 * DAY)
    assert (told.ratio.n, told.ratio.unmatured) == (1, 1)


def test_the_period_begins_with_its_first_instant_and_ends_before_its_last():
    assert measured(due(0, done=0)).ratio.n == 1
    assert measured(due(84, done=0)).ratio.n == 0


def test_a_late_one_was_silent_unless_another_date_was_offered_before():
    told_before, told_after, silent = due(6), due(6), due(6)
    told_before.offer(T0 + 5 * DAY)
    told_after.offer(T0 + 7 * DAY)
    broken = measured(told_before, told_after, silent).companions["broken_in_silence"]
    assert (broken.x, broken.n) == (2, 3)


def test_an_offer_for_the_date_before_is_no_word_about_the_one_that_binds():
    promise = due(6)
    promise.offer(T0 + 4 * DAY)
    promise.move(T0 + 5 * DAY, T0 + 9 * DAY)
    assert measured(promise).companions["broken_in_silence"].x == 1


def test_what_is_late_and_not_kept_yet_is_as_late_as_it_is_by_now():
    assert measured(due(6), now=T0 + 20 * DAY).companions["median_lateness"] == 14 * DAY


def test_without_promises_there_is_no_data():
    told = measured()
    assert (told.ratio.value, told.companions["median_lateness"]) == (None, None)


DAYS = st.floats(-30, 130, allow_nan=False)


@given(st.lists(st.builds(due, DAYS, done=st.none() | DAYS, disputed=st.none() | DAYS, withdrawn=st.booleans())), DAYS)
def test_whatever_was_promised_the_share_is_one(promises, now):
    ratio = measured(*promises, now=T0 + now * DAY).ratio
    assert ratio.n + ratio.unmatured <= len(promises)
    assert ratio.value is None if ratio.n == 0 else 0 <= ratio.low <= ratio.value <= ratio.high <= 1


def test_nobody_leaves_by_being_kept_late():
    with_late = measured(due(3, done=2), due(3, done=50)).ratio
    assert with_late.value == pytest.approx(0.5)
