"""Programs bring persons together who are one, tell apart who are two, and give back what was brought over."""

from datetime import timedelta

import pytest

from petitevoix.api import answers
from petitevoix.api import people_shapes as shapes
from petitevoix.cases.actions.merging_persons import merge
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.kit import clock
from petitevoix.people.likeness import look_at_everybody
from petitevoix.people.models import Person, Twins
from petitevoix.vault.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def again(case, line) -> Person:
    """Ana once more, who put a plus into her address."""
    receive(Arrival(channel="email", sender="ana+home@letters.example", sender_name="Ana", words="And now?", team=line))
    look_at_everybody()
    return Person.objects.at("ana+home@letters.example").get()


def test_a_merge_is_listed_with_its_number_and_undone(ana, again, denis_program):
    assert denis_program.post(f"/people/{ana.pk}/merges", {"person": again.pk}).status_code == 200
    told = shapes.PersonMergePage.model_validate_json(denis_program.get(f"/people/{ana.pk}/merges").content)
    [done] = told.items
    assert (done.merged.id, done.by.name, done.can_be_undone) == (again.pk, "Denis", True)
    assert denis_program.get(f"/people/{again.pk}").status_code == 404
    undone = denis_program.post(f"/merges/{done.id}/undo")
    assert shapes.PersonMerge.model_validate_json(undone.content).undone_at
    assert answers.Person.model_validate_json(denis_program.get(f"/people/{again.pk}").content).id == again.pk


def test_what_is_undone_or_too_old_is_refused_in_one_sentence(ana, again, denis, denis_program):
    done = merge(ana, again, by=denis)
    with clock.stopped_at(clock.now() + timedelta(days=31)):
        refused = denis_program.post(f"/merges/{done.pk}/undo")
    assert refused.status_code == 422
    assert "thirty days" in refused.json()["detail"]
    assert Person.objects.get(pk=again.pk).merged_into_id == ana.pk


def test_who_may_also_be_this_person_is_listed_until_somebody_says_they_are_two(ana, again, denis_program):
    before = Entry.objects.filter(name="person.opened").count()
    told = shapes.TwinsPage.model_validate_json(denis_program.get(f"/people/{ana.pk}/twins").content)
    [pair] = told.items
    assert ({pair.one.id, pair.other.id}, pair.because) == ({ana.pk, again.pk}, "mail")
    assert Entry.objects.filter(name="person.opened").count() == before + 1
    assert len(denis_program.get("/twins").json()["items"]) == 1
    assert denis_program.post(f"/twins/{pair.id}/apart").json() == {"id": pair.id, "apart": True}
    assert denis_program.get(f"/people/{ana.pk}/twins").json()["items"] == []
    assert denis_program.get("/twins").json() == {"items": [], "next": None}


def test_nobody_learns_of_somebody_whose_every_case_is_hidden(ana, hidden, denis, esther, denis_program, program):
    one, other = sorted((ana.pk, hidden.person_id))
    pair = Twins.objects.create(one_id=one, other_id=other, because="phone")
    for path in ("/twins", f"/people/{ana.pk}/twins"):
        assert denis_program.get(path).json()["items"] == []
        assert len(program(esther).get(path).json()["items"]) == 1
    assert denis_program.post(f"/twins/{pair.pk}/apart").status_code == 404
    assert denis_program.get(f"/people/{hidden.person_id}/merges").status_code == 404
    assert denis_program.get(f"/people/{hidden.person_id}/twins").status_code == 404
    other_of_them = Person.objects.meet("secret.b@letters.example")
    done = merge(hidden.person, other_of_them, by=esther)
    assert denis_program.post(f"/merges/{done.pk}/undo").status_code == 404
    assert denis_program.post("/merges/99999/undo").status_code == 404


def test_a_role_that_only_reads_parts_nobody(ana, again, denis, gaspard, program):
    done = merge(ana, again, by=denis)
    assert program(gaspard).get(f"/people/{ana.pk}/merges").status_code == 200
    assert program(gaspard).post(f"/merges/{done.pk}/undo").status_code == 403
