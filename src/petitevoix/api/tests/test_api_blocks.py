"""Programs propose a block, and in the name of who leads decide, lift, and answer what is said against it."""

from datetime import timedelta

import pytest

from petitevoix.api import people_shapes as shapes
from petitevoix.cases.actions import blocking
from petitevoix.cases.models import Block
from petitevoix.kit import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(program, esther):
    return program(esther)


@pytest.fixture
def proposed(ana, case, denis_program) -> dict:
    body = {"reason": "Threats on Monday.", "until": (clock.now() + timedelta(days=7)).isoformat()}
    told = denis_program.post(f"/people/{ana.pk}/block", body)
    assert told.status_code == 201
    return shapes.Block.model_validate_json(told.content).model_dump()


def test_a_proposal_waits_for_who_leads_and_is_agreed_to(ana, proposed, denis_program, lead):
    assert (proposed["state"], proposed["proposed_by"]["name"]) == ("proposed", "Denis")
    told = shapes.BlockPage.model_validate_json(lead.get("/blocks").content)
    assert [(one.id, one.person) for one in told.items] == [(proposed["id"], ana.pk)]
    decided = lead.post(f"/people/{ana.pk}/block/decision", {"agreed": True}).json()
    assert (decided["state"], decided["decided_by"]["name"]) == ("in force", "Esther")
    assert lead.get("/blocks").json()["items"] == []
    assert [one["state"] for one in denis_program.get(f"/people/{ana.pk}/blocks").json()["items"]] == ["in force"]


def test_a_proposal_is_declined_and_then_nothing_stands(ana, proposed, lead):
    assert lead.post(f"/people/{ana.pk}/block/decision", {"agreed": False}).json()["state"] == "declined"
    assert lead.post(f"/people/{ana.pk}/block/decision", {"agreed": True}).status_code == 404
    assert lead.delete(f"/people/{ana.pk}/block").status_code == 404


def test_who_does_not_lead_decides_nothing(ana, proposed, denis_program):
    assert denis_program.get("/blocks").status_code == 403
    for refused in (
        denis_program.post(f"/people/{ana.pk}/block/decision", {"agreed": True}),
        denis_program.delete(f"/people/{ana.pk}/block"),
        denis_program.post(f"/people/{ana.pk}/block/answer", {"text": "It stays.", "stays": True}),
    ):
        assert refused.status_code == 422
        assert refused.json()["detail"] == "This is decided by those who lead a team or run the house."
    assert Block.objects.get().state == "proposed"


def test_a_block_is_lifted_before_its_day(ana, proposed, lead, case):
    lead.post(f"/people/{ana.pk}/block/decision", {"agreed": True})
    assert lead.delete(f"/people/{ana.pk}/block").json()["state"] == "over"
    assert "is lifted" in case.messages.last().words


def test_an_appeal_is_read_and_answered_by_another_than_who_decided(ana, proposed, lead, farid, program, case):
    lead.post(f"/people/{ana.pk}/block/decision", {"agreed": True})
    assert lead.post(f"/people/{ana.pk}/block/answer", {"text": "No.", "stays": True}).status_code == 422
    blocking.appeal(Block.objects.get(), by=ana, words="That was not me.")
    other = program(farid)
    assert [one["appeal"] for one in other.get("/blocks", which="appealed").json()["items"]] == ["That was not me."]
    body = {"text": "You are right: it ends today.", "stays": False}
    refused = lead.post(f"/people/{ana.pk}/block/answer", body)
    assert (refused.status_code, Block.objects.get().answer) == (422, "")
    answered = other.post(f"/people/{ana.pk}/block/answer", body).json()
    assert (answered["state"], answered["answered_by"]["name"]) == ("over", "Farid")
    assert "it ends today" in case.messages.last().words
    assert other.get("/blocks", which="appealed").json()["items"] == []


def test_the_blocks_of_a_hidden_person_are_not_there(hidden, denis_program):
    number = hidden.person_id
    assert denis_program.get(f"/people/{number}/blocks").status_code == 404
    assert denis_program.post(f"/people/{number}/block/decision", {"agreed": True}).status_code == 404
    assert denis_program.delete(f"/people/{number}/block").status_code == 404
