"""Fills an empty house with the town, through the same acts as in life, each at its own moment in the past."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from petitevoix.cases.models import Case
from petitevoix.channels.email.models import Intake
from petitevoix.config.demo import at_hand, errors, people_of_the_town
from petitevoix.config.demo.acts import Act, acts_of
from petitevoix.config.demo.people_of_the_town import BY
from petitevoix.config.demo.story import read_town
from petitevoix.hours.calendar import working_time_after
from petitevoix.jobs.models import Job
from petitevoix.jobs.runner import run_until_idle
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.people.models import Advisor, Person
from petitevoix.vault import log

ACKNOWLEDGE = "petitevoix.cases.reactions.acknowledge"


class NotEmpty(Exception):
    """The data folder holds real work; the message is a sentence."""


def load_once(say: Callable[[str], None]) -> None:
    """Load the town into an empty house, all or nothing; one that holds it already is left as it is.

    Raises NotEmpty, and BadStory where the story itself is wrong.
    """
    if Event.objects.filter(by=BY).exists():
        return
    if any(model.objects.exists() for model in (Advisor, Person, Case, Intake)):
        raise NotEmpty(
            f"{settings.DATA} is not empty and holds no demo; choose an empty folder with PETITEVOIX_DATA for `--demo`."
        )
    say("The town of Brèves-sur-Loire moves in (some 300 cases, half a minute)…")
    shutil.rmtree(settings.DATA / "exchange", ignore_errors=True)  # left by a load that was interrupted
    with transaction.atomic():
        _live_through()
    log.witness()


def _live_through() -> None:
    town = read_town()
    now = clock.now()
    oldest = max(tale.age for tale in town.tales)
    cast = people_of_the_town.settle(town, now - timedelta(days=oldest + 2))
    acts = sorted((act for tale in town.tales for act in acts_of(tale, cast, now)), key=lambda act: act.at)
    for act in acts:
        _do(act)
    _keep_most_promises(now)
    errors.own_up(cast, now)
    at_hand.lay_out(cast, now)
    Job.objects.all().delete()


def _keep_most_promises(now: datetime) -> None:
    """Have most persons who wait still hear from us in time: a line where everybody is late is no line to look at."""
    late = Case.objects.open().filter(news_due_at__lt=now).order_by("id")
    for number, case in enumerate(late):
        if number % 8:
            with case.changing():
                case.news_due_at = working_time_after(now, 1 + number % 24)


def _do(act: Act) -> None:
    with clock.stopped_at(act.at):
        act.do()
    # Time goes on a little: letters leave, and rooms react to what happened. Nobody is told today that a letter
    # of last month has arrived.
    with clock.stopped_at(act.at + timedelta(seconds=settings.UNDO_SECONDS + 1)):
        if Job.objects.exists():
            Job.objects.filter(arguments__reaction=ACKNOWLEDGE).delete()
            run_until_idle(["delivery", "reactions"])
