"""The tail hears each event once, also one that is committed behind a later number."""

import pytest
from django.db import connection

from petitevoix.journal.models import Event
from petitevoix.journal.tail import Tail, last_id

pytestmark = pytest.mark.django_db


def happened(number: int) -> None:
    Event.objects.create(id=number, name="case.opened", topic="case:1", noun="case:1", by="system")


def test_each_event_is_heard_once_in_whatever_order_it_was_committed():
    heard: list[int] = []
    tail = Tail(lambda news: heard.extend(one.id for one in news))
    happened(1000)
    tail.event_id = last_id()
    tail._look()
    happened(1003)
    tail._look()
    tail._look()
    assert heard == [1003]
    happened(1002)  # its transaction began sooner and ended later, as can be on PostgreSQL only
    happened(1004)
    tail._look()
    tail._look()
    assert sorted(heard) == ([1002, 1003, 1004] if connection.vendor == "postgresql" else [1003, 1004])
