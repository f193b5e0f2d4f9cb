"""Asking twice is doing once; and a walk through a list meets every case once, whatever arrives meanwhile."""

from datetime import timedelta

import pytest

from petitevoix.api.models import Answer
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Case, Message
from petitevoix.kit import clock
from tests.cast import answered

pytestmark = pytest.mark.django_db

NEW = {"person": {"email": "bruno@letters.example"}, "title": "The bill", "text": "Twice?"}


def test_the_same_request_under_the_same_key_is_done_once(outbox, data, denis_program):
    first = denis_program.post("/cases", NEW, Idempotency_Key="a-1")
    again = denis_program.post("/cases", NEW, Idempotency_Key="a-1")
    assert Case.objects.count() == 1
    assert (again.status_code, again.content, again["Location"]) == (201, first.content, first["Location"])
    assert again["Idempotent-Replay"] == "true"
    assert "Idempotent-Replay" not in first


def test_another_request_under_the_same_key_is_refused(outbox, data, denis_program):
    denis_program.post("/cases", NEW, Idempotency_Key="a-1")
    response = denis_program.post("/cases", {**NEW, "title": "Another"}, Idempotency_Key="a-1")
    assert (response.status_code, response.json()["code"]) == (422, "key_reused")
    assert Case.objects.count() == 1


def test_keys_belong_to_a_token(outbox, data, denis, denis_program, program):
    denis_program.post("/cases", NEW, Idempotency_Key="a-1")
    assert program(denis).post("/cases", NEW, Idempotency_Key="a-1").status_code == 201
    assert Case.objects.count() == 2


def test_a_request_that_is_being_worked_on_is_a_409(case, denis_program, monkeypatch):
    path, inside = f"/cases/{case.reference}/notes", []

    def meanwhile(*args, **kwargs):
        inside.append(denis_program.post(path, {"text": "One."}, Idempotency_Key="b"))
        return note(*args, **kwargs)

    from petitevoix.cases.actions.noting import note

    monkeypatch.setattr("petitevoix.api.messages.note", meanwhile)
    assert denis_program.post(path, {"text": "One."}, Idempotency_Key="b").status_code == 201
    assert (inside[0].status_code, inside[0].json()["code"]) == (409, "busy")
    assert Message.objects.filter(voice="note").count() == 1


def test_what_a_killed_process_left_is_taken_over_after_a_while(case, denis_program, monkeypatch):
    def killed(*_args, **_kwargs):
        raise SystemExit

    path, words = f"/cases/{case.reference}/notes", {"text": "One."}
    with monkeypatch.context() as broken:
        broken.setattr("petitevoix.api.messages.message_told", killed)
        with pytest.raises(SystemExit):
            denis_program.post(path, words, Idempotency_Key="b")
    assert not Message.objects.filter(voice="note").exists()
    response = denis_program.post(path, words, Idempotency_Key="b")
    assert (response.status_code, response["Retry-After"]) == (409, "2")
    with clock.stopped_at(clock.now() + timedelta(minutes=1)):
        assert denis_program.post(path, words, Idempotency_Key="b").status_code == 201
    assert Message.objects.filter(voice="note").count() == 1


def test_one_who_was_only_slow_does_nothing_once_another_took_over(case, denis_program, monkeypatch):
    from petitevoix.cases.actions.noting import note

    def overtaken(*args, **kwargs):
        Answer.objects.update(mark="another")
        return note(*args, **kwargs)

    monkeypatch.setattr("petitevoix.api.messages.note", overtaken)
    response = denis_program.post(f"/cases/{case.reference}/notes", {"text": "One."}, Idempotency_Key="b")
    assert response.status_code == 409
    assert not Message.objects.filter(voice="note").exists()


def test_a_refusal_is_not_kept(case, denis_program):
    path = f"/cases/{case.reference}/replies"
    late = {"text": "Soon.", "news_on": "2020-01-01T00:00:00Z"}
    assert denis_program.post(path, late, Idempotency_Key="c").status_code == 422
    assert not Answer.objects.exists()
    assert (
        denis_program.post(path, {"text": "Now.", "questions": answered(case)}, Idempotency_Key="c").status_code == 201
    )


def test_an_act_that_breaks_leaves_no_trace_under_its_key(case, denis_program, monkeypatch):
    path = f"/cases/{case.reference}/notes"
    monkeypatch.setattr("petitevoix.api.messages.message_told", lambda *_a: 1 / 0)
    assert denis_program.post(path, {"text": "One."}, Idempotency_Key="d").status_code == 500
    assert not Message.objects.filter(voice="note").exists()
    assert not Answer.objects.exists()


@pytest.mark.parametrize("key", ["", "a b", "é", "x" * 256])
def test_a_key_is_visible_ascii(case, denis_program, key):
    assert (
        denis_program.post(f"/cases/{case.reference}/notes", {"text": "One."}, Idempotency_Key=key).status_code == 422
    )


@pytest.mark.parametrize("state", ["open", "any"])
def test_a_walk_meets_every_case_once_while_others_arrive(outbox, data, denis_program, state):
    now = clock.now()
    for n in range(23):
        # Several wait since the same moment: the number decides.
        receive(
            Arrival(channel="form", sender=f"p{n}@letters.example", words="Hello", at=now - timedelta(hours=n // 5))
        )
    there, met, after = set(Case.objects.values_list("reference", flat=True)), [], ""
    while after is not None:
        page = denis_program.get("/cases", state=state, limit=4, after=after).json()
        met += [row["reference"] for row in page["items"]]
        after = page["next"]
        if len(met) < 20:
            receive(Arrival(channel="form", sender="new@letters.example", words="Me too"))
    assert len(met) == len(set(met))
    assert there <= set(met)


def test_messages_and_people_are_walked_the_same_way(case, denis_program):
    for n in range(5):
        receive(Arrival(channel="email", sender=f"p{n}@letters.example", words=f"{n}"), case=case)
    for path, count in (
        (f"/cases/{case.reference}/messages", 6),
        ("/people", 6),
        (f"/cases/{case.reference}/events", 7),
    ):
        met, after = [], ""
        while after is not None:
            page = denis_program.get(path, limit=2, after=after).json()
            met += [row["id"] for row in page["items"]]
            after = page["next"]
        assert len(set(met)) == len(met) == count
