"""Custom fields: what a house writes down of its cases besides, each value of its kind, and found again by it."""

import pytest

from petitevoix.cases.actions.describing import describe, fields_of
from petitevoix.cases.conditions import cleaned, select
from petitevoix.cases.refusals import Refused
from petitevoix.journal.models import Event
from petitevoix.people.describing import add_field, archive_field, change_field, describe_person
from petitevoix.people.models import Advisor, Field
from petitevoix.people.refusals import Unchanged, WrongValue


def asked(farid: Advisor, key: str, kind: str = "text", **how) -> Field:
    words = {"label_fr": "", "label_en": key.title(), **how}
    return add_field(by=farid, target=words.pop("target", "case"), key=key, kind=kind, **words)


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("text", "  Box   v7 ", "Box v7"),
        ("number", "12,5", 12.5),
        ("number", "1 200", 1200),
        ("number", 7.0, 7),
        ("date", "2026-11-22", "2026-11-22"),
        ("choice", "red", "red"),
        ("yes-no", "yes", True),
        ("yes-no", False, False),
        ("link", "https://orders.example/7", "https://orders.example/7"),
    ],
)
def test_a_value_is_read_by_its_kind_and_the_case_is_found_by_it(case, denis, farid, kind, typed, kept):
    asked(farid, "contains", kind, choices=["red", "blue"])  # a key that is also the name of a look-up
    assert describe(case, by=denis, values={"contains": typed}).fields == {"contains": kept}
    sought = {True: "yes", False: "no"}[kept] if kind == "yes-no" else str(typed)
    assert select(cleaned({"case.contains": sought}), denis).get() == case


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("text", 7),
        ("text", "x" * 501),
        ("number", "seven"),
        ("number", True),
        ("number", 10**30),
        ("number", float("nan")),
        ("date", "22/11/2026"),
        ("date", "2026-02-30"),
        ("choice", "green"),
        ("yes-no", "perhaps"),
        ("yes-no", []),
        ("link", "javascript:alert(1)"),
        ("link", "https://"),
        ("link", "https://[::1"),
    ],
)
def test_a_value_of_another_kind_is_refused_in_a_sentence_and_changes_nothing(case, denis, farid, kind, typed):
    asked(farid, "extra", kind, choices=["red", "blue"])
    asked(farid, "other")
    with pytest.raises(WrongValue, match="“Extra” is"):
        describe(case, by=denis, values={"other": "x", "extra": typed})
    case.refresh_from_db()
    assert case.fields == {}
    assert not Event.objects.filter(name="case.described").exists()


def test_what_changed_is_in_the_history_and_an_empty_value_takes_it_away(case, denis, farid):
    asked(farid, "box")
    asked(farid, "floor", "number")
    describe(case, by=denis, values={"box": "v7", "floor": "3"})
    assert describe(case, by=denis, values={"box": " "}).fields == {"floor": 3}
    told = Event.objects.filter(name="case.described").order_by("id").last()
    assert (told.facts["before"], told.facts["after"]) == ({"box": "v7"}, {"box": None})
    describe(case, by=denis, values={"floor": 3})
    assert Event.objects.filter(name="case.described").count() == 2  # nothing changed: nothing to tell


def test_a_field_of_a_team_is_asked_in_its_cases_only(case, denis, farid, bills):
    asked(farid, "invoice", team=bills)
    assert fields_of(case) == []
    with pytest.raises(WrongValue, match="no field “invoice” here"):
        describe(case, by=denis, values={"invoice": "7"})


def test_an_archived_field_is_asked_no_longer_and_what_was_written_stays(case, denis, farid):
    field = asked(farid, "box")
    describe(case, by=denis, values={"box": "v7"})
    archive_field(field, by=farid)
    with pytest.raises(WrongValue):
        describe(case, by=denis, values={"box": "v8"})
    case.refresh_from_db()
    assert case.fields == {"box": "v7"}
    archive_field(field, by=farid, archived=False)
    assert describe(case, by=denis, values={"box": "v8"}).fields == {"box": "v8"}


def test_fields_are_decided_by_those_who_run_the_house_and_read_by_their_own_label(farid, esther, gaspard, ana, case):
    with pytest.raises(Unchanged, match="run the house"):
        asked(esther, "box")
    field = asked(farid, "box", label_fr="Boîtier", target="person")
    for wrong in ({"key": "Box"}, {"key": "1box"}, {"key": "box"}, {"key": "n", "label_en": " "},
                  {"key": "c", "kind": "choice", "choices": ["one", "one"]}):  # fmt: skip
        with pytest.raises(Unchanged):
            asked(farid, **{"key": "k", "target": "person", **wrong})
    assert Field.objects.count() == 1
    changed = change_field(field, by=farid, label_fr="Modem", label_en="", choices=[], position=2)
    assert (changed.label, changed.key, changed.kind) == ("Modem", "box", "text")
    with pytest.raises(Unchanged):
        describe_person(ana, by=gaspard, values={"box": "x"})
    with pytest.raises(Refused):
        describe(case, by=gaspard, values={})
