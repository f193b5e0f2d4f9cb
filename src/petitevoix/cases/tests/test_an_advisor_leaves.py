"""When an advisor leaves, nobody waits on an empty chair."""

import pytest

from petitevoix.cases.actions.assigning import take
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Case, Tally
from petitevoix.jobs.runner import run_until_idle
from petitevoix.journal.models import Event
from petitevoix.people.actions import deactivate_advisor
from tests.cast import close

pytestmark = pytest.mark.django_db


def written(words: str, line, case: Case | None = None) -> Case:
    return receive(Arrival(channel="form", sender="ana@letters.example", words=words, team=line), case=case).case


def test_their_cases_are_the_teams_again_and_the_history_says_so(line, denis, farid, outbox, data):
    case = take(written("Hello", line), by=denis)
    deactivate_advisor(denis, by=farid)
    run_until_idle()
    case.refresh_from_db()
    assert (case.advisor, case.team, case.state) == (None, line, Case.State.OPEN)
    assert Event.objects.filter(name="case.assigned", by="system").count() == 1
    assert not Tally.objects.filter(advisor_id=denis.pk, waiting__gt=0).exists()


def test_a_closed_case_keeps_its_history_and_is_the_teams_when_it_opens_again(line, denis, farid, outbox, data):
    case = take(written("Hello", line), by=denis)
    close(case, by=denis, what_it_was="A cable.", what_was_done="Replaced.")
    deactivate_advisor(denis, by=farid)
    run_until_idle()
    case.refresh_from_db()
    assert case.advisor == denis
    assert written("Again", line, case).advisor is None
