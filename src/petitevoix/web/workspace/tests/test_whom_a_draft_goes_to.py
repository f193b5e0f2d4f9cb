"""Whom a reply goes to is kept with its draft: who leaves the case and comes back sends it to the same people."""

import re

import pytest

from petitevoix.cases.actions.taking_part import let_in
from petitevoix.cases.models import Case, Draft
from petitevoix.people.models import Person
from tests.cast import reply

pytestmark = pytest.mark.django_db
BRUNO, BOSS = "bruno@letters.example", "boss@elsewhere.example"
WRITTEN = {"mode": "reply", "words": "It was the storm.", "readers": "1"}


@pytest.fixture(autouse=True)
def _in_english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


@pytest.fixture
def base(case) -> str:
    """Ana's case, in which Bruno takes part."""
    let_in(case, Person.objects.meet(BRUNO, name="Bruno Lacombe"))
    return f"/desk/cases/{case.reference}/"


def field(page: str, name: str) -> str:
    """The field of this name as the page draws it."""
    return re.search(rf'<input[^>]*name="{name}"[^>]*>', page)[0]


def opened(desk, base: str) -> str:
    return desk.get(base).content.decode()


def test_all_who_take_part_receive_a_reply_that_says_nothing_else(desk, base):
    page = opened(desk, base)
    assert "checked" in field(page, "cc")
    assert 'value=""' in field(page, "bcc")


def test_who_was_left_out_and_who_was_named_are_there_when_one_comes_back(desk, base):
    desk.post(f"{base}draft/", {**WRITTEN, "also": "neighbour@else.example, and", "bcc": BOSS})
    page = opened(desk, base)
    assert "checked" not in field(page, "cc")
    assert 'value="neighbour@else.example, and"' in field(page, "also")  # as far as it was typed
    assert f'value="{BOSS}"' in field(page, "bcc")
    assert re.search(r'<details class="unknown readers" open>', page)


def test_who_takes_part_since_then_receives_it_as_well(desk, case, base):
    desk.post(f"{base}draft/", WRITTEN)
    let_in(case, Person.objects.meet("chloe@letters.example", name="Chloé"))
    bruno, chloe = re.findall(r'<input[^>]*name="cc"[^>]*>', opened(desk, base))
    assert "checked" not in bruno
    assert "checked" in chloe


def test_words_kept_by_a_form_that_knows_no_readers_leave_them_alone(desk, base):
    desk.post(f"{base}draft/", {**WRITTEN, "bcc": BOSS})
    known = Draft.objects.get().changed_at.isoformat()
    desk.post(f"{base}draft/", {"mode": "reply", "words": "It was the wind.", "known": known})
    assert f'value="{BOSS}"' in field(opened(desk, base), "bcc")


def test_readers_of_another_draft_are_not_those_of_this_one(desk, base, esther, client):
    desk.post(f"{base}draft/", {**WRITTEN, "bcc": BOSS})
    client.force_login(esther)
    assert BOSS not in opened(client, base)


def test_a_reply_taken_back_goes_to_the_same_people_again(desk, case, base, denis):
    sent = reply(case, by=denis, words="It was the storm.", cc=[], bcc=[BOSS])
    desk.post(f"{base}replies/{sent.pk}/withdrawal/")
    page = opened(desk, base)
    assert "It was the storm." in page
    assert "checked" not in field(page, "cc")
    assert f'value="{BOSS}"' in field(page, "bcc")


def test_a_reply_to_one_more_taken_back_goes_to_them_again(desk, case, base, denis):
    sent = reply(case, by=denis, words="It was the storm.", cc=[BRUNO, "chloe@elsewhere.example"])
    desk.post(f"{base}replies/{sent.pk}/withdrawal/")
    bruno, chloe = re.findall(r'<input[^>]*name="cc"[^>]*>', opened(desk, base))
    assert "checked" in bruno
    assert "checked" in chloe


def test_another_act_that_is_refused_unticks_nobody(desk, case, base):
    refused = desk.post(f"{base}state/", {"state": Case.State.WATCHED}, headers={"HX-Request": "true"})
    assert refused.status_code == 422
    assert "checked" in field(refused.content.decode(), "cc")
