"""Questions beside the answer: each leaves marked, an unmarked one stops the send, and each can be put right."""

import re
from datetime import timedelta

import pytest

from petitevoix.cases.actions import looking
from petitevoix.cases.actions.asking import add_question
from petitevoix.cases.models import Case, InternalWord, Message, Promise, Question
from petitevoix.cases.models.question import questions_owed
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.language import questions as reader
from petitevoix.people.models import Team

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _in_english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


@pytest.fixture
def base(case) -> str:
    return f"/desk/cases/{case.reference}/"


@pytest.fixture
def asked(case) -> list[Question]:
    assert reader.find("What happened, and will it happen again?", "en")
    return questions_owed(case)


def text(response) -> str:
    return response.content.decode()


def test_each_question_stands_beside_the_answer_with_its_ways_out(desk, base, asked):
    page = text(desk.get(base))
    for question in asked:
        for mark in ("answered", "promised", "declined"):
            assert re.search(rf'form="reply-form" name="mark-{question.pk}"[^>]*value="{mark}"', page)
    assert len(asked) == 2
    assert "2 questions to answer" in page


def test_an_unmarked_question_stops_the_send_and_all_that_was_typed_stays(desk, base, asked):
    first, second = asked
    given = {"words": "A worn splitter.", f"mark-{first.pk}": "answered"}
    stopped = desk.post(f"{base}replies/", given, headers=HTMX)
    page = text(stopped)
    assert stopped.status_code == 422
    assert "A worn splitter." in page
    assert re.search(rf'id="q-{first.pk}-answered" value="answered" checked', page)
    assert re.search(rf'id="q-{second.pk}-answered" value="answered"[^>]* autofocus', page)
    assert len(re.findall(r"<input[^>]* autofocus", page)) == 1
    assert "waits for its answer" in page
    assert not Message.objects.filter(voice="us").exists()


def test_without_a_script_the_stop_is_a_whole_page(desk, base, asked):
    stopped = desk.post(f"{base}replies/", {"words": "A worn splitter."})
    assert stopped.status_code == 422
    assert "<html" in text(stopped)
    assert "waits for its answer" in text(stopped)


def test_a_promised_day_and_a_reason_are_read_in_one_gesture(desk, case, base, asked):
    first, second = asked
    day = clock.now().date() + timedelta(days=60)
    given = {
        "words": "I am asking.", f"mark-{first.pk}": f"promised {day}", f"mark-{second.pk}": "declined",
        f"reason-{second.pk}": "the carrier does not say",
    }  # fmt: skip
    assert desk.post(f"{base}replies/", given).status_code == 302
    promise = Promise.objects.get(question=first)
    assert promise.due_at.date() == day
    second.refresh_from_db()
    assert (second.state, second.reason) == ("declined", "the carrier does not say")
    page = text(desk.get(base))
    assert "cannot be answered: the carrier does not say" in page
    assert "answered now" in page  # what is promised can be answered by the next reply


def test_a_day_that_is_none_or_past_stops(desk, base, asked):
    first, second = asked
    for day in ("", "2001-01-01", "soon"):
        given = {"words": "Soon.", f"mark-{first.pk}": "promised", f"due-{first.pk}": day}
        stopped = desk.post(f"{base}replies/", {**given, f"mark-{second.pk}": "answered"})
        assert stopped.status_code == 422


def test_a_question_is_put_right_in_one_gesture_each(desk, base, case, asked):
    first = asked[0]
    desk.post(f"{base}questions/{first.pk}/", {"words": "What broke?"})
    desk.post(f"{base}questions/", {"words": "Who pays?"})
    assert {"What broke?", "Who pays?"} <= {one.words for one in questions_owed(case)}
    aside = text(desk.post(f"{base}questions/{first.pk}/dismissal/", headers=HTMX))
    assert "<s>What broke?</s>" in aside
    assert f"{base}questions/{first.pk}/restoration/" in aside
    assert "What broke?" not in {one.words for one in questions_owed(case)}
    desk.post(f"{base}questions/{first.pk}/restoration/")
    assert "What broke?" in {one.words for one in questions_owed(case)}
    page = text(desk.get(base))
    assert "Denis added a question." in page
    assert "Denis: one of these was no question." in page


def test_a_question_the_person_added_cannot_be_set_aside(desk, base, case):
    theirs = add_question(case, by=case.person, words="And the bill?")
    assert f"{base}questions/{theirs.pk}/dismissal/" not in text(desk.get(base))
    assert desk.post(f"{base}questions/{theirs.pk}/dismissal/").status_code == 422


@pytest.mark.parametrize("noun", ["questions/", "draft/review/", "wish/", "fault/"])
def test_an_act_is_never_done_by_reading(desk, base, noun):
    assert desk.get(base + noun).status_code == 405


