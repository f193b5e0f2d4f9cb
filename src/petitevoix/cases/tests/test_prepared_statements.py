"""Statements worked out once: they read and change what the queries they were made of would."""

from datetime import datetime, timedelta

import pytest

from petitevoix.cases.models import Case, Tab
from petitevoix.kit import clock
from petitevoix.kit.prepared import Change, Prepared, insert_unless_there

pytestmark = pytest.mark.django_db

seen_before = Prepared(lambda at: Tab.objects.filter(seen_at__lt=at).values_list("id"), datetime)
look = Change(lambda tab, at: (Tab.objects.filter(pk=tab), {"seen_at": at}), int, datetime)


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


def test_what_is_always_the_same_means_what_it_says(case, denis):
    odd = "100%s'; --"
    case.title = odd
    case.save()
    named = Prepared(
        lambda pk, title: Case.objects.filter(pk=pk, state="open", title=title).values_list("pk"), int, str
    )
    always = Prepared(lambda pk: Case.objects.filter(pk=pk, title__in=[odd, "open", ""]).values_list("pk"), int)
    assert named(case.pk, odd) == always(case.pk) == [[case.pk]]
    assert named(case.pk, "open") == []
    assert Prepared(lambda pk: Case.objects.filter(pk=pk, state="closed").values_list("pk"), int)(case.pk) == []


def test_a_parameter_that_the_statement_does_not_hold_is_refused():
    with pytest.raises(ValueError, match="does not stand in its SQL"):
        Prepared(lambda tab: Tab.objects.all(), int)(1)
