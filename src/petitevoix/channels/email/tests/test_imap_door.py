"""The IMAP door against a real Dovecot: nothing lost, nothing doubled, the mailbox left as it was."""

import threading
import time

import pytest

from petitevoix.channels.email import intake, processing
from petitevoix.channels.email.doors import imap
from petitevoix.channels.email.doors.imap import ImapDoor, ImapDoors
from petitevoix.channels.email.doors.imap_session import Session, Trouble, connected
from petitevoix.channels.email.models import Intake, Mailbox
from tests.house import patience
from tests.servers import PASSWORD

pytestmark = pytest.mark.servers


def letter(number, size=0):
    return (
        f"From: Ana <ana@letters.example>\r\nTo: help@mail.example\r\nSubject: Letter {number}\r\n"
        f"Message-ID: <letter-{number}@letters.example>\r\n\r\nWords {number}\r\n" + "x" * 70 * (size // 70) + "\r\n"
    ).encode()


def mailbox_on(server, **more):
    address = server.new_user()
    mailbox = Mailbox(address=address, imap_url=server.url(), **more)
    mailbox.secret = PASSWORD
    mailbox.save()
    return mailbox


@pytest.fixture
def mailbox(db, data, mail_server):
    return mailbox_on(mail_server)


def look(mailbox):
    brought = ImapDoor(mailbox.pk).look_once()
    mailbox.refresh_from_db()
    return brought


def test_a_first_connection_imports_no_history(mailbox, mail_server):
    mail_server.put(mailbox.address, letter(1))
    assert look(mailbox) == 0
    mail_server.put(mailbox.address, letter(2))
    assert look(mailbox) == 1
    assert look(mailbox) == 0
    assert Intake.objects.get().mailbox == mailbox
    assert mailbox.last_uid == 2


def test_history_comes_when_asked_for(mailbox, mail_server):
    Mailbox.objects.filter(pk=mailbox.pk).update(takes_history=True)
    for number in range(45):
        mail_server.put(mailbox.address, letter(number))
    assert look(mailbox) == 45
    assert Intake.objects.count() == 45
    assert mailbox.last_uid == 45


def test_flags_stay_as_they_were_and_do_not_matter(mailbox, mail_server):
    look(mailbox)
    mail_server.put(mailbox.address, letter(1))
    mail_server.put(mailbox.address, letter(2), flags=[b"\\Seen"])
    client = mail_server.client(mailbox.address)
    before = {uid: row[b"FLAGS"] for uid, row in client.fetch([1, 2], ["FLAGS"]).items()}
    client.logout()
    assert look(mailbox) == 2
    client = mail_server.client(mailbox.address)
    after = {uid: row[b"FLAGS"] for uid, row in client.fetch([1, 2], ["FLAGS"]).items()}
    client.logout()
    strip = lambda rows: {uid: set(flags) - {b"\\Recent"} for uid, flags in rows.items()}
    assert strip(after) == strip(before) == {1: set(), 2: {b"\\Seen"}}


def test_new_numbers_on_the_server_lose_nothing_and_double_nothing(mailbox, mail_server):
    look(mailbox)
    mail_server.put(mailbox.address, letter(1))
    mail_server.put(mailbox.address, letter(2))
    assert look(mailbox) == 2
    old = mailbox.uidvalidity
    client = mail_server.client(mailbox.address)
    client.create_folder("Other")
    client.select_folder("INBOX")
    client.copy([1, 2], "Other")
    client.logout()
    mailbox.imap_url = mailbox.imap_url.replace("/INBOX", "/Other")
    mailbox.save()
    mail_server.put(mailbox.address, letter(9))
    client = mail_server.client(mailbox.address)
    client.copy([3], "Other")
    client.logout()
    look(mailbox)
    assert mailbox.uidvalidity != old
    assert mailbox.last_uid == 3
    assert Intake.objects.count() == 3


def test_killed_between_storing_and_remembering_nothing_is_doubled(mailbox, mail_server, monkeypatch):
    look(mailbox)
    mail_server.put(mailbox.address, letter(1))
    store = intake.take_all_in

    def store_and_die(arriving):
        store(arriving)
        raise SystemExit

    monkeypatch.setattr(intake, "take_all_in", store_and_die)
    with pytest.raises(SystemExit):
        look(mailbox)
    monkeypatch.setattr(intake, "take_all_in", store)
    mailbox.refresh_from_db()
    assert mailbox.last_uid == 0
    look(mailbox)
    assert (Intake.objects.count(), mailbox.last_uid) == (1, 1)


def test_what_cannot_be_stored_is_fetched_again(mailbox, mail_server, monkeypatch):
    look(mailbox)
    mail_server.put(mailbox.address, letter(1))
    store = intake.take_all_in

    def full(_arriving):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(intake, "take_all_in", full)
    with pytest.raises(Trouble, match="No space left"):
        look(mailbox)
    monkeypatch.setattr(intake, "take_all_in", store)
    assert look(mailbox) == 1


def test_of_a_letter_that_is_too_large_only_the_header_travels(mailbox, mail_server, settings, monkeypatch):
    settings.LETTER_LIMIT = 100_000
    fetch, fetched = Session.letters, []
    monkeypatch.setattr(Session, "letters", lambda self, uids: fetched.extend(uids) or fetch(self, uids))
    look(mailbox)
    mail_server.put(mailbox.address, letter(1, size=300_000))
    mail_server.put(mailbox.address, letter(2))
    assert look(mailbox) == 2
    large, small = Intake.objects.order_by("id")
    assert large.state == "quarantined"
    assert large.size > 300_000
    assert small.state == "stored"
    assert fetched == [2]


def arrive(server, mailbox, number, after=0.0):
    """Have a letter arrive while the door stands open, and note when."""
    moment = {}

    def later():
        time.sleep(after)
        server.put(mailbox.address, letter(number))
        moment["at"] = time.monotonic()

    thread = threading.Thread(target=later)
    thread.start()
    return thread, moment


def run_until_stored(mailbox, monkeypatch, most=30.0):
    """Run the door in this thread until a letter is stored; say when that was and how long stopping took."""
    stop, told = threading.Event(), {}
    store = intake.take_all_in

    def store_and_stop(arriving):
        rows = store(arriving)
        told["stored"] = time.monotonic()
        stop.set()
        return rows

    monkeypatch.setattr(intake, "take_all_in", store_and_stop)
    alarm = threading.Timer(most, stop.set)
    alarm.start()
    ImapDoor(mailbox.pk).run(stop)
    alarm.cancel()
    told["ended"] = time.monotonic()
    return told


@pytest.fixture
def _keeps_connection(monkeypatch):
    # The door closes its thread's connection when it leaves; here the thread is the test's own.
    from django.db import connection

    monkeypatch.setattr(connection, "close", lambda: None)
    monkeypatch.setattr(imap, "close_old_connections", lambda: None)


@pytest.mark.usefixtures("_keeps_connection")
def test_idle_brings_a_letter_within_two_seconds_and_stops_within_two(mailbox, mail_server, monkeypatch):
    look(mailbox)
    thread, moment = arrive(mail_server, mailbox, 1, after=1.0)
    told = run_until_stored(mailbox, monkeypatch)
    thread.join()
    assert told["stored"] - moment["at"] < 2
    assert told["ended"] - told["stored"] < 2
    mailbox.refresh_from_db()
    assert mailbox.looked_at
    assert mailbox.trouble == ""


@pytest.mark.usefixtures("_keeps_connection")
def test_without_idle_the_door_looks_itself(db, data, plain_mail_server, monkeypatch):
    monkeypatch.setattr(imap, "POLL_SECONDS", 0.5)
    mailbox = mailbox_on(plain_mail_server)
    look(mailbox)
    thread, moment = arrive(plain_mail_server, mailbox, 1, after=1.0)
    told = run_until_stored(mailbox, monkeypatch)
    thread.join()
    assert told["stored"] - moment["at"] < 2


@pytest.mark.usefixtures("_keeps_connection")
def test_a_server_that_idles_without_a_word_is_looked_at_all_the_same(mailbox, mail_server, monkeypatch):
    monkeypatch.setattr(Session, "idle", lambda _self, stop, _seconds: stop.wait(0.3))
    monkeypatch.setattr(imap, "POLL_SECONDS", 0.3)
    look(mailbox)
    thread, _moment = arrive(mail_server, mailbox, 1, after=1.0)
    assert "stored" in run_until_stored(mailbox, monkeypatch)
    thread.join()


@pytest.mark.usefixtures("_keeps_connection")
def test_a_mailbox_in_trouble_says_why_waits_longer_and_recovers(mailbox, mail_server, monkeypatch):
    waits = []

    class Patient(threading.Event):
        def wait(self, timeout=None):
            waits.append(timeout)
            if len(waits) == 8:
                self.set()
            return self.is_set()

    mailbox.secret = "wrong"
    mailbox.save()
    monkeypatch.setattr(imap, "connected", refuses := Refusing())
    ImapDoor(mailbox.pk).run(Patient())
    mailbox.refresh_from_db()
    assert waits == [5, 10, 20, 40, 80, 160, 300, 300]
    assert refuses.asked == 8
    assert "refuses to let us in" in mailbox.trouble


class Refusing:
    asked = 0

    def __call__(self, _mailbox):
        self.asked += 1
        raise Trouble("sign-in", "The server refuses to let us in: no")


def test_a_wrong_password_is_told_from_a_server_that_is_away(mailbox):
    mailbox.secret = "wrong"
    with pytest.raises(Trouble) as trouble, connected(mailbox):
        pass
    assert trouble.value.step == "sign-in"
    mailbox.imap_url = "imap://127.0.0.1:1/INBOX?tls=off"
    with pytest.raises(Trouble) as trouble, connected(mailbox):
        pass
    assert trouble.value.step == "connection"
    mailbox.imap_url = "imap://nowhere.invalid/INBOX?tls=off"
    with pytest.raises(Trouble) as trouble, connected(mailbox):
        pass
    assert trouble.value.step == "address"


def test_a_folder_that_is_not_there_is_said(mailbox):
    mailbox.imap_url = mailbox.imap_url.replace("/INBOX", "/Nowhere")
    with pytest.raises(Trouble, match="Nowhere") as trouble, connected(mailbox):
        pass
    assert trouble.value.step == "folder"


def test_trouble_with_one_mailbox_does_not_touch_the_other(mailbox, mail_server, db):
    other = mailbox_on(mail_server)
    look(other)
    mailbox.secret = "wrong"
    mailbox.save()
    mail_server.put(other.address, letter(1))
    with pytest.raises(Trouble):
        look(mailbox)
    assert look(other) == 1


class Waiting:
    """A door that only waits, and is remembered."""

    opened: list = []

    def __init__(self, pk):
        self.pk = pk

    def run(self, stop):
        Waiting.opened.append(("open", self.pk))
        stop.wait()
        Waiting.opened.append(("closed", self.pk))


def test_doors_open_and_close_as_mailboxes_come_and_go():
    Waiting.opened.clear()
    doors = ImapDoors(Waiting)
    doors.match([(1, "a"), (2, "b")])
    doors.match([(1, "a"), (2, "b changed"), (3, "c")])
    doors.match([(2, "b changed"), (3, "c")])
    began = time.monotonic()
    doors.close()
    assert time.monotonic() - began < 2 * patience()
    assert Waiting.opened.count(("open", 1)) == Waiting.opened.count(("closed", 1)) == 1
    assert Waiting.opened.count(("open", 2)) == Waiting.opened.count(("closed", 2)) == 2
    assert Waiting.opened.count(("open", 3)) == Waiting.opened.count(("closed", 3)) == 1


def test_a_letter_its_server_keeps_back_is_laid_aside_and_comes_when_asked_for_again(mailbox, mail_server, monkeypatch):
    look(mailbox)
    for number in (1, 2):
        mail_server.put(mailbox.address, letter(number))
    door, given = ImapDoor(mailbox.pk), Session.letters
    with monkeypatch.context() as patch:
        patch.setattr(
            Session, "letters", lambda self, uids: {uid: raw for uid, raw in given(self, uids).items() if uid != 1}
        )
        for _ in range(imap.PATIENCE - 1):
            with pytest.raises(Trouble, match="UID 1"):
                door.look_once()
        door.look_once()
    aside = Intake.objects.quarantined().get()
    assert (aside.uid, aside.reason, Intake.objects.count()) == (1, intake.KEPT_BACK, 2)
    processing.retry(aside, by="operator")
    look(mailbox)
    assert {one.state for one in Intake.objects.all()} == {Intake.State.STORED}
    assert Intake.objects.count() == 2
