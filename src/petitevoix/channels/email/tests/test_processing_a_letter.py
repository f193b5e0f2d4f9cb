"""A stored letter becomes one message, or waits in quarantine with its reason; the queue goes on."""

import pytest
from django.db import DataError, OperationalError

from petitevoix.cases.models import Attachment, Message
from petitevoix.channels.email import intake, keeping, processing, trial
from petitevoix.channels.email.models import Intake, Mailbox
from petitevoix.jobs.models import Job
from petitevoix.jobs.runner import run_one
from petitevoix.journal.models import Event


def test_a_letter_becomes_a_message_with_its_words_its_quotes_and_its_original(deliver, write, line):
    raw = write("It is dead again.\n\nOn Mon, Help <help@desk.example> wrote:\n> Is it alive?")
    taken = deliver(raw, sent_to=["help@desk.example"])
    message = taken.message
    assert (taken.state, taken.kind) == ("read", "new")
    assert message.words == "It is dead again."
    assert "> Is it alive?" in message.rest
    assert "dead again" not in message.rest
    assert keeping.letters().get(message.original) == raw
    assert (message.case.title, message.case.team, message.case.door) == ("My line", line, "help@desk.example")
    assert message.at == taken.received_at


def test_files_hang_on_the_message(deliver, write):
    words = '--b\nContent-Type: text/plain\n\nSee the photo.\n--b\nContent-Type: image/png\nContent-Disposition: attachment; filename="box.png"\n\nPNG\n--b--'
    taken = deliver(write(words, content_type='multipart/mixed; boundary="b"'))
    assert Attachment.objects.get(message=taken.message).name == "box.png"


@pytest.mark.parametrize(
    "fields",
    [
        {"to": "Bills <bills+2026@desk.example>"},
        {"to": "x@y.example", "cc": "BILLS@desk.example"},
        {"to": "", "delivered_to": "bills@desk.example"},
    ],
    ids=str,
)
def test_the_mailbox_a_letter_names_gives_door_and_team(deliver, write, bills, fields):
    Mailbox.objects.create(address="bills@desk.example", team=bills)
    case = deliver(write(**fields)).message.case
    assert (case.door, case.team) == ("bills@desk.example", bills)


def test_the_envelope_says_better_than_the_letter_which_mailbox_it_is(deliver, write, bills):
    Mailbox.objects.create(address="bills@desk.example", team=bills)
    assert deliver(write(), sent_to=["bills+tag@desk.example"]).message.case.team == bills


def test_a_letter_that_names_no_mailbox_goes_to_the_first(deliver, write, line):
    assert deliver(write(to="undisclosed-recipients:;")).message.case.team == line


def test_reply_to_is_the_person_only_where_from_cannot_be(deliver, write):
    elsewhere = {"reply_to": "Mallory <mallory@elsewhere.example>"}
    assert deliver(write(**elsewhere)).message.sender == "ana@letters.example"
    form = {"reply_to": "Ana Ferreira <ana@letters.example>"}
    for machine in ("noreply@forms.example", "help@desk.example"):
        taken = deliver(write(**{"from": f"Our form <{machine}>"}, **form))
        assert (taken.kind, taken.message.sender, taken.message.automatic) == ("new", "ana@letters.example", "")


def test_processing_twice_is_processing_once(deliver, write):
    taken = deliver(write())
    processing.process(taken.pk)
    assert Message.objects.count() == 1


def test_what_reading_cannot_do_is_laid_aside_and_the_next_letter_is_read(deliver, write, monkeypatch):
    read = processing.parse
    monkeypatch.setattr(processing, "parse", lambda raw: 1 / 0 if b"poison" in raw else read(raw))
    poison, fine = intake.take_in(write("poison"), door="pipe"), intake.take_in(write("fine"), door="pipe")
    while run_one(["intake"]):
        pass
    poison.refresh_from_db()
    fine.refresh_from_db()
    assert (poison.state, fine.state) == ("quarantined", "read")
    assert "ZeroDivisionError" in poison.reason
    assert Event.objects.get(name="letter.quarantined").facts["reason"] == poison.reason
    assert not Job.objects.filter(queue="intake").exists()


