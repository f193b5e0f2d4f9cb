"""Views, tags and many cases at once, as the workspace shows them."""

import pytest

from petitevoix.cases.actions.describing import describe
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.tagging import keep_tag, merge_tag, tag
from petitevoix.cases.actions.viewing import count_views
from petitevoix.cases.models import BulkAct, Case, Draft, Tag, View
from petitevoix.jobs.runner import run_until_idle
from petitevoix.people.describing import add_field, archive_field
from tests.cast import make_advisor

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(client, esther):
    client.force_login(esther)
    return client


def text(response) -> str:
    return response.content.decode()


def test_what_a_view_asks_for_stays_in_its_form_when_it_is_offered_no_longer(desk, denis, farid, esther, bills):
    bill, facture = (keep_tag(by=esther, name=name, colour="blue") for name in ("bill", "facture"))
    gone = make_advisor("Iris", "advisor", bills)
    field = add_field(by=farid, target="case", key="box", label_fr="", label_en="Kind of box", kind="text")
    asked = {"tag": [str(bill.pk)], "advisor": [str(gone.pk)], "team": [str(bills.pk)], "case.box": "v7"}
    view = View.objects.create(name="Bills", owner=denis, conditions=asked)
    merge_tag(bill, by=esther, into=facture)
    archive_field(field, by=farid)
    type(gone).objects.filter(pk=gone.pk).update(is_active=False)
    type(bills).objects.filter(pk=bills.pk).update(is_private=True, name="Hidden from Denis")
    page = text(desk.get(f"/desk/views/{view.pk}/conditions/"))
    for key, value, name in (("tag", bill.pk, "bill"), ("advisor", gone.pk, "Iris"), ("team", bills.pk, bills.pk)):
        assert f'name="{key}" value="{value}" checked> <span>{name}</span>' in page
    assert 'name="case.box" maxlength="120" value="v7"' in page
    assert "Hidden from Denis" not in page


def test_a_view_is_shown_before_it_is_kept_and_then_stands_beside_the_lists(desk, case, denis):
    seen = desk.get("/desk/views/preview/", {"state": "open", "waiting_over": ""}, headers={"HX-Request": "true"})
    assert "Ana Ferreira" in text(seen)
    assert not View.objects.exists()
    kept = desk.post("/desk/views/new/", {"name": "All that waits", "state": ["open"], "audience": "me"})
    view = View.objects.get()
    assert kept.url == f"/desk/views/{view.pk}/"
    page = text(desk.get(kept.url))
    assert "All that waits" in page
    assert "Ana Ferreira" in page
    count_views()
    assert f'id="rail-view-{view.pk}"' in text(desk.get("/desk/"))


def test_a_view_asks_for_what_the_house_writes_down_of_a_case(desk, case, denis, farid):
    called = {"label_fr": "Couleur", "label_en": "Colour of the box"}
    add_field(by=farid, target="case", key="colour", kind="choice", choices=["red", "blue"], **called)
    describe(case, by=denis, values={"colour": "red"})
    form = text(desk.get("/desk/views/new/"))
    assert "Colour of the box" in form
    assert 'name="case.colour" value="red"' in form
    desk.post("/desk/views/new/", {"name": "Red ones", "case.colour": ["red"], "audience": "me"})
    red = View.objects.get()
    assert "Ana Ferreira" in text(desk.get(f"/desk/views/{red.pk}/"))
    desk.post(f"/desk/views/{red.pk}/conditions/", {"name": "Blue ones", "case.colour": ["blue"], "audience": "me"})
    page = text(desk.get(f"/desk/views/{red.pk}/"))  # what was worked out for the view before is not read again
    assert "No case meets the conditions" in page


def test_a_view_with_a_wrong_value_says_so_and_keeps_what_was_typed(desk, case):
    told = desk.post("/desk/views/new/", {"name": "Slow ones", "waiting_over": "soon", "audience": "me"})
    assert told.status_code == 422
    assert "whole number" in text(told)
    assert 'value="Slow ones"' in text(told)
    assert 'value="soon"' in text(told)


def test_a_view_that_asks_for_what_cannot_be_is_empty(desk, case, denis):
    for asked in ({"advisor": ["nobody at all"]}, {"tag": ["no number"]}):
        odd = View.objects.create(name="Odd", owner=denis, conditions=asked)
        assert "No case meets the conditions" in text(desk.get(f"/desk/views/{odd.pk}/"))


def test_a_view_of_somebody_else_is_not_there(desk, client, case, esther, denis):
    View.objects.create(name="Hers", owner=esther, conditions={"state": ["open"]})
    hers = View.objects.get()
    for path in ("", "conditions/"):
        assert desk.get(f"/desk/views/{hers.pk}/{path}").status_code == 404
    assert desk.post(f"/desk/views/{hers.pk}/removal/").status_code == 404
    assert "Hers" not in text(desk.get("/desk/views/"))


def test_a_view_put_away_comes_back(desk, case, denis):
    view = View.objects.create(name="Mine", owner=denis, conditions={"state": ["open"]})
    desk.post(f"/desk/views/{view.pk}/removal/")
    assert desk.get(f"/desk/views/{view.pk}/").status_code == 404
    assert "Bring back" in text(desk.get("/desk/views/"))
    desk.post(f"/desk/views/{view.pk}/restoration/")
    assert desk.get(f"/desk/views/{view.pk}/").status_code == 200


def test_all_cases_my_teams_and_my_drafts_are_lists(desk, case, denis):
    assert "Ana Ferreira" in text(desk.get("/desk/all/"))
    assert "waiting for us" in text(desk.get("/desk/all/"))
    assert "Ana Ferreira" in text(desk.get("/desk/teams/"))
    assert "Ana Ferreira" not in text(desk.get("/desk/drafts/"))
    Draft.objects.create(case=case, advisor=denis, mode="reply", words="Dear Ana")
    assert "Ana Ferreira" in text(desk.get("/desk/drafts/"))


