"""Letters of a third party come to their relay; of a joined case, to where it goes on; of who was taken out, elsewhere."""

from email import message_from_bytes, policy

import pytest

from petitevoix.cases.actions import joining, relaying, taking_part
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Case, Message, Relay
from petitevoix.channels.email.compose import Sender, compose
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.runner import run_until_idle
from tests.cast import reply

SFR = "Network <reseau@sfr.example>"


@pytest.fixture
def relay(case, denis, mailbox, settings) -> Relay:
    settings.UNDO_SECONDS = 0
    relay = relaying.start(case, by=denis, email="reseau@sfr.example", name="SFR", awaited="the test", words="Test it.")
    run_until_idle(["delivery"])
    return relay


def letter() -> Parcel:
    return Parcel.objects.get(purpose="relay")


@pytest.mark.parametrize("how", ["in_reply_to", "to", "subject"])
def test_what_a_third_party_answers_comes_to_the_relay(deliver, write, case, relay, how):
    proof = {
        "in_reply_to": {"in_reply_to": f"<{letter().thread_key}>"},
        "to": {"to": f"help+{relay.reply_token}@desk.example"},
        "subject": {"subject": f"About {case.reference}"},
    }[how]
    taken = deliver(write("Cut at km 4.", **{"from": SFR}, **proof))
    assert (taken.kind, taken.message.relay, taken.message.case) == ("reply", relay, case)
    assert taken.message.voice == "note"
    assert Case.objects.get(pk=case.pk).state == "open"
    assert not case.participants.exists()


def test_a_stranger_who_quotes_a_relay_gets_nothing(deliver, write, case, relay):
    forged = f"help+rl{relay.pk}-aaaaaaaaaaaaaaaa@desk.example"
    for proof in ({"to": forged}, {"subject": f"About {case.reference}"}):
        taken = deliver(write(**{"from": "Chloé <chloe@elsewhere.example>"}, **proof))
        assert taken.message.case != case


def test_who_answers_from_elsewhere_for_a_third_party_is_named_so(deliver, write, case, relay, client, denis):
    client.force_login(denis)
    for sender, told in (
        (SFR, "SFR (reseau@sfr.example)"),
        ("Network <evil@else.example>", "evil@else.example, which is not where we wrote to (SFR)"),
    ):
        deliver(write("Cut at km 4.", **{"from": sender}, in_reply_to=f"<{letter().thread_key}>"))
        assert told in client.get(f"/desk/cases/{case.reference}/").content.decode()


def test_the_person_who_answers_a_letter_to_a_third_party_speaks_for_themselves(deliver, write, case, relay):
    taken = deliver(write("They forwarded me this.", in_reply_to=f"<{letter().thread_key}>"))
    assert (taken.message.case, taken.message.voice, taken.message.relay) == (case, "person", None)


def test_a_letter_to_a_third_party_that_comes_back_is_among_us(deliver, bounce, case, relay):
    taken = deliver(bounce(letter().thread_key, "reseau@sfr.example"))
    assert (taken.kind, taken.message.relay, taken.message.voice) == ("bounce", relay, "note")
    assert Case.objects.get(pk=case.pk).state == "open"


@pytest.mark.parametrize("how", ["in_reply_to", "to", "subject"])
def test_what_answers_a_joined_case_arrives_where_it_goes_on(deliver, write, case, denis, mailbox, how):
    second = receive(Arrival(channel="email", sender="ana@letters.example", words="And my bill?")).case
    ours = reply(second, by=denis, words="We look at it.")
    proof = {
        "in_reply_to": {"in_reply_to": f"<{ours.thread_key}>"},
        "to": {"to": f"help+{second.reply_token}@desk.example"},
        "subject": {"subject": f"Re: {second.reference}"},
    }[how]
    joining.join(second, into=case, by=denis)
    assert deliver(write("Thank you.", **proof)).message.case == case


def test_who_was_taken_out_does_not_come_back_by_an_old_letter(deliver, write, case, denis, ana, bruno):
    ours = reply(case, by=denis, words="It was the storm.")
    taking_part.change_person(case, to=bruno, by=denis)
    taken = deliver(write("Why?", in_reply_to=f"<{ours.thread_key}>"))
    assert taken.message.case != case
    assert not Case.objects.get(pk=case.pk).takes_part(ana)


def test_everybody_openly_written_to_stands_in_the_header(case, denis):
    reply(case, by=denis, words="It was the storm.", cc=["bruno@letters.example"], bcc=["boss@elsewhere.example"])
    for parcel in Parcel.objects.filter(purpose__in=["reply", "copy"]):
        sent = message_from_bytes(compose(parcel, Sender("help@desk.example")).content, policy=policy.SMTP)
        assert (sent["To"], sent["Cc"]) == ("Ana Ferreira <ana@letters.example>", "bruno@letters.example")
        assert "boss@" not in sent.as_string()


def test_who_was_copied_and_answers_is_in_the_same_case(deliver, write, case, denis, mailbox):
    reply(case, by=denis, words="It was the storm.", cc=["bruno@letters.example"])
    copy = Parcel.objects.get(purpose="copy")
    taken = deliver(write("I see.", **{"from": "bruno@letters.example"}, in_reply_to=f"<{copy.thread_key}>"))
    assert taken.message.case == case
    assert Message.objects.filter(case=case, voice="person").count() == 2
