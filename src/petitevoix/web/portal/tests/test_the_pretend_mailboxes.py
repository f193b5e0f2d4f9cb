"""The demo's pretend mailboxes: a visitor writes as a person; without the demo there is nothing here."""

import pytest
from django.test import Client

from petitevoix.cases.models import Case
from petitevoix.channels.email import exchange
from petitevoix.channels.email.models import Mailbox
from petitevoix.jobs.runner import run_until_idle

pytestmark = pytest.mark.django_db
ANA = "/exchange/ana@letters.example/"


@pytest.fixture
def client() -> Client:
    return Client(headers={"accept-language": "en"})


@pytest.fixture
def demo(settings, data, line, outbox) -> Mailbox:
    settings.DEMO = True
    return Mailbox.objects.create(address="help@desk.example", team=line)


def letter_to_ana(html: str) -> str:
    content = (
        "From: Denis <help@desk.example>\r\nTo: ana@letters.example\r\nSubject: Your line\r\n"
        "Message-ID: <one@desk.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html
    )
    exchange.deliver(content.encode(), "ana@letters.example")
    return exchange.letters("ana@letters.example")[0].id


@pytest.mark.parametrize("at", ["/exchange/", ANA, f"{ANA}write/", f"{ANA}1/", f"{ANA}1/drawn/"])
def test_without_the_demo_there_is_nothing_here(client, settings, at):
    settings.DEMO = False
    assert client.get(at).status_code == 404
    assert client.post(f"{ANA}write/", {"text": "x", "to": "help@desk.example"}).status_code == 404


def test_people_are_found_by_name(client, demo, ana, bruno):
    shown = client.get("/exchange/?q=ferreira").content.decode()
    assert "Ana Ferreira" in shown
    assert "Bruno" not in shown
    assert "Pretend mail" in shown


def test_somebody_new_can_come(client, demo):
    answer = client.get("/exchange/?name=Zoé B&email=zoe@letters.example")
    assert answer.status_code == 302
    assert "Zoé B" in client.get(answer["Location"]).content.decode()


def test_a_letter_written_here_opens_a_case(client, demo):
    answer = client.post(
        f"{ANA}write/", {"name": "Ana", "to": demo.address, "subject": "My line", "text": "It is down."}
    )
    assert answer["Location"] == ANA
    run_until_idle()
    assert Case.objects.get().person.email == "ana@letters.example"
    assert "My line" in client.get(ANA).content.decode()


def test_an_answer_names_the_letter_it_answers(client, demo):
    number = letter_to_ana("<p>It is mended.</p>")
    assert "Your line" in client.get(ANA).content.decode()
    assert client.post(f"{ANA}write/", {"name": "Ana", "text": "Thank you.", "answer": number}).status_code == 302
    written = exchange.letter("ana@letters.example", exchange.letters("ana@letters.example")[0].id)
    assert written.in_reply_to == "one@desk.example"


def test_the_html_of_a_letter_runs_nothing_and_reaches_nothing(client, demo):
    number = letter_to_ana("<p>Hello</p><script>alert(1)</script><img src='https://spy.example/1.png'>")
    page = client.get(f"{ANA}{number}/")
    drawn = client.get(f"{ANA}{number}/drawn/")
    assert "sandbox" in page.content.decode()
    assert "frame-src 'self'" in page["Content-Security-Policy"]
    assert "<script>" not in drawn.content.decode()
    assert "sandbox" in drawn["Content-Security-Policy"]
    assert "img-src data:;" in drawn["Content-Security-Policy"]
    assert drawn["X-Frame-Options"] == "SAMEORIGIN"


def test_nobody_writes_from_one_of_our_own_mailboxes_nor_to_a_stranger(client, demo):
    assert client.get(f"/exchange/{demo.address}/").status_code == 404
    assert client.post(f"{ANA}write/", {"text": "x", "to": "who@elsewhere.example"}).status_code == 404
    assert client.post(f"{ANA}write/", {"text": "x", "answer": "../../etc"}).status_code == 404
