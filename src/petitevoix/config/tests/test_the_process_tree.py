"""The real command in a real process: it starts, answers, survives its children, and stops in time."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.house import eventually, patience
from tests.ports import free_port
from tests.postgres import database_of_its_own
from tests.prepared import with_tables

pytestmark = pytest.mark.servers

COMMAND = [sys.executable, "-m", "petitevoix.config.cli.main"]
SIGNED_IN = """
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from petitevoix.people.actions import add_advisor, found_team
from petitevoix.people.models import Team
advisor = add_advisor(email="denis@desk.example", name="Denis", by="operator")
secret = found_team("Secret", by="operator")
Team.objects.filter(pk=secret.pk).update(is_private=True)
session = SessionStore()
session[SESSION_KEY] = str(advisor.pk)
session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
session[HASH_SESSION_KEY] = advisor.get_session_auth_hash()
session.save()
print(session.session_key)
"""
A_LETTER = """
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.people.models import Team
team = Team.objects.filter(name=TEAM).first()
case = receive(Arrival(channel="form", sender="ana@letters.example", words="Hello", team=team)).case
print(case.pk, case.person.token, case.reference)
"""


class House:
    """One `petitevoix serve` on a free port, with a data folder of its own."""

    def __init__(self, data: Path, database: str = "") -> None:
        self.data = data
        self.port = free_port()
        self.environment = {
            **os.environ,
            "PETITEVOIX_DATA": str(data),
            "PETITEVOIX_URL": f"http://127.0.0.1:{self.port}",
            "PETITEVOIX_UNDO_SECONDS": "0",
            "PETITEVOIX_DATABASE_URL": database,
        }
        self.process: subprocess.Popen | None = None
        self.cookie = ""

    def open(self) -> "House":
        words = [*COMMAND, "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(words, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        eventually(self.is_ready, seconds=60)
        return self

    def is_ready(self) -> bool:
        assert self.process.poll() is None, self.process.stdout.read().decode()
        try:
            return self.get("/health/ready")[0] == 200
        except OSError:
            return False

    def get(self, path: str) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def inside(self, code: str) -> list[str]:
        """Run some lines in another process on the same data, and give the words they print."""
        setup = (
            "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'petitevoix.config.settings'; django.setup()\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", setup + code], env=self.environment, capture_output=True, check=True, text=True
        )
        return done.stdout.split()

    def letter(self, team: str = "") -> list[str]:
        return self.inside(f"TEAM = {team!r}\n" + A_LETTER)

    def listen(self, path: str = "/live/", cookie: str = "", last: str = "") -> "Stream":
        return Stream(self.port, path, cookie, last)

    def children(self) -> dict[str, int]:
        found = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True, text=True, check=False
        )
        return dict(zip(["web", "mail", "work"], sorted(map(int, found.stdout.split())), strict=False))

    def stop(self) -> float:
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(15 * patience())
        return time.monotonic() - began

    def close(self) -> None:
        if self.process and self.process.poll() is None:
            self.stop()
        if self.process:
            self.process.stdout.close()


class Stream:
    """A page that listens."""

    def __init__(self, port: int, path: str, cookie: str, last: str) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        lines = [f"GET {path} HTTP/1.1", "Host: 127.0.0.1", f"Cookie: pv_session={cookie}"]
        lines += [f"Last-Event-ID: {last}"] if last else []
        self.socket.sendall("\r\n".join([*lines, "", ""]).encode())
        self.heard = b""
        self.until(b"\r\n\r\n")
        self.status = int(self.heard.split()[1])

    def until(self, words: bytes, seconds: float = 10) -> bytes:
        end = time.monotonic() + seconds * patience()
        while words not in self.heard and time.monotonic() < end:
            self.socket.settimeout(max(end - time.monotonic(), 0.01))
            try:
                piece = self.socket.recv(65536)
            except TimeoutError:
                break
            if not piece:
                break
            self.heard += piece
        assert words in self.heard, self.heard
        return self.heard

    def changes(self) -> list[dict]:
        return [json.loads(line[6:]) for line in self.heard.decode().splitlines() if line.startswith('data: {"topic"')]

    def close(self) -> None:
        self.socket.close()


def lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split(")")[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.fixture
def house(tmp_path):
    with database_of_its_own() as database:
        house = House(with_tables(tmp_path / "data"), database)
        yield house.open()
        house.close()


@pytest.fixture(scope="module")
def open_house(tmp_path_factory):
    """A house that several tests visit, none of which breaks it; Denis is signed in. It made its tables itself."""
    with database_of_its_own(empty=True) as database:
        house = House(tmp_path_factory.mktemp("house") / "data", database).open()
        (house.cookie,) = house.inside(SIGNED_IN)
        yield house
        house.close()


def test_it_answers_and_its_folder_is_for_its_owner_only(open_house):
    assert open_house.get("/health/live") == (200, b'{"ok": true}')
    assert open_house.data.stat().st_mode & 0o777 == 0o700


def test_it_stops_in_time_with_streams_open_and_says_goodbye(house):
    (cookie,) = house.inside(SIGNED_IN)
    streams = [house.listen(cookie=cookie) for _ in range(5)]
    children = house.children()
    assert house.stop() < 10 * patience()
    assert house.process.returncode == 0
    assert all(b"event: bye" in stream.until(b"event: bye") for stream in streams)
    assert not any(map(lives, children.values()))


def test_a_child_that_is_killed_comes_back(house):
    before = house.children()
    for pid in before.values():
        os.kill(pid, signal.SIGKILL)
    eventually(lambda: len(house.children()) == 3 and not set(house.children().values()) & set(before.values()))
    eventually(house.is_ready)


def test_a_second_one_on_the_same_folder_is_refused(open_house):
    words = [*COMMAND, "serve", "--port", str(free_port())]
    second = subprocess.run(words, env=open_house.environment, capture_output=True, text=True, timeout=120, check=False)
    assert second.returncode == 1
    assert second.stderr.count("\n") == 1
    assert "already works in" in second.stderr
    assert open_house.is_ready()


def test_no_orphans_are_left_when_the_parent_is_killed_and_the_house_opens_again(house):
    children = house.children()
    house.process.kill()
    house.process.wait()
    eventually(lambda: not any(map(lives, children.values())))
    house.process.stdout.close()
    house.open()


def test_a_page_hears_within_a_second_and_never_of_a_hidden_team(open_house):
    stream = open_house.listen(cookie=open_house.cookie)
    hidden, *_ = open_house.letter("Secret")
    case, *_ = open_house.letter()
    stream.until(f'"topic": "case:{case}"'.encode())
    assert f'case:{hidden}"' not in stream.heard.decode()
    assert stream.status == 200


def test_a_page_that_was_away_hears_what_it_missed(open_house):
    first, *_ = open_house.letter()
    stream = open_house.listen(cookie=open_house.cookie, last="1")
    stream.until(b"message.received")
    assert {change["topic"] for change in stream.changes()} >= {f"case:{first}"}
    last = [line for line in stream.heard.decode().splitlines() if line.startswith("id: ")][-1][4:]
    stream.close()
    hidden, *_ = open_house.letter("Secret")
    second, *_ = open_house.letter()
    again = open_house.listen(cookie=open_house.cookie, last=last)
    again.until(f'"topic": "case:{second}"'.encode())
    heard = [(change["topic"], change["name"]) for change in again.changes()]
    if not os.environ.get("PETITEVOIX_DATABASE_URL"):
        # On PostgreSQL ids may be committed out of order: what came shortly before is told again, and does no harm.
        assert (f"case:{first}", "message.received") not in heard
    assert f"case:{hidden}" not in {topic for topic, _name in heard}


def test_nobody_listens_without_signing_in(open_house):
    assert open_house.listen().status == 401
    assert open_house.listen(cookie="0" * 32).status == 401
    assert open_house.listen("/live/?person=1-aaaaaaaaaaaaaaaa&case=PV-222222").status == 401


def test_a_person_hears_of_their_case_only_and_of_no_note(open_house):
    case, token, reference = open_house.letter()
    stream = open_house.listen(f"/live/?person={token}&case={reference}")
    assert stream.status == 200
    other, *_ = open_house.letter()
    open_house.inside(f"""
from petitevoix.cases.actions.noting import note
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Case
from petitevoix.people.models import Advisor

case = Case.objects.get(pk={case})
note(case, by=Advisor.objects.get(), words="Between us")
receive(Arrival(channel="form", sender="ana@letters.example", words="More"), case=case)
""")
    stream.until(b"message.received")
    assert [set(change) for change in stream.changes()] == [{"topic", "name"}]
    assert {change["topic"] for change in stream.changes()} == {f"case:{case}"}
    assert f"case:{other}" not in stream.heard.decode()
