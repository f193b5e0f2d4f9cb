"""Whoever may not is told so in one sentence, as RFC 9457 says, and nothing changes."""

import json

import pytest

from petitevoix.api import answers
from petitevoix.api.auth import SCOPES
from petitevoix.api.description import document
from petitevoix.api.schemas import Sent
from petitevoix.cases.models import Case, Message
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.search.following import catch_up
from petitevoix.vault.models import Entry

pytestmark = pytest.mark.django_db

CALLS = [(method, path) for path, calls in document()["paths"].items() for method in calls]


def problem(response, status):
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    answers.Problem.model_validate_json(response.content)
    return response.json()


def call(client, method, path, secret="", **more):
    path = path.replace("{reference}", "PV-222222").replace("{number}", "1")
    headers = {"Authorization": f"Bearer {secret}"} if secret else {}
    return getattr(client, method)(path, headers=headers, **more)


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_nobody_enters_without_a_token_that_lives(client, method, path, program, denis):
    revoked = program(denis)
    revoked.token.revoked_at = clock.now()
    revoked.token.save()
    for secret in ("", "pv_wrong", revoked.secret, "\xff"):
        response = call(client, method, path, secret)
        problem(response, 401)
        assert response["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_a_token_opens_only_what_its_scopes_name(client, method, path, program, denis):
    needed = document()["paths"][path][method]["security"][0]["Token"][0]
    others = program(denis, *(set(SCOPES) - {needed}))
    assert problem(call(client, method, path, others.secret), 403)["needed"] == needed


def test_a_session_opens_nothing(desk, case):
    problem(desk.get(f"/api/v1/cases/{case.reference}"), 401)


def test_a_role_that_only_reads_does_not_write(case, gaspard, program):
    keeper = program(gaspard)
    assert keeper.get(f"/cases/{case.reference}").status_code == 200
    assert problem(keeper.post(f"/cases/{case.reference}/notes", {"text": "Hm."}), 403)["code"] == "role"
    assert not Message.objects.filter(voice="note").exists()


@pytest.mark.parametrize("what", ["", "/messages", "/events", "/attachments/1"])
def test_a_hidden_case_reads_like_one_that_is_not(hidden, denis_program, what):
    told = denis_program.get(f"/cases/{hidden.reference}{what}")
    assert problem(told, 404) == problem(denis_program.get(f"/cases/PV-222222{what}"), 404)
    assert not Entry.objects.filter(kind="access").exists()


def test_a_hidden_case_is_in_no_list_and_its_person_unknown(hidden, denis_program):
    catch_up()
    assert hidden.reference not in [row["reference"] for row in denis_program.get("/cases").json()["items"]]
    for query in (hidden.reference, "secret@letters.example"):
        assert denis_program.get("/cases", q=query).json()["items"] == []
    assert denis_program.get("/people", q="secret").json()["items"] == []
    problem(denis_program.get(f"/people/{hidden.person_id}"), 404)
    problem(denis_program.get(f"/people/{hidden.person_id}/cases"), 404)


@pytest.mark.parametrize(
    ("act", "body"),
    [
        ("replies", {"text": "Hello"}),
        ("notes", {"text": "Hello"}),
        ("assignment", {"advisor": "me"}),
        ("state", {"state": "held"}),
        ("closure", {"what_it_was": "It", "what_was_done": "That"}),
    ],
)
def test_a_hidden_case_cannot_be_changed(hidden, denis_program, act, body):
    before = Event.objects.count()
    problem(denis_program.post(f"/cases/{hidden.reference}/{act}", body), 404)
    assert Event.objects.count() == before


@pytest.mark.parametrize(
    ("act", "body", "pointer"),
    [
        ("replies", {}, "#/text"),
        ("replies", {"text": ""}, "#/text"),
        ("replies", {"text": " \n\t"}, "#/text"),
        ("replies", {"text": "\x00"}, "#/text"),
        ("replies", {"text": "\ud800"}, "#/text"),
        ("replies", {"text": 7}, "#/text"),
        ("replies", {"text": "Hi", "seen": "7"}, "#/seen"),
        ("replies", {"text": "Hi", "seen": 2**63}, "#/seen"),
        ("replies", {"text": "Hi", "seen": -1}, "#/seen"),
        ("replies", {"text": "Hi", "then": "closed"}, "#/then"),
        ("replies", {"text": "Hi", "news_on": "tomorrow"}, "#/news_on"),
        ("replies", {"text": "Hi", "news_on": "2030-01-01T10:00:00"}, "#/news_on"),
        ("replies", {"text": "Hi", "news_on": 1900000000}, "#/news_on"),
        ("replies", {"text": "Hi", "news_on": "9999-12-31T23:59:59-12:00"}, "#/news_on"),
        ("replies", {"text": "Hi", "questions": [{"id": 1, "mark": "perhaps"}]}, "#/questions/0/mark"),
        ("replies", {"text": "Hi", "confirmed": [7]}, "#/confirmed/0"),
        ("replies", {"text": "Hi", "a/b~c": 1}, "#/a~1b~0c"),
        ("replies", {"text": "Hi", "ask": "Esther"}, "#"),
        ("notes", {"text": None}, "#/text"),
        ("notes", [], "#"),
        ("notes", None, "#"),
        ("state", {"state": "closed"}, "#/state"),
        ("assignment", {"advisor": True}, "#/advisor"),
        ("assignment", {"advisor": ""}, "#/advisor"),
        ("closure", {"what_it_was": "It"}, "#/what_was_done"),
    ],
)
def test_what_cannot_be_used_is_told_by_its_place_in_one_sentence(case, denis_program, act, body, pointer):
    before = Event.objects.count()
    told = problem(denis_program.post(f"/cases/{case.reference}/{act}", body), 422)
    assert [error["pointer"] for error in told["errors"]] == [pointer]
    assert told["errors"][0]["detail"].endswith((".", ")."))
    assert Event.objects.count() == before


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/cases", {"limit": "0"}), ("/cases", {"limit": "201"}), ("/cases", {"limit": "٥"}), ("/cases", {"limit": "1_0"}),
        ("/cases", {"limit": "9" * 5000}), ("/cases", {"after": "nonsense"}), ("/cases", {"after": "f" * 32}),
        ("/cases", {"state": "lost"}), ("/cases", {"stat": "open"}), ("/cases", {"q": "x" * 300}),
        ("/people/0", {}), ("/people/99999999999999999999999", {}), ("/people/one", {}), ("/people/%00", {}),
    ],
)  # fmt: skip
def test_a_question_that_makes_no_sense_is_told_so(case, denis_program, path, query):
    assert len(problem(denis_program.get(path, **query), 422)["errors"]) == 1