def test_questions_of_a_hidden_case_are_not_there(desk, base, case, asked):
    Case.objects.filter(pk=case.pk).update(team=Team.objects.create(name="Secret", is_private=True))
    for noun in ("questions/", f"questions/{asked[0].pk}/", f"questions/{asked[0].pk}/dismissal/", "draft/review/"):
        assert desk.post(base + noun, {"words": "x"}).status_code == 404


def test_a_question_of_another_case_is_not_changed_from_here(desk, base, case, asked):
    other = Case.objects.create(person=case.person, title="Other", channel="form", waiting_since=case.opened_at)
    Question.objects.filter(pk=asked[0].pk).update(case=other)
    assert desk.post(f"{base}questions/{asked[0].pk}/", {"words": "x"}).status_code == 404


def test_a_keeper_changes_nothing(client, base, gaspard, asked):
    client.force_login(gaspard)
    assert client.post(f"{base}questions/", {"words": "x"}).status_code == 422
    assert client.post(f"{base}draft/review/", {"words": "x"}).status_code == 422
    assert 'id="reply-form"' not in text(client.get(base))


def test_a_refresh_brings_questions_and_their_number(desk, base):
    refreshed = text(desk.get(base, headers={**HTMX, "HX-Target": "thread"}))
    assert 'hx-swap-oob="keyed:#questions"' in refreshed
    assert '<p id="owed-brief" class="brief" hx-swap-oob="true">' in refreshed


def test_a_draft_is_looked_at_while_it_is_written(desk, base, asked, monkeypatch):
    monkeypatch.setattr(looking, "seems_answered", lambda case, words: [asked[0].pk])
    looked = text(desk.post(f"{base}draft/review/", {"words": "Please find the plan attached."}))
    assert f'data-answered="{asked[0].pk}"' in looked
    assert "none is attached" in looked
    assert "<mark>" in looked
    assert not Message.objects.filter(voice="us").exists()


def test_who_else_would_receive_it_is_looked_at_before_it_is_sent(desk, base, asked, outbox):
    marks = {f"mark-{one.pk}": "answered" for one in asked}
    desk.post(f"{base}replies/", {"words": "A digger cut the cable.", "readers": "1", **marks}, headers=HTMX)
    draft = {"words": "It is mended.", "readers": "1"}
    changed = "does not go to the same people"
    assert changed not in text(desk.post(f"{base}draft/review/", draft))
    for more in ({"also": "new@else.example"}, {"cc": ["new@else.example"]}, {"bcc": "new@else.example"}):
        looked = text(desk.post(f"{base}draft/review/", draft | more))
        assert changed in looked
        assert "<mark>new@else.example</mark>" in looked
    assert changed in text(desk.post(f"{base}draft/review/", draft | {"also": "no address at all"}))
    assert not Case.objects.get().participants.exists()


def test_nothing_is_found_in_no_words(desk, base):
    looked = text(desk.post(f"{base}draft/review/", {"words": "   "}))
    assert 'data-answered=""' in looked
    assert "<li" not in looked


def test_what_can_be_passed_by_takes_a_reason(desk, base, asked):
    given = {"words": "Please find the plan attached.", **{f"mark-{one.pk}": "answered" for one in asked}}
    stopped = text(desk.post(f"{base}replies/", given, headers=HTMX))
    (code,) = set(re.findall(r'name="because-(\w+)"', stopped))
    for no_reason in (" ", ".", "n/a"):
        desk.post(f"{base}replies/", {**given, f"because-{code}": no_reason}, headers=HTMX)
        assert not Message.objects.filter(voice="us").exists()
    again = desk.post(f"{base}replies/", {**given, f"because-{code}": "it went by post"}, headers=HTMX)
    assert again.status_code == 200
    assert Event.objects.get(name="message.written").facts["review"]["confirmed"] == {code: "it went by post"}


def test_a_reply_taken_back_has_its_marks_chosen_again(desk, base, asked):
    desk.post(f"{base}replies/", {"words": "Here.", **{f"mark-{one.pk}": "answered" for one in asked}})
    written = Message.objects.get(voice="us")
    page = text(desk.post(f"{base}replies/{written.pk}/withdrawal/", headers=HTMX))
    for question in asked:
        assert f'id="q-{question.pk}-answered" value="answered" checked' in page


def test_a_reply_taken_back_keeps_the_reason_of_what_was_declined(desk, base, asked):
    marks = {f"mark-{one.pk}": "declined" for one in asked}
    because = {f"reason-{one.pk}": f"only the owner knows {one.pk}" for one in asked}
    desk.post(f"{base}replies/", {"words": "Here.", **marks, **because})
    written = Message.objects.get(voice="us")
    page = text(desk.post(f"{base}replies/{written.pk}/withdrawal/", headers=HTMX))
    for question in asked:
        assert f'value="only the owner knows {question.pk}"' in page


