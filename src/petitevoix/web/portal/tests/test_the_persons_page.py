"""The person's page: everything said and nothing else, whose turn it is, and a place to write back."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from petitevoix.cases.actions.assigning import take
from petitevoix.cases.actions.noting import note
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.replying import say_not_yet, take_back
from petitevoix.cases.models import Case, Message
from petitevoix.jobs.runner import run_until_idle
from petitevoix.kit import clock
from petitevoix.people.models import Person
from tests.cast import close, reply, turn

pytestmark = pytest.mark.django_db


def browser(**options) -> Client:
    """A browser whose reader reads English."""
    return Client(headers={"accept-language": "en"}, **options)


@pytest.fixture
def client() -> Client:
    return browser()


def address(case: Case, person: Person) -> str:
    return f"/me/{person.token}/{case.reference}/"


def page(client: Client, at: str) -> str:
    answer = client.get(at)
    assert answer.status_code == 200
    return answer.content.decode()


def later(**span):
    return clock.stopped_at(clock.now() + timedelta(**span))


def another_case(person: Person, words: str = "Is my bill right?") -> Case:
    return receive(Arrival(channel="email", sender=person.email, words=words, title=words, language="en")).case


def test_the_page_shows_the_question_whose_turn_it_is_and_when_one_will_hear(client, case, ana):
    shown = page(client, address(case, ana))
    assert "What happened to my line?</h1>" in shown
    assert "It is our turn." in shown
    assert "It is with the team Line and box" in shown
    assert "You will hear from us by" in shown
    assert "The box works again since Tuesday." in shown


def test_the_page_is_kept_by_nobody(client, case, ana):
    for at in (address(case, ana), f"/me/{ana.token}/"):
        answer = client.get(at)
        assert answer["Cache-Control"] == "no-store"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert answer["Referrer-Policy"] == "same-origin"


def test_a_note_is_never_shown(client, case, ana, denis):
    note(case, by=denis, words="She sounds tired; be kind.")
    assert "be kind" not in page(client, address(case, ana))


def test_words_that_can_still_be_taken_back_are_not_shown_nor_hinted_at(client, case, ana, denis):
    reply(case, by=denis, words="A worn splitter.")
    shown = page(client, address(case, ana))
    assert "worn splitter" not in shown
    assert "It is our turn." in shown
    assert "has answered you" not in shown
    assert "has answered you" not in page(client, f"/me/{ana.token}/")
    with later(seconds=11):
        shown = page(client, address(case, ana))
    assert "worn splitter" in shown
    assert "Denis, of the team Line and box, has answered you." in shown


def test_words_taken_back_are_never_shown(client, case, ana, denis):
    take_back(reply(case, by=denis, words="Too quick."), by=denis)
    with later(minutes=5):
        assert "Too quick" not in page(client, address(case, ana))


def test_whoever_holds_the_case_is_named(client, case, ana, denis):
    take(case, by=denis)
    assert "Denis, of the team Line and box, is seeing to it." in page(client, address(case, ana))


@pytest.mark.parametrize(
    ("state", "words"), [("held", "Somebody outside has a part of it."), ("watched", "We are keeping an eye on it.")]
)
def test_each_state_has_its_words(client, case, ana, denis, state, words):
    turn(case, state, by=denis)
    assert words in page(client, address(case, ana))
    assert words in page(client, f"/me/{ana.token}/")


def test_a_date_that_was_missed_is_owned_up_to(client, case, ana, denis):
    say_not_yet(case, by=denis, words="I am asking.", news_on=clock.now() + timedelta(days=1))
    with later(days=2):
        assert "We are late, and it is for us to write." in page(client, address(case, ana))


def test_a_closed_case_says_what_it_was_once_and_that_it_opens_again(client, case, ana, denis):
    close(case, by=denis, what_it_was="A worn splitter.", what_was_done="It was replaced on Tuesday.")
    assert "It is settled" not in page(client, address(case, ana))
    with later(seconds=11):
        shown = page(client, address(case, ana))
    assert "It is settled." in shown
    assert shown.count("A worn splitter.") == 1
    assert "What was done" in shown
    assert "the same case opens again" in shown


def test_writing_back_reopens_the_same_case_for_the_same_advisor(client, case, ana, denis):
    close(case, by=denis, what_it_was="A splitter.", what_was_done="Replaced.")
    with later(minutes=1):
        answer = client.post(address(case, ana), {"words": "It stopped again!", "stamp": ""})
        assert answer.status_code == 302
        shown = page(client, address(case, ana))
    case.refresh_from_db()
    assert (case.state, case.advisor, Case.objects.count()) == (Case.State.OPEN, denis, 1)
    assert "It stopped again!" in shown
    assert "We have your words." in shown
    assert case.messages.last().channel == "form"


def test_pressing_twice_writes_once(client, case, ana):
    from petitevoix.web.portal import stamps

    stamp = stamps.fresh()
    for _press in range(2):
        assert client.post(address(case, ana), {"words": "And the box?", "stamp": stamp}).status_code == 302
    assert Message.objects.filter(words="And the box?").count() == 1


def test_nothing_written_is_said_in_one_sentence(client, case, ana):
    answer = client.post(address(case, ana), {"words": "  "})
    assert answer.status_code == 422
    assert "one sentence is enough" in answer.content.decode()
    assert case.messages.count() == 1


def test_writing_back_without_the_forms_proof_is_refused_and_the_words_come_back(case, ana):
    answer = browser(enforce_csrf_checks=True).post(address(case, ana), {"words": "Not quite."})
    assert answer.status_code == 403
    assert "Not quite." in answer.content.decode()
    assert case.messages.count() == 1


def test_wrong_methods_are_refused(client, case, ana):
    assert client.delete(address(case, ana)).status_code == 405
    assert client.post(f"/me/{ana.token}/").status_code == 405


def test_every_wrong_door_is_one_and_the_same_page(client, case, ana, chloe):
    Person.objects.update(language="en")  # who holds a link is spoken to in their language
    old = ana.token
    forged = f"{ana.pk}-{'a' * 16}"
    doors = [
        f"/me/{forged}/", f"/me/{forged}/{case.reference}/", f"/me/{chloe.token}/{case.reference}/",
        f"/me/{ana.token}/PV-222222/", "/me/nobody/", f"/me/{ana.pk}/", "/me/999999-aaaaaaaaaaaaaaaa/PV-222222/",
        f"/me/{'9' * 40}-{'a' * 16}/", f"/me/{ana.token}x/", f"/me/{forged}/{case.reference}/files/1/",
        f"/me/²-{'a' * 16}/",
    ]  # fmt: skip
    answers = [client.get(door) for door in doors]
    Person.objects.filter(pk=ana.pk).update(link_epoch=1)
    answers.append(client.get(f"/me/{old}/{case.reference}/"))
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert 'href="/link/"' in answers[0].content.decode()
    assert 'href="/"' in answers[0].content.decode()


def test_a_stranger_cannot_write_into_a_case(client, case, chloe):
    assert client.post(address(case, chloe), {"words": "Let me in."}).status_code == 404
    assert case.messages.count() == 1


def test_two_matters_are_two_cases_and_one_page(client, case, ana, denis):
    other = another_case(ana)
    close(case, by=denis, what_it_was="A splitter.", what_was_done="Replaced.")
    with later(minutes=1):
        shown = page(client, f"/me/{ana.token}/")
        assert shown.index(other.reference) < shown.index(case.reference)
        assert other.title in page(client, address(case, ana))


def test_who_takes_part_sees_that_case_and_no_other(client, case, ana, bruno):
    receive(Arrival(channel="email", sender="bruno@letters.example", words="I confirm.", language="fr"), case=case)
    other = another_case(ana)
    shown = page(client, address(case, bruno))
    assert "I confirm." in shown
    assert "Ana Ferreira" in shown
    assert other.reference not in shown
    assert other.reference not in page(client, f"/me/{bruno.token}/")
    assert client.get(address(other, bruno)).status_code == 404


def test_hostile_words_are_words(client, case, ana, denis):
    receive(
        Arrival(channel="email", sender="ana@letters.example", words="<script>alert(1)</script>", html="<b>x</b>"),
        case=case,
    )
    reply(case, by=denis, words='<img src=x onerror="alert(2)"> [click](javascript:alert(3))')
    with later(minutes=1):
        shown = page(client, address(case, ana))
    assert "<script>alert" not in shown
    assert "<img src=x" not in shown
    assert 'href="javascript' not in shown


def test_no_word_of_the_machinery_is_shown(client, case, ana, denis):
    for state in ("held", "watched", "pending"):
        turn(case, state, by=denis)
        shown = page(client, address(case, ana)) + page(client, f"/me/{ana.token}/")
        words = re.sub(r"<[^>]*>", " ", shown)
        for jargon in ("ticket", "queue", "pending", "SLA", "status", "assigned", "customer", "inbox"):
            assert jargon not in words


def test_the_page_speaks_the_persons_language_unless_they_choose_another(client, case, bruno):
    receive(Arrival(channel="email", sender="bruno@letters.example", words="Je confirme.", language="fr"), case=case)
    assert '<html lang="fr"' in page(client, address(case, bruno))
    assert '<html lang="en"' in page(client, address(case, bruno) + "?language=en")
    assert '<html lang="en"' in page(client, address(case, bruno))


def test_a_long_thread_takes_no_more_queries_than_a_short_one(client, case, ana, denis, django_assert_max_num_queries):
    client.get("/?language=en")
    for number in range(12):
        receive(Arrival(channel="email", sender="ana@letters.example", words=f"More {number}"), case=case)
        another_case(ana, f"Question {number}?")
    with django_assert_max_num_queries(11):
        page(client, address(case, ana))
    with django_assert_max_num_queries(7):
        page(client, f"/me/{ana.token}/")


def test_settled_cases_are_read_page_by_page(client, case, ana):
    for number in range(31):
        another_case(ana, f"Question {number}?")
    Case.objects.exclude(pk=case.pk).update(state="closed", waiting_since=None)
    shown = page(client, f"/me/{ana.token}/")
    assert "Question 30?" in shown
    assert "Question 0?" not in shown
    before = shown.split("?before=")[1].split('"')[0]
    assert "Question 0?" in page(client, f"/me/{ana.token}/?before={before}")
    assert client.get(f"/me/{ana.token}/?before=x").status_code == 200


class TestTheLinkSentAgain:
    @pytest.fixture(autouse=True)
    def _fresh(self, outbox, db):
        cache.clear()
        self.outbox = outbox

    def asked(self, email: str) -> str:
        answer = browser().post("/link/", {"email": email})
        assert answer.status_code == 200
        run_until_idle()
        return answer.content.decode().replace(email, "…").replace(email.replace("@", "%40"), "…")

    def test_it_goes_to_the_mailbox_and_the_page_says_the_same_to_a_stranger(self, ana):
        known, unknown = self.asked("ana@letters.example"), self.asked("who@elsewhere.example")
        assert known == unknown
        assert [parcel.to for parcel in self.outbox.carried] == ["ana@letters.example"]
        assert f"/me/{ana.token}/" in self.outbox.carried[0].contents["words"]
        assert ana.token not in known

    def test_it_is_written_in_the_persons_language(self, bruno):
        self.asked("bruno@letters.example")
        assert self.outbox.carried[0].contents["language"] == "fr"

    def test_nobody_is_flooded_with_links(self, ana):
        for _time in range(5):
            self.asked("ana@letters.example")
        assert len(self.outbox.carried) == 3

    def test_a_bad_address_is_said_in_one_sentence(self):
        answer = browser().post("/link/", {"email": "ana@"})
        assert answer.status_code == 422
        assert "Something is missing" in answer.content.decode()
