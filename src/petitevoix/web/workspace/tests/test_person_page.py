"""A person's page: their name first, everything they asked, and only for those who may see it."""

import pytest

from petitevoix.cases.models import Case
from petitevoix.cases.models.case import Participant
from petitevoix.people.models import Address, Person, Team
from petitevoix.search.following import catch_up
from petitevoix.vault.models import Entry


@pytest.fixture(autouse=True)
def _english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


@pytest.fixture
def hidden(bruno) -> Case:
    """Bruno's only case, in a private team that Denis is not in."""
    team = Team.objects.create(name="Staff matters", is_private=True)
    return Case.open_new(title="My illness", person=bruno, team=team, channel="email")


def path(person: Person) -> str:
    return f"/desk/people/{person.pk}/"


def test_the_title_is_the_chosen_name_and_never_a_number(desk, ana, case):
    page = desk.get(path(ana)).content.decode()
    assert "<h1>Ana Ferreira</h1>" in page
    assert "ana@letters.example" in page
    assert "What happened to my line?" in page
    Person.objects.update(name="")
    assert "<h1>ana@letters.example</h1>" in desk.get(path(ana)).content.decode()
    Address.objects.all().delete()
    assert "<h1>Somebody who left no name</h1>" in desk.get(path(ana)).content.decode()


def test_opening_it_is_an_access_also_where_an_act_on_it_is_refused(desk, ana, case, denis):
    desk.get(path(ana))
    desk.post(f"{path(ana)}addresses/", {"email": "nonsense"})
    looks = Entry.objects.filter(name="person.opened", what=f"person:{ana.pk}", who=denis.actor)
    assert looks.count() == 2


def test_cases_of_others_they_take_part_in_are_told_apart(desk, ana, bruno, case):
    Participant.objects.create(case=case, person=bruno)
    page = desk.get(path(bruno)).content.decode()
    assert "takes part in the case of Ana Ferreira" in page


def test_a_person_whose_every_case_is_hidden_is_like_one_that_is_missing(desk, bruno, hidden, esther):
    for answer in (
        desk.get(path(bruno)),
        desk.post(path(bruno), {"name": "x"}),
        desk.post(f"{path(bruno)}addresses/", {"email": "x@y.example"}),
    ):
        assert answer.status_code == 404
    assert not Entry.objects.filter(name="person.opened").exists()
    catch_up()
    assert "bruno" not in desk.get("/desk/people/?q=bruno").content.decode().replace('value="bruno"', "").lower()
    assert "bruno" not in desk.get("/desk/people/").content.decode().lower()
    desk.force_login(esther)
    assert "My illness" in desk.get(path(bruno)).content.decode()


def test_a_hidden_case_stays_hidden_on_the_page_of_a_person_one_may_see(desk, bruno, hidden, line):
    Case.open_new(title="The bill of June", person=bruno, team=line, channel="email")
    page = desk.get(path(bruno)).content.decode()
    assert "The bill of June" in page
    assert "My illness" not in page


def test_somebody_without_a_case_can_be_opened(desk, chloe):
    assert "No case yet." in desk.get(path(chloe)).content.decode()


def test_an_address_is_added(desk, ana, case):
    assert desk.post(f"{path(ana)}addresses/", {"email": " Ana@Work.Example "}).status_code == 302
    assert [address.value for address in ana.addresses.all()] == ["ana@letters.example", "ana@work.example"]


@pytest.mark.parametrize(
    ("email", "sentence"),
    [
        ("chloe@elsewhere.example", "Somebody else already writes"),
        ("no address", "is no e-mail address"),
        ("ana@letters.example", "know this address already"),
    ],
)
def test_an_address_that_cannot_be_hers_is_refused_with_the_reason(desk, ana, chloe, case, email, sentence):
    answer = desk.post(f"{path(ana)}addresses/", {"email": email})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "Chloé" not in answer.content.decode()
    assert ana.addresses.count() == 1


def test_removing_an_address_ends_the_links_sent_so_far_and_the_last_one_stays(desk, ana, case):
    only = ana.addresses.get()
    answer = desk.post(f"{path(ana)}addresses/{only.pk}/removal/")
    assert "only address we can write to" in answer.content.decode()
    Address.objects.create(person=ana, value="ana@work.example")
    token = ana.token
    desk.post(f"{path(ana)}addresses/{only.pk}/removal/")
    assert [address.value for address in ana.addresses.all()] == ["ana@work.example"]
    assert not Person.objects.holding(token).exists()


def test_an_address_of_somebody_else_cannot_be_removed_from_here(desk, ana, chloe, case):
    assert desk.post(f"{path(ana)}addresses/{chloe.addresses.get().pk}/removal/").status_code == 404
    assert chloe.addresses.count() == 1


def test_name_and_language_are_changed(desk, ana, case):
    desk.post(path(ana), {"name": "Ana F.", "language": "fr"})
    ana.refresh_from_db()
    assert (ana.name, ana.language) == ("Ana F.", "fr")


def test_those_who_only_read_can_open_it_and_change_nothing(client, gaspard, ana, case):
    client.force_login(gaspard)
    page = client.get(path(ana)).content.decode()
    assert "Ana Ferreira" in page
    assert 'name="email"' not in page
    for place in ("", "addresses/"):
        answer = client.post(path(ana) + place, {"name": "x", "email": "x@y.example"})
        assert answer.status_code == 422
        assert "changes nothing" in answer.content.decode()
    ana.refresh_from_db()
    assert ana.name == "Ana Ferreira"


def test_strangers_are_sent_to_sign_in(client, ana):
    for place in ("/desk/people/", path(ana)):
        assert client.get(place)["Location"].startswith("/desk/account/login/")


def test_a_person_is_found_by_the_start_of_an_address_or_a_part_of_the_name(desk, ana, chloe, case):
    catch_up()
    for asked in ("ana@let", "ferrei", "ANA@letters.example"):
        page = desk.get("/desk/people/", {"q": asked}).content.decode()
        assert "Ana Ferreira" in page, asked
        assert "Chloé Martin" not in page
    assert "Nobody by that name" in desk.get("/desk/people/", {"q": "<zz>"}).content.decode()


def test_many_cases_turn_their_pages_by_key(desk, ana, case, line, django_assert_max_num_queries):
    for number in range(60):
        Case.open_new(title=f"Question {number}.", person=ana, team=line, channel="email")
    with django_assert_max_num_queries(29):
        page = desk.get(path(ana)).content.decode()
    assert "Question 59." in page
    assert "Question 5." not in page
    cursor = page.rpartition("before=")[2].partition('"')[0]
    assert "Question 5." in desk.get(f"{path(ana)}?before={cursor}").content.decode()
