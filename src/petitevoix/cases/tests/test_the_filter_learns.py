"""The filter learns from what people call spam and what they answer; it doubts more than it decides."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions.clearing import clear
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.spamming import spam
from petitevoix.cases.models import Case, Message, Spam
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.runner import run_one
from petitevoix.kit import clock
from petitevoix.sifting.models import Example
from tests.cast import make_advisor, reply

pytestmark = pytest.mark.django_db

OFFER = "Exclusive casino bonus! Claim your winnings at https://lucky.casino.example/claim now, offer number {}."
ASKED = "Since Tuesday my line drops at noon, house number {}. Could somebody look at the exchange in my street?"


def offer(number: int, **how) -> Case:
    return _comes(f"promo{number}@lucky.casino.example", "Your winnings", OFFER.format(number), **how)


def asks(number: int, **how) -> Case:
    return _comes(f"neighbour{number}@letters.example", "My line drops", ASKED.format(number), **how)


def _comes(sender: str, title: str, words: str, *, by: str = "mail", **how) -> Case:
    arrival = Arrival(channel="email", sender=sender, title=title, words=words, language="en", **how)
    return receive(arrival, by=by).case


def run_all() -> None:
    while run_one(["reactions", "default"]):
        pass


@pytest.fixture
def taught(outbox, data, denis):
    """A house in which enough was called spam, and enough was answered."""
    for number in range(20):
        spam(offer(number), by=denis)
        reply(asks(number), by=denis, words="The exchange is mended, and your line with it.")
    run_all()


def test_it_says_nothing_before_it_has_learnt_enough(outbox, data, denis):
    for number in range(19):
        spam(offer(number), by=denis)
        reply(asks(number), by=denis, words="The exchange is mended, and your line with it.")
    run_all()
    assert offer(99).state == "open"


def test_what_resembles_spam_is_kept_in_spam_with_the_reason_and_is_not_answered(taught):
    sent = Parcel.objects.count()
    case = offer(99)
    run_all()
    assert case.state == "spam"
    assert Message.objects.get(case=case).words.startswith("Exclusive casino")
    put = Spam.objects.get(case=case)
    assert put.by is None
    assert "casino" in " ".join(put.because)
    assert Parcel.objects.count() == sent
    assert not Example.objects.filter(subject=case.topic).exists()  # its own verdict teaches it nothing


def test_what_resembles_a_question_waits_for_us(taught):
    assert asks(99).state == "open"


def test_what_it_does_not_know_waits_for_us(taught):
    case = _comes("zoe@new.example", "Bonjour", "Ma mère ne peut plus appeler depuis hier, elle est seule.")
    assert case.state == "open"


def test_who_takes_part_in_a_case_is_never_judged(taught):
    _comes("zoe@lucky.casino.example", "A question", "Do you repair telephones?")
    assert _comes("zoe@lucky.casino.example", "Your winnings", OFFER.format(7)).state == "open"


def test_who_was_ever_answered_is_never_judged(taught, denis):
    first = _comes("zoe@lucky.casino.example", "A question", "Do you repair telephones?")
    reply(first, by=denis, words="We do.")
    with clock.stopped_at(clock.now() + timedelta(minutes=1)):  # it has left
        spam(first, by=denis)
    assert _comes("zoe@lucky.casino.example", "Your winnings", OFFER.format(7)).state == "open"


def test_what_a_colleague_opens_is_never_judged(taught, denis):
    assert offer(99, by=denis.actor).state == "open"


def test_what_machines_tell_of_our_own_letters_is_never_judged(taught):
    assert offer(99, automatic="bounce").state == "open"


def test_it_learns_otherwise(taught, denis):
    case = offer(99)
    clear(case, by=denis)
    run_all()
    assert Example.objects.get(subject=case.topic).kind == "fair"
    spam(case, by=denis)
    run_all()
    assert Example.objects.get(subject=case.topic).kind == "spam"


def test_a_mark_of_the_mail_server_alone_decides_nothing(taught):
    case = _comes("zoe@new.example", "My mother", "She has no line since Monday.", marks=["x-spam-flag=yes"])
    assert case.state == "open"


def test_no_label_stays_on_the_person(taught, denis):
    case = offer(99)
    clear(case, by=denis)
    assert not [field.name for field in type(case.person)._meta.get_fields() if "spam" in field.name]
    assert offer(99).state == "open"  # who was cleared takes part in a case


def test_it_is_each_houses_own(taught):
    assert make_advisor("Zora")
    assert Example.objects.filter(kind="spam").count() == 20
    assert Example.objects.filter(kind="fair").count() == 20
