"""The IMAP doors in a process of their own, murdered again and again while letters arrive."""

import os
import random
import sqlite3
import subprocess
import sys
import time

import pytest

from tests.house import patience
from tests.prepared import with_tables
from tests.servers import PASSWORD

pytestmark = pytest.mark.servers

START = """
import os, sys, threading
import django
django.setup()
if sys.argv[1] == "prepare":
    from petitevoix.channels.email import mailboxes
    for address in sys.argv[4:]:
        mailboxes.add(address=address, imap_url=sys.argv[2], secret=sys.argv[3], takes_history=True, by="operator")
else:
    from petitevoix.channels.email.doors.imap import ImapDoors
    stop = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), stop.set()), daemon=True).start()
    ImapDoors(look_every=0.2).run(stop)
"""


def letter(number):
    return (
        f"From: Ana <ana@letters.example>\r\nSubject: Letter {number}\r\n"
        f"Message-ID: <letter-{number}@letters.example>\r\n\r\nWords {number}\r\n"
    ).encode()


@pytest.fixture
def run(tmp_path):
    surroundings = {
        **os.environ, "PETITEVOIX_DATA": str(with_tables(tmp_path)), "DJANGO_SETTINGS_MODULE": "petitevoix.config.settings",
        "PETITEVOIX_DATABASE_URL": f"sqlite:///{tmp_path}/petitevoix.sqlite3",
    }  # fmt: skip
    started = []

    def start(*words):
        process = subprocess.Popen([sys.executable, "-c", START, *words], env=surroundings, stdin=subprocess.PIPE)
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def test_each_letter_is_taken_in_once_however_often_we_are_killed(run, mail_server, tmp_path):
    addresses = [mail_server.new_user(), mail_server.new_user()]
    assert run("prepare", mail_server.url(), PASSWORD, *addresses).wait(timeout=120) == 0
    draw, count = random.Random(7), 0

    def stored():
        with sqlite3.connect(tmp_path / "petitevoix.sqlite3") as database:
            return database.execute("select count(*), count(distinct fingerprint) from pv_email_intake").fetchone()

    for _murder in range(4):
        process = run("run")
        before, until = stored()[0], time.monotonic() + 20
        while stored()[0] <= before and time.monotonic() < until:
            for address in addresses:
                count += 1
                mail_server.put(address, letter(count))
        for address in addresses:
            count += 1
            mail_server.put(address, letter(count))
        time.sleep(draw.random() / 5)
        process.kill()
        process.wait()
    process = run("run")
    until = time.monotonic() + 30 * patience()
    while stored() != (count, count) and time.monotonic() < until:
        time.sleep(0.1)
    assert stored() == (count, count)
    began = time.monotonic()
    process.stdin.close()
    process.wait(timeout=60)
    assert time.monotonic() - began < 3 * patience()
    with sqlite3.connect(tmp_path / "petitevoix.sqlite3") as database:
        jobs = database.execute("select count(*) from pv_jobs_job where task like '%process_letter'").fetchone()[0]
    assert jobs == count
