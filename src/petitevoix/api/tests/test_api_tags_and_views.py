"""Programs keep the list of tags in order, and change, put away and bring back views."""

import pytest

from petitevoix.api import answers
from petitevoix.cases.actions.tagging import tag
from petitevoix.cases.models import Case, Tag, View

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(program, esther):
    return program(esther)


@pytest.fixture
def outage(case, denis) -> Tag:
    tag(case, by=denis, add=["Panne"])
    return Tag.objects.get()


def test_a_tag_is_renamed_and_coloured(outage, lead):
    told = lead.patch(f"/tags/{outage.pk}", {"name": "Coupure", "colour": "red"})
    assert answers.Tag.model_validate_json(told.content).name == "Coupure"
    assert lead.patch(f"/tags/{outage.pk}", {"colour": "blue"}).json()["name"] == "Coupure"
    assert lead.patch(f"/tags/{outage.pk}", {"colour": "pink"}).status_code == 422


def test_a_name_that_is_taken_is_refused(case, outage, denis, lead):
    tag(case, by=denis, add=["Outage"])
    refused = lead.patch(f"/tags/{outage.pk}", {"name": "outage"})
    assert (refused.status_code, Tag.objects.get(pk=outage.pk).name) == (422, "Panne")


def test_a_tag_stands_for_another_until_it_is_parted(case, outage, denis, lead):
    tag(case, by=denis, add=["Outage"], remove=["Panne"])
    into = Tag.objects.get(name="Outage")
    assert lead.post(f"/tags/{outage.pk}/merge", {"into": into.pk}).json()["name"] == "Outage"
    assert [one["name"] for one in lead.get("/tags").json()["items"]] == ["Outage"]
    [merged] = lead.get("/tags", which="merged").json()["items"]
    assert (merged["name"], merged["stands_for"]) == ("Panne", into.pk)
    assert lead.delete(f"/tags/{outage.pk}/merge").json()["stands_for"] is None
    assert lead.post(f"/tags/{outage.pk}/merge", {"into": outage.pk}).status_code == 409
    assert lead.post(f"/tags/{outage.pk}/merge", {"into": 99999}).status_code == 409


def test_a_tag_is_taken_out_of_the_list_and_brought_back(case, outage, lead):
    assert lead.delete(f"/tags/{outage.pk}").json()["removed"]
    assert lead.get("/tags").json()["items"] == []
    assert lead.get(f"/cases/{case.reference}").json()["tags"] == []
    assert [one["id"] for one in lead.get("/tags", which="removed").json()["items"]] == [outage.pk]
    assert not lead.post(f"/tags/{outage.pk}/restoration").json()["removed"]
    assert lead.get(f"/cases/{case.reference}").json()["tags"] == ["Panne"]


def test_who_does_not_lead_leaves_the_list_as_it_is(case, outage, denis, denis_program):
    other = tag(case, by=denis, add=["Outage"]).tags[-1]
    path = f"/tags/{outage.pk}"
    for refused in (
        denis_program.patch(path, {"name": "Mine"}), denis_program.delete(path), denis_program.post(f"{path}/restoration"),
        denis_program.post(f"{path}/merge", {"into": other}), denis_program.delete(f"{path}/merge"),
    ):  # fmt: skip
        assert refused.status_code == 422
        assert refused.json()["detail"] == "This is decided by those who lead a team or run the house."
    assert denis_program.delete("/tags/99999").status_code == 404
    assert [one.name for one in Tag.objects.in_use()] == ["Outage", "Panne"]


@pytest.fixture
def waiting(denis) -> View:
    return View.objects.create(name="Waiting", owner=denis, conditions={"state": ["open"]})


def test_a_view_is_changed_and_what_is_left_out_stays(case, waiting, denis_program, line, bills):
    path = f"/views/{waiting.pk}"
    told = denis_program.patch(path, {"name": "À répondre"})
    assert answers.View.model_validate_json(told.content).conditions == {"state": ["open"]}
    told = denis_program.patch(path, {"conditions": {"title": "été"}, "audience": "team", "team": line.pk}).json()
    assert (told["name"], told["conditions"], told["team"]) == ("À répondre", {"title": "été"}, line.pk)
    assert denis_program.patch(path, {"name": "Still the team’s"}).json()["team"] == line.pk
    assert denis_program.patch(path, {"audience": "team", "team": bills.pk}).status_code == 409
    assert denis_program.patch(path, {"conditions": {"case.no_such": "x"}}).status_code == 409
    assert denis_program.patch(path, {"conditions": {}}).status_code == 422


def test_a_view_is_put_away_and_brought_back(case, waiting, denis_program):
    assert denis_program.delete(f"/views/{waiting.pk}").json()["id"] == waiting.pk
    assert denis_program.get("/views").json()["items"] == []
    assert denis_program.delete(f"/views/{waiting.pk}").status_code == 404
    assert [one["name"] for one in denis_program.get("/views", which="put_away").json()["items"]] == ["Waiting"]
    assert denis_program.post(f"/views/{waiting.pk}/restoration").status_code == 200
    assert [one["name"] for one in denis_program.get("/views").json()["items"]] == ["Waiting"]
    assert Case.objects.exists()


def test_somebody_elses_view_is_hidden_or_stays_as_it_is(denis_program, esther):
    hers = View.objects.create(name="Hers", owner=esther, conditions={"state": ["open"]})
    assert denis_program.patch(f"/views/{hers.pk}", {"name": "Mine"}).status_code == 404
    View.objects.update(audience="everyone")
    refused = denis_program.patch(f"/views/{hers.pk}", {"name": "Mine"})
    assert (refused.status_code, refused.json()["detail"]) == (422, "This view is Esther’s; make one of your own.")
    assert denis_program.delete(f"/views/{hers.pk}").status_code == 422
    assert View.objects.get().name == "Hers"
