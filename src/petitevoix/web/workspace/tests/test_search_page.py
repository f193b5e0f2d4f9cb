"""Searching on the desk: the field, what was found, suggestions; nothing of a hidden case anywhere."""

import re

import pytest

from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.people.models import Team
from petitevoix.search.following import catch_up
from petitevoix.vault.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


@pytest.fixture
def hidden(outbox, data):
    team = Team.objects.create(name="Health matters", is_private=True)
    arrival = Arrival(channel="email", sender="zoe@letters.example", sender_name="Zoé Quill", team=team,
                      title="Zebra", words="The zebra is ill.", language="en")  # fmt: skip
    return receive(arrival).case


def search(desk, text, **more) -> str:
    catch_up()
    response = desk.get("/desk/search/", {"q": text, **more})
    assert response.status_code == 200
    return response.content.decode()


def test_what_is_found_is_a_row_with_its_words_marked(desk, case):
    page = search(desk, "happens")
    assert "Ana Ferreira" in page
    assert re.search(r"What <mark>happened</mark>, and will it <mark>happen</mark> again\?", page)
    assert f'href="/desk/cases/{case.reference}/?in=search&amp;q=happens"' in page
    assert not Entry.objects.filter(kind="access").exists()


def test_words_of_a_person_are_never_markup(desk, outbox, data):
    receive(
        Arrival(channel="email", sender="x@y.example", title="<b>hi</b>", words="a <script>alert(1)</script> platypus")
    )
    page = search(desk, "platypus <i>")
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;" in page
    assert "<mark>platypus</mark>" in page


def test_results_stand_beside_the_case_they_lead_to(desk, case):
    page = desk.get(f"/desk/cases/{case.reference}/?in=search&q=box").content.decode()
    assert 'hx-get="/desk/search/?q=box"' in page
    catch_up()
    column = desk.get(
        "/desk/search/", {"q": "box"}, headers={"HX-Request": "true", "HX-Target": "list"}
    ).content.decode()
    assert "<html" not in column
    assert "Ana Ferreira" in column


def test_nothing_asked_teaches_nothing_found_helps_and_a_bad_date_is_told(desk, case):
    assert "How to ask" in search(desk, "")
    assert "Nothing was found." in search(desk, "platypus")
    assert "“soon” is no date" in search(desk, "box before:soon")


def test_a_stranger_to_a_private_team_sees_nothing_of_it(desk, esther, hidden):
    catch_up()
    for text in ("zebra", "zoé", "quill", hidden.reference, "team:health", "is:open", "-nothing"):
        page = search(desk, text)
        assert "Quill" not in page.replace(f'value="{text}"', "")
        assert "zebra is" not in page
    for text in ("zeb", "zo", "qui", hidden.reference[:6], "team:he"):
        assert 'role="option"' not in desk.get("/desk/search/suggestions/", {"q": text}).content.decode(), text
    desk.force_login(esther)
    assert "Zoé Quill" in search(desk, "zebra")
    assert "Zoé Quill" in desk.get("/desk/search/suggestions/", {"q": "zo"}).content.decode()


def test_suggestions_are_persons_cases_and_values_of_operators(desk, case):
    catch_up()

    def options(text):
        page = desk.get("/desk/search/suggestions/", {"q": text}).content.decode()
        return re.findall(r'data-(?:path|fills)="([^"]+)"', page)

    assert options("fer") == [f"/desk/people/{case.person_id}/", f"/desk/cases/{case.reference}/"]
    assert options("what li") == [f"/desk/cases/{case.reference}/"]
    assert options("a") == []
    assert options("box team:li") == ["box team:&#34;Line and box&#34; "]
    assert options("is:cl") == ["is:closed "]


@pytest.mark.parametrize("text", ["\x00", "\"", "* OR", "a" * 10_000, "(((", "🦜🦜", "مرحبا \u202e", "NEAR(a b)", "'; DROP", "a:b:c", "--", "-", "^", "{x}:y", "\ud800"])  # fmt: skip
def test_hostile_words_are_words(desk, case, text):
    search(desk, text.encode("utf-8", "surrogatepass").decode("utf-8", "replace"))
    assert desk.get("/desk/search/suggestions/", {"q": text.replace("\ud800", "")}).status_code == 200


def test_strangers_and_wrong_methods_are_refused(client, desk):
    assert desk.post("/desk/search/").status_code == 405
    desk.logout()
    assert desk.get("/desk/search/?q=box").status_code == 302
    assert desk.get("/desk/search/suggestions/?q=box").status_code == 302


def test_the_keeper_of_the_house_sees_how_far_it_is_read_and_has_it_read_anew(client, farid, denis, case):
    client.force_login(denis)
    assert client.get("/desk/settings/search/").status_code == 403
    client.force_login(farid)
    assert "Nothing was read yet" in client.get("/desk/settings/search/").content.decode()
    catch_up()
    assert "All 1 cases are read" in client.get("/desk/settings/search/").content.decode()
    assert client.post("/desk/settings/search/readings/").status_code == 302
    assert "0 of 1 cases are read." in client.get("/desk/settings/search/").content.decode()
    assert "Ana Ferreira" in client.get("/desk/search/?q=tuesday").content.decode()
