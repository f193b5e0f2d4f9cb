"""The two processes behind the pages: one takes letters in, the other does all other jobs and the minute's chores.

They are two because a Python process computes on one processor at a time: a burst of letters must not keep answers from
leaving, nor the other way round.
"""

from __future__ import annotations

import logging
import signal
import sys
import threading
import time
from collections.abc import Callable

from django.conf import settings
from django.db import connection

from petitevoix.channels.email.doors import lmtp
from petitevoix.channels.email.doors.imap import ImapDoors
from petitevoix.config.minute import every_minute
from petitevoix.jobs.models import Job
from petitevoix.jobs.runner import keep_leases, run_forever

log = logging.getLogger(__name__)

# Each thread takes from its own queues only: a mail server that is slow to take letters keeps no reaction waiting.
MAIL = [["intake"]]
WORK = [["reactions", "default"], ["delivery"], ["delivery"], ["acts"]]
LAST_JOB_SECONDS = 6.0
# A letter at the door passes between threads several times; by default each pass may wait 5 ms for a busy one.
SWITCH_SECONDS = 0.001

Work = Callable[[threading.Event], None]


def run_mail() -> None:
    """Take letters in until SIGTERM; the letter in hand is finished, or is taken up again at the next start."""
    _run(MAIL, doors())


def run_work() -> None:
    """Do all other jobs until SIGTERM, in the same way."""
    _run(WORK, [("minute", every_minute)])


def _run(runners: list[list[str]], works: list[tuple[str, Work]]) -> None:
    stop = threading.Event()
    sys.setswitchinterval(SWITCH_SECONDS)
    signal.signal(signal.SIGTERM, lambda number, frame: stop.set())
    signal.signal(signal.SIGINT, lambda number, frame: stop.set())
    if connection.vendor == "sqlite":
        # No other process works on these queues of this database: who held a job has died.
        Job.objects.take_back({queue for queues in runners for queue in queues})
        connection.close()
    threads = [_start(f"jobs-{queues[0]}-{number}", _jobs(queues), stop) for number, queues in enumerate(runners)]
    threads.extend(_start(name, work, stop) for name, work in [("leases", keep_leases), *works])
    while not stop.wait(1.0):
        pass
    until = time.monotonic() + LAST_JOB_SECONDS
    for thread in threads:
        thread.join(max(until - time.monotonic(), 0))


def doors() -> list[tuple[str, Work]]:
    """Give the ways in for mail: IMAP for the mailboxes that have it, LMTP and SMTP where a port is named."""
    found: list[tuple[str, Work]] = [("imap", ImapDoors().run)]
    if settings.LMTP_LISTEN or settings.SMTP_LISTEN:
        found.append(("lmtp", lmtp.run))
    return found


def _jobs(queues: list[str]) -> Work:
    return lambda stop: run_forever(queues, stop)


def _start(name: str, work: Work, stop: threading.Event) -> threading.Thread:
    def keep_on() -> None:
        while not stop.is_set():
            try:
                work(stop)
                return
            except Exception:
                log.exception("“%s” stopped by mistake; it starts again.", name)
                connection.close()
                stop.wait(5)

    thread = threading.Thread(target=keep_on, name=name, daemon=True)
    thread.start()
    return thread