@pytest.mark.parametrize("reference", ["%00", "PV-", "..%2F", "%ED%A0%80", "PV-7K3F9Q%0A", "ＰＶ-222222", "1" * 3000])
def test_no_reference_breaks_anything(case, denis_program, reference):
    problem(denis_program.get(f"/cases/{reference}"), 404)


@pytest.mark.parametrize("body", [b"{", b"\xff", b"[" * 100_000, b'{"text": ' + b"1" * 5000 + b"}"])
def test_a_body_that_is_not_json_is_a_400(case, denis_program, body):
    problem(denis_program.post(f"/cases/{case.reference}/notes", body), 400)


def test_a_body_of_another_kind_is_a_415_and_a_huge_one_a_413(case, denis_program):
    path = f"/cases/{case.reference}/notes"
    problem(denis_program.post(path, b"text=Hello", content_type="application/x-www-form-urlencoded"), 415)
    problem(denis_program.post(path, b" " * (2 * 1024 * 1024 + 1)), 413)


def test_an_unknown_address_and_an_unknown_method_are_problems_too(client, case):
    for path in ("", "nothing", "cases/", "cases/PV-222222/x", "docs", "%0A"):
        problem(client.post(f"/api/v1/{path}"), 404)
    response = client.delete("/api/v1/cases")
    problem(response, 405)
    assert response["Allow"] == "GET, POST"
    problem(client.post("/api/v1/openapi.json"), 405)


def test_what_breaks_is_a_500_without_a_word_of_its_inside(case, denis_program, monkeypatch):
    monkeypatch.setattr("petitevoix.api.turns.assign", lambda *_a, **_k: 1 / 0)
    response = denis_program.post(f"/cases/{case.reference}/assignment", {"advisor": "me"})
    assert problem(response, 500)["code"] == "broken"
    assert b"division" not in response.content


def test_a_name_nobody_has_is_a_conflict(case, denis_program):
    for body in ({"advisor": "Zorro"}, {"team": 999}, {"advisor": "x\x00"}):
        told = problem(denis_program.post(f"/cases/{case.reference}/assignment", body), 409)
        assert told["errors"][0]["pointer"] == f"#/{next(iter(body))}"
    new = {"person": {"email": "a@b.example"}, "title": "T", "text": "t", "team": "None such"}
    problem(denis_program.post("/cases", new), 409)
    assert Case.objects.count() == 1


def test_the_refusal_of_an_act_speaks_the_readers_language_and_changes_nothing(case, denis, denis_program):
    body = {"text": "Bientôt.", "news_on": "2020-01-01T10:00:00Z"}
    told = problem(denis_program.post(f"/cases/{case.reference}/replies", body), 422)
    assert told["code"] == "refused"
    assert told["findings"][0]["message"] == "The date for news is already past; choose a later one."
    assert not Message.objects.filter(voice="us").exists()


def test_the_description_is_public_and_names_every_call(client):
    response = client.get("/api/v1/openapi.json")
    assert response["Content-Type"] == "application/json"
    assert json.loads(response.content)["openapi"].startswith("3.1")
    assert len(CALLS) == 132


def test_no_two_shapes_have_one_name():
    def names(of: type) -> list[str]:
        return [name for one in of.__subclasses__() for name in (one.__name__, *names(one))]

    every = [*names(Sent), *names(answers.Told)]
    assert sorted(every) == sorted(set(every))  # the description would tell one of them twice


def test_a_request_for_another_host_is_a_problem_too(client, settings):
    settings.ALLOWED_HOSTS = ["desk.example"]
    told = problem(client.get("/api/v1/cases", headers={"host": "evil.example"}), 400)
    assert told["code"] == "unreadable"
    assert problem(client.get("/api/v1/cases", headers={"host": "a b"}), 400)


def test_a_person_of_hidden_cases_is_neither_told_nor_changed_by_their_address(hidden, denis_program):
    person = hidden.person
    answered = denis_program.post("/people", {"email": "secret@letters.example", "name": "Somebody"})
    assert answered.status_code == 409
    person.refresh_from_db()
    assert (person.name, set(answered.json()) & {"id", "language", "fields"}) == ("", set())
