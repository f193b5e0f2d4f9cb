"""M7: what counts as closed without a word."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitevoix.insight.measures.silent import silent
from petitevoix.insight.period import Period
from petitevoix.insight.records import Closure, Mended, Reply
from petitevoix.insight.thresholds import Thresholds

T0 = datetime(2026, 9, 7, tzinfo=UTC)  # a Monday
DAY = timedelta(days=1)
PERIOD = Period(T0, T0 + 84 * DAY)
NOW = T0 + 120 * DAY
NOON = T0 + timedelta(days=1, hours=10)  # Tuesday noon in Paris


def measured(closures=(), mended=(), now: datetime = NOW):
    return silent(closures, mended, PERIOD, now, Thresholds())


def is_silent(closure: Closure) -> bool:
    return measured([closure]).ratio.x == 1


def ours(acknowledgment=True, explanation=True, repair=True, what_changes=True) -> Closure:
    return Closure(NOON, fault="ours", apology=(acknowledgment, explanation, repair, what_changes))


def quiet(*days_before: float) -> Closure:
    return Closure(NOON, quiet=True, warnings=tuple(NOON - days * DAY for days in days_before))


def test_the_vector_of_the_measure():
    closures = [*(Closure(NOON) for _ in range(7)), quiet(), quiet(3), ours(repair=False)]
    mended = [*(Mended(NOON, NOON) for _ in range(3)), Mended(NOON), Mended(NOON)]
    told = measured(closures, mended)
    assert (told.ratio.x, told.ratio.n) == (5, 15)
    assert told.ratio.value == pytest.approx(0.333, abs=0.001)


def test_a_closing_that_tells_nothing_or_never_arrived_is_silent():
    assert is_silent(Closure(NOON, told=False))
    assert is_silent(Closure(NOON, reply=Reply(NOON, undelivered=True)))
    assert not is_silent(Closure(NOON, reply=Reply(NOON)))


def test_our_fault_takes_an_acknowledgment_and_a_repair():
    assert is_silent(ours(acknowledgment=False))
    assert is_silent(ours(repair=False))
    assert not is_silent(ours(explanation=False, what_changes=False))
    assert not is_silent(Closure(NOON, fault="person"))


def test_closing_because_nobody_writes_takes_two_warnings_over_fourteen_days():
    assert not is_silent(quiet(14, 7))
    assert is_silent(quiet(13, 7))
    assert is_silent(quiet(20))


def test_who_is_told_within_one_working_day_was_told():
    friday = T0 + timedelta(days=4, hours=15)  # 5 pm in Paris: the working day ends on Monday at 5 pm
    told_in_time, too_late = Mended(friday, friday + 3 * DAY), Mended(friday, friday + timedelta(days=3, minutes=1))
    assert measured(mended=[told_in_time, too_late]).ratio.x == 1


def test_the_working_day_is_waited_for():
    told = measured([Closure(NOON)], [Mended(NOON)], now=NOON + timedelta(hours=2))
    assert (told.ratio.n, told.ratio.unmatured) == (0, 2)


def test_a_closing_taken_back_was_none():
    assert measured([Closure(NOON, reply=Reply(NOON, withdrawn=True))]).ratio.n == 0


def test_an_apology_has_four_parts():
    assert measured([ours(), ours(repair=False, what_changes=False)]).companions["apology_completeness"] == 0.75
    assert measured([Closure(NOON)]).companions["apology_completeness"] is None


def test_closings_undone_by_the_person_show_beside_it():
    undone, late = Closure(NOON, reversed_at=NOON + 13 * DAY), Closure(NOON, reversed_at=NOON + 15 * DAY)
    companion = measured([undone, late, Closure(NOON)]).companions["reversed"]
    assert (companion.x, companion.n) == (1, 3)
    assert measured([undone], now=NOON + 13 * DAY).companions["reversed"].value is None


CLOSURES = st.builds(
    Closure, st.floats(-9, 99).map(lambda days: T0 + days * DAY), told=st.booleans(),
    fault=st.sampled_from(["", "ours", "other", "person", "nobody"]), apology=st.tuples(*[st.booleans()] * 4),
    quiet=st.booleans(),
)  # fmt: skip


@given(st.lists(CLOSURES))
def test_whatever_was_closed_the_share_is_one(closures):
    ratio = measured(closures).ratio
    assert ratio.n == sum(closure.at in PERIOD for closure in closures)
    assert ratio.value is None if ratio.n == 0 else 0 <= ratio.low <= ratio.value <= ratio.high <= 1