def test_what_fails_half_way_leaves_nothing_behind(deliver, write, monkeypatch):
    receive = processing.receive

    def fall(*args, **kwargs):
        receive(*args, **kwargs)
        raise ValueError("half-way")

    monkeypatch.setattr(processing, "receive", fall)
    assert deliver(write()).state == "quarantined"
    assert not Message.objects.exists()
    assert not Event.objects.filter(name="case.opened").exists()


class Killed(BaseException):
    pass


def die(raw):
    raise Killed


def begun_three_times(write, monkeypatch) -> Intake:
    read = processing.parse
    monkeypatch.setattr(processing, "parse", die)
    taken = intake.take_in(write(), door="pipe")
    for _ in range(3):
        with pytest.raises(Killed):
            processing.process(taken.pk)
        taken.refresh_from_db()
        assert taken.state == "stored"
    monkeypatch.setattr(processing, "parse", read)
    return taken


def test_a_letter_that_kills_its_reader_is_tried_apart_and_then_laid_aside(deliver, write, monkeypatch):
    taken = begun_three_times(write, monkeypatch)
    monkeypatch.setattr(trial, "_PROGRAM", "import os; os.abort()")
    processing.process(taken.pk)
    taken.refresh_from_db()
    assert (taken.state, taken.reason) == ("quarantined", processing.NEVER_CAME_BACK)


def test_an_innocent_letter_in_a_process_that_is_often_killed_is_read_all_the_same(deliver, write, monkeypatch):
    taken = begun_three_times(write, monkeypatch)
    processing.process(taken.pk)
    taken.refresh_from_db()
    assert taken.state == "read"


def test_a_reader_that_hangs_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(trial, "SECONDS", 0.1)
    monkeypatch.setattr(trial, "_PROGRAM", "import time; time.sleep(60)")
    assert not trial.survives(b"x")


def test_a_database_that_is_away_is_no_fault_of_the_letter(deliver, write, monkeypatch):
    receive = processing.receive

    def away(*args, **kwargs):
        raise OperationalError("database is locked")

    monkeypatch.setattr(processing, "receive", away)
    taken = intake.take_in(write(), door="pipe")
    for _ in range(5):
        with pytest.raises(OperationalError):
            processing.process(taken.pk)
    monkeypatch.setattr(processing, "receive", receive)
    processing.process(taken.pk)
    taken.refresh_from_db()
    assert taken.state == "read"


def test_what_the_database_will_not_hold_is_laid_aside(deliver, write, monkeypatch):
    def refuse(*args, **kwargs):
        raise DataError("value too long")

    monkeypatch.setattr(processing, "receive", refuse)
    assert "value too long" in deliver(write()).reason


def test_bytes_that_are_gone_are_said_to_be(deliver, write):
    taken = intake.take_in(write(), door="pipe")
    keeping.letters().path(taken.sha256).unlink()
    processing.process(taken.pk)
    taken.refresh_from_db()
    assert taken.reason == processing.BYTES_ARE_GONE


def test_a_letter_in_quarantine_can_be_tried_again_and_let_go(deliver, write, farid, monkeypatch):
    read = processing.parse
    monkeypatch.setattr(processing, "parse", lambda raw: 1 / 0)
    taken = deliver(write())
    processing.dismiss(taken, by=farid)
    taken.refresh_from_db()
    assert taken.state == "dismissed"
    monkeypatch.setattr(processing, "parse", read)
    processing.retry(taken, by=farid)
    processing.retry(taken, by=farid)
    assert Job.objects.filter(queue="intake").count() == 1
    run_one(["intake"])
    taken.refresh_from_db()
    assert (taken.state, taken.reason) == ("read", "")
    told = list(Event.objects.filter(noun=f"intake:{taken.pk}").values_list("name", "by").order_by("id"))
    assert told == [("letter.quarantined", "mail"), ("letter.dismissed", farid.actor), ("letter.retried", farid.actor)]


def test_what_was_read_cannot_be_retried_or_dismissed(deliver, write, farid):
    taken = deliver(write())
    processing.retry(taken, by=farid)
    processing.dismiss(taken, by=farid)
    assert Intake.objects.get().state == "read"
