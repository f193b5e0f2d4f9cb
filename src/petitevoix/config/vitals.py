"""Whether a house is well: a sentence for each part of it, for `petitevoix check`; and its numbers, for `/metrics`."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Sum

from petitevoix.cases.models import Case, Rest, Tally
from petitevoix.channels.email.models import Intake, Mailbox
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.models import Job
from petitevoix.journal.models import Event
from petitevoix.kit import clock

LATE = timedelta(minutes=15)  # what is due for longer is not being done
LITTLE, TOO_LITTLE = 2 * 10**9, 3 * 10**8  # bytes free on the disk
MOST = 100_000  # nothing is counted beyond


@dataclass(frozen=True)
class Sign:
    """One part of a house, and how it is: well, worth a look, or red."""

    part: str
    says: str
    is_red: bool = False
    is_doubtful: bool = False


def look_over() -> Iterator[Sign]:
    """Look at each part; one that cannot be looked at is red, and the next is looked at all the same."""
    has_tables = True
    for part, look in PARTS.items():
        if not has_tables and part in IN_TABLES:
            continue
        try:
            for sign in look():
                has_tables = has_tables and not (part == "database" and sign.is_red)
                yield sign
        except Exception as problem:
            connection.close()
            has_tables = has_tables and part != "database"
            said = " ".join(str(problem).split())[:200] or type(problem).__name__
            yield Sign(part, f"it could not be looked at ({said})", is_red=True)


def numbers() -> dict[str, tuple[str, float]]:
    """Give what a machine watches: a name, in words, and its value; nothing about a person or an advisor."""
    counted = Tally.objects.aggregate(waiting=Sum("waiting"))
    spam = Rest.objects.filter(state=Case.State.SPAM).aggregate(cases=Sum("cases"))
    waiting = Parcel.objects.filter(state=Parcel.State.WAITING)
    return {
        "cases_waiting": ("Cases that wait on us", counted["waiting"] or 0),
        "cases_spam": ("Cases in Spam", spam["cases"] or 0),
        "letters_unread": ("Letters stored and not yet made a message", _count(Intake, state=Intake.State.STORED)),
        "letters_quarantined": ("Letters that could not be read", _count(Intake, state=Intake.State.QUARANTINED)),
        "parcels_waiting": ("Letters of ours that have not left", waiting[:MOST].count()),
        "parcels_failed": ("Letters of ours that could not leave", _count(Parcel, state=Parcel.State.FAILED)),
        "jobs_due": ("Jobs that could run now", Job.objects.due()[:MOST].count()),
        "jobs_laid_aside": ("Jobs that failed too often", Job.objects.laid_aside()[:MOST].count()),
        "jobs_oldest_seconds": ("How long the oldest due job has waited", _waited().total_seconds()),
        "mailboxes_in_trouble": ("Mailboxes that bring or take no letters", len(_in_trouble())),
        "disk_free_bytes": ("Room left on the disk of the data folder", shutil.disk_usage(settings.DATA).free),
    }


def _settings() -> Iterator[Sign]:
    if settings.DEBUG:
        yield Sign("settings", "PETITEVOIX_DEBUG is on: never where persons write to you", is_red=True)
    elif (
        not settings.URL.startswith("https://") and "127.0.0.1" not in settings.URL and "localhost" not in settings.URL
    ):
        yield Sign("settings", f"links in letters lead to {settings.URL}, which is not encrypted", is_doubtful=True)
    else:
        yield Sign("settings", f"sound; the public address is {settings.URL}")
    if settings.DATA.stat().st_mode & 0o077:
        yield Sign("settings", f"others on this machine may look into {settings.DATA}; chmod 700 it", is_doubtful=True)


def _database() -> Iterator[Sign]:
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite" and "/" in str(name) and not Path(name).exists():  # a look makes none
        yield Sign("database", f"there is none at {name} yet; `petitevoix serve` makes it", is_red=True)
        return
    executor = MigrationExecutor(connection)
    steps = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if steps:
        yield Sign("database", f"{steps} steps behind this program; `petitevoix serve` takes them", is_red=True)
    else:
        yield Sign("database", f"{connection.vendor} answers, with the tables of this program")


def _jobs() -> Iterator[Sign]:
    waited, aside = _waited(), Job.objects.laid_aside()[:MOST].count()
    if waited > LATE:
        minutes = int(waited.total_seconds() // 60)
        yield Sign("jobs", f"the oldest has waited for {minutes} minutes; is `petitevoix serve` running?", is_red=True)
    elif aside:
        yield Sign("jobs", f"{aside} failed too often and wait for you in Settings, Jobs", is_doubtful=True)
    else:
        yield Sign("jobs", "done as they come")


def _mail_in() -> Iterator[Sign]:
    stuck = Intake.objects.filter(state=Intake.State.STORED, received_at__lt=clock.now() - LATE).exists()
    silent = [one for one in _in_trouble() if one.trouble]
    for one in silent:
        yield Sign("mail in", f"{one.address}: {one.trouble}", is_red=True)
    if stuck:
        yield Sign("mail in", "letters are stored and not read; is `petitevoix serve` running?", is_red=True)
    quarantined = _count(Intake, state=Intake.State.QUARANTINED)
    if quarantined:
        yield Sign("mail in", f"{quarantined} could not be read and wait for you in Quarantine", is_doubtful=True)
    if not (silent or stuck or quarantined):
        known = Mailbox.objects.active().count()
        if known:
            yield Sign("mail in", f"nothing waits; mailboxes: {known}")
        else:
            yield Sign("mail in", "there is no mailbox; `petitevoix mailbox add` makes one", is_doubtful=True)


def _mail_out() -> Iterator[Sign]:
    refused = [one for one in _in_trouble() if one.sending_trouble]
    for one in refused:
        yield Sign("mail out", f"{one.address}: {one.sending_trouble}", is_red=True)
    late = Parcel.objects.filter(state=Parcel.State.WAITING, not_before__lt=clock.now() - LATE, attempts=0).exists()
    if late:
        yield Sign("mail out", "letters are due and do not leave; is `petitevoix serve` running?", is_red=True)
    if not (refused or late):
        yield Sign("mail out", "nothing is late")


def _disk() -> Iterator[Sign]:
    free = shutil.disk_usage(settings.DATA).free
    said = f"{free / 1e9:.1f} GB free for {settings.DATA}"
    yield Sign("disk", said, is_red=free < TOO_LITTLE, is_doubtful=TOO_LITTLE <= free < LITTLE)


def _clock() -> Iterator[Sign]:
    """A clock that was put back makes waits and promises lie."""
    last = Event.objects.order_by("-id").values_list("at", flat=True).first()
    ahead = max([last or clock.now(), _database_time()]) - clock.now()
    if ahead > timedelta(minutes=2):
        seconds = int(ahead.total_seconds())
        yield Sign("clock", f"{seconds} seconds behind what is written already; set it by NTP", is_red=True)
    else:
        yield Sign("clock", f"agrees with the database; times are said in {settings.TIME_ZONE}")


def _database_time() -> datetime:
    if connection.vendor != "postgresql":
        return clock.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT now()")
        return cursor.fetchone()[0]


def _in_trouble() -> list[Mailbox]:
    return [one for one in Mailbox.objects.active()[:500] if one.trouble or one.sending_trouble]


def _waited() -> timedelta:
    oldest = Job.objects.due().order_by("run_at").values_list("run_at", flat=True).first()
    return clock.now() - oldest if oldest else timedelta(0)


def _count(model: type[Intake] | type[Parcel], **which: str) -> int:
    return model._default_manager.filter(**which)[:MOST].count()


PARTS: dict[str, Callable[[], Iterator[Sign]]] = {
    "settings": _settings, "database": _database, "jobs": _jobs, "mail in": _mail_in, "mail out": _mail_out,
    "disk": _disk, "clock": _clock,
}  # fmt: skip
IN_TABLES = {"jobs", "mail in", "mail out", "clock"}
