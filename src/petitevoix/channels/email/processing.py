"""A stored letter becomes a message, once, whatever happens on the way."""

import logging
from contextlib import suppress

from django.db import DatabaseError, DataError, OperationalError, transaction
from django.db.models import F
from django.utils.translation import gettext_noop

from petitevoix.cases.actions import blocking
from petitevoix.cases.actions.hearing import hear
from petitevoix.cases.actions.receiving import Arrival, File, receive
from petitevoix.cases.models import Message, Relay
from petitevoix.cases.models.attachment import store
from petitevoix.channels.email import bouncing, finding, from_staff, trial
from petitevoix.channels.email.keeping import letters
from petitevoix.channels.email.marks import marks_of
from petitevoix.channels.email.models import Intake, Mailbox
from petitevoix.channels.email.placing import Ours, Sender, others_of, recipients_of, sender_of
from petitevoix.channels.email.reading.letter import Letter
from petitevoix.channels.email.reading.parse import parse
from petitevoix.journal.record import Actor, record
from petitevoix.kit.prepared import Change

log = logging.getLogger(__name__)
PATIENCE = 3  # attempts from which nobody came back: then it is either the letter, or a machine that is often killed
END_OF_PATIENCE = 12
OWN = "own"  # the label of our own letters that came round to us
NEVER_CAME_BACK = gettext_noop("Reading this letter was begun several times and never finished.")
BYTES_ARE_GONE = gettext_noop("The bytes of this letter are no longer in the store.")


def process(intake_id: int, *, ours: Ours | None = None) -> None:
    """Make a message of a stored letter; one that was processed already is let be.

    A letter that cannot be processed is laid aside with the reason and the queue goes on. Raises DatabaseError and
    OSError: those are the machine's trouble, and the job tries again.
    """
    intake = Intake.objects.filter(pk=intake_id, state=Intake.State.STORED).first()
    if intake is not None:
        process_stored(intake, ours=ours)


def process_stored(intake: Intake, *, ours: Ours | None = None) -> None:
    """Make a message of a letter whose row was just read; as `process`."""
    if not _begin(intake):
        return
    try:
        raw = letters().get(intake.sha256)
        if intake.attempts > PATIENCE and not trial.survives(raw):
            _lay_aside(intake.pk, NEVER_CAME_BACK)
            return
        letter = parse(raw)
        for file in letter.attachments:  # outside the transaction: syncing files must not hold up other writers
            store().put(file.content)
        with suppress(ProcessedElsewhere):
            _make_message(intake, letter, raw, ours)
    except FileNotFoundError:
        _lay_aside(intake.pk, BYTES_ARE_GONE)
    except DataError as error:  # the database is there, but will not have what this letter says
        _lay_aside(intake.pk, _reason(error))
    except OperationalError:  # the machine's trouble: it must not count against the letter
        with suppress(DatabaseError):
            Intake.objects.filter(pk=intake.pk, attempts__gt=0).update(attempts=F("attempts") - 1)
        raise
    except (DatabaseError, OSError):
        raise
    except Exception as error:
        log.exception("The letter of intake %s could not be processed", intake.pk)
        _lay_aside(intake.pk, _reason(error))


def retry(intake: Intake, *, by: Actor | str) -> None:
    """Try a letter that was laid aside once more."""
    from petitevoix.channels.email.jobs import process_letter  # here, because the job runs this module

    with transaction.atomic():
        intake = Intake.objects.locked(intake.pk)
        if intake.state not in {Intake.State.QUARANTINED, Intake.State.DISMISSED}:
            return
        if intake.uid is not None:
            _ask_again(intake, intake.uid, by)
            return
        intake.state, intake.reason, intake.attempts = Intake.State.STORED, "", 0
        intake.save(update_fields=["state", "reason", "attempts"])
        record("letter.retried", intake, by=by)
        process_letter.enqueue(intake_id=intake.pk, key=intake.job_key)


def _ask_again(intake: Intake, uid: int, by: Actor | str) -> None:
    """Have the door go back to a letter that its server kept; the row, which held no letter, makes room for it."""
    Mailbox.objects.filter(pk=intake.mailbox_id or 0, last_uid__gte=uid).update(last_uid=uid - 1)
    record("letter.retried", intake, by=by)
    intake.delete()


def dismiss(intake: Intake, *, by: Actor | str) -> None:
    """Let a letter go that was laid aside; its bytes stay, and it can still be tried again."""
    with transaction.atomic():
        intake = Intake.objects.locked(intake.pk)
        if intake.state != Intake.State.QUARANTINED:
            return
        intake.state = Intake.State.DISMISSED
        intake.save(update_fields=["state"])
        record("letter.dismissed", intake, by=by)


def _begin(intake: Intake) -> bool:
    """Count the attempt before anything is read: a letter that kills its reader is known by attempts without an end."""
    if _count_an_attempt(intake.pk):
        intake.attempts += 1
        return True
    if Intake.objects.filter(pk=intake.pk, state=Intake.State.STORED).exists():
        _lay_aside(intake.pk, NEVER_CAME_BACK)
    return False


_stored = Intake.objects.filter(state=Intake.State.STORED)
_count_an_attempt = Change(
    lambda pk: (_stored.filter(pk=pk, attempts__lt=END_OF_PATIENCE), {"attempts": F("attempts") + 1}), int
)
_have_read = Change(
    lambda pk, kind, message, mailbox: (
        _stored.filter(pk=pk),
        {"state": Intake.State.READ, "kind": kind, "message_id": message, "mailbox_id": mailbox},
    ),
    int, str, int, int,
)  # fmt: skip


