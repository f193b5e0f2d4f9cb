"""Tags, views and many cases at once, for programs."""

from datetime import timedelta

import pytest

from petitevoix.api import answers
from petitevoix.cases.actions.describing import describe
from petitevoix.cases.models import Case, View
from petitevoix.jobs.runner import run_until_idle
from petitevoix.kit import clock
from petitevoix.people.describing import add_field

pytestmark = pytest.mark.django_db


def test_a_program_gives_tags_and_finds_by_them(case, denis_program):
    told = denis_program.post(f"/cases/{case.reference}/tags", {"add": ["Bill", "urgent"]}).json()
    assert told["tags"] == ["Bill", "urgent"]
    assert [one["reference"] for one in denis_program.get("/cases", tag="BILL").json()["items"]] == [case.reference]
    assert denis_program.get("/cases", tag="other").json()["items"] == []
    told = denis_program.post(f"/cases/{case.reference}/tags", {"remove": ["bill"]}).json()
    assert told["tags"] == ["urgent"]
    assert {one["name"] for one in denis_program.get("/tags").json()["items"]} == {"Bill", "urgent"}


def test_a_program_keeps_a_view_and_reads_its_cases(case, denis_program, esther):
    made = denis_program.post("/views", {"name": "Waiting", "conditions": {"state": ["open"]}}).json()
    found = denis_program.get("/cases", view=made["id"]).json()["items"]
    assert [one["reference"] for one in found] == [case.reference]
    assert [one["name"] for one in denis_program.get("/views").json()["items"]] == ["Waiting"]
    assert denis_program.post("/views", {"name": "None", "conditions": {}}).status_code == 422
    assert denis_program.post("/views", {"name": "None", "conditions": {"x": 1}}).status_code == 422
    hers = View.objects.create(name="Hers", owner=esther, conditions={"state": ["open"]})
    assert denis_program.get("/cases", view=hers.pk).json()["items"] == []


def test_a_programs_view_asks_for_what_the_house_writes_down(case, denis_program, denis, farid):
    add_field(by=farid, target="case", key="serial", label_fr="", label_en="Serial", kind="text")
    describe(case, by=denis, values={"serial": "BX-99"})
    made = denis_program.post("/views", {"name": "Boxes", "conditions": {"case.serial": "bx-"}}).json()
    assert made["conditions"] == {"case.serial": "bx-"}
    found = denis_program.get("/cases", view=made["id"]).json()["items"]
    assert [one["reference"] for one in found] == [case.reference]
    assert denis_program.post("/views", {"name": "None", "conditions": {"case.other": "x"}}).status_code == 409
    assert denis_program.post("/views", {"name": "None", "conditions": {"house.serial": "x"}}).status_code == 422


LONG = "A box whose name is so long that it takes more than sixty letters to say it"


@pytest.mark.parametrize(
    ("kind", "written", "asked"),
    [("number", 3.5, 3.5), ("number", 7, 7), ("yes-no", False, False), ("yes-no", True, [True]), ("choice", LONG, [LONG])],
)  # fmt: skip
def test_a_view_asks_for_a_value_as_the_case_gives_it(case, denis_program, denis, farid, kind, written, asked):
    add_field(by=farid, target="case", key="mark", label_fr="", label_en="Mark", kind=kind, choices=[LONG, "b"])
    describe(case, by=denis, values={"mark": written})
    made = denis_program.post("/views", {"name": "Marked", "conditions": {"case.mark": asked}})
    assert made.status_code == 201
    found = denis_program.get("/cases", view=made.json()["id"]).json()["items"]
    assert [(one["reference"], one["fields"]) for one in found] == [(case.reference, {"mark": written})]


def test_a_text_is_not_asked_for_by_a_number(denis_program, denis, farid):
    add_field(by=farid, target="case", key="mark", label_fr="", label_en="Mark", kind="text")
    assert denis_program.post("/views", {"name": "Marked", "conditions": {"case.mark": 7}}).status_code == 409


@pytest.mark.parametrize("words", ["Chaudière", "L’été", "école", "Œuvre", "7", "Ça coûte 5 €", "水"])
def test_words_are_asked_for_in_any_language(denis_program, case, words):
    Case.objects.filter(pk=case.pk).update(title=f"Voici : {words}, encore")
    made = denis_program.post("/views", {"name": words, "conditions": {"title": words}})
    assert made.status_code == 201
    assert made.json()["conditions"] == {"title": words}
    found = denis_program.get("/cases", view=made.json()["id"]).json()["items"]
    assert [one["reference"] for one in found] == [case.reference]


