"""Staff sign in, forget their password, choose another."""

import re

import pytest
from django.test import Client

from petitevoix.delivery.models import Parcel
from petitevoix.people.models import Advisor

LOGIN = "/desk/account/login/"
OUTBOX = "petitevoix.delivery.backend.OutboxBackend"  # Django puts its own in place of it under test
WORDS = {"login": "denis@desk.example", "password": "a long enough word"}


@pytest.fixture(autouse=True)
def _english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


def test_denis_signs_in_and_comes_where_he_was_going(client, denis):
    answer = client.post(f"{LOGIN}?next=/desk/settings/me/", {**WORDS, "next": "/desk/settings/me/"})
    assert answer["Location"] == "/desk/settings/me/"
    assert "Denis" in client.get("/desk/settings/me/").content.decode()


def test_the_desk_then_speaks_the_language_of_the_account(client, denis):
    Advisor.objects.update(language="fr")
    client.post(LOGIN, WORDS)
    assert 'lang="fr"' in client.get("/desk/settings/me/").content.decode()


def test_a_language_chosen_in_this_browser_is_kept(client, denis):
    Advisor.objects.update(language="fr")
    client.get(f"{LOGIN}?language=en")
    client.post(LOGIN, WORDS)
    assert 'lang="en"' in client.get("/desk/settings/me/").content.decode()


def test_a_wrong_password_is_told_kindly_and_says_not_whether_the_account_exists(client, denis):
    wrong = client.post(LOGIN, {**WORDS, "password": "something else"})
    nobody = client.post(LOGIN, {"login": "nobody@desk.example", "password": "something else"})
    said = [re.search(r'role="alert">([^<]+)<', answer.content.decode()).group(1) for answer in (wrong, nobody)]
    assert said[0] == said[1]


def test_too_many_wrong_passwords_are_slowed_down(client, denis):
    for _try in range(6):
        client.post(LOGIN, {**WORDS, "password": "something else"})
    answer = client.post(LOGIN, WORDS)
    assert answer.status_code in {200, 429}
    assert "_auth_user_id" not in client.session


def test_nobody_is_led_elsewhere_after_signing_in(client, denis):
    answer = client.post(LOGIN, {**WORDS, "next": "https://evil.example/"})
    assert answer["Location"] == "/desk/"


def test_a_closed_account_does_not_open(client, denis):
    Advisor.objects.update(is_active=False)
    client.post(LOGIN, WORDS)
    assert "_auth_user_id" not in client.session


def test_a_password_can_be_pasted_and_managers_know_the_fields(client, db):
    page = client.get(LOGIN).content.decode()
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page
    assert "onpaste" not in page
    assert "<script" not in page
    assert "signup" not in page


def test_who_looks_for_help_finds_the_way_to_us_and_the_other_language(client, db):
    page = client.get(f"{LOGIN}?next=/desk/mine/").content.decode()
    assert 'href="/"' in page
    assert "?language=fr&amp;next=/desk/mine/" in page
    french = client.get(f"{LOGIN}?language=fr").content.decode()
    assert 'lang="fr"' in french


def test_signing_out_takes_a_press_not_a_link(client, denis):
    client.force_login(denis)
    assert client.get("/desk/account/logout/").status_code == 200
    assert "_auth_user_id" in client.session
    client.post("/desk/account/logout/")
    assert "_auth_user_id" not in client.session


def test_a_forgotten_password_is_replaced_by_a_letter_in_the_language_of_the_account(client, denis, outbox, settings):
    settings.URL, settings.EMAIL_BACKEND = "https://voix.town.example", OUTBOX
    Advisor.objects.update(language="fr")
    answer = client.post(
        "/desk/account/password/reset/", {"email": "Denis@desk.example"}, headers={"Host": "127.0.0.1"}, follow=True
    )
    assert answer.status_code == 200
    parcel = Parcel.objects.get()
    assert parcel.to == "denis@desk.example"
    assert "\n" not in parcel.contents["subject"]
    link = re.search(r"https?://\S+", parcel.contents["words"]).group()
    assert link.startswith("https://voix.town.example/desk/account/password/reset/key/")
    form = client.get(link.removeprefix("https://voix.town.example"), follow=True)
    place = form.redirect_chain[-1][0]
    client.post(place, {"password1": "another long word", "password2": "another long word"})
    assert Client().post(LOGIN, {**WORDS, "password": "another long word"})["Location"] == "/desk/"


def test_an_address_without_an_account_gets_no_letter_and_the_same_page(client, denis, outbox, settings):
    settings.EMAIL_BACKEND = OUTBOX
    known = client.post("/desk/account/password/reset/", {"email": "denis@desk.example"}, follow=True)
    unknown = client.post("/desk/account/password/reset/", {"email": "stranger@elsewhere.example"}, follow=True)
    assert known.redirect_chain == unknown.redirect_chain
    assert Parcel.objects.count() == 1


def test_my_password_is_changed_with_the_present_one(client, denis):
    client.post(LOGIN, WORDS)
    new = {"password1": "another long word", "password2": "another long word"}
    refused = client.post("/desk/account/password/change/", {"oldpassword": "not mine", **new})
    assert refused.status_code == 200
    answer = client.post("/desk/account/password/change/", {"oldpassword": WORDS["password"], **new}, follow=True)
    assert "Your new password is set." in answer.content.decode()
    denis.refresh_from_db()
    assert denis.check_password("another long word")


@pytest.mark.parametrize(
    "place",
    [
        "login/",
        "logout/",
        "inactive/",
        "password/reset/",
        "password/reset/done/",
        "password/reset/key/1-x/",
        "password/reset/key/done/",
        "password/change/",
    ],
)
def test_each_page_wears_our_look(client, denis, place):
    if place in {"logout/", "password/change/"}:
        client.force_login(denis)
    page = client.get(f"/desk/account/{place}").content.decode()
    assert 'class="brand"' in page
    assert "settings.css" in page
    assert "<style" not in page
    assert "style=" not in page


def test_nobody_makes_their_own_account(client, db):
    answer = client.post("/desk/account/signup/", {"email": "x@y.example", "password1": "another long word"})
    assert answer.status_code in {200, 404}
    assert not Advisor.objects.exists()
