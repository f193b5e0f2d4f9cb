"""Macros and checklists by program."""

import pytest

from petitevoix.cases.models import Case, Draft, Macro, Step

pytestmark = pytest.mark.django_db
OUTAGE = {
    "name_fr": "Panne connue", "name_en": "Known outage", "audience": "everyone", "en": "Hello {first_name}.",
    "acts": {"hand": {"to": "me"}, "tag": {"add": ["outage"]}, "wish": {"wish": "fix"}},
}  # fmt: skip


def test_a_macro_is_kept_previewed_done_and_taken_back(denis_program, case, denis):
    kept = denis_program.post("/macros", OUTAGE)
    assert kept.status_code == 201
    assert [one["name_en"] for one in denis_program.get("/macros", q="out").json()["items"]] == ["Known outage"]
    path = f"/cases/{case.reference}/macros/{kept.json()['id']}"
    seen = denis_program.post(path, {"preview": True}).json()
    assert (seen["done"], seen["run"], seen["text"]) == (False, None, "Hello Ana.")
    assert [(one["act"], one["refused"], one["changes"]) for one in seen["acts"]] == [
        ("tag", "", True), ("wish", "", True), ("hand", "", True),
    ]  # fmt: skip
    assert Case.objects.get().wish == ""
    done = denis_program.post(path, {"preview": False}).json()
    assert Case.objects.get().wish == "fix"
    assert Draft.objects.get().words == "Hello Ana."
    back = denis_program.post(f"/cases/{case.reference}/runs/{done['run']}/undo")
    assert back.json() == {"run": done["run"], "undone": True}
    assert Case.objects.get().wish == ""
    assert not Draft.objects.get().words


def test_what_is_not_here_is_a_conflict_and_what_is_malformed_is_invalid(denis_program, case):
    assert denis_program.post("/macros", {"name_en": "x", "acts": {"hand": {"to": 99999}}}).status_code == 409
    assert (
        denis_program.post("/macros", {"name_en": "x", "acts": {"checklist": {"procedure": 99999}}}).status_code == 409
    )
    for wrong in (
        {"name_en": "x"},
        {"acts": OUTAGE["acts"]},
        {**OUTAGE, "acts": {"send": {}}},
        {**OUTAGE, "acts": {"wish": {"wish": "x"}}},
    ):
        assert denis_program.post("/macros", wrong).status_code == 422
    assert not Macro.objects.exists()
    assert denis_program.post(f"/cases/{case.reference}/macros/999", {"preview": True}).status_code == 404


def test_many_cases_by_a_macro(denis_program, case):
    kept = denis_program.post("/macros", OUTAGE).json()
    begun = denis_program.post("/bulk", {"act": "macro", "macro": kept["id"], "cases": [case.reference]})
    assert begun.status_code == 202
    assert denis_program.post("/bulk", {"act": "macro", "macro": 99999, "cases": [case.reference]}).status_code == 409


def test_a_checklist_is_added_read_and_ticked(denis_program, case, denis):
    made = denis_program.post(
        f"/cases/{case.reference}/checklists", {"name": "Dead line", "steps": ["Measure", "Call"]}
    )
    assert made.status_code == 201
    first = Step.objects.first()
    ticked = denis_program.post(
        f"/cases/{case.reference}/steps/{first.pk}", {"done": True, "result": "12 Mbit/s"}
    ).json()
    assert (ticked["done_by"]["name"], ticked["result"]) == ("Denis", "12 Mbit/s")
    [told] = denis_program.get(f"/cases/{case.reference}/checklists").json()["items"]
    assert [(one["words"], bool(one["done_at"])) for one in told["steps"]] == [("Measure", True), ("Call", False)]
    assert denis_program.post(f"/cases/{case.reference}/steps/{first.pk}", {"done": False}).json()["done_at"] is None
    assert denis_program.post(f"/cases/{case.reference}/checklists", {"procedure": 99999}).status_code == 409
    assert denis_program.get("/procedures").json() == {"items": [], "next": None}