@pytest.mark.parametrize("words", ["", " ", "a\x00b", "a\nb", "a\x9fb", "\u202ea", "a" * 121])
def test_words_that_are_no_line_are_refused(denis_program, words):
    for condition in ("title", "organisation"):
        assert denis_program.post("/views", {"name": "x", "conditions": {condition: words}}).status_code == 422
    assert not View.objects.exists()


def test_a_program_puts_many_cases_in_spam_and_takes_them_out(case, denis_program, hidden):
    body = {"act": "spam", "cases": [case.reference, hidden.reference]}
    put = denis_program.post("/bulk", body)
    assert put.status_code == 202
    assert answers.BulkAct.model_validate_json(put.content).act == "spam"
    run_until_idle(["acts"])
    assert Case.objects.get(pk=case.pk).state == "spam"
    assert Case.objects.get(pk=hidden.pk).state == "open"
    denis_program.post("/bulk", {**body, "act": "clear"})
    run_until_idle(["acts"])
    assert Case.objects.get(pk=case.pk).state == "open"
    assert denis_program.post("/bulk", {**body, "act": "delete"}).status_code == 422


def test_a_program_acts_on_many_cases_and_takes_it_back(case, denis_program, denis, hidden):
    body = {"act": "assign", "cases": [case.reference, hidden.reference, "PV-000000"], "advisor": denis.pk}
    begun = denis_program.post("/bulk", body)
    assert begun.status_code == 202
    run_until_idle(["acts"])
    told = denis_program.get(begun["Location"].removeprefix("/api/v1")).json()
    assert (told["state"], told["cases"], told["changed"]) == ("done", 1, 1)
    assert Case.objects.get(pk=hidden.pk).advisor is None
    denis_program.post(f"/bulk/{told['id']}/undo")
    run_until_idle(["acts"])
    assert denis_program.get(f"/bulk/{told['id']}").json()["state"] == "undone"
    assert Case.objects.get(pk=case.pk).advisor is None
    assert denis_program.post("/bulk", {**body, "cases": [hidden.reference]}).status_code == 409


def test_a_program_keeps_a_ready_answer_and_finds_it(denis_program, line, bills):
    made = denis_program.post("/ready-answers", {"name": "Slow line", "en": "Hello {first_name}.", "team": line.pk})
    assert made.status_code == 201
    found = denis_program.get("/ready-answers", q="lin").json()["items"]
    assert [(one["name"], one["team"]) for one in found] == [("Slow line", line.pk)]
    assert denis_program.get("/ready-answers", q="other").json()["items"] == []
    assert denis_program.post("/ready-answers", {"name": "No words"}).status_code == 422
    assert denis_program.post("/ready-answers", {"name": "Bills", "en": "x", "team": bills.pk}).status_code == 422


def test_a_program_sets_a_case_aside_and_brings_it_back(case, denis_program):
    until = (clock.now() + timedelta(days=3)).isoformat()
    told = denis_program.post(f"/cases/{case.reference}/snooze", {"until": until, "why": "The depot is shut."}).json()
    assert told["snoozed_until"]
    assert told["state"] == "open"
    assert denis_program.get("/cases").json()["items"] == []
    assert len(denis_program.get("/cases", state="any").json()["items"]) == 1
    assert denis_program.delete(f"/cases/{case.reference}/snooze").json()["snoozed_until"] is None
    assert len(denis_program.get("/cases").json()["items"]) == 1
    assert denis_program.post(f"/cases/{case.reference}/snooze", {"until": "2020-01-01T00:00:00Z"}).status_code == 422


def test_a_programs_reply_leaves_at_its_time(case, denis_program):
    Case.objects.filter(pk=case.pk).update(news_due_at=None)
    asked = [
        {"id": one["id"], "mark": "answered"}
        for one in denis_program.get(f"/cases/{case.reference}/questions").json()["items"]
    ]
    body = {"text": "The splitter was worn.", "questions": asked}
    at = (clock.now() + timedelta(days=2)).isoformat()
    told = denis_program.post(f"/cases/{case.reference}/replies", {**body, "leaves_at": at})
    assert told.status_code == 201
    assert told.json()["leaves_at"][:16] == at[:16]
    refused = denis_program.post(f"/cases/{case.reference}/replies", {**body, "leaves_at": "2020-01-01T00:00:00Z"})
    assert refused.status_code == 422
