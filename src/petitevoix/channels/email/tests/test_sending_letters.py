"""Parcels leave as letters: through a real SMTP server, whatever it answers."""

import time
from email import message_from_bytes, policy

import pytest

from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.channels.email import smtp, smtp_connection
from petitevoix.channels.email.carrier import EmailCarrier
from petitevoix.channels.email.models import Mailbox
from petitevoix.delivery import actions as delivery
from petitevoix.delivery.carriers import PermanentFailure, TemporaryFailure, carrier
from petitevoix.delivery.models import WAITS, Parcel
from petitevoix.kit import clock
from tests.cast import reply

pytestmark = pytest.mark.servers


@pytest.fixture
def carried(settings, data):
    settings.CARRIERS = {"email": "petitevoix.channels.email.carrier.EmailCarrier"}
    settings.UNDO_SECONDS = 0
    carrier.cache_clear()
    yield
    carrier.cache_clear()


@pytest.fixture
def mailbox(db, post_office, line):
    return Mailbox.objects.create(address="help@desk.example", name="Line and box", team=line, smtp_url=post_office.url)


def post(to="ana@letters.example", **contents):
    contents = {"subject": "Hello", "words": "Good day.", "door": "help@desk.example", **contents}
    return delivery.post(channel="email", purpose=contents.pop("purpose", "reply"), to=to, contents=contents)


def leave(parcel):
    delivery.carry(parcel_id=parcel.pk)
    parcel.refresh_from_db()
    return parcel


def test_a_reply_leaves_in_the_thread_of_what_it_answers(mailbox, post_office, carried, denis, line, mail_server):
    arrival = Arrival(
        channel="email", sender="ana@letters.example", sender_name="Ana Ferreira", title="My line", words="Why?",
        language="en", team=line, door="help@desk.example", thread_key="ana-1@letters.example",
    )  # fmt: skip
    case = receive(arrival).case
    first = leave(reply(case, by=denis, words="Because of a cable.").parcel)
    second = leave(reply(case, by=denis, words="And it is mended.").parcel)
    assert [first.state, second.state] == ["left", "left"]
    assert [handed.sender for handed in post_office.letters] == ["help@desk.example"] * 2
    assert post_office.letters[0].recipients == ["ana@letters.example"]
    # A real mailbox threads them as mail programs do (RFC 5256, REFERENCES).
    ana = mail_server.new_user()
    mail_server.put(ana, b"Message-ID: <other@x.example>\r\nSubject: My line\r\n\r\nelse\r\n")
    mail_server.put(ana, b"Message-ID: <ana-1@letters.example>\r\nSubject: My line\r\n\r\nWhy?\r\n")
    for handed in post_office.letters:
        mail_server.put(ana, handed.content)
    client = mail_server.client(ana)
    threads = client.thread("REFS")
    client.logout()
    assert threads == ((1,), (2, 3, 4))


def test_the_name_of_a_letter_cannot_be_guessed_and_is_of_our_domain(settings):
    settings.URL = "http://testserver"
    keys = {EmailCarrier().new_thread_key("help@desk.example") for _ in range(50)}
    assert len(keys) == 50
    assert all(
        key.startswith("pv.") and key.endswith("@desk.example") and len(key) > 36 and key == key.lower() for key in keys
    )
    assert EmailCarrier().new_thread_key("").endswith("@testserver")
    assert EmailCarrier().new_thread_key("x@evil>\r\nBcc: y").endswith("@testserver")


def test_an_automatic_letter_has_nobody_as_its_sender(mailbox, post_office, carried):
    leave(post(automatic="auto-replied", purpose="acknowledgement"))
    assert post_office.letters[0].sender == ""


def test_where_nobody_may_not_send_the_mailbox_does(mailbox, post_office, carried):
    post_office.answers["MAIL"] = ["550 5.7.60 not permitted to send as this sender"]
    parcel = leave(post(automatic="auto-replied"))
    assert parcel.state == "left"
    assert post_office.letters[0].sender == "help@desk.example"


@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DATA"])
def test_not_now_is_tried_again(mailbox, post_office, carried, verb):
    post_office.answers[verb] = ["451 4.7.1 greylisted, come back"]
    parcel = leave(post())
    assert (parcel.state, parcel.trouble) == ("waiting", "451 4.7.1 greylisted, come back")
    with clock.stopped_at(parcel.not_before):
        assert leave(parcel).state == "left"
    assert len(post_office.letters) == 1
    assert f"<{parcel.thread_key}>" in post_office.letters[0].content.decode()


