"""Programs do what one does for oneself: presence, tabs, strengths, paces, hands; and take an act back."""

from datetime import timedelta

import pytest

from petitevoix.care.models import Hand
from petitevoix.cases.actions.assigning import assign
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.vault.models import Entry

pytestmark = pytest.mark.django_db


def test_presence_is_said(denis_program):
    assert denis_program.get("/me").json()["presence"] == "here"
    said = denis_program.post("/me/presence", {"presence": "research", "minutes": 20})
    assert said.json()["presence"] == "research"
    assert said.json()["presence_until"]
    assert denis_program.post("/me/presence", {"presence": "research"}).status_code == 409
    assert denis_program.post("/me/presence", {"presence": "asleep"}).status_code == 422


def test_a_tab_is_opened_which_is_an_access_and_closed(denis_program, case):
    before = Entry.objects.filter(kind="access").count()
    opened = denis_program.post(f"/cases/{case.reference}/tab", {})
    assert [tab["case"] for tab in opened.json()["items"]] == [case.reference]
    assert Entry.objects.filter(kind="access").count() == before + 1
    assert denis_program.delete(f"/cases/{case.reference}/tab").json()["items"] == []


def test_a_hidden_case_has_no_tab(denis_program, hidden):
    assert denis_program.post(f"/cases/{hidden.reference}/tab", {}).status_code == 404


def test_an_act_is_taken_back_by_who_did_it(denis_program, program, esther, case, denis):
    assign(case, by=denis, advisor=denis, team=case.team)
    event = Event.objects.about(case.topic).filter(name="case.assigned").latest("pk")
    undo = f"/cases/{case.reference}/events/{event.pk}/undo"
    assert program(esther).post(undo, {}).status_code == 422
    assert denis_program.post(undo, {}).json()["advisor"] is None
    assert denis_program.post(f"/cases/{case.reference}/events/99999999/undo", {}).status_code == 404


def test_strengths_are_declared_and_withdrawn(denis_program):
    mine = denis_program.post("/me/strengths", {"word": "Portuguese"}).json()["items"]
    assert [one["word"] for one in mine] == ["Portuguese"]
    assert denis_program.delete(f"/me/strengths/{mine[0]['id']}").json()["items"] == []
    assert denis_program.delete(f"/me/strengths/{mine[0]['id']}").status_code == 404


def test_a_pace_is_proposed_by_one_and_agreed_on_by_the_other(denis_program, program, esther, gaspard):
    lead = program(esther)
    proposed = denis_program.post("/paces", {"other": esther.email, "cases": 12})
    assert proposed.status_code == 201
    pace = proposed.json()["items"][0]
    assert (pace["proposed"], pace["cases"]) == (12, None)
    assert denis_program.post(f"/paces/{pace['id']}/agreement", {}).status_code == 409
    assert program(gaspard).post(f"/paces/{pace['id']}/agreement", {}).status_code in {403, 404, 422}
    assert lead.post(f"/paces/{pace['id']}/agreement", {}).json()["items"][0]["cases"] == 12
    assert lead.delete(f"/paces/{pace['id']}").json()["items"] == []


def test_a_hand_is_answered_by_who_is_asked(denis_program, program, esther, denis, line, bills):
    denis.teams.add(bills)
    hand = Hand.objects.create(
        advisor=denis, from_team=bills, to_team=line, until=clock.now() + timedelta(hours=3),
        to_wait=9, to_wait_then=7, from_wait=2, from_wait_then=3,
    )  # fmt: skip
    assert [one["id"] for one in denis_program.get("/load").json()["hands"]] == [hand.pk]
    assert program(esther).post(f"/hands/{hand.pk}", {"answer": "yes"}).status_code == 404
    assert denis_program.post(f"/hands/{hand.pk}", {"answer": "yes"}).json()["lends"]
    assert denis_program.get("/me").json()["lends_a_hand_to"]["name"] == line.name
