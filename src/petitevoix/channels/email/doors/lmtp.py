"""The door on a port: a mail server hands letters over by LMTP (or SMTP), and hears "250" once they are durable.

doors = lmtp.start()     # what PETITEVOIX_LMTP_LISTEN and PETITEVOIX_SMTP_LISTEN say
…
doors.stop()             # letters in hand are stored and answered first
"""

import asyncio
import logging
import re
import threading
from dataclasses import dataclass

from aiosmtpd.smtp import SMTP, Envelope, Session
from django.conf import settings

from petitevoix.channels.email.doors.clerk import Clerk
from petitevoix.channels.email.intake import Arriving

log = logging.getLogger(__name__)
SECONDS_OF_PATIENCE = 120  # without a whole command
SECONDS_FOR_A_LETTER = 900  # between DATA and its end, however steadily it drips
MOST_RECIPIENTS = 100  # RFC 5321, 4.5.3.1.8
MOST_CONNECTIONS = 60
LINE = (
    4 * 1024 * 1024
)  # real letters have lines far beyond the 998 of RFC 5322, and a mail server has taken them already
UNCODED = re.compile(r"(?!220)[245]\d\d (?!\d\.\d)")
STATUS = {
    "250": "2.0.0",
    "221": "2.0.0",
    "500": "5.5.2",
    "501": "5.5.4",
    "502": "5.5.1",
    "503": "5.5.1",
    "552": "5.3.4",
}
NOT_NOW = "451 4.3.0 The letter could not be stored; please try again"
TOO_LARGE = "552 5.3.4 The letter is larger than we take"


class Conversation(SMTP):
    """One connection, SMTP or LMTP (RFC 2033), where each recipient of a letter gets a reply of its own."""

    line_length_limit = LINE

    def __init__(self, doors: "Doors", kind: str) -> None:
        super().__init__(
            Desk(doors, kind),
            data_size_limit=settings.LETTER_LIMIT,
            enable_SMTPUTF8=True,
            hostname=doors.hostname,
            ident="Petite Voix",
            timeout=SECONDS_OF_PATIENCE,
            loop=doors.loop,
        )
        self.doors, self.kind = doors, kind
        self._answers_a_letter = False
        self._recipients = 1
        self._is_greeting = False  # the answer to a greeting has no status code of its own (RFC 2034, 4)
        self.command_size_limits["MAIL"] = self.command_size_limits["RCPT"] = 1024
        if kind == "lmtp":
            self._smtp_methods.pop("HELO", None)
            self._smtp_methods.pop("EHLO", None)
            self._smtp_methods["LHLO"] = self.smtp_EHLO
        for unwanted in ("VRFY", "EXPN", "AUTH"):
            self._smtp_methods.pop(unwanted, None)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self.doors.conversations.add(self)
        if len(self.doors.conversations) > MOST_CONNECTIONS:
            transport.write(b"421 4.3.2 Too many connections; please try again\r\n")  # type: ignore[attr-defined]
            transport.close()

    def connection_lost(self, error: Exception | None) -> None:
        self.doors.conversations.discard(self)
        super().connection_lost(error)

    async def smtp_DATA(self, arg: str) -> None:
        """Take a letter, with a time limit over the whole of it."""
        self._reset_timeout(SECONDS_FOR_A_LETTER)
        self._answers_a_letter = False
        try:
            await super().smtp_DATA(arg)
        finally:
            self._answers_a_letter = False
            if self.transport is not None:
                self._reset_timeout()

    async def smtp_EHLO(self, hostname: str) -> None:
        """Answer a greeting; LHLO is answered the same."""
        self._is_greeting = True
        try:
            await super().smtp_EHLO(hostname)
        finally:
            self._is_greeting = False

    async def push(self, status: str | bytes) -> None:
        """Send a reply; behind a letter that came by LMTP, one for each of its recipients."""
        words = status.decode("utf-8", "replace") if isinstance(status, bytes) else status
        if words.startswith("552 Error: Too much"):
            words = TOO_LARGE
        if not self._is_greeting and UNCODED.match(words):
            words = f"{words[:4]}{STATUS.get(words[:3], words[0] + '.5.0')} {words[4:]}"
        if self._answers_a_letter and self.kind == "lmtp" and self.envelope is not None:
            words = "\r\n".join([words] * max(self._recipients, 1))
        if words.startswith("354"):
            self._answers_a_letter = True
            self._recipients = len(self.envelope.rcpt_tos) if self.envelope else 1
        await super().push(words)

    async def handle_exception(self, error: Exception) -> str:
        log.exception("A conversation at the door broke off")
        return "451 4.3.0 Something went wrong here; please try again"


