"""A whole house, served: what the journeys walk through, with a mail server on each side of it.

Everything in it is made through its own doors: the command line, letters, pages.
"""

import email
import http.client
import os
import smtplib
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import make_msgid
from pathlib import Path

import pytest

from tests.ports import free_port
from tests.postgres import database_of_its_own
from tests.prepared import with_tables
from tests.servers import PostOffice, _SlimController

HELP, TEAM, OTHER_TEAM = "aide@lefil.example", "La ligne", "Factures"
PASSWORD = "un mot de passe assez long"
UNDO_SECONDS = 8  # as long as a busy machine may take from a reply shown to its being taken back
# The command line, once for several commands: each line of the standard input is one, and its password.
COMMANDS = """
import io, json, sys
from petitevoix.config.cli.main import main
for line in sys.stdin.read().splitlines():
    words, typed = json.loads(line)
    sys.stdin = io.StringIO(typed)
    if code := main(words):
        sys.exit(code)
"""


@dataclass(frozen=True)
class Colleague:
    email: str
    name: str
    role: str
    language: str
    teams: tuple[str, ...] = (TEAM,)
    password: str = PASSWORD


DENIS = Colleague("denis@lefil.example", "Denis Moreau", "advisor", "fr")
FIONA = Colleague("fiona@lefil.example", "Fiona Ward", "advisor", "en", (TEAM, OTHER_TEAM))
ESTHER = Colleague("esther@lefil.example", "Esther Lang", "lead", "en")
FARID = Colleague("farid@lefil.example", "Farid Benali", "admin", "fr", ())
GASPARD = Colleague("gaspard@lefil.example", "Gaspard Petit", "keeper", "en", ())
STAFF = (DENIS, FIONA, ESTHER, FARID, GASPARD)


