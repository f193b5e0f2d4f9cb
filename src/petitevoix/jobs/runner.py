"""The runner: takes jobs and does them one by one."""

import logging
import threading
import time
import traceback
from contextlib import suppress

from django.db import DatabaseError, close_old_connections, connection

from petitevoix.jobs.bell import bell
from petitevoix.jobs.models import LEASE, Job
from petitevoix.jobs.tasks import named

log = logging.getLogger(__name__)
IDLE_SECONDS = 0.25
# Jobs of these queues take milliseconds: leasing and forgetting them singly would cost as much as doing them.
AT_ONCE = {"reactions": 20, "intake": 8, "default": 8}
RENEWS_EVERY = LEASE.total_seconds() / 4
GIVES_BACK_AFTER = LEASE.total_seconds() / 10  # should they take longer for once, others may have the rest

_in_hand: set[int] = set()  # the jobs this process has leased


def run_one(queues: list[str] | None = None) -> bool:
    """Do the next due job of these queues, or of any; say whether there was one. One that raises is tried later."""
    return _run_some(queues, 1) > 0


def run_until_idle(queues: list[str] | None = None, most: int = 100_000) -> int:
    """Do all that is due now and say how many jobs that was; for tests, the demo and `mail deliver --now`."""
    done = 0
    while done < most and (ran := _run_next(queues, most - done)):
        done += ran
    return done


def run_forever(queues: list[str], stop: threading.Event) -> None:
    """Do jobs until told to stop; outlive a database that is away for a while."""
    while not stop.is_set():
        heard = bell.heard(queues)
        try:
            ran = _run_next(queues, 100, stop)
        except DatabaseError:
            log.exception("The job runner cannot reach the database; trying again.")
            connection.close()
            ran = 0
            stop.wait(2)
        if not ran:
            close_old_connections()
            bell.wait(queues, heard, IDLE_SECONDS)


def keep_leases(stop: threading.Event) -> None:
    """Renew the leases of the jobs in hand until told to stop: only those of a worker that is lost run out."""
    while not stop.wait(RENEWS_EVERY):
        try:
            renew_leases()
        except DatabaseError:
            connection.close()


def renew_leases() -> None:
    """Renew the leases of the jobs this process has in hand."""
    if _in_hand:
        Job.objects.renew(_in_hand)


def _run_next(queues: list[str] | None, most: int, stop: threading.Event | None = None) -> int:
    """Do some jobs of the first of these queues that has any."""
    if queues is None:
        return _run_some(None, 1, stop)
    return next((ran for queue in queues if (ran := _run_some([queue], min(AT_ONCE.get(queue, 1), most), stop))), 0)


def _run_some(queues: list[str] | None, most: int, stop: threading.Event | None = None) -> int:
    jobs = Job.objects.lease_some(queues, most=most)
    numbers = [job.pk for job in jobs]
    _in_hand.update(numbers)
    began = time.monotonic()
    done, at = [], 0
    try:
        while at < len(jobs):
            at += 1  # whatever happens, this one was begun
            if _run(jobs[at - 1]):
                done.append(jobs[at - 1])
            if (stop and stop.is_set()) or time.monotonic() - began > GIVES_BACK_AFTER:
                break
    finally:
        _in_hand.difference_update(numbers)
        if done:
            Job.objects.forget(done)
        if jobs[at:]:
            with suppress(DatabaseError):  # their lease will end
                Job.objects.give_back(jobs[at:])
    return at


def _run(job: Job) -> bool:
    try:
        named(job.task)(**job.arguments)
    except Exception:
        log.exception("The job %s failed (attempt %s)", job, job.attempts)
        job.fail(traceback.format_exc())
        return False
    return True
