"""The door on a port: LMTP and SMTP as mail servers speak them, and as those speak who mean harm."""

import re
import socket
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connection

from petitevoix.channels.email import keeping
from petitevoix.channels.email.doors import clerk, lmtp
from petitevoix.channels.email.intake import Arriving
from petitevoix.channels.email.models import Intake, Mailbox

pytestmark = pytest.mark.django_db(transaction=True)


class Line:
    """A conversation with the door."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=20)
        self.file = self.socket.makefile("rwb")

    def __enter__(self) -> "Line":
        return self

    def __exit__(self, *exception) -> None:
        self.file.close()
        self.socket.close()

    def say(self, words: str | bytes) -> str:
        self.send(words if isinstance(words, bytes) else words.encode())
        return self.hear()

    def send(self, words: bytes) -> None:
        self.file.write(words + b"\r\n")
        self.file.flush()

    def hear(self) -> str:
        heard = ""
        while True:
            line = self.file.readline().decode()
            heard += line
            if line[3:4] != "-":
                return heard

    def begin(self, *recipients: str, hello: str = "LHLO x", sender: str = "ana@letters.example") -> list[str]:
        self.hear()
        self.say(hello)
        self.say(f"MAIL FROM:<{sender}>")
        return [self.say(f"RCPT TO:<{address}>")[:3] for address in recipients]


@pytest.fixture
def doors(data):
    Mailbox.objects.create(address="help@desk.example")
    opened = lmtp.start(lmtp="127.0.0.1:0", smtp="127.0.0.1:0")
    yield {one.kind: one.port for one in opened.listening}
    opened.stop()
    connection.close()


def test_a_letter_is_durable_when_the_door_says_so(doors, write):
    raw = write("Hello\n.\n..dots")
    with Line(doors["lmtp"]) as line:
        assert line.begin("help@desk.example", "Help+tag@Desk.example") == ["250", "250"]
        assert line.say("DATA")[:3] == "354"
        line.send(raw.replace(b"\r\n.", b"\r\n..") + b".")
        taken = Intake.objects.get(pk=int(re.search(r"as (\d+)", line.hear())[1]))
        assert line.hear()[:3] == "250"  # one reply for each recipient
        assert line.say("NOOP")[:3] == "250"
    assert keeping.letters().get(taken.sha256) == raw
    assert (taken.door, taken.sent_from) == ("lmtp", "ana@letters.example")
    assert taken.sent_to == ["help@desk.example", "Help+tag@Desk.example"]


def test_smtp_gives_one_reply_and_takes_what_was_pipelined(doors, write):
    with Line(doors["smtp"]) as line:
        line.hear()
        said = line.say("EHLO x")
        assert "SIZE" in said
        assert "8BITMIME" in said
        assert "SMTPUTF8" in said
        line.send(
            b"MAIL FROM:<> BODY=8BITMIME SMTPUTF8\r\nRCPT TO:<help@desk.example>\r\nRCPT TO:<help+caf\xc3\xa9@desk.example>\r\nDATA\r\n"
            + write("Bonjour, ça ne va pas") + b".\r\nQUIT"
        )  # fmt: skip
        assert [line.hear()[:3] for _ in range(6)] == ["250", "250", "250", "354", "250", "221"]
    assert Intake.objects.get().sent_from == "<>"


@pytest.mark.parametrize(("kind", "hello"), [("lmtp", "LHLO"), ("smtp", "EHLO")])
def test_it_says_that_commands_may_follow_at_once_and_each_reply_has_its_status(doors, kind, hello):
    with Line(doors[kind]) as line:
        assert line.hear().startswith("220 ")
        assert {"250-PIPELINING\r", "250-ENHANCEDSTATUSCODES\r"} <= set(line.say(f"{hello} x").split("\n"))
        assert line.say("RCPT TO:<help@desk.example>").startswith("503 5.5.1 ")
        assert line.say(f"HELP {hello}")[:4] in {"250 ", "501 "}
        assert line.say("HELP").startswith("250 ")
        assert line.say("NONSENSE").startswith("500 5.5.2 ")
        assert line.say("MAIL FROM:<> SIZE=999999999").startswith("552 5.3.4 ")
        assert line.say("MAIL FROM:<>").startswith("250 2.0.0 ")
        line.send(b"RCPT TO:<help@desk.example>\r\nRCPT TO:<x@elsewhere.example>\r\nRSET\r\nQUIT")
        assert [line.hear()[:10] for _ in range(4)] == ["250 2.1.5 ", "550 5.1.1 ", "250 2.0.0 ", "221 2.0.0 "]


def test_nobody_reads_at_other_addresses(doors):
    with Line(doors["lmtp"]) as line:
        assert line.begin("help@desk.example", "someone@desk.example", "help@elsewhere.example") == [
            "250",
            "550",
            "550",
        ]


def test_any_address_is_taken_while_there_is_no_mailbox(doors):
    Mailbox.objects.all().delete()
    with Line(doors["lmtp"]) as line:
        assert line.begin("someone@desk.example") == ["250"]


def test_what_is_too_large_is_refused_before_and_after(doors, settings, write):
    settings.LETTER_LIMIT = 2000
    with Line(doors["lmtp"]) as line:
        line.hear()
        line.say("LHLO x")
        assert line.say("MAIL FROM:<a@b.example> SIZE=2001")[:3] == "552"
        line.say("MAIL FROM:<a@b.example>")
        line.say("RCPT TO:<help@desk.example>")
        line.say("RCPT TO:<help+b@desk.example>")
        line.say("DATA")
        line.send(write("x" * 5000) + b".")
        assert (line.hear()[:3], line.hear()[:3]) == ("552", "552")
        assert line.say("NOOP")[:3] == "250"
    assert not Intake.objects.exists()


def test_a_line_of_a_megabyte_is_a_letter_all_the_same(doors, write):
    with Line(doors["lmtp"]) as line:
        line.begin("help@desk.example")
        line.say("DATA")
        line.send(write("x" * 1_000_000) + b".")
        assert line.hear()[:3] == "250"


@pytest.mark.parametrize("trouble", [OSError(28, "No space left"), OperationalError("locked"), ValueError("a mistake")])
def test_what_cannot_be_stored_is_asked_for_again(doors, write, monkeypatch, trouble):
    def refuse(letters):
        raise trouble

    take_all_in = clerk.take_all_in
    monkeypatch.setattr(clerk, "take_all_in", refuse)
    with Line(doors["lmtp"]) as line:
        line.begin("help@desk.example")
        line.say("DATA")
        line.send(write() + b".")
        assert line.hear()[:3] == "451"
        monkeypatch.setattr(clerk, "take_all_in", take_all_in)
        line.say("MAIL FROM:<ana@letters.example>")
        line.say("RCPT TO:<help@desk.example>")
        line.say("DATA")
        line.send(write() + b".")
        assert line.hear()[:3] == "250"


def test_there_is_an_end_to_recipients(doors):
    with Line(doors["lmtp"]) as line:
        answers = line.begin(*[f"help+{n}@desk.example" for n in range(lmtp.MOST_RECIPIENTS + 1)])
        assert (answers[-2], answers[-1]) == ("250", "452")


def test_who_says_nothing_is_not_waited_for(doors, monkeypatch):
    monkeypatch.setattr(lmtp, "SECONDS_OF_PATIENCE", 0.2)
    with Line(doors["lmtp"]) as line:
        line.hear()
        assert line.file.read() == b""


def test_who_drips_a_letter_is_not_waited_for(doors, monkeypatch, write):
    monkeypatch.setattr(lmtp, "SECONDS_FOR_A_LETTER", 0.2)
    with Line(doors["lmtp"]) as line:
        line.begin("help@desk.example")
        line.say("DATA")
        line.send(write())
        assert line.file.read() == b""
    assert not Intake.objects.exists()


def test_there_is_an_end_to_connections(doors, monkeypatch):
    monkeypatch.setattr(lmtp, "MOST_CONNECTIONS", 1)
    with Line(doors["lmtp"]) as first, Line(doors["lmtp"]) as second:
        assert first.hear()[:3] == "220"
        assert second.hear()[:3] == "421"


def test_many_at_once_are_each_one_row(doors, write):
    letters = [write(f"Number {n}") for n in range(40)]

    def hand_over(some: list[bytes]) -> None:
        with Line(doors["lmtp"]) as line:
            line.hear()
            line.say("LHLO x")
            for raw in some:
                for words in (b"MAIL FROM:<a@b.example>", b"RCPT TO:<help@desk.example>", b"DATA", raw + b"."):
                    assert line.say(words)[0] in "23"

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(hand_over, [letters] * 2 + [letters[n::6] for n in range(6)]))
    assert Intake.objects.count() == 40


def test_who_hangs_up_is_no_trouble_of_those_whose_letters_are_stored_with_theirs(doors, write, caplog):
    desk = clerk.Clerk()
    letters = [Arriving(write(), door="lmtp", sent_from="a@x.example", sent_to=["help@desk.example"]) for _ in "abc"]
    asked = [desk.store(letters[0]), desk.takes("help@desk.example"), desk.store(letters[1]), desk.store(letters[2])]
    asked[0].cancel()
    asked[1].cancel()
    desk.start()
    stored = [future.result(timeout=20) for future in asked[2:]]
    desk.stop()
    assert {one.pk for one in stored} < set(Intake.objects.values_list("pk", flat=True))
    assert Intake.objects.count() == 3
    assert not caplog.records


def test_an_address_to_listen_on_that_is_none_is_refused_with_a_sentence(db):
    with pytest.raises(ValueError, match="host:port"):
        lmtp.start(lmtp="2525")
    assert lmtp.host_and_port("[::1]:24") == ("::1", 24)
