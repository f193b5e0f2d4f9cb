"""Two auto-responders facing each other: each answers every letter it gets, and still there is an end."""

from datetime import timedelta
from itertools import count

import pytest

from petitevoix.channels.email import intake
from petitevoix.channels.email.models import Mailbox
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.runner import run_until_idle
from petitevoix.kit import clock

_numbers = count(1)
ROUNDS = 40


@pytest.fixture
def house(db, data, outbox, line):
    Mailbox.objects.create(address="help@desk.example", team=line)
    return outbox


class Machine:
    """Answers everything, and never says that it is a machine."""

    address = "robot@machines.example"
    names_what_it_answers = True
    says_so = False

    def answer(self, parcel: Parcel) -> bytes:
        number = next(_numbers)
        fields = [
            f"From: Robot <{self.address}>",
            "To: help@desk.example",
            f"Subject: Your letter no. {number} was received",
            f"Message-ID: <{number}@machines.example>",
        ]
        if self.names_what_it_answers:
            fields.append(f"In-Reply-To: <{parcel.thread_key}>")
        if self.says_so:
            fields.append("Auto-Submitted: auto-replied")
        return ("\r\n".join(fields) + f"\r\n\r\nThank you for letter {number}. We will answer it soon.\r\n").encode()


class Forgetful(Machine):
    names_what_it_answers = False


class Polite(Machine):
    says_so = True


class Echo(Machine):
    """Sends back what it was sent, under its own name, with our own Message-ID as if it were its own."""

    def answer(self, parcel: Parcel) -> bytes:
        return (
            super().answer(parcel).replace(b"Message-ID: <", f"Message-ID: <{parcel.thread_key}>\r\nX-Old: <".encode())
        )


class Stranger(Forgetful):
    """Writes from a new address each time, as systems do that give each ticket its own."""

    @property
    def address(self) -> str:  # type: ignore[override]
        return f"ticket-{next(_numbers)}@machines.example"


def talk(house, machine: Machine) -> int:
    """Let the two talk until one falls silent; give the number of letters we wrote."""
    first = machine.answer(Parcel(thread_key="first@machines.example"))
    intake.take_in(first, door="pipe")
    for _ in range(ROUNDS):
        run_until_idle(["intake", "reactions", "delivery"])
        ours, house.carried[:] = list(house.carried), []
        if not ours:
            break
        for parcel in ours:
            intake.take_in(machine.answer(parcel), door="pipe")
    else:
        pytest.fail("they are still talking")
    return Parcel.objects.count()


@pytest.mark.parametrize("kind", [Machine, Forgetful, Polite, Echo])
def test_a_machine_that_answers_every_letter_gets_no_more_than_a_few(house, settings, kind):
    assert talk(house, kind()) <= settings.ACKNOWLEDGEMENTS_PER_HOUR


def test_a_machine_with_a_new_address_each_time_gets_no_more_than_some(house, settings):
    assert talk(house, Stranger()) == 10 * settings.ACKNOWLEDGEMENTS_PER_HOUR


def test_many_persons_of_one_domain_with_words_of_their_own_are_each_told(house):
    for number in range(40):
        words = "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")
        letter = Stranger().answer(Parcel(thread_key="x@machines.example"))
        intake.take_in(letter.replace(b"Thank you for", f"My box {words} blinks red".encode()), door="pipe")
    run_until_idle(["intake", "reactions", "delivery"])
    assert len(house.carried) == 40


def test_a_machine_that_takes_its_time_gets_no_more_than_a_few_in_a_month(house, settings):
    machine, now = Forgetful(), clock.now()
    for step in range(ROUNDS):
        with clock.stopped_at(now + timedelta(minutes=25 * step)):
            intake.take_in(machine.answer(Parcel(thread_key="x@machines.example")), door="pipe")
            run_until_idle(["intake", "reactions", "delivery"])
        if not house.carried:
            break
        house.carried.clear()
    assert Parcel.objects.count() == 3 * settings.ACKNOWLEDGEMENTS_PER_HOUR


def test_a_machine_that_says_so_gets_none_and_two_honest_ones_stop_at_once(house):
    assert talk(house, Polite()) == 0


def test_a_storm_of_new_subjects_from_one_address_gets_a_few_letters(house, settings):
    for _ in range(30):
        intake.take_in(Forgetful().answer(Parcel(thread_key="x@machines.example")), door="pipe")
    run_until_idle(["intake", "reactions", "delivery"])
    assert len(house.carried) == settings.ACKNOWLEDGEMENTS_PER_HOUR


def test_a_machine_that_answers_too_large_is_told_a_few_times_at_most(house, settings):
    settings.LETTER_LIMIT = 1500

    class Huge(Forgetful):
        def answer(self, parcel: Parcel) -> bytes:
            return super().answer(parcel) + b"x" * 4000

    assert talk(house, Huge()) <= settings.ACKNOWLEDGEMENTS_PER_HOUR


def test_our_letters_say_to_machines_that_no_answer_is_wanted(house):
    from petitevoix.channels.email.compose import Sender, compose

    intake.take_in(Machine().answer(Parcel(thread_key="x@machines.example")), door="pipe")
    run_until_idle(["intake", "reactions"])
    letter = compose(Parcel.objects.get(), Sender("help@desk.example"))
    assert b"Auto-Submitted: auto-replied" in letter.content
    assert letter.envelope_from == ""
