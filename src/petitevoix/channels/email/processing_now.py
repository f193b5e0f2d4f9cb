"""Processing letters at once, for whoever waits for it; a server that runs beside may help: nothing is done twice."""

from collections.abc import Sequence
from contextlib import suppress

from django.db import DatabaseError

from petitevoix.channels.email.models import Intake
from petitevoix.channels.email.placing import Ours
from petitevoix.channels.email.processing import process_stored
from petitevoix.jobs.models import Job
from petitevoix.jobs.runner import run_until_idle


def process_now(intakes: Sequence[Intake]) -> list[Intake]:
    """Make messages of these letters, with all that follows inside the house, and give them as they stand then.

    A letter whose turn failed for the machine's sake stays stored: its job tries again.
    """
    waiting = [intake for intake in intakes if intake.state == Intake.State.STORED]
    with suppress(DatabaseError):
        ours = Ours.now() if waiting else None
        for intake in waiting:
            with suppress(DatabaseError, OSError):
                # Where a server has this very letter in hand, its lock makes us wait; then there is nothing left to do.
                process_stored(intake, ours=ours)
        now = _as_they_stand(intakes)
        done = [intake.job_key for intake in now if intake.state != Intake.State.STORED]
        Job.objects.filter(key__in=done, leased_until=None).delete()
        run_until_idle(["reactions"])
        return now
    return list(intakes)


def _as_they_stand(intakes: Sequence[Intake]) -> list[Intake]:
    wanted = [intake.pk for intake in intakes]
    now = Intake.objects.select_related("message__case").only(*SHOWN).in_bulk(wanted)
    return [now.get(intake.pk, intake) for intake in intakes]


SHOWN = ["state", "kind", "message__id", "message__case__reference"]
