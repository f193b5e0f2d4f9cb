"""Scene S017: whatever arrives, by whatever way, waits in one list, the oldest first, until a person has answered."""

from datetime import timedelta

import pytest
from django.test import Client

from petitevoix.cases.actions.noting import note
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.replying import take_back
from petitevoix.cases.models import Case
from petitevoix.channels.email import intake
from petitevoix.channels.form.asking import ask
from petitevoix.jobs.runner import run_until_idle
from petitevoix.kit import clock
from tests.cast import make_advisor, reply


@pytest.fixture
def four(data, outbox, line) -> list[Case]:
    """A letter, a question from the page, a letter of a machine, and another letter, in this order."""
    by_form = Case.objects.filter(channel="form")
    intake.take_in(_letter("ana", "A box that sleeps"), door="pipe")
    run_until_idle(["intake"])
    ask(email="bruno@letters.example", name="Bruno", words="Et moi ?", files=[])
    intake.take_in(_letter("robot", "Out of office", "Auto-Submitted: auto-generated\r\n"), door="pipe")
    intake.take_in(_letter("chloe", "My bill"), door="pipe")
    run_until_idle(["intake", "reactions"])
    cases = list(Case.objects.order_by("id"))
    for age, case in zip((9, 7, 5, 3), cases, strict=True):
        Case.objects.filter(pk=case.pk).update(waiting_since=clock.now() - timedelta(days=age))
    assert by_form.count() == 1
    return cases


def _letter(name: str, subject: str, more: str = "") -> bytes:
    return (
        f"From: {name.title()} <{name}@letters.example>\r\nTo: help@desk.example\r\nSubject: {subject}\r\n"
        f"Message-ID: <{name}@letters.example>\r\n{more}\r\nWords of {name}.\r\n"
    ).encode()


def listed(client: Client) -> list[str]:
    page = client.get("/desk/").content.decode()
    references = Case.objects.values_list("reference", flat=True)
    return sorted((one for one in references if one in page), key=page.index)


def test_all_that_arrives_waits_in_one_list_the_oldest_first(four, desk):
    assert listed(desk) == [case.reference for case in four]


@pytest.mark.parametrize("role", ["advisor", "lead", "admin", "keeper", "maker"])
def test_every_member_of_staff_sees_it(four, client, role):
    client.force_login(make_advisor("Iris", role))
    assert listed(client) == [case.reference for case in four]


def test_neither_a_note_nor_a_first_word_nor_words_taken_back_answer_anybody(four, desk, denis, outbox):
    first = four[0]
    note(first, by=denis, words="Who knows this box?")
    take_back(reply(first, by=denis, words="I think…"), by=denis)
    run_until_idle()
    assert [parcel.purpose for parcel in outbox.carried] == ["acknowledgement"] * 3  # the machine got none
    assert listed(desk)[0] == first.reference


def test_only_a_person_who_answers_takes_it_from_the_list(four, desk, denis):
    reply(four[0], by=denis, words="It sleeps no more.")
    assert listed(desk) == [case.reference for case in four[1:]]


def test_who_writes_again_is_there_again(four, desk, denis):
    reply(four[0], by=denis, words="It sleeps no more.")
    receive(Arrival(channel="email", sender="ana@letters.example", words="It does."), case=four[0])
    assert listed(desk)[-1] == four[0].reference
