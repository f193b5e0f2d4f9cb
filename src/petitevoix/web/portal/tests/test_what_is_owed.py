"""What is owed: how each question stands, what was promised, and what the person says of both."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from petitevoix.cases.actions import closing, promising
from petitevoix.cases.actions.asking import Mark, add_question, dismiss_question
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.replying import take_back
from petitevoix.cases.models import Case, Promise, Question
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from tests.cast import close, reply

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _fresh(data, outbox):
    cache.clear()


@pytest.fixture
def client() -> Client:
    return Client(headers={"accept-language": "en"})


def later(**span):
    return clock.stopped_at(clock.now() + timedelta(**span))


def at(case, person, rest="") -> str:
    return f"/me/{person.token}/{case.reference}/{rest}"


def page(client, case, person) -> str:
    answer = client.get(at(case, person))
    assert answer.status_code == 200
    return answer.content.decode()


def done(client, address, **said) -> str:
    """Post, follow, and give the page that answers."""
    answer = client.post(address, said, follow=True)
    assert answer.status_code == 200
    assert len(answer.redirect_chain) == 1
    return answer.content.decode()


@pytest.fixture
def question(case, ana) -> Question:
    """The one question of the case, whatever else was read out of its letter."""
    case.questions.all().delete()
    return add_question(case, by=ana, words="What happened?")


def promised(case, by, *, due=DAY, words="The technician comes.", **more) -> Promise:
    with transaction.atomic():
        return promising.promise(case, by=by, words=words, due_at=due and clock.now() + due, **more)


class TestQuestions:
    def test_each_says_how_it_stands(self, client, case, ana, denis, question):
        second, third, fourth = (add_question(case, by=denis, words=f"Number {n}, is it?") for n in (2, 3, 4))
        dismiss_question(fourth, by=denis)
        shown = page(client, case, ana)
        assert shown.count("Waits for an answer.") == 3
        assert "Number 4" not in shown
        marks = [
            Mark(question.pk, "answered"),
            Mark(second.pk, "promised", due=clock.now() + 2 * DAY),
            Mark(third.pk, "declined", reason="it is your neighbour’s."),
        ]
        message = reply(case, by=denis, words="A splitter.", marks=marks)
        shown = page(client, case, ana)
        assert shown.count("Waits for an answer.") == 3  # it can still be taken back
        assert "neighbour" not in shown
        with later(seconds=11):
            shown = page(client, case, ana)
        assert f'href="#words-{message.pk}"' in shown
        assert "We answer it by" in shown
        assert "it is your neighbour’s." in shown
        assert "Waits for an answer." not in shown

    def test_a_promised_question_answered_in_a_letter_that_has_not_left_is_promised_still(
        self, client, case, ana, denis, question
    ):
        reply(case, by=denis, words="Soon.", marks=[Mark(question.pk, "promised", due=clock.now() + 2 * DAY)])
        with later(minutes=1):
            message = reply(case, by=denis, words="A splitter.", marks=[Mark(question.pk, "answered")])
            assert "We answer it by" in page(client, case, ana)
            take_back(message, by=denis)
            assert "We answer it by" in page(client, case, ana)
            question.refresh_from_db()
            assert question.state == "promised"

    def test_an_answer_that_missed_is_said_once_and_waits_on_us_with_a_date(self, client, case, ana, denis, question):
        reply(case, by=denis, words="A splitter.")
        with later(minutes=1):
            for _press in range(2):
                shown = done(client, at(case, ana, f"questions/{question.pk}/again/"))
        case.refresh_from_db()
        assert "Your question is open again" in shown
        assert "You will hear from us by" in shown
        assert (case.state, case.missed_at is not None) == (Case.State.OPEN, True)
        assert Event.objects.filter(name="question.asked_again").count() == 1

    def test_a_missed_one_is_added_once(self, client, case, ana, denis, question):
        reply(case, by=denis, words="A splitter.")
        with later(minutes=1):
            for _press in range(2):
                shown = done(client, at(case, ana, "questions/"), words="And my <b>bill</b>?")
        assert shown.count("And my &lt;b&gt;bill&lt;/b&gt;?") == 1
        case.refresh_from_db()
        assert case.state == Case.State.OPEN

    def test_what_is_wrong_with_it_is_said_under_its_field_and_the_words_stay(self, client, case, ana):
        answer = client.post(at(case, ana, "questions/"), {"words": " "})
        assert answer.status_code == 422
        assert "a few words are enough" in answer.content.decode()
        answer = client.post(at(case, ana, "questions/"), {"words": "why? " * 200})
        assert answer.status_code == 422
        assert "long for one question" in answer.content.decode()
        assert "why? why?" in answer.content.decode()

    def test_nobody_floods_us_with_them(self, client, case, ana):
        for number in range(20):
            assert client.post(at(case, ana, "questions/"), {"words": f"Why {number}?"}).status_code == 302
        assert client.post(at(case, ana, "questions/"), {"words": "Why?"}).status_code == 422

    def test_the_address_of_the_list_leads_to_the_page(self, client, case, ana):
        answer = client.get(at(case, ana, "questions/"))
        assert answer["Location"] == at(case, ana) + "#questions"

    def test_who_takes_part_asks_again_only_what_they_asked(self, client, case, ana, bruno, denis, question):
        receive(Arrival(channel="email", sender="bruno@letters.example", words="I confirm.", language="en"), case=case)
        reply(case, by=denis, words="A splitter.")
        with later(minutes=1):
            assert "This does not answer my question" not in page(client, case, bruno)
            assert client.post(at(case, bruno, f"questions/{question.pk}/again/")).status_code == 404


class TestPromises:
    def test_each_says_when_and_who(self, client, case, ana, denis):
        promised(case, denis)
        shown = page(client, case, ana)
        assert "The technician comes." in shown
        assert "It is for Denis to keep." in shown
        assert "What we promised you" in shown

    def test_what_it_stands_on_is_read_with_it(self, client, case, ana, denis):
        reply(case, by=denis, words="If the box is intact, we will refund you £45 within 10 days.")
        with later(minutes=1):
            shown = page(client, case, ana)
        assert shown.count("If the box is intact</span>") == 1

    def test_one_made_in_a_letter_that_has_not_left_is_not_shown_nor_kept(self, client, case, ana, denis):
        with later(days=-1):
            news = promised(case, denis, due=3 * DAY, kind="news")
        promised(case, denis, message=reply(case, by=denis, words="He comes."))
        shown = page(client, case, ana)
        news.refresh_from_db()
        assert news.kept_at
        assert "The technician comes." not in shown
        assert '<b class="kept">Kept' not in shown
        with later(minutes=1):
            shown = page(client, case, ana)
        assert "The technician comes." in shown
        assert '<b class="kept">Kept' in shown

    def test_late_is_said_honestly_whoever_had_the_word(self, client, case, ana, denis):
        promised(case, denis)
        reply(case, by=denis, words="He comes.")
        with later(days=2):
            shown = page(client, case, ana)
            assert "It was due by" in shown
            assert "We are late, and it is for us to write." in shown
            assert "We are late" in client.get(f"/me/{ana.token}/").content.decode()

    def test_another_date_is_accepted_once(self, client, case, ana, denis):
        promise = promised(case, denis)
        promising.offer(promise, by=denis, due_at=clock.now() + 4 * DAY)
        assert "Denis asks for another date" in page(client, case, ana)
        for _press in range(2):
            shown = done(client, at(case, ana, f"promises/{promise.pk}/acceptance/"))
            assert "The new date is the one that counts now." in shown
        promise.refresh_from_db()
        assert promise.due_at > clock.now() + 3 * DAY

    def test_a_date_can_be_moved_no_more_once_the_first_has_passed(self, client, case, ana, denis):
        promise = promised(case, denis)
        promising.offer(promise, by=denis, due_at=clock.now() + 4 * DAY)
        with later(days=2):
            assert "Accept this date" not in page(client, case, ana)
            shown = done(client, at(case, ana, f"promises/{promise.pk}/acceptance/"))
        assert "The first date has passed meanwhile" in shown
        assert 'role="alert"' in shown

    def test_what_was_called_kept_can_be_disputed_for_a_week(self, client, case, ana, denis):
        promise = promised(case, denis)
        promising.keep(promise, by=denis)
        reply(case, by=denis, words="Done.")
        with later(days=8):
            assert "This was not kept" not in page(client, case, ana)
            assert "more than a week ago" in done(client, at(case, ana, f"promises/{promise.pk}/dispute/"))
        with later(days=2):
            assert "This was not kept" in page(client, case, ana)
            for _press in range(2):
                shown = done(client, at(case, ana, f"promises/{promise.pk}/dispute/"))
        assert "You told us that it was not kept." in shown
        case.refresh_from_db()
        assert case.state == Case.State.OPEN
        assert Event.objects.filter(name="promise.disputed").count() == 1

    def test_one_that_is_not_due_yet_cannot_be_disputed(self, client, case, ana, denis):
        promise = promised(case, denis)
        assert "Its time has not come" in done(client, at(case, ana, f"promises/{promise.pk}/dispute/"))
        promise.refresh_from_db()
        assert promise.disputed_at is None

    @pytest.mark.parametrize(("act", "field"), [("kept", "kept_at"), ("withdrawal", "withdrawn_at")])
    def test_the_person_says_it_is_kept_or_lets_us_off(self, client, case, ana, denis, act, field):
        promise = promised(case, denis)
        for _press in range(2):
            done(client, at(case, ana, f"promises/{promise.pk}/{act}/"))
        promise.refresh_from_db()
        assert getattr(promise, field)
        assert Event.objects.filter(name__in=["promise.kept", "promise.withdrawn"]).count() == 1

    def test_who_let_us_off_may_undo_it_for_a_day(self, client, case, ana, denis):
        promise = promised(case, denis)
        assert "Undo: we do need it" in done(client, at(case, ana, f"promises/{promise.pk}/withdrawal/"))
        with later(hours=20):
            for _press in range(2):
                shown = done(client, at(case, ana, f"promises/{promise.pk}/resumption/"))
        assert "It is promised as before." in shown
        promise.refresh_from_db()
        assert promise.withdrawn_at is None
        assert Event.objects.filter(name="promise.resumed").count() == 1
        done(client, at(case, ana, f"promises/{promise.pk}/withdrawal/"))
        with later(hours=25):
            assert "Undo: we do need it" not in page(client, case, ana)
            assert "more than a day ago" in done(client, at(case, ana, f"promises/{promise.pk}/resumption/"))

    def test_only_whom_it_was_made_to_decides_about_it(self, client, case, ana, bruno, denis):
        receive(Arrival(channel="email", sender="bruno@letters.example", words="I confirm.", language="en"), case=case)
        promise = promised(case, denis, due=-DAY)
        shown = page(client, case, bruno)
        assert "The technician comes." in shown
        assert "This was not kept" not in shown
        for act in ("acceptance", "dispute", "kept", "withdrawal", "resumption", "agreement"):
            assert client.post(at(case, bruno, f"promises/{promise.pk}/{act}/")).status_code == 404


class TestTheClosing:
    def test_it_is_read_in_parts_and_what_is_ours_is_owned_up_to(self, client, case, ana, denis):
        close(
            case, by=denis, what_it_was="A splitter.", what_was_done="Replaced.", how_to_avoid="Nothing to do.",
            whose_fault="ours", acknowledgment="We should have written.", repair="Three days off your bill.",
            what_changes="Each is told the same day.",
        )  # fmt: skip
        with later(seconds=11):
            shown = page(client, case, ana)
        for part in (
            "What it was", "What was done", "How to avoid it, or do it yourself", "How we put it right for you",
            "What changes from now on", "Three days off your bill.", "Each is told the same day.",
        ):  # fmt: skip
            assert part in shown
        assert shown.count("We should have written.") == 1

    def test_one_press_says_that_it_is_not_solved_and_nothing_locks(self, client, case, ana, denis):
        close(case, by=denis, what_it_was="A splitter.", what_was_done="Replaced.")
        with later(minutes=1):
            assert 'id="not-solved"' in page(client, case, ana)
            for _press in range(2):
                shown = done(client, at(case, ana, "reopening/"))
        assert "It is our turn." in shown
        assert "A splitter." in shown  # what was said stays said
        case.refresh_from_db()
        assert (case.state, case.advisor) == (Case.State.OPEN, denis)
        assert Event.objects.filter(name="case.disputed").count() == 1

    def test_a_closing_that_has_not_left_is_not_hinted_at_nor_undone(self, client, case, ana, denis):
        close(case, by=denis, what_it_was="A splitter.", what_was_done="Replaced.")
        assert "not-solved" not in page(client, case, ana)
        done(client, at(case, ana, "reopening/"))
        case.refresh_from_db()
        assert case.state == Case.State.CLOSED

    def test_looking_changes_nothing(self, client, case, ana, denis):
        close(case, by=denis, what_it_was="A splitter.", what_was_done="Replaced.")
        with later(minutes=1):
            assert client.get(at(case, ana, "reopening/")).status_code == 405
            page(client, case, ana)
        case.refresh_from_db()
        assert case.state == Case.State.CLOSED


class TestTheWish:
    def test_it_can_be_changed_at_any_time_and_taken_back(self, client, case, ana):
        assert "How shall we go about it?" in page(client, case, ana)
        assert "You asked us to explain it." in done(client, at(case, ana, "wish/"), wish="explain")
        case.refresh_from_db()
        assert case.wish == "explain"
        done(client, at(case, ana, "wish/"), wish="")
        case.refresh_from_db()
        assert case.wish == ""

    def test_what_is_no_wish_changes_nothing(self, client, case, ana):
        done(client, at(case, ana, "wish/"), wish="hurry")
        case.refresh_from_db()
        assert case.wish == ""

    def test_who_only_takes_part_does_not_choose(self, client, case, bruno):
        receive(Arrival(channel="email", sender="bruno@letters.example", words="I confirm.", language="en"), case=case)
        assert "How shall we go about it?" not in page(client, case, bruno)
        assert client.post(at(case, bruno, "wish/"), {"wish": "do"}).status_code == 404


def test_an_observation_says_what_is_watched_until_when_and_that_we_call(client, case, ana, denis):
    closing.watch(case, by=denis, plan="We count the restarts.", until=clock.now() + 2 * DAY)
    shown = page(client, case, ana)
    assert "What we watch:" in shown
    assert shown.count("We count the restarts.") == 1
    assert "We call you by" in shown
    assert "whatever we have found" in client.get(f"/me/{ana.token}/").content.decode()


def acts(question: Question, promise: Promise) -> list[str]:
    return [
        f"questions/{question.pk}/again/", "reopening/", "wish/",
        *(f"promises/{promise.pk}/{act}/" for act in ("acceptance", "dispute", "kept", "withdrawal", "resumption", "agreement")),
    ]  # fmt: skip


def test_what_is_anothers_is_not_found(client, case, ana, chloe, denis, question):
    reply(case, by=denis, words="A splitter.")
    promise = promised(case, denis, due=-DAY)
    other = receive(Arrival(channel="email", sender=chloe.email, words="Hello?", language="en")).case
    also = receive(Arrival(channel="email", sender=ana.email, words="My bill?", language="en")).case
    with later(minutes=1):
        for act in [*acts(question, promise), "questions/"]:
            assert client.post(at(case, chloe, act), {"words": "Mine?"}).status_code == 404
        for act in acts(question, promise):
            if "wish" not in act and "reopening" not in act:
                assert client.post(at(other, chloe, act)).status_code == 404
                assert client.post(at(also, ana, act)).status_code == 404
    question.refresh_from_db()
    promise.refresh_from_db()
    assert (question.state, promise.state) == ("answered", "late")


def test_wrong_methods_and_forms_without_their_proof_are_refused(client, case, ana, denis, question):
    promise = promised(case, denis)
    careful = Client(headers={"accept-language": "en"}, enforce_csrf_checks=True)
    for act in acts(question, promise):
        assert client.get(at(case, ana, act)).status_code == 405
        assert client.delete(at(case, ana, act)).status_code == 405
        assert careful.post(at(case, ana, act)).status_code == 403
    assert client.delete(at(case, ana, "questions/")).status_code == 405
    answer = careful.post(at(case, ana, "questions/"), {"words": "And my bill?"})
    assert answer.status_code == 403
    assert "And my bill?" in answer.content.decode()
