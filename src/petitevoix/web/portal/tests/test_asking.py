"""Asking: one page, no account, nothing lost, nothing doubled, and nobody's page shown to a stranger."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from petitevoix.cases.models import Case, Message
from petitevoix.channels.email.models import Mailbox
from petitevoix.channels.form.asking import ask
from petitevoix.channels.form.titles import title_of
from petitevoix.kit import clock
from petitevoix.people.models import Person
from petitevoix.web.portal import stamps

pytestmark = pytest.mark.django_db


def browser(**options) -> Client:
    """A browser whose reader reads English."""
    return Client(headers={"accept-language": "en"}, **options)


@pytest.fixture
def client() -> Client:
    return browser()


WORDS = "Hello,\n\nThe box works again since Tuesday. What happened, and will it happen again?"


@pytest.fixture(autouse=True)
def _fresh(data, outbox):
    cache.clear()


@pytest.fixture
def mailbox(line) -> Mailbox:
    return Mailbox.objects.create(address="help@desk.example", team=line)


def old_stamp() -> str:
    with clock.stopped_at(clock.now() - timedelta(seconds=20)):
        return stamps.fresh()


def sent(client: Client, **changed):
    said = {"words": WORDS, "email": "ana@letters.example", "name": "Ana Ferreira", "stamp": old_stamp(), "more": ""}
    return client.post("/", said | changed)


def page(response) -> str:
    return response.content.decode()


def test_the_page_to_ask_says_when_one_will_hear_and_asks_for_no_account(client, mailbox):
    answer = client.get("/")
    assert answer.status_code == 200
    assert "you will hear from us by" in page(answer)
    assert "help@desk.example" in page(answer)
    assert "noindex" not in answer.headers.get("X-Robots-Tag", "")
    assert answer["Cache-Control"] == "no-store"


def test_what_is_asked_opens_a_case_of_the_first_mailbox(client, mailbox):
    answer = sent(client)
    case = Case.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == f"/asked/{case.reference}/"
    assert (case.team, case.door, case.channel, case.language) == (mailbox.team, "help@desk.example", "form", "en")
    assert case.title == "What happened, and will it happen again?"
    assert case.person.email == "ana@letters.example"
    assert case.messages.get().words == WORDS


@pytest.mark.parametrize(("wish", "kept"), [("explain", "explain"), ("do", "do"), ("", ""), ("hurry", "")])
def test_how_we_go_about_it_is_the_askers_choice_and_none_is_made_for_them(client, wish, kept):
    assert " checked" not in page(client.get("/"))
    assert sent(client, wish=wish).status_code == 302
    assert Case.objects.get().wish == kept


def test_a_choice_survives_a_form_that_comes_back(client):
    assert 'value="explain" checked' in page(sent(client, wish="explain", email=""))
    reference = sent(client, wish="explain")["Location"].split("/")[2]
    assert 'value="explain" checked' in page(client.get(f"/?again={reference}"))


def test_one_can_ask_before_there_is_any_mailbox(client):
    assert sent(client).status_code == 302
    assert Case.objects.get().door == ""


def test_after_asking_one_sees_ones_words_and_no_link_to_the_rest(client, case):
    answer = client.get(sent(client)["Location"])
    person = Person.objects.get()
    assert "will it happen again?" in page(answer)
    assert "You will hear from us by" in page(answer)
    assert person.token not in page(answer)
    assert "/me/" not in page(answer)
    assert case.reference not in page(answer)  # what Ana had asked before is not this browser's to see


def test_what_was_asked_is_not_shown_to_another_browser(client):
    address = sent(client)["Location"]
    assert browser().get(address).status_code == 404
    assert browser().post(address).status_code == 405


def test_answers_never_show_on_the_page_after_asking(client, denis):
    from tests.cast import reply

    address = sent(client)["Location"]
    reply(Case.objects.get(), by=denis, words="A secret between us and the mailbox.")
    with clock.stopped_at(clock.now() + timedelta(minutes=1)):
        assert "secret" not in page(client.get(address))


def test_pressing_twice_opens_one_case(client):
    stamp = old_stamp()
    first, second = sent(client, stamp=stamp), sent(client, stamp=stamp)
    assert first["Location"] == second["Location"]
    assert Case.objects.count() == Message.objects.count() == 1


def test_other_words_from_the_same_drawing_are_another_case(client):
    stamp = old_stamp()
    sent(client, stamp=stamp)
    sent(client, stamp=stamp, words="And something else?")
    assert Case.objects.count() == 2


def test_the_same_words_of_two_persons_are_two_cases(line):
    stamp = old_stamp()
    for email in ("ana@letters.example", "bruno@letters.example"):
        ask(email=email, name="", words=WORDS, files=[], stamp=stamp)
    assert Case.objects.count() == 2


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"email": ""}, "Without an address"),
        ({"email": "ana@letters"}, "Something is missing in this address"),
        ({"words": "  \n "}, "Tell us what brings you here"),
        ({"words": "a" * 50_001}, "too long"),
    ],
)
def test_what_is_missing_is_said_in_one_sentence_and_the_rest_is_kept(client, changed, sentence):
    answer = sent(client, **changed)
    assert answer.status_code == 422
    assert sentence in page(answer)
    assert 'value="Ana Ferreira"' in page(answer)
    assert page(answer).count("autofocus") == 1
    assert not Case.objects.exists()


def test_a_machine_that_fills_everything_is_asked_to_press_again_and_its_words_are_kept(client):
    answer = sent(client, more="buy pills")
    assert answer.status_code == 422
    assert "Press Send once more" in page(answer)
    assert "will it happen again?" in page(answer)
    assert "buy pills" not in page(answer)
    assert not Case.objects.exists()


def test_what_comes_too_fast_leaves_when_pressed_again(client):
    stamp = stamps.fresh()
    answer = sent(client, stamp=stamp)
    assert answer.status_code == 422
    assert stamp in page(answer)
    with clock.stopped_at(clock.now() + timedelta(seconds=4)):
        assert sent(client, stamp=stamp).status_code == 302


@pytest.mark.parametrize("stamp", ["", "made-up", "0.1.aaaaaaaaaaaaaaaa", "é.é.é"])
def test_a_made_up_stamp_gets_a_fresh_one(client, stamp):
    answer = sent(client, stamp=stamp)
    assert answer.status_code == 422
    assert 'name="stamp" value="' in page(answer)
    assert not Case.objects.exists()


def test_a_flood_from_one_address_is_slowed_and_the_words_are_kept(client):
    for number in range(8):
        assert sent(client, words=f"Question {number}, is it?").status_code == 302
    answer = sent(client, words="One too many, is it?")
    assert answer.status_code == 422
    assert "within the hour" in page(answer)
    assert "One too many" in page(answer)
    assert sent(browser(), email="bruno@letters.example").status_code == 302


def test_files_come_along_and_too_many_of_them_are_refused_with_a_sentence(client, settings):
    files = [
        SimpleUploadedFile("box.png", b"\x89PNG", "image/png"),
        SimpleUploadedFile("bill.pdf", b"%PDF", "application/pdf"),
    ]
    assert sent(client, files=files).status_code == 302
    assert set(Message.objects.get().attachments.values_list("name", flat=True)) == {"box.png", "bill.pdf"}
    settings.ATTACHMENT_LIMIT = 1024 * 1024
    answer = sent(client, words="More?", files=[SimpleUploadedFile("film.mp4", b"x" * (1024 * 1024 + 1), "video/mp4")])
    assert answer.status_code == 422
    assert "larger than 1" in page(answer)
    assert "choose them again" in page(answer)


def test_without_its_proof_a_form_is_not_taken_and_its_words_come_back(mailbox):
    careful = browser(enforce_csrf_checks=True)
    answer = sent(careful)
    assert answer.status_code == 403
    assert "will it happen again?" in page(answer)
    assert 'name="csrfmiddlewaretoken"' in page(answer)
    assert not Case.objects.exists()


def test_wrong_methods_are_refused(client):
    assert client.put("/").status_code == 405
    assert client.delete("/link/").status_code == 405


def test_the_right_address_can_be_given_afterwards_without_writing_again(client):
    reference = sent(client)["Location"].split("/")[2]
    assert "will it happen again?" in page(client.get(f"/?again={reference}"))
    assert "will it happen again?" not in page(browser().get(f"/?again={reference}"))


def test_the_page_speaks_french(client):
    assert 'lang="fr"' in page(client.get("/?language=fr"))
    assert client.cookies["pv_language"].value == "fr"


def test_asking_takes_few_queries(client, mailbox, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        client.get("/")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Bonjour,\n\nLa box s'est tue. Que s'est-il passé ?", "Que s'est-il passé ?"),
        ("Hi there! I would like to sign for a line.", "I would like to sign for a line."),
        ("Bonjour Madame, bonjour Monsieur,\nMa facture de 12.50 € est fausse", "Ma facture de 12.50 € est fausse"),
        ("ma box ne marche plus. pourquoi ?", "Ma box ne marche plus."),
        ("bonjour", "Bonjour"),
        ("???", "???"),
    ],
)
def test_the_title_is_the_persons_own_question(words, title):
    assert title_of(words) == title


def test_what_is_asked_comes_to_the_mailbox_and_team_an_admin_chose(client, mailbox, bills, farid):
    from petitevoix.channels.email import mailboxes

    other = mailboxes.add(address="bills@desk.example", team=bills, by=farid)
    mailboxes.put_in_front(other, by=farid)
    page = client.get("/").content.decode()
    assert "bills@desk.example" in page
    sent(client)
    assert (Case.objects.get().door, Case.objects.get().team) == ("bills@desk.example", bills)
