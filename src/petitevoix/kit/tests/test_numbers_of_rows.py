"""The number of a row, as an address or a form names it."""

import pytest

from petitevoix.kit import ids


@pytest.mark.parametrize(("typed", "meant"), [("7", 7), ("0", 0), ("007", 7), ("9" * 18, int("9" * 18))])
def test_a_number_is_read(typed, meant):
    assert ids.number(typed) == meant


@pytest.mark.parametrize("typed", ["", " 7", "-1", "7.0", "seven", "²", "9" * 19])
def test_what_is_no_number_of_a_row_is_none(typed):
    assert ids.number(typed) is None
