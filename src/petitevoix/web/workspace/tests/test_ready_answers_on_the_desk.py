"""Ready answers, as the workspace keeps and offers them."""

import pytest

from petitevoix.cases.actions.ready import keep_answer
from petitevoix.cases.models import Draft, ReadyAnswer

pytestmark = pytest.mark.django_db
HOME = "/desk/settings/ready-answers/"


@pytest.fixture(autouse=True)
def _in_english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


def text(response) -> str:
    return response.content.decode()


def test_who_answers_keeps_one_looks_for_it_changes_it_and_puts_it_away(desk, denis, line):
    assert desk.post(HOME, {"name": "Late bill", "fr": "Demain.", "team": line.pk}).url == HOME
    kept = ReadyAnswer.objects.get()
    assert "Late bill" in text(desk.get(HOME))
    assert "Late bill" in text(desk.get(HOME, {"q": "bil"}))
    assert "No ready answer is called that." in text(desk.get(HOME, {"q": "other"}))
    desk.post(f"{HOME}{kept.pk}/", {"name": "Late bill", "fr": "Demain.", "en": "Tomorrow."})
    kept.refresh_from_db()
    assert (kept.en, kept.team) == ("Tomorrow.", None)
    desk.post(f"{HOME}{kept.pk}/removal/")
    assert "Bring back" in text(desk.get(HOME))
    desk.post(f"{HOME}{kept.pk}/restoration/")
    assert ReadyAnswer.objects.in_use().get() == kept


def test_a_wrong_one_says_why_and_keeps_what_was_typed(desk, bills):
    told = desk.post(HOME, {"name": "Late bill"})
    assert told.status_code == 422
    assert 'value="Late bill"' in text(told)
    assert desk.post(HOME, {"name": "Late bill", "en": "x", "team": bills.pk}).status_code == 422
    assert not ReadyAnswer.objects.exists()


def test_those_of_others_are_read_and_not_changed(desk, esther, bills, client, gaspard):
    hers = keep_answer(by=esther, name="Hers", en="As I say it.")
    page = text(desk.get(HOME))
    assert "As I say it." in page
    assert f'action="{HOME}{hers.pk}/"' not in page
    assert desk.post(f"{HOME}{hers.pk}/", {"name": "Mine", "en": "x"}).status_code == 422
    assert desk.post(f"{HOME}{keep_answer(by=esther, name='B', en='b', team=bills).pk}/removal/").status_code == 404
    client.force_login(gaspard)
    assert client.get(HOME).status_code == 403
    client.logout()
    assert client.get(HOME).status_code == 302


def test_typing_is_offered_those_that_are_called_so_with_the_case_filled_in(desk, case, denis):
    keep_answer(by=denis, name="Slow line", en="Hello {first_name}.")
    keep_answer(by=denis, name="Slow bill", fr="Bonjour.")
    base = f"/desk/cases/{case.reference}/"
    desk.get(base)
    told = desk.get(f"{base}ready-answers/", {"q": "slow"}, headers={"Accept": "application/json"}).json()
    assert told == {
        "offers": [
            {"name": "Slow bill", "words": "Bonjour.", "note": "only in French"},
            {"name": "Slow line", "words": "Hello Ana.", "note": ""},
        ],
        "said": "2 ready answers",
    }


def test_without_a_script_what_was_typed_is_kept_and_the_answer_stands_behind_it(desk, case, denis):
    kept = keep_answer(by=denis, name="Slow line", en="Hello {first_name}.")
    base = f"/desk/cases/{case.reference}/"
    assert f'formaction="{base}ready-answers/"' in text(desk.get(base))
    assert desk.post(f"{base}ready-answers/", {"words": "I looked."}).url == f"{base}ready-answers/"
    assert "Slow line" in text(desk.get(f"{base}ready-answers/"))
    desk.post(f"{base}ready-answers/insertion/", {"answer": kept.pk})
    assert Draft.objects.get().words == "I looked.\n\nHello Ana."
    assert desk.post(f"{base}ready-answers/insertion/", {"answer": "x"}).status_code == 404


def test_a_stranger_and_a_keeper_are_offered_nothing(client, case, gaspard, denis):
    keep_answer(by=denis, name="Slow line", en="Hello {first_name}.")
    path = f"/desk/cases/{case.reference}/ready-answers/"
    assert client.get(path).status_code == 302
    client.force_login(gaspard)
    assert client.get(path).status_code == 422
    assert client.post(f"{path}insertion/", {"answer": ReadyAnswer.objects.get().pk}).status_code == 422
    assert not Draft.objects.exists()
