"""Pages of what went wrong: each says how to go on, and each has a way to a person."""

import json

import pytest
from django.core.exceptions import RequestDataTooBig
from django.test import Client, RequestFactory

from petitevoix.channels.email.models import Mailbox
from petitevoix.web.portal.errors import views

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return Client(headers={"accept-language": "en"})


def test_an_unknown_address_leads_to_a_person(client, line):
    Mailbox.objects.create(address="help@desk.example", team=line)
    answer = client.get("/nowhere/")
    shown = answer.content.decode()
    assert answer.status_code == 404
    assert 'href="mailto:help@desk.example"' in shown
    assert 'href="/"' in shown


def test_staff_are_led_back_to_their_desk():
    answer = views.not_found(RequestFactory().get("/desk/nowhere/"))
    assert 'href="/desk/"' in answer.content.decode()


def test_programs_get_a_problem_they_can_read():
    answer = views.not_found(RequestFactory().get("/api/v1/nowhere"))
    assert answer["Content-Type"] == "application/problem+json"
    assert json.loads(answer.content)["status"] == 404


def test_too_much_at_once_says_so():
    answer = views.not_understood(RequestFactory().post("/"), RequestDataTooBig())
    assert answer.status_code == 413
    assert views.not_understood(RequestFactory().post("/"), None).status_code == 400


def test_what_breaks_says_that_it_is_our_side_even_without_a_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = views.broken(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert 'href="/"' in answer.content.decode()


def test_a_broken_page_of_what_broke_still_says_a_sentence(monkeypatch):
    monkeypatch.setattr(views, "render", lambda *_a, **_k: 1 / 0)
    answer = views.broken(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert answer["Content-Type"].startswith("text/plain")
    assert answer.content.strip()


def test_words_of_staff_come_back_to_be_copied_and_are_not_sent_anew():
    answer = views.unproven(RequestFactory().post("/desk/cases/PV-222222/replies/", {"words": "Dear Ana"}))
    shown = answer.content.decode()
    assert "Dear Ana" in shown
    assert "<form" not in shown
