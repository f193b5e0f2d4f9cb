"""Custom fields on the desk: decided in the settings, written beside a case and on a person's page."""

import pytest

from petitevoix.cases.actions.describing import describe
from petitevoix.people.describing import add_field
from petitevoix.people.models import Field

HOME = "/desk/settings/fields/"
FLOOR = {"label_fr": "Étage", "label_en": "Floor", "target": "case", "kind": "number", "key": "floor", "position": "0"}


@pytest.fixture(autouse=True)
def _english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


@pytest.fixture
def floor(farid) -> Field:
    return add_field(by=farid, target="case", key="floor", kind="number", label_fr="Étage", label_en="Floor")


def test_an_admin_adds_a_field_and_each_case_is_asked_for_it(client, farid, case):
    client.force_login(farid)
    assert client.post(f"{HOME}new/", FLOOR).status_code == 302
    assert "Floor" in client.get(HOME).content.decode()
    page = client.get(f"/desk/cases/{case.reference}/").content.decode()
    assert "Floor</label>" in page
    assert "Étage</label>" in client.get(f"/desk/cases/{case.reference}/?language=fr").content.decode()


def test_what_cannot_be_a_field_is_refused_and_what_was_typed_stays(client, farid, floor):
    client.force_login(farid)
    for wrong, sentence in (
        ({"key": "Floor 2"}, "small letters"),
        ({}, "already"),
        ({"key": "c", "kind": "choice", "choices": "one"}, "two words to choose from"),
    ):
        answer = client.post(f"{HOME}new/", FLOOR | wrong)
        assert answer.status_code == 422
        assert sentence in answer.content.decode()
        assert 'value="Étage"' in answer.content.decode()
    assert Field.objects.count() == 1


def test_a_field_is_renamed_archived_and_asked_again(client, farid, floor, case):
    client.force_login(farid)
    client.post(f"{HOME}{floor.pk}/", {"label_fr": "", "label_en": "Storey", "position": "3"})
    assert "Storey" in client.get(HOME).content.decode()
    client.post(f"{HOME}{floor.pk}/archive/")
    assert "Storey" not in client.get(f"/desk/cases/{case.reference}/").content.decode()
    client.post(f"{HOME}{floor.pk}/restoration/")
    assert "Storey" in client.get(f"/desk/cases/{case.reference}/").content.decode()


def test_only_those_who_run_the_house_decide_them(client, esther, denis, floor):
    for who in (esther, denis):
        client.force_login(who)
        assert client.get(HOME).status_code == 403
        assert client.post(f"{HOME}{floor.pk}/archive/").status_code == 403
    assert not Field.objects.get().is_archived


def test_an_advisor_writes_them_beside_the_case_and_the_thread_says_so(desk, case, floor):
    base = f"/desk/cases/{case.reference}/"
    assert desk.post(f"{base}fields/", {"field-floor": "3"}).status_code == 302
    case.refresh_from_db()
    assert case.fields == {"floor": 3}
    assert "Denis wrote down: Floor (3)." in desk.get(base).content.decode()
    answer = desk.post(f"{base}fields/", {"field-floor": "<third>"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "“Floor” is a number." in page
    assert 'value="&lt;third&gt;"' in page
    case.refresh_from_db()
    assert case.fields == {"floor": 3}


def test_a_case_that_is_written_down_keeps_its_place_in_the_queue(case, denis, floor):
    before = case.waiting_since
    assert describe(case, by=denis, values={"floor": 2}).waiting_since == before
