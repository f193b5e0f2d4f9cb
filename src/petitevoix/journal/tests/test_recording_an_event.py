"""The journal: an event lives and dies with the change it reports, and so do its reactions."""

import pytest
from django.db import transaction

from petitevoix.jobs.models import Job
from petitevoix.jobs.runner import run_until_idle
from petitevoix.journal import reactions
from petitevoix.journal.models import Event
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.people.models import Team

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard():
    words: list[str] = []

    def listen(event: Event) -> None:
        words.append(event.name)

    reactions.reacts_to("team.tested")(listen)
    yield words
    reactions._reactions["team.tested"].remove(listen)


def test_nothing_is_recorded_outside_the_transaction_of_its_change(transactional_db):
    team = Team.objects.create(name="Line")
    with pytest.raises(RuntimeError, match=r"team\.tested"):
        record("team.tested", team, by="system")


def test_an_event_rolled_back_takes_its_reactions_along(heard):
    team = Team.objects.create(name="Line")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record("team.tested", team, by="system")
        1 / 0  # noqa: B018
    run_until_idle()
    assert not Event.objects.exists()
    assert heard == []


def test_each_reaction_runs_once_the_change_is_made(heard):
    with transaction.atomic():
        record("team.tested", Team.objects.create(name="Line"), by="system", colour="blue")
        assert heard == []
    run_until_idle()
    assert heard == ["team.tested"]
    assert Event.objects.get().facts == {"colour": "blue"}


def test_a_reaction_that_fails_is_tried_again_alone(heard):
    calls = []

    def stumble(event: Event) -> None:
        calls.append(event.pk)
        if len(calls) == 1:
            raise ValueError("not yet")

    reactions.reacts_to("team.tested")(stumble)
    try:
        with transaction.atomic():
            record("team.tested", Team.objects.create(name="Line"), by="system")
        run_until_idle()
        with clock.stopped_at(clock.now().replace(year=clock.now().year + 1)):
            run_until_idle()
    finally:
        reactions._reactions["team.tested"].remove(stumble)
    assert len(calls) == 2
    assert heard == ["team.tested"]
    assert not Job.objects.exists()
