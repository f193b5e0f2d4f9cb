"""How sure a share is: the vectors of docs/measures.md, and what holds for every share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitevoix.insight import wilson
from petitevoix.insight.ratio import Ratio

SOME = st.integers(1, 100_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("x", "n", "low", "high"),
    [(3, 5, 0.2307, 0.8824), (0, 10, 0, 0.2775), (14, 20_000, 4.17e-4, 11.75e-4)],
)
def test_the_interval_is_wilsons(x, n, low, high):
    assert wilson.interval(x, n) == pytest.approx((low, high), abs=6e-5 if n < 100 else 6e-7)


@given(SOME)
def test_a_share_lies_between_nothing_and_everything_and_inside_its_interval(some):
    ratio = Ratio(*some)
    assert 0 <= ratio.low <= ratio.value <= ratio.high <= 1
    assert ratio.low < ratio.high


@given(st.lists(st.booleans()))
def test_a_ratio_counts_what_is_true(outcomes):
    ratio = Ratio.of(outcomes)
    assert (ratio.x, ratio.n) == (outcomes.count(True), len(outcomes))


def test_of_nothing_there_is_no_share():
    ratio = Ratio.of([], unmatured=3)
    assert (ratio.value, ratio.low, ratio.high, ratio.unmatured) == (None, None, None, 3)


@pytest.mark.parametrize(("x", "n"), [(0, 0), (3, 2), (-1, 4)])
def test_what_is_no_share_has_no_interval(x, n):
    with pytest.raises(ValueError):
        wilson.interval(x, n)
