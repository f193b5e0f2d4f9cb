"""The demo's pretend mail exchange: a person writes in one window, an advisor answers in another, nothing leaves."""

from email import message_from_bytes, policy

import pytest

from petitevoix.cases.models import Case
from petitevoix.channels.email import exchange
from petitevoix.channels.email.models import Intake, Mailbox
from petitevoix.delivery.carriers import carrier
from petitevoix.jobs.runner import run_until_idle
from petitevoix.kit import clock
from tests.cast import reply


@pytest.fixture
def town(db, data, settings, line):
    settings.DEMO = True
    settings.UNDO_SECONDS = 0
    settings.CARRIERS = {"email": "petitevoix.channels.email.carrier.EmailCarrier"}
    carrier.cache_clear()
    yield Mailbox.objects.create(address="line@town.example", name="La ligne", team=line)
    carrier.cache_clear()


def test_a_letter_goes_round_and_stays_one_case(town, denis):
    exchange.write(
        "Ana@Letters.example", "Ana Ferreira", "line@town.example", "My box", "It works only one morning. Why?"
    )
    run_until_idle()
    case = Case.objects.get()
    assert (case.person.name, case.door, case.team) == ("Ana Ferreira", "line@town.example", town.team)
    reply(case, by=denis, words="Because of a cable.")
    run_until_idle()
    newest, *_older = exchange.letters("ana@letters.example")
    assert newest.from_address == "line@town.example"
    assert "cable" in newest.first_words
    assert not newest.is_sent
    exchange.write("ana@letters.example", "Ana Ferreira", "", "", "And now?", in_answer_to=newest.id)
    run_until_idle()
    assert Case.objects.count() == 1
    assert [m.words.strip() for m in case.messages.order_by("id")][-1] == "And now?"
    sent = exchange.letters("ana@letters.example")[0]
    read = exchange.letter("ana@letters.example", sent.id)
    assert sent.is_sent
    assert "+" in read.to[0].address
    assert read.subject == "Re: My box"
    assert read.in_reply_to == read.references[-1]
    assert "> Because of a cable." in read.text
    assert set(Intake.objects.values_list("door", flat=True)) == {"pipe"}


def test_letters_are_listed_newest_first_a_page_at_a_time(town):
    for number in range(7):
        exchange.deliver(f"From: a@b.example\r\nSubject: {number}\r\n\r\nx\r\n".encode(), "ana@letters.example")
    first = exchange.letters("ana@letters.example", most=4)
    second = exchange.letters("ana@letters.example", before=first[-1].id, most=4)
    assert [row.subject for row in [*first, *second]] == list("6543210")
    assert exchange.letters("nobody@letters.example") == []
    exchange.deliver(b"Subject: x\r\n\r\ny\r\n", "../../Evil@letters.example")
    assert set(exchange.addresses()) == {"ana@letters.example", "../../evil@letters.example"}


@pytest.mark.parametrize("id", ["", "../x", "0" * 16 + "-" + "0" * 8])
def test_a_letter_that_is_not_there_is_not_found(town, id):
    with pytest.raises(LookupError):
        exchange.letter("ana@letters.example", id)


def test_what_a_person_types_adds_no_header(town):
    raw = exchange.write(
        "ana@letters.example", "Ana\r\nBcc: x@y.example", "line@town.example", "a\nBcc: z@y.example", "w"
    )
    assert message_from_bytes(raw, policy=policy.default)["Bcc"] is None
    with pytest.raises(ValueError, match="address"):
        exchange.write("ana@letters.example", "Ana", "line@town.example\r\nX: y", "s", "w")


def test_outside_the_demo_nothing_is_pretended(town, settings, case):
    from petitevoix.channels.email.carrier import EmailCarrier
    from petitevoix.delivery.carriers import TemporaryFailure
    from petitevoix.delivery.models import Parcel

    settings.DEMO = False
    parcel = Parcel(to="ana@letters.example", thread_key="k@x.example", contents={}, not_before=clock.now())
    with pytest.raises(TemporaryFailure):
        EmailCarrier().carry(parcel)
    assert exchange.addresses() == []
