"""What rests is counted as it comes and goes; nobody counts a table for it."""

import pytest

from petitevoix.cases.actions.closing import set_state
from petitevoix.cases.actions.snoozing import snooze, until_of, wake
from petitevoix.cases.models import Case, Rest, Tally

pytestmark = pytest.mark.django_db


def resting(advisor) -> dict[str, int]:
    return Tally.counts_for(advisor).resting


def test_a_case_is_counted_where_it_stands(case, denis):
    assert resting(denis) == {}
    set_state(case, "pending", by=denis)
    assert resting(denis) == {"pending": 1}
    set_state(case, "held", by=denis)
    assert resting(denis) == {"held": 1}
    set_state(case, "open", by=denis)
    assert resting(denis) == {}
    case.refresh_from_db()
    snooze(case, by=denis, until=until_of("monday", hours=case.hours))
    assert resting(denis) == {"snoozed": 1}
    wake(case, by=denis)
    assert resting(denis) == {}


def test_what_a_private_team_has_is_counted_for_who_may_see_it(case, denis, esther):
    set_state(case, "pending", by=denis)
    case.team.is_private = True
    case.team.save()
    case.team.members.clear()
    assert resting(denis) == {}
    assert resting(esther) == {"pending": 1}


def test_the_numbers_are_those_of_the_table(case, denis, esther):
    set_state(case, "pending", by=denis)
    counted = {(one.team_id, one.state): one.cases for one in Rest.objects.exclude(cases=0)}
    assert counted == {(one.team_id, one.state): 1 for one in Case.objects.exclude(state="open")}
