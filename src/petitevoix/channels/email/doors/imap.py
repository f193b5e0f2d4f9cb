"""The IMAP door: we go and get the letters of each mailbox, and leave the mailbox as it was.

What was taken in is known by UID and UIDVALIDITY, never by the unread flag: a colleague may read along with another
program. A letter is stored first and `last_uid` moved after: killed in between, it comes again, and `intake` knows it.
"""

import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection
from django.utils.translation import gettext as _

from petitevoix.channels.email import intake
from petitevoix.channels.email.doors.imap_session import AT_ONCE, BROKEN, Session, Trouble, connected, words_of
from petitevoix.channels.email.models import Mailbox
from petitevoix.kit import clock
from petitevoix.kit.text import one_line

log = logging.getLogger(__name__)

IDLE_SECONDS = 240  # then we look ourselves; well under the 29 minutes of RFC 2177, and under what routers forget
POLL_SECONDS = 15  # where the server knows no IDLE
FIRST_WAIT, LONGEST_WAIT = 5, 300  # seconds between attempts at a mailbox in trouble
SEEN_EVERY = timedelta(minutes=1)  # `looked_at` is not written more often
LOOK_BACK = timedelta(days=2)  # how far behind our last look we look again when the server numbers its letters anew
CLOCKS_APART = timedelta(minutes=10)  # ours and the server's, at most
LETTERS_AT_ONCE, BYTES_AT_ONCE = 20, 8 * 1024 * 1024
PATIENCE = 3  # attempts at a letter that the server has but does not give


class ImapDoor:
    """Brings in the letters of one mailbox for as long as it runs."""

    def __init__(self, mailbox_id: int) -> None:
        self.mailbox_id = mailbox_id
        self._wait = FIRST_WAIT
        self._unannounced = 0  # letters we found although IDLE had said nothing
        self._tries: dict[int, int] = {}

    def run(self, stop: threading.Event) -> None:
        """Bring in letters until told to stop or the mailbox is there no more; outlive every trouble."""
        try:
            while not stop.is_set():
                try:
                    close_old_connections()
                    if not self._stay(stop):
                        return
                except Trouble as trouble:
                    self._note(str(trouble))
                except BROKEN as error:
                    self._note(_("The connection broke off: %(words)s") % {"words": words_of(error)})
                except DatabaseError:
                    log.exception("Mailbox %s: a letter could not be stored; it stays on its server", self.mailbox_id)
                    connection.close()
                except Exception:
                    log.exception("Mailbox %s: the IMAP door stumbled", self.mailbox_id)
                    self._note(_("Fetching letters failed in a way we did not foresee; the log has the details."))
                stop.wait(self._wait)
                self._wait = min(self._wait * 2, LONGEST_WAIT)
        finally:
            connection.close()

    def look_once(self) -> int:
        """Bring in what is there now and say how many letters that was. Raises Trouble."""
        mailbox = Mailbox.objects.get(pk=self.mailbox_id)
        with connected(mailbox) as session:
            never = threading.Event()
            return self._begin(mailbox, session, never) + self._bring_new(mailbox, session, never)

    def _stay(self, stop: threading.Event) -> bool:
        mailbox = Mailbox.objects.fetched().filter(pk=self.mailbox_id).first()
        if mailbox is None:
            return False
        with connected(mailbox) as session:
            self._begin(mailbox, session, stop)
            waited_in_vain = False
            while not stop.is_set():
                brought = self._bring_new(mailbox, session, stop)
                self._unannounced += bool(brought and waited_in_vain)
                self._well(mailbox)
                waited_in_vain = self._rest(session, stop)
        return True

    def _rest(self, session: Session, stop: threading.Event) -> bool:
        """Wait for news; say whether IDLE ended without any."""
        # Twice may be chance; a server that is silent a third time says it knows IDLE and does not.
        if session.can_idle and self._unannounced < 3:
            return not session.idle(stop, IDLE_SECONDS)
        stop.wait(POLL_SECONDS)
        if not stop.is_set():
            session.client.noop()
        return False

    def _begin(self, mailbox: Mailbox, session: Session, stop: threading.Event) -> int:
        """Find the place from which letters are new; say how many were brought in on the way."""
        folder, brought = session.folder, 0
        if mailbox.uidvalidity == folder.uidvalidity:
            return 0
        if mailbox.uidvalidity is None:
            reached = 0 if mailbox.takes_history else folder.uidnext - 1
        else:
            since = (mailbox.looked_at or mailbox.created_at) - LOOK_BACK
            if not mailbox.takes_history:
                since = max(since, mailbox.created_at - CLOCKS_APART)
            recent = [uid for uid in session.arrived_since(since) if uid < folder.uidnext]
            for batch in self._stored(mailbox, session, recent):
                brought += batch.letters
                if stop.is_set():
                    return brought  # the old number stands: all is looked at again
            reached = folder.uidnext - 1
        mailbox.uidvalidity, mailbox.last_uid = folder.uidvalidity, reached
        mailbox.save(update_fields=["uidvalidity", "last_uid"])
        return brought

    def _bring_new(self, mailbox: Mailbox, session: Session, stop: threading.Event) -> int:
        brought = 0
        mailbox.refresh_from_db(fields=["last_uid"])  # somebody may have asked for a letter again
        while not stop.is_set() and (uids := session.behind(mailbox.last_uid)):
            for batch in self._stored(mailbox, session, uids):
                brought += batch.letters
                mailbox.last_uid = batch.last_uid
                mailbox.save(update_fields=["last_uid"])
                if stop.is_set():
                    break
        return brought

    def _stored(self, mailbox: Mailbox, session: Session, uids: list[int]) -> Iterator["Batch"]:
        """Store letters in small batches, in order; each batch is safe on disk when it is given."""
        for start in range(0, len(uids), AT_ONCE):
            asked = uids[start : start + AT_ONCE]
            sizes = session.sizes(asked)
            for batch in _batches(sizes):
                arriving = self._fetched(mailbox, session, batch, sizes)
                try:
                    if arriving:
                        intake.take_all_in(arriving)
                except OSError as error:
                    raise Trouble("storing", _("Letters cannot be stored: %(words)s") % {"words": error}) from error
                yield Batch(batch[-1], len(arriving))
            if not sizes or asked[-1] not in sizes:  # gone before we could look
                yield Batch(asked[-1], 0)

    def _fetched(
        self, mailbox: Mailbox, session: Session, uids: list[int], sizes: dict[int, int]
    ) -> list[intake.Arriving]:
        large = [uid for uid in uids if sizes[uid] > settings.LETTER_LIMIT]
        whole = [uid for uid in uids if uid not in large]
        letters = session.letters(whole) if whole else {}
        for uid in large:
            if (header := session.header(uid)) is not None:
                letters[uid] = header
        arriving = [intake.Arriving(letters[uid], "imap", mailbox, size=sizes[uid]) for uid in uids if uid in letters]
        for uid in uids:
            if uid not in letters and session.sizes([uid]):
                self._hold_up(uid)
                raw = session.header(uid) or f"X-Kept-Back: {mailbox.pk}.{session.folder.uidvalidity}.{uid}".encode()
                arriving.append(intake.Arriving(raw, "imap", mailbox, size=sizes[uid], kept_back=uid))
        return arriving

    def _hold_up(self, uid: int) -> None:
        """Ask again for a letter that the server has but does not give, for a while. Raises Trouble."""
        self._tries[uid] = self._tries.get(uid, 0) + 1
        if self._tries[uid] < PATIENCE:
            sentence = _("The server does not give the letter with UID %(uid)s; it still lies there.")
            raise Trouble("letters", sentence % {"uid": uid})
        del self._tries[uid]

    def _well(self, mailbox: Mailbox) -> None:
        now = clock.now()
        self._wait = FIRST_WAIT
        if mailbox.trouble or mailbox.looked_at is None or now - mailbox.looked_at >= SEEN_EVERY:
            mailbox.looked_at, mailbox.trouble = now, ""
            mailbox.save(update_fields=["looked_at", "trouble"])

    def _note(self, trouble: str) -> None:
        try:
            Mailbox.objects.filter(pk=self.mailbox_id).exclude(trouble=trouble).update(trouble=one_line(trouble, 500))
        except DatabaseError:
            connection.close()


