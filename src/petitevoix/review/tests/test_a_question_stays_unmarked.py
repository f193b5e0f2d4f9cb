"""A question without its mark stops the letter, whatever else is confirmed (S039)."""

from datetime import UTC, datetime, timedelta

import pytest

from petitevoix.review.draft import Draft, Question
from petitevoix.review.guards.unmarked_question import look
from petitevoix.review.reading import standing

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
LATER = NOW + timedelta(days=2)


def looked(*questions):
    return list(look(Draft("Here is the answer.", NOW, questions=questions)))


@pytest.mark.parametrize(
    "question",
    [
        Question(1, "Why?"),
        Question(1, "Why?", "promised"),
        Question(1, "Why?", "promised", NOW - timedelta(hours=1)),
        Question(1, "Why?", "promised", (NOW - timedelta(days=3)).replace(tzinfo=None)),
        Question(1, "Why?", "declined"),
        Question(1, "Why?", "declined", reason="  "),
        Question(1, "Why?", "declined", reason="-"),
        Question(1, "Why?", "declined", reason="n/a"),
        Question(1, "Why?", "whatever"),
    ],
)
def test_a_question_without_a_whole_mark_stops_the_letter_and_cannot_be_confirmed_away(question):
    [finding] = findings = looked(question)
    assert finding.facts["question"] == 1
    assert standing(findings, {"unmarked_question"}) == findings


@pytest.mark.parametrize(
    "question",
    [
        Question(1, "Why?", "answered"),
        Question(1, "Why?", "promised", LATER),
        Question(1, "Why?", "promised", LATER.replace(tzinfo=None)),
        Question(1, "Why?", "declined", reason="Only the town hall may say."),
    ],
)
def test_a_marked_question_lets_the_letter_go(question):
    assert looked(question) == []


def test_each_unmarked_question_is_named():
    assert [f.facts["question"] for f in looked(Question(1), Question(2, mark="answered"), Question(3))] == [1, 3]


def test_what_is_lacking_is_said():
    sentences = {f.message for f in looked(Question(1), Question(2, mark="promised"), Question(3, mark="declined"))}
    assert len(sentences) == 3
