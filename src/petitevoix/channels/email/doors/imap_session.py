"""One IMAP connection that only looks: no flag is changed, nothing is moved, nothing is removed."""

import contextlib
import re
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientError, LoginError

from petitevoix.channels.email import oauth
from petitevoix.channels.email.models import Mailbox
from petitevoix.channels.email.server import SECONDS, Server, read_url

# What a connection that breaks can raise: imaplib's own errors are among IMAPClientError.
BROKEN = (OSError, IMAPClientError)
AT_ONCE = 200  # letters asked for in one command


class Trouble(Exception):
    """A mailbox does not answer as it should; `step` is where: address, connection, encryption, sign-in, folder."""

    def __init__(self, step: str, sentence: str) -> None:
        super().__init__(sentence)
        self.step = step


@dataclass(frozen=True)
class Folder:
    """What the server says of a folder when it is opened."""

    uidvalidity: int
    uidnext: int


class Session:
    """A signed-in connection with its folder open for reading."""

    def __init__(self, client: IMAPClient, folder: Folder) -> None:
        self.client = client
        self.folder = folder
        self.can_idle = client.has_capability("IDLE")

    def behind(self, uid: int) -> list[int]:
        """List the letters that came after one, in order; look again where more were announced meanwhile."""
        for _again in range(5):
            self._announced()
            found = sorted(one for one in self.client.search(["UID", f"{uid + 1}:*"]) if one > uid)
            if found or not self._announced():
                break
        return found

    def arrived_since(self, moment: datetime) -> list[int]:
        """List the letters that reached the mailbox since a moment, in order."""
        # SINCE knows only days, and those of the server's own time zone.
        found = self.client.search(["SINCE", moment.date() - timedelta(days=1)])
        dates: dict[int, dict] = {}
        for start in range(0, len(found), AT_ONCE):
            dates |= self.client.fetch(found[start : start + AT_ONCE], ["INTERNALDATE"])
        return sorted(uid for uid, row in dates.items() if row[b"INTERNALDATE"] >= moment)

    def sizes(self, uids: list[int]) -> dict[int, int]:
        """Say how large letters are, in bytes; those that are gone are left out."""
        rows = self.client.fetch(uids, ["RFC822.SIZE"])
        return {uid: int(rows[uid][b"RFC822.SIZE"]) for uid in uids if b"RFC822.SIZE" in rows.get(uid, {})}

    def letters(self, uids: list[int]) -> dict[int, bytes]:
        """Fetch whole letters, leaving them as unread as they were; those that are gone are left out."""
        rows = self.client.fetch(uids, ["BODY.PEEK[]"])
        return {uid: rows[uid][b"BODY[]"] for uid in uids if rows.get(uid, {}).get(b"BODY[]") is not None}

    def header(self, uid: int) -> bytes | None:
        """Fetch only the header of a letter."""
        return self.client.fetch([uid], ["BODY.PEEK[HEADER]"]).get(uid, {}).get(b"BODY[HEADER]")

    def idle(self, stop: threading.Event, seconds: float) -> bool:
        """Wait until the server announces a letter, at most so long; say whether it did."""
        until = time.monotonic() + seconds
        self.client.idle()
        try:
            while not stop.is_set() and time.monotonic() < until:
                told = self.client.idle_check(timeout=min(1.0, max(until - time.monotonic(), 0.01)))
                if any(len(line) > 1 and line[1] == b"EXISTS" for line in told):
                    return True
                if any(line and line[0] == b"BYE" for line in told):
                    raise ConnectionResetError("BYE")
        finally:
            self.client.idle_done()
        return False

    def _announced(self) -> bool:
        # A letter that is announced in the answer to another command is not announced again by IDLE.
        waiting = getattr(getattr(self.client, "_imap", None), "untagged_responses", {})
        return bool(waiting.pop("EXISTS", None))


