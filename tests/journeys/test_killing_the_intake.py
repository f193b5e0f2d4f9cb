"""The process that takes letters in is murdered again and again; each letter still becomes exactly one message."""

import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.prepared import with_tables

pytestmark = pytest.mark.servers
LETTERS = 120
KILLS = 3

# A small server: the door on a port, and the runner that processes what comes through it, as `serve` has them.
SERVER = """
import sys, threading
from petitevoix.config.cli.main import use_django
use_django()
from petitevoix.channels.email.doors import lmtp
from petitevoix.jobs.models import Job
from petitevoix.jobs.runner import run_forever
Job.objects.update(leased_until=None)  # who held a job was killed
doors = lmtp.start(lmtp="127.0.0.1:0")
print(doors.listening[0].port, flush=True)
run_forever(["intake"], threading.Event())
"""
COUNT = """
import json
from petitevoix.config.cli.main import use_django
use_django()
from petitevoix.channels.email.models import Intake
from petitevoix.channels.email.processing_now import process_now
from petitevoix.cases.models import Message
process_now(list(Intake.objects.filter(state="stored")))
print(json.dumps({"messages": list(Message.objects.values_list("thread_key", flat=True)),
                  "states": list(Intake.objects.values_list("state", flat=True))}))
"""


@pytest.fixture
def house(tmp_path: Path) -> dict[str, str]:
    """The environment of a house of its own."""
    environment = {**os.environ, "PETITEVOIX_DATA": str(with_tables(tmp_path / "house"))}
    environment["PYTHONPYCACHEPREFIX"] = str(tmp_path / "compiled")  # the second life starts quicker than the first
    for name in ("DJANGO_SETTINGS_MODULE", "PETITEVOIX_DATABASE_URL", "PYTHONDONTWRITEBYTECODE"):
        environment.pop(name, None)
    return environment


def letter(number: int) -> bytes:
    words = f"Letter number {number}.\r\n" * (1 + number % 40)
    return (
        f"From: Ana <ana{number % 7}@letters.example>\r\nTo: help@desk.example\r\nSubject: Number {number}\r\n"
        f"Message-ID: <{number}@letters.example>\r\n\r\n{words}"
    ).encode()


def each_is_one_message(house: dict[str, str]) -> None:
    counted = json.loads(python(house, COUNT))
    assert Counter(counted["messages"]) == Counter(f"{number}@letters.example" for number in range(LETTERS))
    assert set(counted["states"]) == {"read"}


def python(house: dict[str, str], program: str) -> bytes:
    return subprocess.run([sys.executable, "-c", program], env=house, check=True, capture_output=True).stdout


def test_at_the_door_on_a_port(house):
    chance = random.Random(7)
    waiting, acknowledged = list(range(LETTERS)), []
    for life in range(KILLS + 1):
        server = subprocess.Popen([sys.executable, "-c", SERVER], env=house, stdout=subprocess.PIPE)
        try:
            port = int(server.stdout.readline())
            # The last life is a peaceful one; the others end in the middle of a letter or of its processing.
            until = time.monotonic() + (float("inf") if life == KILLS else chance.uniform(0.1, 0.8))
            hand_over(port, waiting, acknowledged, server, until)
        finally:
            server.kill()
            server.wait()
            server.stdout.close()
    assert sorted(acknowledged) == list(range(LETTERS))
    each_is_one_message(house)


def hand_over(port: int, waiting: list[int], acknowledged: list[int], server, until: float) -> None:
    """Be a mail server: keep each letter until it is acknowledged, and send it again otherwise."""
    try:
        with (
            socket.create_connection(("127.0.0.1", port), timeout=60) as connection,
            connection.makefile("rwb") as line,
        ):
            expect(line, b"220")
            say(line, b"LHLO mail.example\r\n", b"250 ")
            while waiting:
                number = waiting[0]
                say(line, b"MAIL FROM:<ana@letters.example>\r\n", b"250")
                say(line, b"RCPT TO:<help@desk.example>\r\n", b"250")
                say(line, b"DATA\r\n", b"354")
                line.write(letter(number) + b"\r\n.\r\n")
                line.flush()
                if time.monotonic() > until:
                    server.send_signal(signal.SIGKILL)
                expect(line, b"250")
                acknowledged.append(waiting.pop(0))
    except (ConnectionError, EOFError):
        return


def say(line, words: bytes, answer: bytes) -> None:
    line.write(words)
    line.flush()
    expect(line, answer)


def expect(line, answer: bytes) -> None:
    while True:
        got = line.readline()
        if not got:
            raise EOFError
        if got[3:4] != b"-":
            assert got.startswith(answer), got
            return


def test_at_the_pipe(house, tmp_path):
    chance = random.Random(3)
    for number in range(LETTERS):
        (tmp_path / f"{number}.eml").write_bytes(letter(number))
    waiting = [str(tmp_path / f"{number}.eml") for number in range(LETTERS)]
    said: list[dict] = []
    for life in range(KILLS + 1):
        command = [sys.executable, "-m", "petitevoix.config.cli.main", "mail", "deliver", "--now", *waiting]
        deliver = subprocess.Popen(command, env=house, stdout=subprocess.PIPE)
        try:
            if life == 0:  # the first dies while it makes the tables
                wait_until(lambda: list((tmp_path / "house").glob("*.sqlite3")), deliver)
                time.sleep(chance.uniform(0, 0.3))
                deliver.kill()
            elif life < KILLS:
                wait_until(lambda before=len(said): stored(tmp_path / "house") > before, deliver)
                time.sleep(chance.uniform(0, 0.3))
                deliver.kill()
            lines = deliver.stdout.read().splitlines(keepends=True)
        finally:
            deliver.kill()
            deliver.wait()
            deliver.stdout.close()
        new = [json.loads(line) for line in lines if line.endswith(b"\n")]
        said += new
        waiting = waiting[len(new) :]
    assert not waiting
    assert {line["status"] for line in said} <= {"stored", "duplicate"}
    each_is_one_message(house)


def stored(house: Path) -> int:
    return sum(1 for _ in house.glob("mail/*/*"))


def wait_until(true, deliver) -> None:
    """Wait for the moment of a murder, as long as there is somebody to murder."""
    while deliver.poll() is None and not true():
        time.sleep(0.005)
