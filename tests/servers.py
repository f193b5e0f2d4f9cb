"""Real servers for the tests that need them: Dovecot, and an SMTP server that remembers envelopes."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from imapclient import IMAPClient

from tests.ports import free_port

PASSWORD, TOKEN = "tout simplement", "token-of-an-hour"

DOVECOT = """
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/dovecot.log
protocols = imap
ssl = {ssl}
{certificate}
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2
mail_location = maildir:{folder}/mail/%u
default_internal_user = {user}
default_login_user = {user}
default_internal_group = {group}
first_valid_uid = 1
first_valid_gid = 0
import_environment = TZ
{capability}
passdb {{
  driver = passwd-file
  mechanisms = plain login
  args = {folder}/users
}}
passdb {{
  driver = passwd-file
  mechanisms = xoauth2
  args = {folder}/tokens
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/home/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    address = 127.0.0.1
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service imap {{
  chroot =
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


class MailServer:
    """A Dovecot of our own, whose mailboxes are made by signing in."""

    def __init__(self, folder: Path, *, says: str = "", certificate: tuple[Path, Path] | None = None) -> None:
        self.folder, self.port = folder, free_port()
        account = pwd.getpwnam("nobody" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name)
        settings = {
            "ssl": "yes" if certificate else "no",
            "certificate": f"ssl_cert = <{certificate[0]}\nssl_key = <{certificate[1]}" if certificate else "",
            # imap_capability replaces what the server would say of itself.
            "capability": f"imap_capability = {says}" if says else "",
            "folder": folder, "port": self.port, "user": account.pw_name, "uid": account.pw_uid, "gid": account.pw_gid,
            "group": __import__("grp").getgrgid(account.pw_gid).gr_name,
        }  # fmt: skip
        for part in ("run", "mail", "home"):
            (folder / part).mkdir(parents=True, exist_ok=True)
        # Written once: Dovecot does not see a file that changes twice in a second.
        users = "".join(f"help{number}@mail.example:{{PLAIN}}{PASSWORD}\n" for number in range(1, 1000))
        tokens = "".join(f"help{number}@mail.example:{{PLAIN}}{TOKEN}\n" for number in range(1, 1000))
        (folder / "users").write_text(users, encoding="utf-8")
        (folder / "tokens").write_text(tokens, encoding="utf-8")
        self.config = folder / "dovecot.conf"
        self.config.write_text(DOVECOT.format(**settings), encoding="utf-8")
        for place in [folder, *folder.rglob("*")]:
            shutil.chown(place, account.pw_uid, account.pw_gid)
        for parent in [folder, *folder.parents]:
            if parent.stat().st_uid == os.getuid() and parent != Path("/"):
                parent.chmod(parent.stat().st_mode | 0o711)
        self.process: subprocess.Popen | None = None
        self._count = 0

    def start(self) -> None:
        self.process = subprocess.Popen(
            [_program("dovecot"), "-F", "-c", str(self.config)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        wait_for_port(self.port, lambda: (self.folder / "dovecot.log").read_text(errors="replace"))

    def stop(self) -> None:
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.communicate(timeout=10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.communicate()
            self.process = None

    def new_user(self) -> str:
        """Give a mailbox nobody has used: its address. PASSWORD opens it, and so does TOKEN by XOAUTH2."""
        self._count += 1
        return f"help{self._count}@mail.example"

    def url(self, address: str = "") -> str:
        return f"imap://{address + '@' if address else ''}127.0.0.1:{self.port}/INBOX?tls=off"

    def client(self, address: str, *, password: str = PASSWORD) -> IMAPClient:
        """Sign in as a mail program does."""
        client = IMAPClient("127.0.0.1", port=self.port, ssl=False, timeout=10)
        client.login(address, password)
        client.select_folder("INBOX")
        return client

    def put(self, address: str, letter: bytes, **more: object) -> None:
        """Have a letter arrive."""
        client = self.client(address)
        client.append("INBOX", letter, **more)
        client.logout()

    def maildir(self, address: str) -> Path:
        return self.folder / "mail" / address


@dataclass
class Handed:
    """One letter that an SMTP server was handed."""

    sender: str
    recipients: list[str]
    content: bytes
    options: list[str]
    connection: int


@dataclass
class PostOffice:
    """An SMTP server that takes what it is told to take, and remembers."""

    port: int = 0
    letters: list[Handed] = field(default_factory=list)
    connections: int = 0
    answers: dict[str, list[str]] = field(
        default_factory=dict
    )  # what to answer next to MAIL, RCPT, DATA, instead of yes
    sign_ins: list[tuple[str, str]] = field(default_factory=list)
    password: str = ""
    token: str = ""
    on_letter: Callable[[Handed], None] | None = None

    def reset(self) -> None:
        port = self.port
        self.__init__(port=port)

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}?tls=off"

    def answer(self, verb: str) -> str | None:
        waiting = self.answers.get(verb)
        return waiting.pop(0) if waiting else None

    # What aiosmtpd asks of whoever handles its letters.
    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        self.connections += 1
        session.number = self.connections
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options):
        if refusal := self.answer("MAIL"):
            return refusal
        envelope.mail_from, envelope.mail_options = address or "<>", options
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if refusal := self.answer("RCPT"):
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if refusal := self.answer("DATA"):
            return refusal
        handed = Handed(
            envelope.mail_from.replace("<>", ""),
            list(envelope.rcpt_tos),
            envelope.content,
            list(envelope.mail_options),
            session.number,
        )
        self.letters.append(handed)
        if self.on_letter:
            self.on_letter(handed)
        return "250 Taken"

    def let_in(self, server, session, envelope, mechanism, words):
        if isinstance(words, LoginPassword):
            self.sign_ins.append((words.login.decode(), words.password.decode()))
            return AuthResult(success=words.password.decode() == self.password, handled=False)
        return AuthResult(success=False, handled=False)

    async def auth_XOAUTH2(self, server, args):
        import base64

        words = base64.b64decode(args[1]).decode().split("\1")
        self.sign_ins.append((words[0].removeprefix("user="), words[1].removeprefix("auth=Bearer ")))
        if self.sign_ins[-1][1] == self.token:
            return AuthResult(success=True)
        await server.challenge_auth("eyJzdGF0dXMiOiI0MDEifQ==", encode_to_b64=False)
        await server.push("535 5.7.8 Username and Password not accepted")
        return AuthResult(success=False, handled=True)


class _SlimController(Controller):
    def factory(self):
        from aiosmtpd.smtp import SMTP

        return SMTP(
            self.handler, authenticator=self.handler.let_in, auth_require_tls=False, enable_SMTPUTF8=True,
            hostname="post.example",
        )  # fmt: skip


@pytest.fixture(scope="session")
def mail_folder() -> Iterator[Path]:
    # A short path: the name of a Unix socket has at most 107 letters.
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="pv-mail-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def mail_server(mail_folder: Path) -> Iterator[MailServer]:
    """A Dovecot with everything a modern server has."""
    yield from _running(MailServer(mail_folder / "modern"))


@pytest.fixture(scope="session")
def plain_mail_server(mail_folder: Path) -> Iterator[MailServer]:
    """A Dovecot that says of itself that it knows no IDLE."""
    yield from _running(MailServer(mail_folder / "plain", says="IMAP4rev1 SASL-IR LITERAL+"))


@pytest.fixture(scope="session")
def _post_office() -> Iterator[PostOffice]:
    office = PostOffice(port=free_port())
    controller = _SlimController(office, hostname="127.0.0.1", port=office.port)
    controller.start()
    yield office
    controller.stop()


@pytest.fixture
def post_office(_post_office: PostOffice) -> Iterator[PostOffice]:
    """A real SMTP server, with nothing handed to it yet."""
    from petitevoix.channels.email import smtp

    _post_office.reset()
    yield _post_office
    smtp.close_all()


def _running(server: MailServer) -> Iterator[MailServer]:
    server.start()
    yield server
    server.stop()


def _program(name: str) -> str:
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    if not found:
        pytest.fail(f"These tests need {name}: install it (Debian: apt install dovecot-imapd).", pytrace=False)
    return found


def wait_for_port(port: int, why_not: Callable[[], str], seconds: float = 15) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(f"Nothing listens on port {port}: {why_not()[-800:]}", pytrace=False)
