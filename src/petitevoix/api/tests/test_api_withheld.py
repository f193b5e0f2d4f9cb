"""What a blocked person writes is read first by somebody who leads; a program reads what its advisor reads."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions import blocking
from petitevoix.cases.actions.receiving import Arrival, File, receive
from petitevoix.cases.actions.withholding import let_through
from petitevoix.cases.models import Withheld
from petitevoix.kit import clock

WORDS = "You scoundrels. When will you pay me back?"


@pytest.fixture
def message(ana, case, esther):
    until = clock.now() + timedelta(days=9)
    blocking.block(ana, by=esther, reason="On Monday you wished us harm.", until=until)
    files = [File("scoundrels.txt", "text/plain", b"scoundrels")]
    arrival = Arrival(channel="email", sender=ana.email, words=WORDS, rest="> scoundrels", files=files)
    return receive(arrival, case=case)


def last(program, case) -> dict:
    return program.get(f"/cases/{case.reference}/messages").json()["items"][-1]


def test_a_program_is_told_that_there_is_a_message_and_none_of_its_words(program, message, case, denis, esther):
    path = f"/cases/{case.reference}"
    ours, theirs = program(denis), program(esther)
    told = last(ours, case)
    assert (told["id"], told["withheld"], told["text"], told["rest"]) == (message.pk, True, "", "")
    assert told["attachments"] == []
    assert told["at"]
    shown = last(theirs, case)
    assert (shown["withheld"], shown["text"]) == (True, WORDS)
    file = f"{path}/attachments/{message.attachments.get().pk}"
    assert (ours.get(file).status_code, theirs.get(file).status_code) == (404, 200)
    for part in ("", "/messages", "/questions", "/events", "/promises"):
        assert "coundrels" not in ours.get(path + part).content.decode(), part
    assert "coundrels" not in ours.get("/cases", state="any").content.decode()
    let_through(Withheld.objects.get(), by=esther, to_the_queue=True)
    told = last(ours, case)
    assert (told["withheld"], told["text"], len(told["attachments"])) == (False, WORDS, 1)
    assert "pay me back" in ours.get(f"{path}/questions").content.decode()


def test_what_is_read_first_is_neither_forwarded_nor_split_off(program, message, case, denis, esther):
    path = f"/cases/{case.reference}"
    away = {"email": "who@else.example", "text": "See below."}
    assert program(denis).post(f"{path}/messages/{message.pk}/forwarding", away).status_code == 404
    assert program(denis).post(f"{path}/split", {"messages": [message.pk]}).status_code in {409, 422, 404}


def test_who_may_not_read_it_is_stopped_all_the_same_by_what_they_have_not_seen(program, message, case, denis):
    first = case.messages.first().pk
    stopped = program(denis).post(
        f"/cases/{case.reference}/replies", {"text": "It was lightning.", "seen": first, "then": "pending"}
    )
    assert stopped.status_code == 422
    assert "coundrels" not in stopped.content.decode()


def test_a_lead_has_read_it_by_program_and_nobody_else_can_say_so(program, message, case, denis, esther):
    path = f"/cases/{case.reference}/messages/{message.pk}/reading"
    assert program(denis).post(path, {"queue": True}).status_code in {403, 409, 422}
    assert last(program(denis), case)["withheld"] is True
    told = program(esther).post(path, {"queue": True})
    assert (told.status_code, told.json()["text"]) == (200, WORDS)
    assert last(program(denis), case)["withheld"] is False
    case.refresh_from_db()
    assert case.state == case.State.OPEN
    first = case.messages.first().pk
    assert program(esther).post(f"/cases/{case.reference}/messages/{first}/reading", {}).status_code == 404
