"""Programs change ready answers and macros, and put them and procedures away and bring them back."""

import pytest

from petitevoix.api import answers
from petitevoix.api import macro_schemas as shapes
from petitevoix.cases.actions.macros import keep_macro
from petitevoix.cases.actions.procedures import keep_procedure
from petitevoix.cases.actions.ready import keep_answer
from petitevoix.cases.models import Macro, ReadyAnswer

pytestmark = pytest.mark.django_db


def test_a_ready_answer_is_changed_and_what_is_left_out_stays(denis, denis_program, line, bills):
    kept = keep_answer(by=denis, name="Slow line", en="Hello.", team=line)
    told = denis_program.patch(f"/ready-answers/{kept.pk}", {"name": "Ligne lente", "fr": "Bonjour."})
    changed = answers.ReadyAnswer.model_validate_json(told.content)
    assert (changed.name, changed.fr, changed.en, changed.team) == ("Ligne lente", "Bonjour.", "Hello.", line.pk)
    assert denis_program.patch(f"/ready-answers/{kept.pk}", {"team": None}).json()["team"] is None
    assert denis_program.patch(f"/ready-answers/{kept.pk}", {"team": bills.pk}).status_code == 422


def test_a_macro_is_changed_and_what_is_left_out_stays(denis, denis_program, line):
    kept = keep_macro(by=denis, name_en="Outage", acts={"wish": {"wish": "fix"}}, en="Hello.")
    told = denis_program.patch(f"/macros/{kept.pk}", {"name_fr": "Panne", "acts": {"tag": {"add": ["panne"]}}})
    changed = shapes.Macro.model_validate_json(told.content)
    assert (changed.name_fr, changed.name_en, changed.en) == ("Panne", "Outage", "Hello.")
    assert list(changed.acts) == ["tag"]
    shared = denis_program.patch(f"/macros/{kept.pk}", {"audience": "team", "team": line.pk}).json()
    assert (shared["audience"], shared["team"], list(shared["acts"])) == ("team", line.pk, ["tag"])
    assert denis_program.patch(f"/macros/{kept.pk}", {"acts": {"hand": {"to": 99999}}}).status_code == 409


def test_what_is_put_away_is_listed_apart_and_brought_back(denis, denis_program):
    rows = {
        "ready-answers": keep_answer(by=denis, name="Slow line", en="Hello."),
        "macros": keep_macro(by=denis, name_en="Outage", acts={}, en="Hello."),
        "procedures": keep_procedure(by=denis, name="Dead line", steps=[{"words": "Measure"}]),
    }
    for noun, row in rows.items():
        assert denis_program.delete(f"/{noun}/{row.pk}").json()["id"] == row.pk
        assert denis_program.get(f"/{noun}").json()["items"] == []
        assert [one["id"] for one in denis_program.get(f"/{noun}", which="put_away").json()["items"]] == [row.pk]
        assert denis_program.post(f"/{noun}/{row.pk}/restoration").status_code == 200
        assert [one["id"] for one in denis_program.get(f"/{noun}").json()["items"]] == [row.pk]


def test_what_is_somebody_elses_is_hidden_or_stays_as_it_is(denis_program, esther, bills):
    hers = {
        "ready-answers": keep_answer(by=esther, name="Hers", en="Hello."),
        "macros": keep_macro(by=esther, name_en="Hers", acts={}, en="Hello.", audience="everyone"),
        "procedures": keep_procedure(by=esther, name="Hers", steps=[{"words": "Measure"}]),
    }
    for noun, row in hers.items():
        refused = denis_program.delete(f"/{noun}/{row.pk}")
        assert (refused.status_code, "Esther" in refused.json()["detail"]) == (422, True)
        assert denis_program.post(f"/{noun}/{row.pk}/restoration").status_code == 422
    assert denis_program.patch(f"/macros/{hers['macros'].pk}", {"en": "Mine."}).status_code == 422
    assert denis_program.patch(f"/ready-answers/{hers['ready-answers'].pk}", {"en": "Mine."}).status_code == 422
    Macro.objects.update(audience="me")
    ReadyAnswer.objects.update(team=bills)
    for path in (f"/macros/{hers['macros'].pk}", f"/ready-answers/{hers['ready-answers'].pk}"):
        assert denis_program.patch(path, {"en": "Mine."}).status_code == 404
        assert denis_program.delete(path).status_code == 404


def test_a_procedure_is_kept_changed_and_offered_where_it_fits(denis, denis_program, esther, line, case):
    tag = denis_program.post("/tags", {"name": "storm", "colour": "blue"})
    assert (tag.status_code, tag.json()["colour"]) == (201, "blue")
    assert denis_program.post("/tags", {"name": "Storm"}).status_code == 409
    steps = [{"words": "Measure", "link": "https://tool.example/line"}, {"words": "Call the exchange"}]
    body = {"name": "Dead line", "steps": steps, "team": line.pk, "when_tag": tag.json()["id"]}
    kept = denis_program.post("/procedures", body)
    assert kept.status_code == 201, kept.json()
    assert kept.json()["steps"] == steps
    assert kept.json()["when_tag"] == tag.json()["id"]
    path = f"/procedures/{kept.json()['id']}"
    changed = denis_program.patch(path, {"steps": steps[:1], "team": None}).json()
    assert (changed["name"], changed["steps"], changed["team"]) == ("Dead line", steps[:1], None)
    assert changed["when_tag"] == tag.json()["id"]
    for strange in ({"when_tag": 99999}, {"team": 99999}, {"steps": [{"words": "x", "ready_answer": 99999}]}):
        assert denis_program.patch(path, body | strange).status_code == 409, strange
    assert denis_program.post("/procedures", {"name": "x", "steps": []}).status_code == 422
    theirs = keep_procedure(by=esther, name="Hers", steps=[{"words": "Measure"}])
    assert denis_program.patch(f"/procedures/{theirs.pk}", body).status_code == 409
