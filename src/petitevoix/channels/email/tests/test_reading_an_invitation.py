"""An invitation, its answer and its cancelling are told in words where a letter is nothing else."""

from __future__ import annotations

import time

import pytest

from petitevoix.channels.email.reading.calendar import summary_of


def event(*lines: str, method: str = "REQUEST") -> str:
    """Write a calendar with one event of these lines."""
    head = [
        "BEGIN:VCALENDAR",
        f"METHOD:{method}",
        "BEGIN:VTIMEZONE",
        "DESCRIPTION:zone",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
    ]
    return "\r\n".join([*head, *lines, "END:VEVENT", "END:VCALENDAR"]) + "\r\n"


def test_an_answer_says_yes_or_no_and_keeps_the_words_of_who_answers() -> None:
    lines = ("ATTENDEE;CN=Ana;PARTSTAT=DECLINED:mailto:ana@example.org", "SUMMARY:Visit", "COMMENT:I am away\\, sorry")
    assert summary_of(event(*lines, method="REPLY")) == "Declined\nVisit\nI am away, sorry"


def test_an_invitation_does_not_say_what_others_answered() -> None:
    assert summary_of(event("ATTENDEE;PARTSTAT=ACCEPTED:mailto:ana@example.org", "SUMMARY:Visit")) == "Visit"


def test_a_cancelling_says_so() -> None:
    assert summary_of(event("SUMMARY:Visit", method="CANCEL")) == "Cancelled\nVisit"


@pytest.mark.parametrize(
    "line",
    [
        'SUMMARY;ALTREP="http://x.example/a:b;c":Visit',
        "SUMMARY;LANGUAGE=fr-FR:Visit",
        "SUMMARY:Vi\r\n sit",
        "summary:Visit",
        "SUMMARY;X:Visit",
    ],
)
def test_a_title_is_read_however_it_is_dressed(line: str) -> None:
    assert summary_of(event(line)) == "Visit"


def test_an_alarm_says_nothing() -> None:
    assert summary_of(event("SUMMARY:Visit", "BEGIN:VALARM", "DESCRIPTION:REMINDER", "END:VALARM")) == "Visit"


def test_words_below_an_alarm_are_read() -> None:
    assert summary_of(event("BEGIN:VALARM", "END:VALARM", "SUMMARY:Visit")) == "Visit"


@pytest.mark.parametrize("unit", [";a=b", ';a="', "a;", ";a=;", ":", "BEGIN:VEVENT\n"])
def test_a_hostile_calendar_is_read_in_bounded_time(unit: str) -> None:
    started = time.process_time()
    summary_of("BEGIN:VEVENT\nSUMMARY" + unit * (1_000_000 // len(unit)))
    assert time.process_time() - started < 1
