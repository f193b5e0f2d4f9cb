"""Each minute, what was true only for a while is cleared away, and the log is witnessed."""

import threading
from datetime import timedelta

import pytest
from django.db import connection

from petitevoix.api.auth import SCOPES
from petitevoix.api.models import Answer, Token
from petitevoix.cases.actions.being_here import be_here
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Presence
from petitevoix.config import minute
from petitevoix.journal.models import Whisper
from petitevoix.kit import clock

pytestmark = pytest.mark.django_db
NEW = {"person": {"email": "ana@letters.example"}, "title": "Hello", "text": "Hello"}


def left() -> tuple[int, int, int]:
    return Whisper.objects.count(), Presence.objects.count(), Answer.objects.count()


def test_what_has_passed_is_cleared_away_and_nothing_sooner(outbox, data, denis, client):
    case = receive(Arrival(channel="form", sender="ana@letters.example", words="Hello")).case
    be_here(case, by=denis, doing="writing")
    _token, secret = Token.issue(denis, list(SCOPES))
    headers = {"Authorization": f"Bearer {secret}", "Idempotency-Key": "a-1"}
    assert client.post("/api/v1/cases", NEW, content_type="application/json", headers=headers).status_code == 201
    minute.chores()
    assert left() == (1, 1, 1)
    with clock.stopped_at(clock.now() + timedelta(minutes=6)):
        minute.chores()
    assert left() == (0, 0, 1)
    with clock.stopped_at(clock.now() + timedelta(hours=25)):
        minute.chores()
    assert left() == (0, 0, 0)


def test_a_person_who_says_twice_at_once_that_they_are_here_is_here_once(data, denis):
    case = receive(Arrival(channel="form", sender="ana@letters.example", words="Hello")).case
    be_here(case, by=denis, doing="reading")
    be_here(case, by=denis, doing="writing")
    assert [one.doing for one in Presence.objects.all()] == ["writing"]


def test_the_database_knows_how_large_its_indexes_are_from_the_start(data):
    minute.every_minute(stopped())
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT count(*) FROM sqlite_stat1")
            assert cursor.fetchone()[0]


def stopped() -> threading.Event:
    stop = threading.Event()
    stop.set()
    return stop
