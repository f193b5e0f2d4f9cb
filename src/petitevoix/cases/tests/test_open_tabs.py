"""Tabs: what one looks at stays open until one closes it, on whatever machine; a dozen at most."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions.drafting import keep_draft
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.tabs import close_tab, open_tab, seen
from petitevoix.cases.models import Tab
from petitevoix.cases.models.tab import MOST
from petitevoix.kit import clock

pytestmark = pytest.mark.django_db


def another(number: int = 0):
    """A case of somebody else."""
    arrival = Arrival(
        channel="form", sender=f"p{number}@letters.example", sender_name="Rose", title="Hello", words="Hello?"
    )
    return receive(arrival).case


def shown(advisor):
    return [(tab.case, tab.is_new, tab.has_words) for tab in Tab.objects.shown_to(advisor)]


def test_a_case_looked_at_twice_has_one_tab(case, denis, esther):
    open_tab(case, by=denis)
    open_tab(case, by=denis)
    assert shown(denis) == [(case, False, False)]
    assert shown(esther) == []


def test_what_is_new_and_what_is_begun_show_until_they_are_seen_and_sent(case, denis):
    open_tab(case, by=denis)
    with clock.stopped_at(clock.now() + timedelta(minutes=1)):
        with case.changing():
            case.title = "Another title"
        keep_draft(case, by=denis, mode="reply", words="Dear Ana")
        assert shown(denis) == [(case, True, True)]
        seen(case, by=denis)
        assert shown(denis) == [(case, False, True)]


def test_a_tab_that_was_closed_comes_back_to_its_place(case, denis):
    other = another()
    open_tab(case, by=denis)
    open_tab(other, by=denis)
    place = close_tab(case, by=denis)
    assert [one for one, *_ in shown(denis)] == [other]
    open_tab(case, by=denis, at=place)
    assert [one for one, *_ in shown(denis)] == [case, other]


def test_the_one_not_looked_at_for_longest_goes(case, denis):
    now = clock.now()
    open_tab(case, by=denis)
    for number in range(MOST):
        with clock.stopped_at(now + timedelta(minutes=number + 1)):
            open_tab(another(number), by=denis)
    assert Tab.objects.filter(advisor=denis).count() == MOST
    assert not Tab.objects.filter(case=case).exists()
