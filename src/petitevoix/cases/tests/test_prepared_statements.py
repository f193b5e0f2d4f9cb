"""Statements worked out once: they read, change and remove what the queries they were made of would."""

from datetime import datetime, timedelta

import pytest

from petitevoix.cases.models import Tab
from petitevoix.kit import clock
from petitevoix.kit.prepared import Change, Prepared, Removal, insert_unless_there

pytestmark = pytest.mark.django_db

seen_before = Prepared(lambda at: Tab.objects.filter(seen_at__lt=at).values_list("id"), datetime)
look = Change(lambda tab, at: (Tab.objects.filter(pk=tab), {"seen_at": at}), int, datetime)
close = Removal(lambda advisor, at: Tab.objects.filter(advisor_id=advisor, seen_at__lt=at), int, datetime)


def test_a_moment_is_a_parameter_as_it_is_of_a_query(case, denis):
    now = clock.now()
    tab = Tab.objects.create(case=case, advisor=denis, seen_at=now)
    assert seen_before(now) == []
    assert seen_before(now + timedelta(microseconds=1)) == [[tab.pk]]
    assert look(tab.pk, now + timedelta(hours=1)) == 1
    assert Tab.objects.get().seen_at == now + timedelta(hours=1)


def test_a_row_that_is_there_already_is_left_as_it_is(case, denis):
    now = clock.now()
    assert insert_unless_there(Tab(case=case, advisor=denis, seen_at=now))
    assert not insert_unless_there(Tab(case=case, advisor=denis, seen_at=now + timedelta(hours=1)))
    assert Tab.objects.get().seen_at == now


def test_what_a_removal_names_is_gone_and_nothing_else(case, denis, esther):
    now = clock.now()
    kept = Tab.objects.create(case=case, advisor=esther, seen_at=now)
    Tab.objects.create(case=case, advisor=denis, seen_at=now)
    assert close(denis.pk, now) == 0
    assert close(denis.pk, now + timedelta(seconds=1)) == 1
    assert list(Tab.objects.all()) == [kept]


def test_a_parameter_that_the_statement_does_not_hold_is_refused():
    with pytest.raises(ValueError, match="does not stand in its SQL"):
        Prepared(lambda tab: Tab.objects.all(), int)(1)
