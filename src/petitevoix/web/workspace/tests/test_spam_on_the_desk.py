"""Spam, as the workspace shows it: a list with its number, the reason in words, one press each way."""

import pytest

from petitevoix.cases.actions.spamming import put_aside, spam
from petitevoix.cases.models import Case
from petitevoix.search.following import catch_up

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


def text(response) -> str:
    return response.content.decode()


def listed_in(response) -> str:
    """Only the list itself: the rail beside it keeps the tabs of open cases."""
    return text(response).partition('<ol id="rows"')[2].partition("</ol>")[0]


def test_a_case_is_put_in_spam_stands_in_its_list_and_comes_back(desk, case):
    base = f"/desk/cases/{case.reference}/"
    assert "This is spam" in text(desk.get(base))
    desk.post(f"{base}spam/")
    for path in ("/desk/", "/desk/all/", "/desk/questions/"):
        assert "Ana Ferreira" not in listed_in(desk.get(path)), path
    listed = text(desk.get("/desk/spam/"))
    assert "Ana Ferreira" in listed
    assert "1 came today" in listed
    assert "Spam <b>1</b>" in listed
    page = text(desk.get(base))
    assert "Denis: this is spam." in page
    assert "Not spam" in page
    assert "Nobody was told" in page
    desk.post(f"{base}spam/clearing/")
    assert "Ana Ferreira" in listed_in(desk.get("/desk/"))
    assert "Denis: this is no spam." in text(desk.get(base))
    assert "Nothing was taken for spam." in text(desk.get("/desk/spam/"))


def test_the_filter_says_why(desk, case):
    put_aside(case, because=["casino", "from:lucky.example", "mark:dmarc=fail"])
    page = text(desk.get(f"/desk/cases/{case.reference}/"))
    assert "It resembles what was called spam here before: casino, lucky.example, what our mail server" in page


def test_its_number_lives(desk, case, denis):
    spam(case, by=denis)
    fresh = text(desk.get("/desk/", headers={"HX-Request": "true", "HX-Target": "rows"}))
    assert 'id="resting" class="resting" aria-labelledby="rail-resting-name" hx-swap-oob="true"' in fresh
    assert "Spam <b>1</b>" in fresh


def test_it_is_found(desk, case, denis):
    spam(case, by=denis)
    catch_up()
    found = text(desk.get("/desk/search/", {"q": "is:spam"}))
    assert case.reference in found
    assert case.reference not in text(desk.get("/desk/search/", {"q": "is:open"}))


def test_many_at_once(desk, case):
    sent = {"act": "spam", "cases": [case.reference], "list": "waiting"}
    assert desk.post("/desk/bulk/", sent).status_code == 302
    assert 'value="clear"' in text(desk.get("/desk/spam/"))
    assert 'value="spam"' in text(desk.get("/desk/"))


def test_a_stranger_and_a_wrong_method_are_refused(client, desk, case):
    base = f"/desk/cases/{case.reference}/"
    assert desk.get(f"{base}spam/").status_code == 405
    client.logout()
    assert client.post(f"{base}spam/").status_code in {302, 403}
    assert Case.objects.get().state == "open"


def test_its_person_is_not_told(client, case, denis):
    spam(case, by=denis)
    page = text(client.get(case.link_for(case.person).removeprefix("http://testserver")))
    assert "It is our turn." in page
    assert "spam" not in page.lower()
