"""Custom fields, for programs: seen, written, refused in a sentence that says where."""

from petitevoix.api import answers
from petitevoix.people.describing import add_field

FLOOR = {"target": "case", "key": "floor", "kind": "number", "label_en": "Floor"}


def test_a_program_sees_and_writes_those_of_a_case(case, denis_program, farid):
    add_field(by=farid, label_fr="", **FLOOR)
    path = f"/cases/{case.reference}"
    assert denis_program.get(path).json()["fields"] == {}
    told = denis_program.patch(path, {"fields": {"floor": 4.5}})
    assert answers.WholeCase.model_validate_json(told.content).fields == {"floor": 4.5}
    wrong = denis_program.patch(path, {"fields": {"floor": "fourth"}})
    assert (wrong.status_code, wrong.json()["errors"][0]["pointer"]) == (422, "#/fields/floor")
    assert denis_program.patch(path, {"fields": {"flor": 4}}).status_code == 409
    assert denis_program.patch(path, {"fields": {"floor": None}}).json()["fields"] == {}


def test_a_program_sees_and_writes_those_of_a_person(case, ana, denis_program, farid):
    add_field(by=farid, label_fr="", **FLOOR | {"target": "person"})
    new = {"email": "zoe@letters.example", "fields": {"floor": 2}}
    assert denis_program.post("/people", new).json()["fields"] == {"floor": 2}
    wrong = denis_program.patch(f"/people/{ana.pk}", {"name": "Anna", "fields": {"floor": True}})
    assert wrong.status_code == 422
    ana.refresh_from_db()
    assert (ana.name, ana.fields) == ("Ana Ferreira", {})


def test_which_fields_there_are_is_decided_by_an_admin(program, farid, denis_program, line):
    mine = program(farid)
    field = answers.CustomField.model_validate_json(mine.post("/fields", FLOOR | {"team": "Line and box"}).content)
    assert (field.key, field.team.name) == ("floor", "Line and box")
    assert mine.post("/fields", FLOOR).status_code == 409
    changed = mine.patch(f"/fields/{field.id}", {"label_fr": "Étage", "team": None, "archived": True}).json()
    assert (changed["label_fr"], changed["label_en"], changed["team"], changed["archived"]) == (
        "Étage", "Floor", None, True,
    )  # fmt: skip
    assert denis_program.post("/fields", FLOOR).status_code == 403
    assert denis_program.patch(f"/fields/{field.id}", {"archived": False}).status_code == 403
    assert len(denis_program.get("/fields", target="case").json()["items"]) == 1
    assert denis_program.get("/fields", target="person").json()["items"] == []
