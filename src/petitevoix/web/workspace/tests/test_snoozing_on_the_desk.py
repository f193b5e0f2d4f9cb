"""Setting a case aside, as the workspace shows it."""

import pytest

from petitevoix.cases.models import Case

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


def text(response) -> str:
    return response.content.decode()


def test_a_case_is_set_aside_stands_among_the_snoozed_and_is_woken(desk, case):
    base = f"/desk/cases/{case.reference}/"
    assert 'id="snooze"' in text(desk.get(base))
    desk.post(f"{base}snooze/", {"until": "monday", "why": "The depot is shut."})
    assert f'id="open-{case.pk}"' not in text(desk.get("/desk/"))
    aside = text(desk.get("/desk/snoozed/"))
    assert "Ana Ferreira" in aside
    assert "back " in aside
    page = text(desk.get(base))
    assert "snoozed by Denis until " in page
    assert "Denis snoozed the case until " in page
    assert "The depot is shut." in page
    desk.post(f"{base}snooze/waking/")
    assert f'id="open-{case.pk}"' in text(desk.get("/desk/"))
    assert "Denis woke the case." in text(desk.get(base))
    assert "No case is snoozed." in text(desk.get("/desk/snoozed/"))


@pytest.mark.parametrize(
    "sent", [{}, {"until": "day"}, {"until": "day", "day": "x"}, {"until": "day", "day": "2020-01-01"}]
)
def test_a_time_that_is_none_is_one_sentence(desk, case, sent):
    base = f"/desk/cases/{case.reference}/"
    desk.get(base)
    assert desk.post(f"{base}snooze/", sent, headers={"HX-Request": "true"}).status_code == 422
    assert Case.objects.get().snoozed_until is None


def test_who_only_reads_and_strangers_set_nothing_aside(client, case, gaspard):
    base = f"/desk/cases/{case.reference}/"
    assert client.post(f"{base}snooze/", {"until": "monday"}).status_code == 302
    client.force_login(gaspard)
    assert client.post(f"{base}snooze/", {"until": "monday"}).status_code == 422
    assert client.post(f"{base}snooze/waking/").status_code == 422
    assert client.get(f"{base}snooze/").status_code == 405
    assert Case.objects.get().snoozed_until is None