@dataclass(frozen=True)
class Batch:
    """Some letters that are stored now."""

    last_uid: int
    letters: int


class ImapDoors:
    """Keeps one door open for each mailbox that is fetched, in a thread of its own."""

    def __init__(self, door: Callable[[int], ImapDoor] = ImapDoor, look_every: float = 3) -> None:
        self._door = door
        self._look_every = look_every
        self._open: dict[int, tuple[tuple, threading.Thread, threading.Event]] = {}

    def run(self, stop: threading.Event) -> None:
        """Open, renew and close doors as mailboxes are added, changed and removed, until told to stop."""
        while not stop.is_set():
            try:
                close_old_connections()
                self.match(
                    Mailbox.objects.fetched().values_list("pk", "address", "imap_url", "sign_in", "sealed_secret")
                )
            except DatabaseError:
                log.exception("The mailboxes cannot be read; trying again")
                connection.close()
            stop.wait(self._look_every)
        self.close()
        connection.close()

    def match(self, rows: Iterable[tuple]) -> None:
        """Open a door for each new row, and close those whose row changed or is gone."""
        wanted = {row[0]: tuple(row) for row in rows}
        for pk, (row, thread, stop) in list(self._open.items()):
            if wanted.get(pk) != row or not thread.is_alive():
                stop.set()
                thread.join(timeout=2)
                del self._open[pk]
        for pk, row in wanted.items():
            if pk not in self._open:
                stop = threading.Event()
                thread = threading.Thread(target=self._door(pk).run, args=(stop,), name=f"imap-{pk}", daemon=True)
                self._open[pk] = (row, thread, stop)
                thread.start()

    def close(self) -> None:
        """Close all doors; one that hangs on a dead line is left to itself."""
        for _row, _thread, stop in self._open.values():
            stop.set()
        for _row, thread, _stop in self._open.values():
            thread.join(timeout=2)
        self._open.clear()


def _batches(sizes: dict[int, int]) -> Iterator[list[int]]:
    batch: list[int] = []
    weight = 0
    for uid, size in sizes.items():
        full = len(batch) >= LETTERS_AT_ONCE or weight + size > BYTES_AT_ONCE
        if batch and full:
            yield batch
            batch, weight = [], 0
        batch.append(uid)
        weight += size
    if batch:
        yield batch
