"""Scene S015: who begins to write and leaves is counted; one message reaches who asked for it, and no offer."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from django.test import Client

from petitevoix.cases.actions import closing
from petitevoix.cases.actions.fading import fade
from petitevoix.cases.models import Case, Question
from petitevoix.cases.refusals import Refused, Stopped
from petitevoix.channels.email.models import Mailbox
from petitevoix.channels.form.asking import write_back
from petitevoix.channels.form.beginnings import counted_since, look_for_who_left
from petitevoix.channels.form.models import Beginning
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.runner import run_until_idle
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.web.portal import stamps
from tests.cast import reply

pytestmark = pytest.mark.django_db

WORDS = "Hello, which box works in the old mill, and when could it be put in?"


@pytest.fixture(autouse=True)
def _fresh(data, outbox, line):
    cache.clear()
    Mailbox.objects.create(address="help@desk.example", team=line)


@pytest.fixture
def client() -> Client:
    return Client(headers={"accept-language": "en"})


def begin(client: Client, stamp: str = "", **said) -> str:
    stamp = stamp or stamps.fresh()
    assert client.post("/begun/", {"stamp": stamp, **said}).status_code == 204
    return stamp


WANTED = {"word": "1", "words": WORDS, "email": "Ana@letters.example", "name": "Ana"}


def leave(client: Client, monkeypatch, **said) -> Case | None:
    begin(client, **(said or WANTED))
    later(monkeypatch, minutes=31)
    look_for_who_left()
    run_until_idle(["reactions", "default"])
    return Case.objects.order_by("id").last()


def later(monkeypatch, **how) -> None:
    now = clock.now() + timedelta(**how)
    monkeypatch.setattr(clock, "now", lambda: now)


def test_without_being_asked_nothing_is_kept_but_that_somebody_began(client, monkeypatch):
    assert leave(client, monkeypatch, words=WORDS, email="ana@letters.example") is None
    left = Beginning.objects.get()
    assert (left.end, left.words, left.email) == ("left", "", "")
    assert Event.objects.get(name="asking.left").facts == {"wants_word": False, "channel": "form"}
    assert counted_since(7) == (1, 1, 0)


def test_who_asked_for_a_word_waits_among_the_cases_with_their_questions(client, monkeypatch, line):
    case = leave(client, monkeypatch)
    assert case
    assert (case.left_unsent, case.team, case.state, case.person.email) == (True, line, "open", "ana@letters.example")
    assert case.messages.get().words == WORDS
    assert Question.objects.filter(case=case).exists()
    assert case.news_due_at <= case.hours.after(clock.now(), 8)  # within a working day
    assert not Parcel.objects.exists()  # a machine writes to nobody here
    assert Beginning.objects.get().words == ""
    assert counted_since(7) == (1, 1, 1)


def test_who_sends_in_the_end_has_left_nothing(client, monkeypatch):
    stamp = begin(client, **WANTED)
    later(monkeypatch, seconds=20)
    said = {"words": WORDS, "email": "ana@letters.example", "name": "Ana", "stamp": stamp, "more": ""}
    assert client.post("/", said).status_code == 302
    begin(client, stamp, **WANTED)  # what was still on its way
    later(monkeypatch, hours=2)
    look_for_who_left()
    assert Case.objects.count() == 1
    assert not Case.objects.get().left_unsent
    assert Beginning.objects.get().words == ""
    assert counted_since(7) == (1, 0, 0)


def test_a_wish_that_is_taken_back_takes_the_words_with_it(client, monkeypatch):
    stamp = begin(client, **WANTED)
    begin(client, stamp)
    assert Beginning.objects.get().words == ""


@pytest.mark.parametrize("bad", [{"email": "no address"}, {"words": "  "}, {"email": ""}])
def test_without_words_or_an_address_there_is_nobody_to_write_to(client, monkeypatch, bad):
    assert leave(client, monkeypatch, **{**WANTED, **bad}) is None


def test_a_stamp_that_is_not_ours_notes_nothing(client):
    for stamp in ("1.2.3", "x" * 80, ""):
        client.post("/begun/", {"stamp": stamp, **WANTED})
    assert not Beginning.objects.exists()


def test_one_message_leaves_and_says_why_then_nothing_more(client, monkeypatch, denis, outbox):
    case = leave(client, monkeypatch)
    reply(case, by=denis, words="The small box works in the mill; it can be put in on Tuesday.")
    with pytest.raises(Refused, match="asked for one message"):
        reply(case, by=denis, words="And have you thought about it?")
    [letter] = Parcel.objects.filter(purpose="reply")
    assert "asked that we write to you once" in str(letter.contents)
    later(monkeypatch, days=60)
    assert fade() == 0
    closing.close(case, by=denis, what_it_was="A box for the mill.", what_was_done="We said which.")
    assert Parcel.objects.filter(purpose="reply").count() == 1  # it ends with its record
    assert Case.objects.get().state == "closed"


def test_no_offer_is_made_whatever_is_confirmed(client, monkeypatch, denis):
    case = leave(client, monkeypatch, **{**WANTED, "words": "Why does the box sleep at night?"})
    with pytest.raises(Stopped, match="sells something"):
        reply(case, by=denis, words="Take advantage of our new offers today.", confirmed={"sales": "they will like it"})


def test_who_answers_goes_on_like_anybody(client, monkeypatch, denis):
    case = leave(client, monkeypatch)
    reply(case, by=denis, words="The small box works in the mill.")
    write_back(case, case.person, words="Thank you. Could it be Wednesday?", files=[])
    case.refresh_from_db()
    assert not case.left_unsent
    reply(case, by=denis, words="Wednesday it is.")


def test_who_leaves_again_is_still_written_to_once(client, monkeypatch):
    leave(client, monkeypatch)
    leave(client, monkeypatch)
    assert Case.objects.count() == 1


def test_the_advisor_and_the_person_read_what_it_is(client, monkeypatch, denis):
    case = leave(client, monkeypatch)
    client.force_login(denis)
    assert "asked to be written to once" in client.get(f"/desk/cases/{case.reference}/").content.decode()
    assert "1 left before they sent it" in client.get("/desk/load/").content.decode()
    page = client.get(urlsplit(case.link_for(case.person)).path).content.decode()
    assert "You began this on our page" in page
