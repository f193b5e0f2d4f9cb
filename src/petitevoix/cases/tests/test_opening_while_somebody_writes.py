"""A case is opened while its person writes: each waits for the other, and neither for ever."""

import threading

import pytest
from django.db import connection, transaction

from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.tabs import look_into
from petitevoix.cases.models import Case, Tab
from petitevoix.vault import log


@pytest.mark.django_db(transaction=True)
def test_an_opening_waits_for_words_that_wait_for_the_log(line, denis):
    case = receive(Arrival(channel="form", sender="ana@letters.example", words="Hello?", team=line)).case
    troubles: list[Exception] = []
    opening = threading.Thread(target=opened, args=(case, denis, troubles))
    with transaction.atomic():
        Case.objects.locked(case.pk)  # somebody writes in it
        if connection.vendor == "postgresql":
            opening.start()
            opening.join(0.5)  # far enough to hold what it takes first
        log.append("act", who="person:1", name="message.received", what="message:1")
    if connection.vendor != "postgresql":  # one writer at a time: nothing to wait for in a ring
        opening.start()
    opening.join(10)
    assert troubles == []
    assert Tab.objects.filter(case=case, advisor=denis).exists()


def opened(case, advisor, troubles) -> None:
    try:
        look_into(case, by=advisor)
    except Exception as trouble:
        troubles.append(trouble)
    finally:
        connection.close()
