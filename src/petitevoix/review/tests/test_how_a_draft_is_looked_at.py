"""Looking at a draft: all guards look, the gravest finding first, and a guard that breaks keeps nobody from an answer."""

import json
from datetime import UTC, datetime

from petitevoix.review import reading
from petitevoix.review.draft import Draft, Question
from petitevoix.review.findings import Finding
from petitevoix.review.reading import review, standing

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


class Guard:
    def __init__(self, look):
        self.look = look
        self.__name__ = "a guard of the test"


def watched_by(monkeypatch, *looks):
    monkeypatch.setattr(reading, "all_guards", lambda: [Guard(look) for look in looks])


def found(severity, *spans, **more):
    return lambda draft: iter([Finding(f"{severity}_{spans}", severity, "A sentence.", tuple(spans), **more)])


def test_the_gravest_comes_first_then_the_order_of_the_words(monkeypatch):
    watched_by(monkeypatch, found("hint"), found("warn", (9, 12)), found("stop", (5, 6)), found("warn", (2, 3)))
    assert [(f.severity, f.spans) for f in review(Draft("Words.", NOW))] == [
        ("stop", ((5, 6),)), ("warn", ((2, 3),)), ("warn", ((9, 12),)), ("hint", ()),
    ]  # fmt: skip


def test_a_guard_that_breaks_is_logged_and_the_others_look(monkeypatch, caplog):
    def broken(draft):
        raise RuntimeError

    watched_by(monkeypatch, broken, found("hint"))
    assert [finding.severity for finding in review(Draft("Words.", NOW))] == ["hint"]
    assert "a guard of the test broke" in caplog.text
    assert "Words." not in caplog.text


def test_what_is_confirmed_no_longer_stops_and_what_cannot_be_still_does(monkeypatch):
    sure = Finding("placeholder", "stop", "One.")
    never = Finding("unmarked_question", "stop", "Two.", confirmable=False)
    assert standing([sure, never]) == [sure, never]
    assert standing([sure, never], {"placeholder", "unmarked_question"}) == [never]


def test_a_finding_can_be_written_as_json():
    [finding] = review(Draft("Words.", NOW, questions=[Question(7, "Why?")]))
    told = json.loads(json.dumps(finding.as_json()))
    assert (told["code"], told["blocks"], told["confirmable"], told["facts"]["question"]) == (
        "unmarked_question", True, False, 7,
    )  # fmt: skip


def test_each_file_of_the_folder_is_a_guard():
    names = [guard.__name__.rpartition(".")[2] for guard in reading.all_guards()]
    assert {"unmarked_question", "do_not_reply", "forgotten_file"} <= set(names)
    assert names == sorted(names)