class ProcessedElsewhere(Exception):
    """Somebody else has made a message of this letter in the meantime."""


def _make_message(intake: Intake, letter: Letter, raw: bytes, ours: Ours | None) -> None:
    with transaction.atomic():
        ours = ours or Ours.now()
        sender = sender_of(letter, ours)
        recipients = recipients_of(letter, intake.sent_to)
        mailbox = ours.by_id(intake.mailbox_id) or ours.first_at(recipients) or ours.default
        kind, message = _receive(intake, letter, raw, sender, recipients, mailbox, ours)
        # The row is ours from here to the end of the transaction: whoever comes second undoes all they did.
        if not _have_read(intake.pk, kind, message and message.pk, mailbox and mailbox.pk):
            raise ProcessedElsewhere


def _receive(
    intake: Intake,
    letter: Letter,
    raw: bytes,
    sender: Sender,
    recipients: list[str],
    mailbox: Mailbox | None,
    ours: Ours,
) -> tuple[str, Message | None]:
    if letter.bounce:
        parcel = bouncing.parcel_of(letter.bounce, raw)
        case = bouncing.note_return(parcel, letter.bounce) if parcel else None
        if parcel and case is None:  # it came back from a letter that belongs to no case: the outbox shows it
            return Intake.Kind.BOUNCE, None
        arrival = _arrival(intake, letter, sender, mailbox, automatic="bounce")
        relay = Relay.objects.filter(messages__parcel=parcel).first() if parcel else None
        if relay:  # who it was sent to is nobody the person knows
            return Intake.Kind.BOUNCE, hear(arrival, relay)
        return Intake.Kind.BOUNCE, receive(arrival, case=case, is_locked=True)
    staff = from_staff.answering(letter, sender.address, recipients)
    if staff:
        if from_staff.is_of_a_machine(letter) or _automatic(intake, letter, sender, own=False):
            return Intake.Kind.AUTOMATIC, None
        return Intake.Kind.REPLY, from_staff.take(letter, *staff)
    found = finding.find(letter, sender=sender.address, recipients=recipients)
    if found.own and found.case is None:  # we wrote to ourselves, to see whether letters arrive
        return Intake.Kind.AUTOMATIC, None
    automatic = _automatic(intake, letter, sender, own=found.own is not None)
    if found.relay:
        answer = hear(_arrival(intake, letter, sender, mailbox, automatic=automatic), found.relay)
        return (Intake.Kind.AUTOMATIC if automatic else Intake.Kind.REPLY), answer
    may_bring = not automatic and (found.case is None or found.is_proven)
    also = others_of(letter, sender, ours) if may_bring else []
    marks = [] if found.case else marks_of(raw)
    arrival = _arrival(intake, letter, sender, mailbox, automatic=automatic, also=also, marks=marks)
    message = receive(arrival, case=found.case, is_locked=True)
    if automatic:
        return Intake.Kind.AUTOMATIC, message
    if found.answers == blocking.PURPOSE:
        blocking.hear(message)
    return (Intake.Kind.REPLY if found.case else Intake.Kind.NEW), message


def _automatic(intake: Intake, letter: Letter, sender: Sender, *, own: bool) -> str:
    """Name the machine that wrote a letter, or nothing for a person. Machines are labelled, never answered."""
    if own or letter.ours or sender.is_us:
        return OWN
    if letter.automatic_kind:
        return letter.automatic_kind
    return "auto-generated" if intake.sent_from == "<>" else ""


def _arrival(
    intake: Intake,
    letter: Letter,
    sender: Sender,
    mailbox: Mailbox | None,
    *,
    automatic: str,
    also: list[tuple[str, str]] | None = None,
    marks: list[str] | None = None,
) -> Arrival:
    words, rest = _parted(letter, automatic)
    return Arrival(
        channel="email",
        sender=sender.address,
        sender_name=sender.name,
        title=letter.subject,
        words=words,
        rest=rest,
        html=letter.html or "",
        language=letter.language if letter.language in {"fr", "en"} else "",
        automatic=automatic,
        at=intake.received_at,
        door=mailbox.address if mailbox else "",
        team=mailbox.team if mailbox else None,
        thread_key=letter.message_id or "",
        original=intake.sha256,
        files=[
            File(one.name, one.media_type, one.content, one.content_id or "", one.inline) for one in letter.attachments
        ],
        also=also or [],
        marks=marks or [],
    )


def _parted(letter: Letter, automatic: str) -> tuple[str, str]:
    """What is new in a letter, and what it quotes; a machine's report is read whole."""
    if automatic == "bounce" or letter.reply == letter.text or not letter.reply.strip():
        return letter.text, ""
    return letter.reply, _without(letter.text, letter.reply)


def _without(text: str, reply: str) -> str:
    """Take the lines of the reply, in their order, out of a text."""
    wanted = [line.strip() for line in reply.split("\n")]
    rest: list[str] = []
    at = 0
    for line in text.split("\n"):
        if at < len(wanted) and line.strip() == wanted[at]:
            at += 1
        elif line.strip() or (rest and rest[-1].strip()):
            rest.append(line)
    return "\n".join(rest).strip("\n")


def _lay_aside(intake_id: int, reason: str) -> None:
    with transaction.atomic():
        intake = Intake.objects.locked(intake_id)
        if intake.state == Intake.State.STORED:
            intake.quarantine(reason)


def _reason(error: Exception) -> str:
    words = " ".join(str(error).split())[:300]
    return f"Processing this letter failed ({type(error).__name__}: {words})."
