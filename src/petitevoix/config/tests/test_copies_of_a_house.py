"""A copy is taken while the house is open and brought back whole; nothing is ever written over."""

import json
import os
import sqlite3
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from petitevoix.config.copies.archive import may_lie_here
from tests.postgres import database_of_its_own

pytestmark = pytest.mark.servers

LETTER = b"From: Ana <ana@letters.example>\r\nTo: help@desk.example\r\nSubject: My line\r\nMessage-ID: <1@letters.example>\r\n\r\nIt is dead.\r\n"


class Keeper:
    """Runs commands in a folder of its own."""

    def __init__(self, folder: Path, database: str) -> None:
        self.folder = folder
        self.environment = {**os.environ, "PETITEVOIX_DATA": str(folder), "PETITEVOIX_LANGUAGE": "en"}
        for name in ("PETITEVOIX_SECRET_KEY", "PETITEVOIX_DATABASE_URL"):
            self.environment.pop(name, None)
        if database:
            self.environment["PETITEVOIX_DATABASE_URL"] = database

    def run(self, *words: object, given: bytes = b"", code: int = 0, **environment: str) -> str:
        command = [sys.executable, "-m", "petitevoix.config.cli.main", *map(str, words)]
        done = subprocess.run(
            command, input=given, capture_output=True, env=self.environment | environment, cwd=self.folder.parent
        )
        assert done.returncode == code, done.stderr.decode()
        assert b"Traceback" not in done.stderr
        return (done.stdout or done.stderr).decode()


@pytest.fixture
def house(tmp_path):
    with database_of_its_own() as database:
        keeper = Keeper(tmp_path / "house", database)
        keeper.run("mailbox", "add", "help@desk.example")
        keeper.run("mail", "deliver", "--now", given=LETTER)
        yield keeper


@pytest.fixture
def empty(tmp_path):
    with database_of_its_own(empty=True) as database:
        yield Keeper(tmp_path / "empty", database)


def test_what_is_copied_comes_back_whole(house, empty, tmp_path):
    told = house.run("backup", tmp_path / "copy.tar.gz")
    assert "1 letters and files" in told
    assert (tmp_path / "copy.tar.gz").stat().st_mode & 0o077 == 0
    assert "are back" in empty.run("restore", tmp_path / "copy.tar.gz")
    assert "help@desk.example" in empty.run("mailbox", "list")
    assert "nothing altered" in empty.run("log", "verify")
    again = json.loads(empty.run("mail", "deliver", "--now", given=LETTER))
    assert again["status"] == "duplicate"
    key = Path("keys", "secret-key")
    assert (empty.folder / key).read_text() == (house.folder / key).read_text()
    assert "not empty" in empty.run("restore", tmp_path / "copy.tar.gz", code=1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.tar.gz", "empty", "house"]


def test_nothing_is_written_over(house, tmp_path):
    house.run("backup", tmp_path / "copy.tar")
    assert "exists already" in house.run("backup", tmp_path / "copy.tar", code=1)
    assert "is no folder" in house.run("backup", tmp_path / "nowhere" / "copy.tar", code=1)


def test_what_is_no_whole_copy_leaves_nothing_behind(house, empty, tmp_path):
    whole = tmp_path / "copy.tar"
    house.run("backup", whole)
    bad = {"cut": whole.read_bytes()[:20_000], "words": b"hello", "nothing": b""}
    with tarfile.open(whole) as archive:
        stored = next(name for name in archive.getnames() if name.startswith("mail/"))
    bad["altered"] = whole.read_bytes().replace(b"It is dead.", b"It is fine.")
    assert bad["altered"] != whole.read_bytes()
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
        said = empty.run("restore", tmp_path / name, code=1)
        assert said.count("\n") == 1, said
        assert not empty.folder.exists()
    assert stored in empty.run("restore", tmp_path / "altered", code=1)


def test_a_copy_of_the_other_database_is_told_so(house, tmp_path):
    house.run("backup", tmp_path / "copy.tar")
    elsewhere = Keeper(tmp_path / "empty", "")
    if "PETITEVOIX_DATABASE_URL" in house.environment:
        assert "PETITEVOIX_DATABASE_URL" in elsewhere.run("restore", tmp_path / "copy.tar", code=1)
    else:
        assert "does not answer" in elsewhere.run(
            "restore", tmp_path / "copy.tar", code=1, PETITEVOIX_DATABASE_URL="postgresql://nobody@127.0.0.1:1/none"
        )


def test_a_damaged_database_is_not_brought_back(house, empty, tmp_path):
    if "PETITEVOIX_DATABASE_URL" in house.environment:
        pytest.skip("PostgreSQL checks its own archives.")
    house.run("backup", tmp_path / "copy.tar")
    raw = bytearray((tmp_path / "copy.tar").read_bytes())
    at = raw.index(b"SQLite format 3") + 8192
    raw[at : at + 4096 * 20] = b"\xff" * 4096 * 20
    (tmp_path / "damaged.tar").write_bytes(raw)
    assert "damaged" in empty.run("restore", tmp_path / "damaged.tar", code=1)
    assert not empty.folder.exists()


def test_the_house_is_looked_over(house, empty):
    told = house.run("check")
    assert [line.split()[1] for line in told.splitlines()] == [
        "settings",
        "database",
        "jobs",
        "mail",
        "mail",
        "disk",
        "clock",
    ]
    assert "RED" in empty.run("check", code=1)
    if "PETITEVOIX_DATABASE_URL" not in house.environment:
        with sqlite3.connect(house.folder / "petitevoix.sqlite3") as database:
            database.execute("UPDATE pv_email_mailbox SET trouble = 'it refuses our password'")
        assert "help@desk.example: it refuses our password" in house.run("check", code=1)


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "../x",
        "keys/../x",
        "mail/ab/" + "c" * 64,
        "keys/.hidden",
        "files/x",
        "static/a.js",
        "keys/a/b",
        "",
    ],
)
def test_nothing_else_is_ever_unpacked(name):
    assert not may_lie_here(name)
