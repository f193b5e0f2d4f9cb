"""The cases one has open, in the rail of each page."""

import pytest

from petitevoix.cases.actions.drafting import keep_draft
from petitevoix.cases.models import Tab

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english(desk):
    desk.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


def test_a_case_that_was_opened_is_in_the_rail_until_it_is_closed(desk, case, denis):
    desk.get(f"/desk/cases/{case.reference}/")
    page = desk.get("/desk/").content.decode()
    assert f'id="tab-{case.reference}"' in page
    keep_draft(case, by=denis, mode="reply", words="Dear Ana")
    assert "words not sent" in desk.get("/desk/tabs/").content.decode()
    told = desk.post(f"/desk/tabs/{case.reference}/closing/", headers={"HX-Request": "true"}).content.decode()
    assert "The tab of Ana Ferreira is closed." in told
    assert "Bring it back" in told
    assert "No case is open." in desk.get("/desk/tabs/").content.decode()
    assert desk.post(f"/desk/tabs/{case.reference}/return/?at=x").status_code == 302
    assert Tab.objects.get().case == case


def test_a_list_that_is_refreshed_brings_the_tabs(desk, case):
    desk.get(f"/desk/cases/{case.reference}/")
    part = desk.get("/desk/", headers={"HX-Request": "true", "HX-Target": "rows"}).content.decode()
    assert 'id="tabs"' in part
    assert 'hx-swap-oob="true"' in part


def test_a_case_that_may_no_longer_be_seen_is_no_tab(desk, case, esther):
    desk.get(f"/desk/cases/{case.reference}/")
    case.team.is_private = True
    case.team.save()
    case.team.members.clear()
    assert case.reference not in desk.get("/desk/tabs/").content.decode()
    assert desk.post(f"/desk/tabs/{case.reference}/closing/").status_code == 404


def test_strangers_and_wrong_methods_are_refused(desk, case):
    assert desk.post("/desk/tabs/").status_code == 405
    assert desk.get(f"/desk/tabs/{case.reference}/closing/").status_code == 405
    desk.logout()
    assert desk.get("/desk/tabs/").status_code == 302


def test_the_palette_knows_the_places_its_reader_may_open_and_their_ready_answers(desk, case, denis):
    from petitevoix.cases.actions.ready import keep_answer

    keep_answer(by=denis, name="Réparation de la box", fr="Nous réparons.")
    page = desk.get("/desk/").content.decode()
    assert 'href="/desk/settings/ready-answers/"' in page
    assert 'href="/desk/settings/staff/"' not in page
    found = desk.get("/desk/search/suggestions/", {"q": "repar", "with": "answers"}).content.decode()
    assert 'data-answer="Réparation de la box"' in found
    assert "data-answer" not in desk.get("/desk/search/suggestions/", {"q": "repar"}).content.decode()


def test_each_component_is_shown_by_light_and_by_night(desk):
    page = desk.get("/desk/settings/components/").content.decode()
    assert 'class="shown light"' in page
    assert 'class="shown dark"' in page