def test_without_a_script_a_question_is_put_right_and_the_words_being_written_stay(desk, base, asked):
    first, second = asked[:2]
    writing = {"seen": "0", "words": "A splitter\r\nwas worn.", f"mark-{second.pk}": "answered"}
    writing |= {f"question-{one.pk}": one.words for one in asked} | {"question": ""}
    page = text(desk.post(f"{base}questions/{first.pk}/", {**writing, f"question-{first.pk}": "What broke?"}))
    first.refresh_from_db()
    assert first.words == "What broke?"
    assert "A splitter\nwas worn.</textarea>" in page
    assert f'id="q-{second.pk}-answered" value="answered" checked' in page
    for path, given in ((f"{base}questions/", {"question": "When?"}), (f"{base}questions/{first.pk}/dismissal/", {})):
        assert "A splitter\nwas worn.</textarea>" in text(desk.post(path, {**writing, **given}))
    assert Question.objects.filter(words="When?").exists()
    refused = desk.post(f"{base}questions/", writing)
    assert refused.status_code == 422
    assert "A splitter\nwas worn.</textarea>" in text(refused)


def test_words_of_the_house_are_edited_by_those_who_lead(client, esther, denis):
    client.force_login(denis)
    assert client.get("/desk/settings/words/").status_code == 403
    client.force_login(esther)
    assert "No word of ours is listed." in text(client.get("/desk/settings/words/"))
    client.post("/desk/settings/words/", {"word": "NRA", "instead": "exchange"})
    word = InternalWord.objects.get()
    client.post(f"/desk/settings/words/{word.pk}/", {"word": "NRA", "instead": "the exchange"})
    assert InternalWord.objects.get().instead == "the exchange"
    twice = client.post("/desk/settings/words/", {"word": "NRA", "instead": "x"})
    assert (twice.status_code, "in the list already" in text(twice)) == (422, True)
    assert client.get(f"/desk/settings/words/{word.pk}/removal/").status_code == 405
    client.post(f"/desk/settings/words/{word.pk}/removal/")
    assert not InternalWord.objects.exists()


def test_a_reply_taken_back_keeps_its_marks_and_reasons_whenever_it_is_opened_again(desk, base, asked, outbox):
    first, second = asked
    day = f"{clock.now().date() + timedelta(days=9)}"
    given = {
        "words": "A worn splitter.", f"mark-{first.pk}": "declined", f"reason-{first.pk}": "The splitter is gone.",
        f"mark-{second.pk}": "promised", f"due-{second.pk}": day,
    }  # fmt: skip
    assert desk.post(f"{base}replies/", given).status_code == 302
    written = Message.objects.get(voice="us")
    assert desk.post(f"{base}replies/{written.pk}/withdrawal/").status_code == 302
    for page in (text(desk.get(base)), text(desk.get(base))):
        assert re.search(rf'id="q-{first.pk}-declined" value="declined" checked', page)
        assert 'value="The splitter is gone."' in page
        assert re.search(rf'id="q-{second.pk}-day" value="promised" checked', page)
        assert f'value="{day}"' in page


def test_a_reply_held_back_keeps_them_too(desk, base, case, asked, denis, outbox):
    from petitevoix.cases.actions.asking import Mark
    from petitevoix.cases.actions.receiving import Arrival, receive
    from petitevoix.cases.actions.replying import reply

    Case.objects.filter(pk=case.pk).update(news_due_at=None)
    marks = [Mark(one.pk, "declined", reason="Nobody can know.") for one in asked]
    reply(case, by=denis, words="A worn splitter.", marks=marks, leaves_at=clock.now() + timedelta(hours=15))
    receive(Arrival(channel="email", sender="ana@letters.example", words="One more thing."), case=case)
    page = text(desk.get(base))
    assert page.count('value="Nobody can know."') == 2


def test_a_promise_called_kept_by_mistake_is_not_kept_after_all(desk, base, case, denis, outbox):
    from django.db import transaction

    from petitevoix.cases.actions import promising

    with transaction.atomic():
        made = promising.promise(case, by=denis, words="We call you.", due_at=clock.now() + timedelta(days=2))
    desk.post(f"{base}promises/{made.pk}/keeping/")
    assert "Not kept after all" in text(desk.get(base))
    desk.post(f"{base}promises/{made.pk}/reopening/")
    page = text(desk.get(base))
    assert "Denis: a promise is not kept after all." in page
    assert Promise.objects.get(pk=made.pk).kept_at is None
    assert desk.get(f"{base}promises/{made.pk}/reopening/").status_code == 405