@contextlib.contextmanager
def connected(mailbox: Mailbox) -> Iterator[Session]:
    """Open the folder of a mailbox for reading, for the time of a block. Raises Trouble where it does not open."""
    try:
        server = read_url(mailbox.imap_url, "imap")
    except ValueError as error:
        raise Trouble("address", str(error)) from error
    client = _connect(server)
    try:
        _sign_in(client, server, mailbox)
        yield Session(client, _open(client, server.folder))
    finally:
        with contextlib.suppress(*BROKEN, ValueError):
            client._imap.sock.settimeout(2)
            client.logout()
        _hang_up(client)


def words_of(error: Exception) -> str:
    """Give the other side's own words, in one line."""
    first = error.args[0] if error.args and isinstance(error.args[0], bytes) else b""
    text = first.decode("utf-8", "replace") or getattr(error, "strerror", None) or str(error) or type(error).__name__
    text = re.sub(r"^b(['\"])(.*)\1$", r"\2", text)  # (imapclient writes the server's bytes so)
    return " ".join(text.split())[:300]


def _connect(server: Server) -> IMAPClient:
    place = {"server": f"{server.host}:{server.port}"}
    try:
        client = IMAPClient(
            server.host, port=server.port, ssl=server.speaks_tls_at_once, ssl_context=server.tls(),
            timeout=SocketTimeout(SECONDS, SECONDS),
        )  # fmt: skip
    except socket.gaierror as error:
        raise Trouble("address", _("No server is called %(host)s.") % {"host": server.host}) from error
    except ssl.SSLError as error:
        raise _no_encryption(server, error) from error
    except BROKEN as error:
        raise Trouble(
            "connection", _("%(server)s cannot be reached: %(words)s") % {**place, "words": words_of(error)}
        ) from error
    client.normalise_times = False
    if server.speaks_tls_at_once or server.tls_is_off:
        return client
    try:
        if client.has_capability("STARTTLS"):
            client.starttls(server.tls())
            return client
        if not server.must_encrypt:
            return client
    except BROKEN as error:
        _hang_up(client)
        raise _no_encryption(server, error) from error
    _hang_up(client)
    sentence = _("%(host)s offers no encryption; use imaps://, or write ?tls=off behind its address if you mean it.")
    raise Trouble("encryption", sentence % {"host": server.host})


def _hang_up(client: IMAPClient) -> None:
    with contextlib.suppress(*BROKEN, ValueError):
        client.shutdown()


def _no_encryption(server: Server, error: Exception) -> Trouble:
    sentence = _("No encrypted connection to %(host)s can be made: %(words)s")
    return Trouble("encryption", sentence % {"host": server.host, "words": words_of(error)})


def _sign_in(client: IMAPClient, server: Server, mailbox: Mailbox) -> None:
    user = server.user or mailbox.address
    try:
        if mailbox.sign_in == Mailbox.SignIn.XOAUTH2:
            client.oauth2_login(user, oauth.access_token(mailbox))
        elif mailbox.secret.isascii() and user.isascii():
            client.login(user, mailbox.secret)
        else:  # LOGIN knows ASCII only
            client.plain_login(user, mailbox.secret)
    except LoginError as error:
        oauth.forget(mailbox)
        raise Trouble(
            "sign-in", _("The server refuses to let us in: %(words)s") % {"words": words_of(error)}
        ) from error
    except (oauth.SignInRefused, oauth.ProviderAway, ValueError) as error:
        raise Trouble("sign-in", str(error)) from error
    except BROKEN as error:
        raise Trouble("sign-in", _("Signing in broke off: %(words)s") % {"words": words_of(error)}) from error


def _open(client: IMAPClient, name: str) -> Folder:
    try:
        told = client.select_folder(name, readonly=True)
        uidnext = told.get(b"UIDNEXT") or max(client.search(["UID", "1:*"]), default=0) + 1
        return Folder(int(told[b"UIDVALIDITY"]), int(uidnext))
    except (*BROKEN, KeyError) as error:
        sentence = _("The folder %(name)s cannot be opened: %(words)s")
        raise Trouble("folder", sentence % {"name": name, "words": words_of(error)}) from error