@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DATA"])
def test_never_is_said_in_the_servers_own_words(mailbox, post_office, carried, verb):
    post_office.answers[verb] = ["550 5.1.1 no such person here"]
    parcel = leave(post())
    assert (parcel.state, parcel.trouble) == ("failed", "550 5.1.1 no such person here")
    assert leave(post()).state == "left"  # the connection is of use again


def test_we_keep_trying_for_two_days_a_little_later_each_time(mailbox, carried):
    mailbox.smtp_url = "smtp://127.0.0.1:1?tls=off"
    mailbox.save()
    parcel, waits = post(), []
    at = clock.now()
    for _attempt in range(20):
        with clock.stopped_at(at):
            leave(parcel)
        if parcel.state != "waiting":
            break
        waits.append((parcel.not_before - at).total_seconds())
        at = parcel.not_before
    assert parcel.state == "failed"
    assert waits == WAITS
    assert sum(waits) > 40 * 3600
    assert "127.0.0.1:1" in parcel.trouble


def test_many_letters_leave_over_one_connection(mailbox, post_office, carried):
    began = time.process_time()
    for number in range(20):
        leave(post(subject=f"Letter {number}"))
    assert {handed.connection for handed in post_office.letters} == {1}
    assert len(post_office.letters) == 20
    assert (time.process_time() - began) / 20 < 0.15


def test_a_connection_nobody_uses_is_closed(mailbox, post_office, carried, monkeypatch):
    monkeypatch.setattr(smtp, "IDLE_SECONDS", 0.2)
    leave(post())
    assert smtp._idle
    until = time.monotonic() + 8
    while smtp._idle and time.monotonic() < until:
        smtp._sweep(older_than=0.2)
        time.sleep(0.05)
    assert not smtp._idle
    leave(post())
    assert [handed.connection for handed in post_office.letters] == [1, 2]


def test_a_connection_that_broke_meanwhile_is_replaced(mailbox, post_office, carried):
    leave(post())
    [[connection]] = smtp._idle.values()
    connection.smtp.sock.close()
    assert leave(post()).state == "left"


def test_a_refused_password_is_our_trouble_and_nothing_is_lost(mailbox, post_office, carried):
    post_office.password = "right"
    mailbox.secret = "wrong"
    mailbox.save()
    parcel = leave(post())
    mailbox.refresh_from_db()
    assert parcel.state == "waiting"
    assert "535" in parcel.trouble
    assert mailbox.sending_trouble == parcel.trouble
    mailbox.secret = "right"
    mailbox.save()
    with clock.stopped_at(parcel.not_before):
        assert leave(parcel).state == "left"
    mailbox.refresh_from_db()
    assert mailbox.sending_trouble == ""
    assert post_office.sign_ins[-1] == ("help@desk.example", "right")


def test_words_cross_no_network_in_clear(mailbox, monkeypatch, post_office):
    from petitevoix.channels.email.server import Server

    monkeypatch.setattr(Server, "is_this_machine", property(lambda _self: False))
    mailbox.smtp_url = f"smtp://127.0.0.1:{post_office.port}"
    with pytest.raises(TemporaryFailure, match="offers no encryption"):
        smtp_connection.Connection(smtp.read_url(mailbox.smtp_url, "smtp"), mailbox)


def test_without_any_server_the_letter_waits_and_says_what_to_do(db, carried):
    parcel = leave(post())
    assert parcel.state == "waiting"
    assert "No mailbox can send yet" in parcel.trouble


def test_a_letter_without_a_door_goes_through_a_mailbox_of_the_same_team(mailbox, post_office, carried, bills, ana):
    other = Mailbox.objects.create(address="bills@desk.example", name="Bills", team=bills, smtp_url=post_office.url)
    case = receive(Arrival(channel="form", sender=ana.email, title="A bill", words="Recount it.", team=bills)).case
    contents = {"subject": "s", "words": "w", "token": case.reply_token}
    leave(delivery.post(channel="email", purpose="reply", to=ana.email, contents=contents, topic=case.topic))
    leave(post(door="", automatic="auto-generated"))
    assert post_office.letters[0].sender == other.address
    assert (
        message_from_bytes(post_office.letters[1].content, policy=policy.default)["From"].addresses[0].addr_spec
        == "help@desk.example"
    )


def test_an_address_that_is_none_fails_for_good(mailbox, carried):
    with pytest.raises(PermanentFailure):
        EmailCarrier().carry(
            Parcel(to="nobody\r\nRCPT TO:<x@y>", thread_key="k@x", contents={"door": "help@desk.example"})
        )
