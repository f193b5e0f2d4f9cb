"""Mentions, followed cases and shared drafts, for programs."""

from petitevoix.cases.actions.drafting import keep_draft
from petitevoix.cases.actions.mentioning import read_here
from petitevoix.cases.actions.noting import note
from petitevoix.cases.actions.sharing import share
from tests.cast import make_advisor


def references(answer) -> list[str]:
    return [one["reference"] for one in answer.json()["items"]]


def test_a_note_of_a_program_calls_colleagues_and_says_whom(case, denis_program, esther):
    told = denis_program.post(f"/cases/{case.reference}/notes", {"text": "@esther, look"}).json()
    assert told["mentions"] == [{"id": esther.pk, "name": "Esther"}]
    [_first, said] = denis_program.get(f"/cases/{case.reference}/messages").json()["items"]
    assert said["mentions"] == told["mentions"]
    assert denis_program.get(f"/cases/{case.reference}").json()["followers"] == told["mentions"]


def test_one_who_may_not_see_the_case_cannot_be_called(case, denis_program, line):
    line.is_private = True
    line.save()
    make_advisor("Iris")
    refused = denis_program.post(f"/cases/{case.reference}/notes", {"text": "@Iris"})
    assert refused.status_code == 422
    assert "Iris may not see this case" in refused.json()["detail"]


def test_a_program_finds_the_cases_that_call_its_advisor_whatever_their_state(case, program, denis, esther):
    note(case, by=denis, words="@Esther")
    type(case).objects.filter(pk=case.pk).update(state="closed", waiting_since=None)
    hers = program(esther)
    assert references(hers.get("/cases", mentioned="me")) == [case.reference]
    assert references(hers.get("/cases", mentioned="unread")) == [case.reference]
    read_here(case, by=esther)
    assert references(hers.get("/cases", mentioned="unread")) == []
    assert references(program(denis).get("/cases", mentioned="me")) == []
    assert program(denis).get("/cases", mentioned="somebody").status_code == 422


def test_a_case_that_one_may_see_no_more_calls_nobody(case, program, denis, line):
    iris = make_advisor("Iris")
    note(case, by=denis, words="@Iris")
    line.is_private = True
    line.save()
    assert references(program(iris).get("/cases", mentioned="me")) == []


def test_a_program_follows_a_case_and_stops(case, denis_program, denis, hidden):
    told = denis_program.post(f"/cases/{case.reference}/follow").json()
    assert told["followers"] == [{"id": denis.pk, "name": "Denis"}]
    assert references(denis_program.get("/cases", followed="me")) == [case.reference]
    assert denis_program.delete(f"/cases/{case.reference}/follow").json()["followers"] == []
    assert references(denis_program.get("/cases", followed="me")) == []
    assert denis_program.post(f"/cases/{hidden.reference}/follow").status_code == 404


def test_a_program_reads_the_drafts_that_colleagues_share(case, program, denis, esther, hidden):
    keep_draft(case, by=denis, mode="reply", words="A digger")
    path = f"/cases/{case.reference}/drafts"
    assert program(esther).get(path).json()["items"] == []
    share(case, by=denis)
    [told] = program(esther).get(path).json()["items"]
    assert (told["text"], told["advisor"]) == ("A digger", {"id": denis.pk, "name": "Denis"})
    assert program(denis).get(f"/cases/{hidden.reference}/drafts").status_code == 404


def test_a_program_reads_how_a_person_prefers_to_be_reached(case, denis_program):
    told = denis_program.get(f"/cases/{case.reference}").json()
    assert (told["preferred_way"], told["preferred_way_met"]) == ("", True)
    type(case.person).objects.filter(pk=case.person_id).update(reached_by="phone")
    told = denis_program.get(f"/cases/{case.reference}").json()
    assert (told["preferred_way"], told["preferred_way_met"]) == ("phone", False)


def test_a_program_calls_a_lead_as_witness(case, denis_program, esther):
    told = denis_program.post(f"/cases/{case.reference}/witness", {})
    assert told.status_code == 201
    assert told.json()["mentions"] == [{"id": esther.pk, "name": "Esther"}]
    assert told.json()["voice"] == "note"


def test_nobody_is_called_as_witness_where_nobody_leads(case, denis_program):
    assert denis_program.post(f"/cases/{case.reference}/witness", {}).status_code == 422
