"""Testing a mailbox for real: it sends itself a letter, and we wait until it is back."""

import threading
import time
from collections.abc import Callable

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from petitevoix.channels.email import exchange, smtp
from petitevoix.channels.email.carrier import EmailCarrier
from petitevoix.channels.email.compose import Letter, Sender, answer_address, compose
from petitevoix.channels.email.doors.imap_session import BROKEN, Session, Trouble, connected, words_of
from petitevoix.channels.email.keeping import letters
from petitevoix.channels.email.models import Intake, Mailbox
from petitevoix.channels.email.smtp_connection import CannotSignIn
from petitevoix.delivery.carriers import PermanentFailure, TemporaryFailure
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.tasks import task
from petitevoix.kit import clock

Look = Callable[[set[str]], None]
TAG_SECONDS = 15  # how much longer we wait for the letter to help+…@ than for the one to help@


def make(mailbox: Mailbox, timeout: float) -> float:
    """Send a mailbox a letter from itself and give the seconds until it is back; the result is kept on the mailbox.

    A second letter goes to help+test@…: where it does not arrive, answers are asked to the plain address from then on.
    Raises Trouble with one sentence and the step that failed: address, connection, encryption, sign-in, folder,
    sending, arrival.
    """
    smtp.close_all()  # a connection that was let in before proves nothing about now
    _note(mailbox, step="sending", at=clock.now().isoformat())
    try:
        seconds, tags = _round_trip(mailbox, timeout)
    except Trouble as trouble:
        _note(mailbox, step=trouble.step, trouble=str(trouble), at=clock.now().isoformat())
        raise
    _note(mailbox, step="done", seconds=round(seconds, 1), tags=tags, at=clock.now().isoformat())
    return seconds


@task(queue="delivery", priority=2)
def make_later(mailbox_id: int) -> None:
    """Test a mailbox for a page that reads `Mailbox.test_result`: its step is sending, arrival, done or what failed."""
    mailbox = Mailbox.objects.active().filter(pk=mailbox_id).first()
    if mailbox:
        try:
            make(mailbox, 60)
        except Trouble:
            pass  # it is written on the mailbox


def _round_trip(mailbox: Mailbox, timeout: float) -> tuple[float, bool]:
    if not mailbox.smtp_url and not settings.DEMO:
        raise Trouble("sending", _("This mailbox has no SMTP server yet, so it cannot send itself a letter."))
    words = [EmailCarrier().new_thread_key(mailbox.address) for _letter in range(2)]
    if not mailbox.imap_url:
        return _wait(mailbox, words, timeout, lambda found: _among_intakes(words, found), None)
    try:
        with connected(mailbox) as session:
            last = [session.folder.uidnext - 1]
            return _wait(mailbox, words, timeout, lambda found: _in_folder(session, last, words, found), session)
    except BROKEN as error:
        raise Trouble("connection", _("The connection broke off: %(words)s") % {"words": words_of(error)}) from error


def _wait(
    mailbox: Mailbox, words: list[str], timeout: float, look: Look, session: Session | None
) -> tuple[float, bool]:
    plain, tagged = words
    began = time.monotonic()
    before = clock.now()
    found: set[str] = set()
    look(found)
    _send(mailbox, mailbox.address, plain)
    try:
        _send(mailbox, answer_address(mailbox.address, "test"), tagged)
    except Trouble:
        tagged = ""  # some servers refuse such an address at once; then we do not use it either
    _note(mailbox, step="arrival", at=before.isoformat())
    arrived = None
    while arrived is None or (tagged and tagged not in found):
        now = time.monotonic() - began
        if arrived is None and plain in found:
            arrived = now
            continue
        if now > (timeout if arrived is None else min(arrived * 2 + 2, arrived + TAG_SECONDS)):
            break
        _rest(session)
        look(found)
    if arrived is None:
        raise Trouble(
            "arrival",
            _("The server took our letter, but it did not arrive within %(seconds)s seconds.")
            % {"seconds": int(timeout)},
        )
    return arrived, bool(tagged) and tagged in found


def _rest(session: Session | None) -> None:
    if session and session.can_idle:
        session.idle(threading.Event(), 1)
    else:
        time.sleep(0.25)
        if session:
            session.client.noop()


def _in_folder(session: Session, last: list[int], words: list[str], found: set[str]) -> None:
    for uid in session.behind(last[0]):
        header = session.header(uid) or b""
        found.update(word for word in words if word.encode() in header)
        last[0] = uid


def _among_intakes(words: list[str], found: set[str]) -> None:
    """Look at what LMTP, SMTP or a pipe brought in during the last minutes."""
    recent = Intake.objects.filter(received_at__gt=clock.ago(minutes=5)).order_by("-id")
    for digest in recent.values_list("sha256", flat=True)[:200]:
        try:
            start = letters().get(digest)[:16_384]
        except (FileNotFoundError, ValueError):
            continue
        found.update(word for word in words if word.encode() in start)


def _send(mailbox: Mailbox, to: str, word: str) -> None:
    parcel, letter = _letter(mailbox, to, word)
    trouble = None
    try:
        if mailbox.smtp_url:
            smtp.hand_over(letter, mailbox)
        else:
            exchange.deliver(letter.content, to)
    except CannotSignIn as error:
        trouble = Trouble("sign-in", str(error))
    except (TemporaryFailure, PermanentFailure) as error:
        trouble = Trouble("sending", _("The letter could not be sent: %(words)s") % {"words": error})
    if trouble:
        parcel.state = Parcel.State.WITHDRAWN
        parcel.save(update_fields=["state"])
        raise trouble


def _letter(mailbox: Mailbox, to: str, word: str) -> tuple[Parcel, Letter]:
    # In the outbox, so that whoever takes the letter in knows it for ours: nobody can forge a name they never saw.
    parcel = Parcel.objects.create(
        carrier="email", purpose="test", to=to, thread_key=word, state=Parcel.State.LEFT,
        not_before=clock.now(), left_at=clock.now(),
        contents={
            "subject": _("A letter to ourselves"), "automatic": "auto-generated", "language": get_language() or "",
            "words": _("This letter is a test of the mailbox %(address)s. Nobody needs to do anything.")
            % {"address": mailbox.address},
        },
    )  # fmt: skip
    letter = compose(parcel, Sender(mailbox.address, mailbox.name))
    # With its own sender: many hosts take a letter from nobody for spam, and this one is to arrive.
    return parcel, Letter(letter.content, mailbox.address, to)


def _note(mailbox: Mailbox, **result: object) -> None:
    kept = {"tags": mailbox.test_result["tags"]} if "tags" in mailbox.test_result else {}
    mailbox.test_result = {**kept, **result}
    mailbox.save(update_fields=["test_result"])
