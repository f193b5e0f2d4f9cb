"""From recorded events to figures: what the house writes down is what the measures count."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.db import transaction

from petitevoix.insight.counting import count
from petitevoix.insight.keeping import count_again, keep_count, kept
from petitevoix.insight.measure import Measure
from petitevoix.insight.models import Count
from petitevoix.insight.period import Period
from petitevoix.insight.thresholds import Thresholds
from petitevoix.journal.record import record
from petitevoix.kit import clock

pytestmark = pytest.mark.django_db

T0 = datetime(2026, 9, 7, 8, tzinfo=UTC)  # a Monday, ten o'clock in Paris
DAY = timedelta(days=1)
ADVISOR, PERSON = "advisor:31", "person:7"


def happened(name: str, number: int, day: float = 0, *, by: str = ADVISOR, of: int = 1, **facts) -> None:
    """Record an event about a noun as small as can be."""
    kind = {"error": "ourerror"}.get(name.split(".")[0], name.split(".")[0])
    noun = SimpleNamespace(_meta=SimpleNamespace(model_name=kind), pk=number)
    if kind in {"message", "question", "promise", "case"}:
        noun.topic = f"case:{of}"
    with clock.stopped_at(T0 + day * DAY), transaction.atomic():
        record(name, noun, by=by, **facts)


def iso(day: float) -> str:
    return (T0 + day * DAY).isoformat()


def measured(*, after: float = 60) -> dict[str, Measure]:
    counted = count(Period(T0, T0 + 28 * DAY), T0 + after * DAY)
    return {one.id: one for one in counted.measures}


def promised(number: int, due: float, **facts) -> None:
    happened("promise.made", number, kind="words", due_at=iso(due), message=None, question=None, **facts)


def test_promises_end_to_end():
    for number, due in [(1, 3), (2, 4), (3, 5), (4, 6), (5, 6), (6, 6), (7, 40)]:
        promised(number, due)
    happened("promise.kept", 1, 2)
    happened("promise.kept", 2, 3)
    happened("promise.offered", 3, 3, due_at=iso(9))
    happened("promise.moved", 3, 4, by=PERSON, before=iso(5), due_at=iso(9))
    happened("promise.kept", 3, 8)
    happened("promise.kept", 4, 7)
    happened("promise.kept", 5, 5)
    happened("promise.disputed", 5, 6, by=PERSON)
    happened("promise.withdrawn", 6, 5, by=PERSON)
    told = measured()["M1"]
    assert (told.ratio.x, told.ratio.n) == (3, 5)


def test_only_the_person_moves_a_promise_or_lets_us_off():
    promised(1, 3)
    happened("promise.moved", 1, 2, due_at=iso(9), before=iso(3))
    happened("promise.withdrawn", 1, 2)
    happened("promise.kept", 1, 8)
    assert (measured()["M1"].ratio.x, measured()["M1"].ratio.n) == (0, 1)


def test_what_the_person_holds_us_to_after_all_counts_again():
    promised(1, 3)
    happened("promise.withdrawn", 1, 1, by=PERSON)
    assert measured()["M1"].ratio.n == 0
    happened("promise.resumed", 1, 1.5, by=PERSON)
    assert measured()["M1"].ratio.n == 1


def test_a_keeping_that_was_undone_is_none():
    promised(1, 3)
    happened("promise.kept", 1, 1)
    happened("promise.reopened", 1, 2)
    assert measured()["M1"].ratio.x == 0


def test_questions_end_to_end():
    happened("message.received", 1, by="mail", questions=[1, 2, 3], automatic="")
    happened("message.received", 2, of=2, by="mail", questions=[4], automatic="")
    happened("message.received", 3, of=3, by="mail", questions=[5], automatic="")
    happened("question.added", 6, 1, of=3, by=PERSON, message=3)
    happened("message.received", 4, of=4, by="mail", automatic="")  # before questions were read
    happened("message.written", 11, 2, marks=[{"question": n, "mark": "answered", "due": None} for n in (1, 2, 3)])
    happened("message.written", 12, 2, of=2, marks=[{"question": 4, "mark": "answered", "due": None}])
    happened("message.written", 13, 2, of=3, marks=[{"question": 5, "mark": "answered", "due": None}])
    told = measured()["M2"]
    assert (told.ratio.x, told.ratio.n) == (2, 3)
    assert (told.companions["per_question"].x, told.companions["per_question"].n) == (5, 6)
    assert (told.companions["unanswered_now"], told.companions["oldest_unanswered"]) == (1, 59 * DAY)


def test_a_promised_answer_that_was_kept_is_one():
    happened("message.received", 1, by="mail", questions=[1])
    happened("message.written", 11, 1, marks=[{"question": 1, "mark": "promised", "due": iso(20)}])
    happened("promise.made", 1, 1, kind="question", due_at=iso(20), message=11, question=1)
    happened("promise.kept", 1, 19)
    assert measured(after=22)["M2"].ratio.unmatured == 1
    assert measured()["M2"].ratio.x == 1


def test_an_answer_taken_back_neither_answers_nor_promises_nor_closes():
    happened("message.received", 1, by="mail", questions=[1])
    happened("message.written", 11, 1, marks=[{"question": 1, "mark": "answered"}], review={"missed": True})
    happened("promise.made", 1, 1, kind="words", due_at=iso(3), message=11, question=None)
    happened("case.closed", 1, 1, told=False)
    happened("message.withdrawn", 11, 1)
    told = measured()
    assert [told[key].ratio.n for key in ("M1", "M2", "M3", "M7")] == [0, 1, 0, 0]
    assert told["M2"].ratio.x == 0


def test_what_the_person_asked_nobody_can_dismiss():
    happened("message.received", 1, by="mail", questions=[1, 2, 3])
    happened("question.added", 4, 1, by=PERSON, message=1)
    happened("question.asked_again", 2, 1, by=PERSON, message=1)
    happened("question.dismissed", 3, 2, message=1)
    happened("question.restored", 3, 2, message=1)
    for number in (1, 2, 4):
        happened("question.dismissed", number, 3, message=1)
    assert measured()["M2"].companions["per_question"].n == 3


def test_a_question_found_later_is_of_its_message():
    happened("message.received", 1, by="mail")
    happened("question.added", 1, 30, message=1)
    assert measured()["M2"].ratio.n == 1


def test_answers_after_a_miss_end_to_end():
    for number, likeness in enumerate((0.95, 0.82, 0.40, 0.10, None)):
        review = {"missed": likeness is not None, "likeness": likeness, "own_facts": 0, "changed": number == 0}
        happened("message.written", number, number, marks=[], review=review)
    happened("message.written", 9, 9)  # before replies were reviewed
    told = measured()["M3"]
    assert (told.ratio.x, told.ratio.n) == (2, 4)
    assert (told.companions["nothing_of_their_own"].n, told.companions["stopped_then_changed"]) == (5, 1)


def test_closings_end_to_end():
    for case in range(1, 8):
        happened("case.closed", case, of=case)  # as they were written down before
    happened("case.closed", 8, 20, of=8, told=True, quiet=True, warnings=[iso(12)])
    happened("case.closed", 9, 20, of=9, told=True, quiet=True, warnings=[iso(6), iso(13)])
    happened("case.closed", 10, of=10, told=True, fault="ours", acknowledgment=True, repair=False, explanation=True)
    happened("error.mended", 1, 1, touched=[21, 22, 23, 24, 25])
    for case, day in ((21, 1), (22, 1.1), (23, 2), (24, 9)):
        happened("error.told", 1, day, case=case)
    happened("case.reopened", 1, 3, of=1, by=PERSON)
    happened("case.disputed", 2, 3, of=2, by=PERSON)
    happened("case.reopened", 3, 3, of=3, by="mail", because="undelivered", message=99)
    told = measured()["M7"]
    assert (told.ratio.x, told.ratio.n) == (2 + 2, 15)
    assert told.companions["apology_completeness"] == 0.5
    assert (told.companions["reversed"].x, told.companions["reversed"].n) == (2, 10)


def test_an_answer_taken_back_before_does_not_undo_the_closing_behind_it():
    happened("message.written", 1, 1, marks=[])
    happened("message.withdrawn", 1, 1)
    happened("case.closed", 1, 2, told=False)
    assert (measured()["M7"].ratio.x, measured()["M7"].ratio.n) == (1, 1)


@pytest.mark.parametrize("written", ["soon", "2026-09-10", "2026-09-10T10:00:00"])
def test_a_date_that_was_written_badly_stops_no_count(written):
    happened("promise.made", 1, due_at=written)
    happened("promise.kept", 1, 1)
    assert measured()["M1"].ratio.n == (written != "soon")


def test_a_closing_whose_words_came_back_is_silent():
    happened("message.written", 1, 1, marks=[])
    happened("case.closed", 1, 1, told=True)
    happened("case.reopened", 1, 2, by="mail", because="undelivered", message=1)
    assert measured()["M7"].ratio.x == 1


def test_what_comes_after_the_moment_of_counting_is_not_known_yet():
    promised(1, 3)
    happened("promise.kept", 1, 2)
    happened("promise.reopened", 1, 30)
    assert (measured(after=20)["M1"].ratio.x, measured(after=40)["M1"].ratio.x) == (1, 0)


@pytest.mark.parametrize(
    "strange",
    [
        lambda: happened("promise.kept", 404),
        lambda: happened("question.asked_again", 404, by=PERSON, message=404),
        lambda: happened("error.told", 404, case=1),
        lambda: happened("message.written", 404, marks=[{"question": 404, "mark": "answered"}]),
        lambda: happened("message.withdrawn", 405),
        lambda: happened("case.reopened", 1, by=PERSON),
    ],
)
def test_what_speaks_of_something_unknown_is_passed_over(strange: Callable[[], None]):
    strange()
    assert all(one.ratio.n == 0 for one in measured().values())


def test_the_journal_is_read_in_one_query(django_assert_num_queries):
    promised(1, 3)
    with django_assert_num_queries(1):
        count(Period(T0, T0 + 28 * DAY), T0 + 60 * DAY, Thresholds())


def test_what_is_kept_by_day_is_what_the_journal_says():
    for number, due in enumerate((3, 4, 5, 40)):
        promised(number, due, team=number % 2 or None)
        if number % 2:
            happened("promise.kept", number, due + 1)
    happened("message.received", 1, 2, questions=[1, 2], why=[2], by=PERSON)
    happened(
        "message.written", 2, 3, marks=[{"question": 1, "mark": "answered"}], review={"missed": True, "likeness": 0.9}
    )
    happened("case.closed", 1, 4, told=True, fault="ours", acknowledgment=True)
    for days in (0.5, 12, 60):
        with clock.stopped_at(T0 + days * DAY):
            keep_count()
        for first, last in ((0, 28), (3, 5), (4, 90)):
            midnight = T0.replace(hour=0)
            period = Period(midnight + first * DAY, midnight + last * DAY)
            assert kept(period)[0] == count(period, T0 + days * DAY)


def test_counting_again_waits_until_the_last_count_is_old():
    with clock.stopped_at(T0):
        assert count_again()
        assert not count_again()
    with clock.stopped_at(T0 + timedelta(minutes=6)):
        assert count_again()
    Count.objects.update(seconds=60)
    with clock.stopped_at(T0 + timedelta(minutes=60)):
        assert not count_again()  # a minute's work at most every hundred minutes


def test_what_lies_in_spam_is_owed_no_answer_and_is_told_beside():
    happened("message.received", 1, questions=[1], by=PERSON)
    happened("message.received", 2, questions=[2], by=PERSON, of=2)
    happened("case.spammed", 2, 1, of=2)
    told = measured()["M2"]
    assert (told.ratio.n, told.companions["called_spam"], told.companions["unanswered_now"]) == (1, 1, 1)
    happened("case.cleared", 2, 2, of=2)
    told = measured()["M2"]
    assert (told.ratio.n, told.companions["called_spam"], told.companions["unanswered_now"]) == (2, 0, 2)
