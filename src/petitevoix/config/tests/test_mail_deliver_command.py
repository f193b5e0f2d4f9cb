"""`petitevoix mail deliver`: one JSON line per letter, durable before it is written; 75 where nothing was stored."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from petitevoix.cases.models import Case, Message
from petitevoix.channels.email import intake, keeping
from petitevoix.channels.email.models import Intake
from petitevoix.config.cli import mail_deliver, main
from petitevoix.config.cli.raw_letters import letters_in
from petitevoix.jobs.models import Job
from tests.postgres import database_of_its_own


def letter(number: int, **fields: str) -> bytes:
    header = {
        "From": "Ana <ana@letters.example>", "Subject": f"Number {number}", "Message-ID": f"<{number}@letters.example>",
    } | fields  # fmt: skip
    return "".join(f"{name}: {value}\n" for name, value in header.items()).encode() + b"\nGood morning\n"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for number in range(3):
        (tmp_path / f"{number}.eml").write_bytes(letter(number))
    return [str(tmp_path / f"{number}.eml") for number in range(3)]


@pytest.fixture
def run(db, data, outbox, capsys, monkeypatch):
    monkeypatch.setattr(mail_deliver.logging, "disable", lambda level: None)

    def run(*words: str, stdin: bytes = b"") -> tuple[int, list[dict], str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main.main(["mail", "deliver", *words])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, [json.loads(line) for line in out.splitlines()], err

    return run


def test_each_letter_gets_its_line_and_waits_for_the_server(run, files):
    code, lines, _ = run(*files)
    assert code == 0
    assert [line["file"] for line in lines] == files
    assert list(lines[0]) == ["file", "status", "intake", "kind", "case", "message"]
    assert lines[0] | {"intake": None} == {
        "file": files[0], "status": "stored", "intake": None, "kind": None, "case": None, "message": None,
    }  # fmt: skip
    assert {line["intake"] for line in lines} == set(Intake.objects.values_list("pk", flat=True))
    assert (Job.objects.filter(queue="intake").count(), Message.objects.count()) == (3, 0)


def test_now_means_processed_with_all_that_follows(run, files):
    code, lines, _ = run("--now", *files)
    assert code == 0
    assert {line["kind"] for line in lines} == {"new"}
    assert lines[0]["case"] == Case.objects.get(title="Number 0").reference
    assert lines[0]["message"] == Message.objects.get(case__title="Number 0").pk
    assert not Job.objects.filter(queue__in=["intake", "reactions"]).exists()


def test_a_letter_that_was_here_is_a_duplicate_and_says_what_became_of_it(run, files):
    first = run("--now", files[0])[1][0]
    assert run("--now", files[0])[1] == [first | {"status": "duplicate"}]
    assert run(files[0])[1] == [first | {"status": "duplicate", "kind": None, "case": None, "message": None}]


def test_standard_input_is_one_letter(run):
    assert run("--now", stdin=letter(7))[1][0]["file"] == "-"
    assert Message.objects.get().thread_key == "7@letters.example"


def test_an_empty_letter_is_quarantined_and_no_failure(run):
    code, lines, _ = run("--now", stdin=b"")
    assert (code, lines[0]["status"], lines[0]["kind"]) == (0, "quarantined", None)


def test_a_letter_that_is_too_large_is_quarantined_and_never_read_whole(run, settings, tmp_path):
    settings.LETTER_LIMIT = 1000
    (tmp_path / "big").write_bytes(letter(1) + b"x" * 3_000_000)
    code, lines, _ = run(str(tmp_path / "big"))
    taken = Intake.objects.get()
    assert (code, lines[0]["status"], taken.reason) == (0, "quarantined", intake.TOO_LARGE)
    assert taken.size > 3_000_000


def test_a_missing_file_is_said_and_the_others_are_delivered(run, files):
    code, lines, err = run(files[0], "/nowhere/at-all.eml", files[1])
    assert (code, [line["file"] for line in lines]) == (1, files[:2])
    assert "/nowhere/at-all.eml cannot be read" in err


def test_an_mbox_holds_many_letters(run, tmp_path):
    raw = b"".join(b"From ana Mon Nov 16\n" + letter(n) + b">From here on, all is well\n\n" for n in range(5))
    (tmp_path / "box").write_bytes(raw)
    code, lines, _ = run("--mbox", "--now", str(tmp_path / "box"))
    assert (code, len(lines), {line["file"] for line in lines}) == (0, 5, {str(tmp_path / "box")})
    assert "From here on" in Message.objects.first().words
    assert keeping.letters().get(Intake.objects.order_by("id")[0].sha256) == letter(0) + b"From here on, all is well\n"


def test_an_mbox_without_line_ends_does_not_fill_the_memory(tmp_path):
    (tmp_path / "box").write_bytes(b"From x\n" + b"y" * 5_000_000)
    [one] = letters_in([str(tmp_path / "box")], mbox=True, limit=1000)
    assert (len(one.raw), one.size) == (1001, 5_000_000)


def test_where_the_disk_refuses_nothing_is_claimed_and_the_mail_server_tries_again(run, files, monkeypatch):
    def full(self, content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(keeping.Store, "put", full)
    code, lines, err = run("--now", *files)
    assert (code, lines) == (75, [])
    assert "No space left on device" in err
    assert "try again" in err


def test_what_was_stored_stays_stored_where_processing_fails(run, files, monkeypatch):
    from django.db import OperationalError

    from petitevoix.channels.email import processing

    def away(*args, **kwargs):
        raise OperationalError("database is locked")

    monkeypatch.setattr(processing, "receive", away)
    code, lines, _ = run("--now", files[0])
    assert (code, lines[0]["status"], lines[0]["kind"]) == (0, "stored", None)
    assert Job.objects.filter(queue="intake").count() == 1


@pytest.mark.servers
class TestInItsOwnProcess:
    @pytest.fixture(autouse=True)
    def _a_database_of_its_own(self, monkeypatch):
        with database_of_its_own(empty=True) as url:
            monkeypatch.setenv("PETITEVOIX_DATABASE_URL", url)
            yield

    def deliver(self, folder: Path, *words: str, stdin: bytes = b"", **environment: str):
        environment = {**os.environ, "PETITEVOIX_DATA": str(folder), **environment}
        environment.pop("DJANGO_SETTINGS_MODULE", None)
        return subprocess.run(
            [sys.executable, "-m", "petitevoix.config.cli.main", "mail", "deliver", *words],
            input=stdin, capture_output=True, env=environment, timeout=60,
        )  # fmt: skip

    def test_the_first_letter_ever_makes_the_tables(self, tmp_path):
        done = self.deliver(tmp_path / "fresh", "--now", stdin=letter(1))
        assert (done.returncode, done.stderr) == (0, b"")
        assert json.loads(done.stdout)["kind"] == "new"

    @pytest.mark.parametrize(
        "url", ["mysql://x", "sqlite:////nowhere/at/all.sqlite3", "postgresql://nobody@127.0.0.1:1/x"]
    )
    def test_a_database_that_is_away_is_no_reason_to_lose_a_letter(self, tmp_path, url):
        done = self.deliver(tmp_path, stdin=letter(1), PETITEVOIX_DATABASE_URL=url)
        assert (done.returncode, done.stdout) == (75, b"")
        assert b"Traceback" not in done.stderr
        assert done.stderr.count(b"\n") == 1

    def test_a_folder_that_is_a_file_is_no_reason_either(self, tmp_path):
        (tmp_path / "data").write_text("")
        done = self.deliver(tmp_path / "data", stdin=letter(1))
        assert (done.returncode, done.stdout) == (75, b"")
        assert done.stderr.count(b"\n") == 1

    @pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
    def test_a_folder_that_is_read_only_is_no_reason_either(self, tmp_path):
        tmp_path.chmod(0o500)
        assert self.deliver(tmp_path, stdin=letter(1)).returncode == 75