class Desk:
    """What a conversation asks for."""

    def __init__(self, doors: "Doors", kind: str) -> None:
        self.doors, self.kind = doors, kind

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        """Say what is asked of each LMTP server (RFC 2033, 5), so that a mail server does not wait between commands."""
        session.host_name = hostname
        return [*responses[:-1], "250-PIPELINING", "250-ENHANCEDSTATUSCODES", responses[-1]]

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take a recipient that is one of our mailboxes; the sending server tells its person where it is none."""
        if len(envelope.rcpt_tos) >= MOST_RECIPIENTS:
            return "452 4.5.3 Too many recipients; please send the rest in another letter"
        try:
            asked = self.doors.clerk.takes(address)
            takes = asked.result() if asked.done() else await asyncio.wrap_future(asked)
        except Exception:
            return "451 4.3.0 The mailboxes cannot be looked up now; please try again"
        if not takes:
            return "550 5.1.1 Nobody reads letters at this address here"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Recipient taken"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Store the letter, then say so."""
        letter = Arriving(
            envelope.original_content or b"",
            door=self.kind,
            sent_from=envelope.mail_from or "<>",
            sent_to=list(envelope.rcpt_tos),
        )
        try:
            intake = await asyncio.wrap_future(self.doors.clerk.store(letter))
        except Exception:
            return NOT_NOW
        return f"250 2.0.0 Stored as {intake.pk}"


@dataclass(frozen=True)
class Listening:
    kind: str
    host: str
    port: int


class Doors:
    """The ports we listen on, with the thread that minds them."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.clerk = Clerk()
        self.conversations: set[Conversation] = set()
        self.hostname = "petite-voix"
        self.listening: list[Listening] = []
        self._servers: list[asyncio.Server] = []
        self._thread = threading.Thread(target=self._mind, name="mail-doors", daemon=True)

    def start(self, **listen: str) -> None:
        """Listen on `host:port` for each kind (lmtp, smtp); returns when they listen. Raises OSError, ValueError."""
        wanted = [(kind, *host_and_port(address)) for kind, address in listen.items()]
        self._thread.start()
        self.clerk.start()
        try:
            asyncio.run_coroutine_threadsafe(self._listen(wanted), self.loop).result()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Take no more connections, answer the letters in hand (at most some seconds), and close."""
        if self._thread.is_alive():
            asyncio.run_coroutine_threadsafe(self._close(), self.loop).result()
            self.loop.call_soon_threadsafe(self.loop.stop)
            self._thread.join()
        self.clerk.stop()
        if not self.loop.is_closed():
            self.loop.close()

    def _mind(self) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.run_forever()

    async def _listen(self, wanted: list[tuple[str, str, int]]) -> None:
        for kind, host, port in wanted:
            server = await self.loop.create_server(lambda kind=kind: Conversation(self, kind), host, port)  # type: ignore[misc]
            self._servers.append(server)
            self.listening.append(Listening(kind, host, server.sockets[0].getsockname()[1]))

    async def _close(self) -> None:
        for server in self._servers:
            server.close()
        for _ in range(50):  # letters whose end has come are stored and answered
            if not any(conversation._answers_a_letter for conversation in self.conversations):
                break
            await asyncio.sleep(0.05)
        for conversation in list(self.conversations):
            if conversation.transport is not None:
                conversation.transport.close()
        await asyncio.sleep(0)
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def start(**listen: str) -> Doors | None:
    """Open the doors the settings name, or those given (`lmtp="127.0.0.1:0"`); nothing where there is none.

    Raises OSError where a port cannot be had, ValueError for an address that is none.
    """
    wanted = listen or {"lmtp": settings.LMTP_LISTEN, "smtp": settings.SMTP_LISTEN}
    wanted = {kind: address for kind, address in wanted.items() if address}
    if not wanted:
        return None
    doors = Doors()
    doors.start(**wanted)
    return doors


def run(stop: threading.Event) -> None:
    """Keep the doors the settings name open until told to stop, as one of the works of a background process."""
    doors = start()
    stop.wait()
    if doors:
        doors.stop()


def host_and_port(address: str) -> tuple[str, int]:
    """Read `host:port` or `[::1]:port`. Raises ValueError with one sentence."""
    host, _, port = address.rpartition(":")
    if not port.isdecimal() or int(port) > 65535 or not host:
        raise ValueError(f"“{address}” is no address to listen on; write host:port, such as 127.0.0.1:2525.")
    return host.strip("[]"), int(port)
