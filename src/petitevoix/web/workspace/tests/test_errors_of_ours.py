"""Errors of ours: declared, their cases added, mended in one act that writes to each; nothing is ever deleted."""

import pytest

from petitevoix.cases.models import Case, Message, OurError
from petitevoix.jobs.runner import run_until_idle
from petitevoix.people.models import Team

pytestmark = pytest.mark.django_db
SAID = {"title": "Bills sent twice", "effect": "People paid twice."}


@pytest.fixture(autouse=True)
def _in_english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


def text(response) -> str:
    return response.content.decode()


def declared(desk, **more) -> OurError:
    assert desk.post("/desk/errors/new/", {**SAID, **more}).status_code == 302
    return OurError.objects.get()


def test_an_error_is_declared_mended_and_everybody_touched_is_told(desk, case):
    error = declared(desk, cases=f"{case.reference.lower()}\n")
    case.refresh_from_db()
    assert case.fault == "ours"
    page = text(desk.get(f"/desk/errors/{error.pk}/"))
    assert case.reference in page
    assert "Nobody yet" in page
    half = desk.post(f"/desk/errors/{error.pk}/mending/", {"cause": "A job ran twice."})
    assert (half.status_code, "A job ran twice." in text(half)) == (422, True)
    whole = {"cause": "A job ran twice.", "repair": "Each is paid back.", "words": "We billed you twice. Sorry."}
    assert desk.post(f"/desk/errors/{error.pk}/mending/", whole).status_code == 302
    assert "0 of 1 told" in text(desk.get("/desk/errors/"))
    run_until_idle()
    assert "1 of 1 told" in text(desk.get(f"/desk/errors/{error.pk}/"))
    assert Message.objects.get(voice="us").words == "We billed you twice. Sorry."
    assert desk.post(f"/desk/errors/{error.pk}/mending/", whole).status_code == 422
    assert desk.post(f"/desk/errors/{error.pk}/cases/", {"cases": case.reference}).status_code == 422


def test_references_that_are_not_there_are_refused_and_none_is_added(desk, case):
    error = declared(desk)
    refused = desk.post(f"/desk/errors/{error.pk}/cases/", {"cases": f"{case.reference}\nPV-222222"})
    assert refused.status_code == 422
    assert "There is no case of that name here: PV-222222." in text(refused)
    assert not error.touched.exists()
    assert desk.post(f"/desk/errors/{error.pk}/cases/", {"cases": ""}).status_code == 422
    desk.post(f"/desk/errors/{error.pk}/cases/", {"cases": case.reference})
    assert error.touched.count() == 1


def test_a_hidden_case_is_as_if_it_were_not_there(desk, case, client, esther):
    Case.objects.filter(pk=case.pk).update(team=Team.objects.create(name="Secret", is_private=True))
    error = declared(desk)
    assert desk.post(f"/desk/errors/{error.pk}/cases/", {"cases": case.reference}).status_code == 422
    client.force_login(esther)
    client.post(f"/desk/errors/{error.pk}/cases/", {"cases": case.reference})
    client.force_login(type(esther).objects.get(name="Denis"))
    page = text(client.get(f"/desk/errors/{error.pk}/"))
    assert case.reference not in page
    assert "1 case touched" in page
    assert "1 more is not shown here." in page


def test_those_who_only_read_declare_nothing(client, gaspard):
    client.force_login(gaspard)
    assert "No error is declared." in text(client.get("/desk/errors/"))
    assert client.get("/desk/errors/new/").status_code == 403
    assert client.post("/desk/errors/new/", SAID).status_code == 403


def test_what_is_missing_or_still_to_come_is_said(desk):
    for nothing in ({"title": "x"}, {**SAID, "title": "-"}, {**SAID, "effect": "…"}, {**SAID, "effect": "n/a"}):
        assert desk.post("/desk/errors/new/", nothing).status_code == 422
    assert "still to come" in text(desk.post("/desk/errors/new/", {**SAID, "since": "2999-01-01"}))
    assert not OurError.objects.exists()


def test_a_stranger_signs_in_first_and_nothing_is_deleted(client, desk):
    error = declared(desk)
    for method in ("delete", "put", "post"):
        assert getattr(desk, method)(f"/desk/errors/{error.pk}/").status_code == 405
    client.logout()
    assert "login" in client.get(f"/desk/errors/{error.pk}/")["Location"]
