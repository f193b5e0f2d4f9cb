"""A person's open page hears that something of theirs changed, and never what: a letter can still be taken back."""

import json

import pytest

from petitevoix.config.live_words import tell
from petitevoix.journal.tail import News


def heard(name: str) -> dict:
    (told,) = tell([News(7, name, "case:42", "promise:9", "advisor:3", {"team": None, "due_at": "2026-09-18"})])
    return json.loads(told.to_person.decode().split("data: ")[1]) if told.to_person else {}


@pytest.mark.parametrize("name", ["promise.offered", "promise.kept", "question.dismissed", "question.edited"])
def test_what_is_owed_changed_and_no_more(name):
    assert heard(name) == {"topic": "case:42", "name": "changed"}


@pytest.mark.parametrize("name", ["message.written", "promise.made", "promise.near"])
def test_what_may_still_be_taken_back_or_is_ours_alone_is_not_heard(name):
    assert heard(name) == {}