def test_a_tag_is_given_and_taken_off_beside_the_case(desk, case, denis):
    path = f"/desk/cases/{case.reference}/"
    desk.get(path)
    desk.post(f"{path}tags/", {"add": "Bill, urgent"})
    page = text(desk.get(path))
    assert page.count('class="tag"') == 2
    assert "Denis gave the tag Bill, urgent." in page
    assert 'class="tag"' in text(desk.get("/desk/"))
    desk.post(f"{path}tags/", {"remove": "bill"})
    assert text(desk.get(path)).count('class="tag"') == 1
    told = desk.post(f"{path}tags/", {"add": "#"}, headers={"HX-Request": "true"})
    assert told.status_code == 422


def test_a_tag_that_another_process_made_a_moment_ago_is_shown_at_once(desk, case, denis, settings):
    settings.REMEMBER_SECONDS = 60
    tag(case, by=denis, add=["bill"])
    assert "bill" in text(desk.get("/desk/"))
    tag(case, by=denis, add=["flood"])
    assert "flood" in text(desk.get("/desk/"))
    assert "flood" in text(desk.get(f"/desk/cases/{case.reference}/"))


def test_leads_keep_the_list_of_tags(lead, case, esther):
    tag(case, by=esther, add=["bill"])
    bill = Tag.objects.get()
    lead.post("/desk/settings/tags/", {"name": "Facture", "colour": "blue"})
    facture = Tag.objects.get(name="Facture")
    lead.post(f"/desk/settings/tags/{bill.pk}/merging/", {"into": facture.pk})
    assert "also called bill" in text(lead.get("/desk/settings/tags/"))
    assert "Facture" in text(lead.get("/desk/"))
    lead.post(f"/desk/settings/tags/{bill.pk}/parting/")
    lead.post(f"/desk/settings/tags/{bill.pk}/", {"name": "facture", "colour": "red"})
    assert Tag.objects.get(pk=bill.pk).name == "bill"
    lead.post(f"/desk/settings/tags/{bill.pk}/removal/")
    assert "Out of the list" in text(lead.get("/desk/settings/tags/"))
    lead.post(f"/desk/settings/tags/{bill.pk}/restoration/")
    assert lead.post(f"/desk/settings/tags/{bill.pk}/merging/", {"into": "x"}).status_code == 422


def test_who_answers_does_not_change_the_list_of_tags(desk, denis):
    keep_tag(by=denis, name="bill", colour="grey")
    assert desk.get("/desk/settings/tags/").status_code == 403
    assert desk.post(f"/desk/settings/tags/{Tag.objects.get().pk}/removal/").status_code == 403


def test_many_cases_are_chosen_and_taken_at_once_and_given_back(desk, case, denis, bruno, line):
    receive(Arrival(channel="form", sender=bruno.email, title="My bill", words="Is it right?", team=line))
    chosen = list(Case.objects.values_list("reference", flat=True))
    begun = desk.post("/desk/bulk/", {"cases": chosen, "act": "take", "list": "waiting"})
    act = BulkAct.objects.get()
    assert begun.url == f"/desk/bulk/{act.pk}/"
    assert "0 of 2 cases" in text(desk.get(begun.url))
    run_until_idle(["acts"])
    assert "Done: 2 cases changed." in text(desk.get(begun.url, headers={"HX-Request": "true"}))
    assert Case.objects.filter(advisor=denis).count() == 2
    desk.post(f"/desk/bulk/{act.pk}/undoing/")
    run_until_idle(["acts"])
    assert "Taken back." in text(desk.get(begun.url))
    assert not Case.objects.filter(advisor=denis).exists()


def test_all_of_a_list_is_what_its_reader_may_see_of_it(desk, case, denis, bills, bruno):
    bills.is_private = True
    bills.save()
    hidden = receive(Arrival(channel="form", sender=bruno.email, title="Private", words="Well?", team=bills)).case
    desk.post("/desk/bulk/", {"all": "1", "list": "waiting", "act": "tag", "tags": "north"})
    desk.post("/desk/bulk/", {"cases": [hidden.reference], "list": "waiting", "act": "tag", "tags": "north"})
    run_until_idle(["acts"])
    assert Case.objects.get(pk=hidden.pk).tags == []
    assert Case.objects.get(pk=case.pk).tags != []
    assert BulkAct.objects.count() == 1


@pytest.mark.parametrize(
    "sent",
    [{}, {"act": "take"}, {"act": "close"}, {"act": "hand"}, {"act": "tag", "tags": " , "}, {"act": "turn-closed"}],
)
def test_what_cannot_be_done_with_many_is_one_sentence(desk, case, sent):
    chosen = {"cases": [case.reference]} if sent.get("act") not in {None, "take"} else {}
    assert desk.post("/desk/bulk/", {**sent, **chosen}).status_code == 422
    assert not BulkAct.objects.exists()


def test_a_stranger_and_a_keeper_change_nothing(client, case, gaspard, denis):
    sent = {"cases": [case.reference], "act": "take"}
    assert client.post("/desk/bulk/", sent).status_code == 302
    client.force_login(gaspard)
    assert client.post("/desk/bulk/", sent).status_code == 422
    assert 'class="pick"' not in text(client.get("/desk/"))
    act = BulkAct.objects.create(by=denis, act="tag", cases=[case.pk])
    client.force_login(make_advisor("Fiona"))
    assert client.get(f"/desk/bulk/{act.pk}/").status_code == 404
    assert client.post(f"/desk/bulk/{act.pk}/undoing/").status_code == 404
