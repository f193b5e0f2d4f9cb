"""Tags: words the team sorts cases by, and nothing done to them is lost."""

import pytest

from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.tagging import drop_tag, keep_tag, merge_tag, part_tag, tag
from petitevoix.cases.conditions import select
from petitevoix.cases.models import Case, Tag
from petitevoix.cases.refusals import Refused
from petitevoix.journal.models import Event
from petitevoix.people.models import Advisor

pytestmark = pytest.mark.django_db


def found(by, *tags, key="tag"):
    return list(select({key: [str(one.pk) for one in tags]}, by).values_list("pk", flat=True))


def test_a_case_is_given_tags_by_name_whatever_their_case_and_accents(case, denis):
    tag(case, by=denis, add=["Réparation", "urgent"])
    tag(case, by=denis, add=["REPARATION"])
    assert [Tag.objects.get(pk=pk).name for pk in Case.objects.get(pk=case.pk).tags] == ["Réparation", "urgent"]
    assert Event.objects.filter(name="case.tagged").count() == 1
    tag(case, by=denis, remove=["reparation", "unknown"])
    assert [Tag.objects.get(pk=pk).name for pk in Case.objects.get(pk=case.pk).tags] == ["urgent"]
    assert Event.objects.filter(name="case.tagged").latest("id").facts == {"added": [], "removed": ["Réparation"]}


def test_a_merged_tag_is_found_by_either_name_and_can_be_taken_apart(case, denis, esther):
    tag(case, by=denis, add=["bill"])
    bill, facture = Tag.objects.called("bill"), keep_tag(by=esther, name="facture", colour="blue")
    assert found(denis, facture) == []
    merge_tag(bill, by=esther, into=facture)
    assert Tag.objects.called("Bill") == facture
    assert found(denis, facture) == [case.pk]
    assert list(Tag.objects.in_use()) == [facture]
    part_tag(bill, by=esther)
    assert found(denis, facture) == []
    assert found(denis, bill) == [case.pk]


def test_a_view_of_a_merged_tag_asks_for_all_that_it_stands_for(case, ana, line, denis, esther):
    other_case = receive(Arrival(channel="form", sender="bruno@letters.example", words="Hello?", team=line)).case
    tag(case, by=denis, add=["bill"])
    tag(other_case, by=denis, add=["facture"])
    bill, facture = Tag.objects.called("bill"), Tag.objects.called("facture")
    merge_tag(bill, by=esther, into=facture)
    assert {*found(denis, bill)} == {*found(denis, facture)} == {case.pk, other_case.pk}
    assert not {case.pk, other_case.pk} & {*found(denis, bill, key="without_tag")}
    part_tag(bill, by=esther)
    assert found(denis, bill) == [case.pk]


def test_a_dropped_tag_is_kept_by_its_cases_unseen_and_comes_back(case, denis, esther):
    tag(case, by=denis, add=["old"])
    old = Tag.objects.called("old")
    drop_tag(old, by=esther)
    assert found(denis, old) == []
    assert found(denis, old, key="without_tag") == [case.pk]
    keep_tag(by=denis, name="OLD", colour="red")
    assert found(denis, old) == [case.pk]


def test_the_list_of_tags_is_for_those_who_lead_and_reading_changes_nothing(case, denis, gaspard):
    with pytest.raises(Refused):
        tag(case, by=gaspard, add=["x"])
    kept = keep_tag(by=denis, name="new", colour="mauve")
    assert kept.colour == "grey"
    for forbidden in (
        lambda: keep_tag(by=denis, name="newer", colour="red", known=kept),
        lambda: drop_tag(kept, by=denis),
        lambda: merge_tag(kept, by=denis, into=kept),
    ):
        with pytest.raises(Refused):
            forbidden()
    assert Tag.objects.get().name == "new"


@pytest.mark.parametrize("name", ["", "  ", "#", "\x00", ","])
def test_a_tag_has_a_name(case, denis, name):
    with pytest.raises(Refused):
        tag(case, by=denis, add=["fine", name])
    assert Case.objects.get(pk=case.pk).tags == []
    assert not Tag.objects.exists()


def test_a_case_carries_thirty_tags_at_most(case, denis: Advisor):
    tag(case, by=denis, add=[f"t{number}" for number in range(30)])
    with pytest.raises(Refused):
        tag(case, by=denis, add=["one more"])
    assert len(Case.objects.get(pk=case.pk).tags) == 30
    assert not Tag.objects.filter(name="one more").exists()
