"""The runner: takes jobs one by one and does them."""

import logging
import threading
import traceback

from django.db import DatabaseError, close_old_connections, connection

from petitevoix.jobs.models import Job
from petitevoix.jobs.tasks import named

log = logging.getLogger(__name__)
IDLE_SECONDS = 0.25


def run_one(queues: list[str] | None = None) -> bool:
    """Do the next due job of these queues, or of any; say whether there was one. One that raises is tried later."""
    job = Job.objects.lease(queues)
    if job is None:
        return False
    try:
        named(job.task)(**job.arguments)
    except Exception:
        log.exception("The job %s failed (attempt %s)", job, job.attempts)
        job.fail(traceback.format_exc())
    else:
        job.done()
    return True


def run_until_idle(queues: list[str] | None = None, most: int = 100_000) -> int:
    """Do all that is due now and say how many jobs that was; for tests, the demo and `mail deliver --now`."""
    done = 0
    while done < most and run_one(queues):
        done += 1
    return done


def run_forever(queues: list[str], stop: threading.Event) -> None:
    """Do jobs until told to stop; outlive a database that is away for a while."""
    while not stop.is_set():
        try:
            busy = run_one(queues)
        except DatabaseError:
            log.exception("The job runner cannot reach the database; trying again.")
            connection.close()
            busy = False
            stop.wait(2)
        if not busy:
            close_old_connections()
            stop.wait(IDLE_SECONDS)
