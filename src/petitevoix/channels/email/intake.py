"""Taking a letter in: when this returns, neither a kill nor a power cut can lose it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext_noop

from petitevoix.channels.email import politeness
from petitevoix.channels.email.jobs import process_letter
from petitevoix.channels.email.keeping import fingerprint, header_of, letters
from petitevoix.channels.email.models import Intake, Mailbox
from petitevoix.jobs.tasks import Enqueued
from petitevoix.kit import clock
from petitevoix.kit.text import storable

TOO_LARGE = gettext_noop("This letter is larger than we take. Only its header was kept, and its sender was told.")
EMPTY = gettext_noop("This letter is empty: there is nothing in it to read.")
KEPT_BACK = gettext_noop(
    "Its server has this letter and does not give it. Ask again later, or look at it there with another mail program."
)
SELF_PROCESSED = timedelta(minutes=2)  # whoever says so processes it; after this time the server does it all the same


@dataclass(frozen=True)
class Arriving:
    """One letter at the door; `size` where it is larger than `raw`, which was then cut behind the limit.

    `kept_back` is the UID under which its server keeps it, where it gave us no more than `raw`.
    """

    raw: bytes
    door: str  # imap, lmtp, smtp, pipe
    mailbox: Mailbox | None = None
    sent_from: str = ""
    sent_to: Sequence[str] = ()
    size: int | None = None
    kept_back: int | None = None

    @property
    def is_too_large(self) -> bool:
        return max(self.size or 0, len(self.raw)) > settings.LETTER_LIMIT


def take_in(
    raw: bytes, *, door: str, mailbox: Mailbox | None = None, sent_from: str = "", sent_to: Iterable[str] = ()
) -> Intake:
    """Store one letter durably, with the job that will process it; `is_duplicate` says that it was here already.

    Not inside a transaction. Raises OSError or DatabaseError where it could not be stored: then nothing is claimed.
    """
    return take_all_in([Arriving(raw, door, mailbox, sent_from, list(sent_to))])[0]


def take_all_in(arriving: Sequence[Arriving], *, processed_here: bool = False) -> list[Intake]:
    """Store some letters durably with one commit, all or none, in order; raises as `take_in`.

    `processed_here` tells that the caller will process them at once: the job then only stands by.
    """
    marks = [fingerprint(one.raw) for one in arriving]
    known = Intake.objects.in_bulk(marks, field_name="fingerprint")
    new: dict[str, Arriving] = {}
    for one, mark in zip(arriving, marks, strict=True):
        if mark not in known:
            new.setdefault(mark, one)
    kept = letters().put_all([header_of(one.raw) if one.is_too_large else one.raw for one in new.values()])
    digests = dict(zip(new, kept, strict=True))
    run_at = clock.now() + SELF_PROCESSED if processed_here else clock.now()
    with _surviving_a_power_cut():
        return _write_down(new, marks, digests, run_at)


def _write_down(
    arriving: dict[str, Arriving], marks: list[str], digests: dict[str, str], run_at: datetime
) -> list[Intake]:
    new = {mark: (_row(one, mark, digests[mark]), one) for mark, one in arriving.items()}
    _insert(new)
    known = {mark: Intake.objects.get(fingerprint=mark) for mark in marks if mark not in new}
    taken, given = [], set()
    for mark in marks:
        intake = known[mark] if mark in known else new[mark][0]
        if mark in known or mark in given:
            intake = copy(intake)
            intake.is_duplicate = True
        given.add(mark)
        taken.append(intake)
    _follow_up(list(new.values()), run_at)
    return taken


def _row(one: Arriving, mark: str, digest: str) -> Intake:
    return Intake(
        fingerprint=mark,
        sha256=digest,
        size=max(one.size or 0, len(one.raw)),
        door=one.door,
        mailbox=one.mailbox,
        uid=one.kept_back,
        sent_from=storable(one.sent_from)[:320],
        sent_to=[storable(address)[:320] for address in one.sent_to],
    )


def _insert(new: dict[str, tuple[Intake, Arriving]]) -> None:
    """Insert all rows, and take out those that came through another door in this very moment."""
    try:
        with transaction.atomic():
            Intake.objects.bulk_create([intake for intake, _ in new.values()])
    except IntegrityError:
        for mark, (intake, _) in list(new.items()):
            try:
                with transaction.atomic():
                    intake.save(force_insert=True)
            except IntegrityError:
                del new[mark]


def _follow_up(new: Sequence[tuple[Intake, Arriving]], run_at: datetime) -> None:
    to_process = []
    for intake, one in new:
        if one.kept_back is not None:
            intake.quarantine(KEPT_BACK)
        elif one.is_too_large:
            _turn_away(intake, one)
        elif not one.raw.strip():
            intake.quarantine(EMPTY)
        else:
            to_process.append(Enqueued({"intake_id": intake.pk}, run_at, intake.job_key))
    process_letter.enqueue_all(to_process)


def _turn_away(intake: Intake, one: Arriving) -> None:
    intake.quarantine(TOO_LARGE)
    politeness.say_too_large(one.raw, mailbox=one.mailbox, sent_from=one.sent_from, sent_to=one.sent_to)


@contextmanager
def _surviving_a_power_cut() -> Iterator[None]:
    """Commit once with a synced disk: otherwise SQLite syncs now and then, and a power cut (never a kill) may lose."""
    sets_pragma = connection.vendor == "sqlite" and not connection.in_atomic_block  # (a test's own transaction)
    if sets_pragma:
        _pragma("FULL")
    try:
        with transaction.atomic(durable=True):
            yield
    finally:
        if sets_pragma:
            _pragma("NORMAL")


def _pragma(level: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA synchronous={level}")