class House:
    """One `petitevoix serve` on free ports, in a folder of its own, and the post office its letters leave by."""

    def __init__(self, folder: Path, database: str = "", *, demo: bool = False) -> None:
        self.folder, self.demo = folder, demo
        self.port, self.lmtp_port = free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.office = PostOffice(port=free_port())
        self.environment = {
            **os.environ,
            "PETITEVOIX_DATA": str(folder / "data"),
            "PETITEVOIX_URL": self.url,
            "PETITEVOIX_UNDO_SECONDS": str(round(UNDO_SECONDS * patience())),
            "PETITEVOIX_ACKNOWLEDGEMENTS_PER_HOUR": "50",
        }
        self.environment.pop("PETITEVOIX_DATABASE_URL", None)
        if database:
            self.environment["PETITEVOIX_DATABASE_URL"] = database
        self.cookies: dict[str, dict] = {}  # who has signed in already, and their browser's memory
        self.writers: dict[str, str] = {}  # by which name each address wrote first
        self._log = folder / "serve.log"

    def open(self) -> "House":
        self.controller = _SlimController(self.office, hostname="127.0.0.1", port=self.office.port)
        self.controller.start()
        words = ["serve", "--port", str(self.port), "--lmtp", f"127.0.0.1:{self.lmtp_port}"]
        command = [sys.executable, "-m", "petitevoix.config.cli.main", *words, *(["--demo"] if self.demo else [])]
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            eventually(self._is_ready, seconds=120, otherwise=self.log)
        except BaseException:
            self.close()
            raise
        return self

    def close(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(12)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.controller.stop()

    def log(self) -> str:
        """What the house has said so far."""
        return self._log.read_text(errors="replace")[-4000:]

    def command(self, *words: str, typed: str = "") -> str:
        """Run one command of the house, and give what it prints."""
        return self._run([sys.executable, "-m", "petitevoix.config.cli.main", *words], typed)

    def python(self, program: str) -> str:
        """Look into the house behind its doors, for what no door shows yet."""
        return self._run([sys.executable, "-c", program])

    def commands(self, *lines: tuple[list[str], str]) -> str:
        """Run several commands in one process, each with what is typed into it, and give what they print."""
        import json

        typed = "\n".join(json.dumps(line) for line in lines)
        return self._run([sys.executable, "-c", COMMANDS], typed)

    def furnish(self) -> None:
        """Give the house its staff and its mailbox."""
        accounts = [
            ["advisor", "add", one.email, "--name", one.name, "--role", one.role, "--language", one.language,
             *[word for team in one.teams for word in ("--team", team)], "--password-stdin"]
            for one in STAFF
        ]  # fmt: skip
        mailbox = ["mailbox", "add", HELP, "--name", "Le fil", "--team", TEAM, "--smtp", self.office.url]
        self.commands(*[(words, f"{PASSWORD}\n") for words in accounts], (mailbox, ""))

    # The post -----------------------------------------------------------------------------------------------------

    def deliver(self, letter: EmailMessage | bytes, to: str = HELP, sender: str = "someone@letters.example") -> None:
        """Hand a letter over by LMTP, as a mail server does."""
        if not isinstance(letter, bytes):
            self._must_be_one_person(letter["From"].addresses)
        raw = letter if isinstance(letter, bytes) else letter.as_bytes(policy=policy.SMTP)
        with smtplib.LMTP("127.0.0.1", self.lmtp_port, timeout=20) as line:
            line.sendmail(sender, [to], raw)

    def letters_to(self, address: str) -> list[EmailMessage]:
        """What has arrived in somebody's mailbox so far."""
        handed = [one.content for one in list(self.office.letters) if address in one.recipients]
        return [email.message_from_bytes(content, policy=policy.default) for content in handed]

    def letter_to(self, address: str, saying: str = "", seconds: float = 40) -> EmailMessage:
        """Wait until a letter with these words is in somebody's mailbox, and give the latest."""

        def found() -> list[EmailMessage]:
            return [one for one in self.letters_to(address) if saying in plain(one)]

        def why_not() -> str:
            return f"no letter to {address} says {saying!r}: {[plain(one) for one in self.letters_to(address)]}"

        eventually(lambda: bool(found()), seconds=seconds, otherwise=why_not)
        return found()[-1]

    def _must_be_one_person(self, writers: Sequence[Address]) -> None:
        # Journeys share a house: whoever wrote by an address first is who its letters are from.
        for one in writers:
            known = self.writers.setdefault(one.addr_spec, one.display_name)
            assert one.display_name in {"", known}, f"{one.addr_spec} is {known} in another journey"

    def _run(self, words: list[str], typed: str = "") -> str:
        done = subprocess.run(words, env=self.environment, input=typed, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def _is_ready(self) -> bool:
        assert self.process.poll() is None, self.log()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/health/ready")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()


def written(
    sender: str, words: str, *, subject: str = "", name: str = "", to: str = HELP, answers: EmailMessage | None = None,
    html: str = "",
) -> EmailMessage:  # fmt: skip
    """Write a letter as a mail program does; one that `answers` another names it and those before it."""
    letter = EmailMessage(policy=policy.SMTP)
    letter["From"] = Address(name, addr_spec=sender)
    letter["To"] = to
    letter["Message-ID"] = make_msgid(domain="letters.example")
    if answers is not None:
        letter["In-Reply-To"] = answers["Message-ID"]
        letter["References"] = " ".join(filter(None, [answers["References"], answers["Message-ID"]]))
        subject = subject or str(answers["Subject"])
    letter["Subject"] = subject or "Une question"
    letter.set_content(words)
    if html:
        letter.add_alternative(html, subtype="html")
    return letter


def plain(letter: EmailMessage) -> str:
    """The plain words of a letter, as its reader sees them."""
    part = letter.get_body(("plain",))
    return part.get_content() if part else ""


def eventually(true: Callable[[], bool], seconds: float = 30, otherwise: Callable[[], str] = str) -> None:
    """Wait until something is true; a busy machine is given its time."""
    end = time.monotonic() + seconds * patience()
    while not true():
        assert time.monotonic() < end, otherwise() or "it never came true"
        time.sleep(0.03)


def patience() -> float:
    """How much slower than a quiet one this machine is now."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


@pytest.fixture(scope="session")
def house() -> Iterator[House]:
    """A furnished house that all journeys of one test process share; each brings its own people."""
    with database_of_its_own() as database, tempfile.TemporaryDirectory(prefix="pv-house-") as folder:
        with_tables(Path(folder) / "data")
        house = House(Path(folder), database).open()
        try:
            house.furnish()
            yield house
        finally:
            house.close()
