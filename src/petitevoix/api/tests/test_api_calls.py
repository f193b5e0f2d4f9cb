"""Each call works, and what it answers is what the description says."""

from datetime import timedelta

import pytest

from petitevoix.api import answers
from petitevoix.cases.actions.noting import note
from petitevoix.cases.actions.receiving import Arrival, File, receive
from petitevoix.cases.models import Case, Closure, Message
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.runner import run_until_idle
from petitevoix.kit import clock
from petitevoix.people.models import Person
from petitevoix.search.following import catch_up
from petitevoix.vault.models import Entry
from tests.cast import answered

pytestmark = pytest.mark.django_db

NEW_CASE = {
    "person": {"email": "Bruno@Letters.example", "name": "Bruno"},
    "title": "The bill",
    "text": "Twice 18 euros?",
}


def said(response, model, status=200):
    """Check an answer against the shape that the description gives it, and read it."""
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/json"
    assert response["Cache-Control"] == "no-store"
    model.model_validate_json(response.content)
    return response.json()


def test_the_list_begins_with_who_waits_longest(case, denis_program):
    with clock.stopped_at(clock.now() - timedelta(days=1)):
        older = receive(Arrival(channel="form", sender="bruno@letters.example", words="Hello?")).case
    told = said(denis_program.get("/cases"), answers.CasePage)
    assert [row["reference"] for row in told["items"]] == [older.reference, case.reference]
    assert told["next"] is None
    assert told["items"][1]["person"] == {"id": case.person_id, "name": "Ana Ferreira"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"team": "line AND box"}, True),
        ({"team": "none"}, False),
        ({"team": "No such team"}, False),
        ({"advisor": "none"}, True),
        ({"advisor": "me"}, False),
        ({"advisor": "nobody@desk.example"}, False),
        ({"channel": "email"}, True),
        ({"channel": "phone"}, False),
        ({"tag": "any"}, False),
        ({"state": "closed"}, False),
        ({"state": "any"}, True),
        ({"q": "ANA@letters.example"}, True),
        ({"q": "ana fer"}, True),
        ({"q": "ana@letters.example", "state": "pending"}, False),
        ({"q": "ferreira"}, True),
        ({"q": "happened tuesday"}, True),
        ({"q": "happened wednesday"}, False),
        ({"q": "from:bruno"}, False),
        ({"q": "%"}, False),
        ({"q": "\x00"}, True),
    ],
)
def test_the_list_can_be_narrowed(case, denis_program, query, found):
    catch_up()
    told = said(denis_program.get("/cases", **query), answers.CasePage)
    assert bool(told["items"]) == found


def test_a_search_is_paged_and_a_bad_date_is_told(case, denis_program, ana):
    for number in range(4):
        Case.open_new(title=f"Fibre {number}", person=ana, channel="email")
    catch_up()
    first = said(denis_program.get("/cases", q="fibre", limit="3"), answers.CasePage)
    rest = said(denis_program.get("/cases", q="fibre", limit="3", after=first["next"]), answers.CasePage)
    assert [row["title"] for row in first["items"] + rest["items"]] == [f"Fibre {number}" for number in (3, 2, 1, 0)]
    assert rest["next"] is None
    assert said_problem(denis_program.get("/cases", q="before:soon"), 400)["code"] == "bad_query"


def test_a_closed_case_is_found_by_its_reference_in_any_letters(case, denis_program):
    Case.objects.filter(pk=case.pk).update(state="closed", waiting_since=None)
    told = said(denis_program.get("/cases", q=case.reference.lower()), answers.CasePage)
    assert [row["reference"] for row in told["items"]] == [case.reference]


def test_opening_a_case_meets_the_person_and_tells_them(line, outbox, data, denis, denis_program):
    response = denis_program.post("/cases", {**NEW_CASE, "team": "Line and box", "channel": "phone"})
    told = said(response, answers.WholeCase, 201)
    assert response["Location"] == f"/api/v1/cases/{told['reference']}"
    assert (told["state"], told["channel"], told["team"]["id"]) == ("open", "phone", line.pk)
    assert Person.objects.at("bruno@letters.example").get().pk == told["person"]["id"]
    run_until_idle()
    assert [parcel.purpose for parcel in outbox.carried] == ["acknowledgement"]
    by = [
        event["by"]
        for event in said(denis_program.get(f"/cases/{told['reference']}/events"), answers.EventPage)["items"]
    ]
    assert by[0] == denis.actor


def test_a_case_opened_in_silence_sends_nothing(outbox, data, denis_program):
    denis_program.post("/cases", {**NEW_CASE, "silent": True})
    run_until_idle()
    assert outbox.carried == []


def test_reading_a_case_is_recorded_with_the_token(case, denis, denis_program):
    told = said(denis_program.get(f"/cases/{case.reference.lower()}"), answers.WholeCase)
    assert told["last_message"] == case.messages.get().pk
    entry = Entry.objects.filter(kind="access").get()
    assert (entry.who, entry.what) == (denis.actor, f"case:{case.pk}")
    assert entry.facts["token"] == denis_program.token.pk


def test_messages_come_the_oldest_first_with_notes_and_files(case, denis, denis_program):
    note(case, by=denis, words="I call the street team.")
    files = [File("facture <b>.html", "text/html", b"<script>alert(1)</script>")]
    receive(Arrival(channel="email", sender="ana@letters.example", words="Here.", files=files), case=case)
    told = said(denis_program.get(f"/cases/{case.reference}/messages"), answers.MessagePage)["items"]
    assert [message["voice"] for message in told] == ["person", "note", "person"]
    file = told[2]["attachments"][0]
    fetched = denis_program.client.get(file["url"], headers={"Authorization": f"Bearer {denis_program.secret}"})
    assert b"".join(fetched) == b"<script>alert(1)</script>"
    assert fetched["Content-Type"] == "application/octet-stream"
    assert fetched["Content-Disposition"].startswith("attachment")
    assert Entry.objects.filter(kind="access").count() == 2


def test_events_tell_what_happened(case, denis_program):
    told = said(denis_program.get(f"/cases/{case.reference}/events"), answers.EventPage)
    assert [event["name"] for event in told["items"]] == ["case.opened", "message.received"]


def test_a_reply_goes_to_the_outbox(case, denis_program):
    seen = case.messages.get().pk
    told = said(
        denis_program.post(
            f"/cases/{case.reference}/replies", {"text": "A worn splitter.", "seen": seen, "questions": answered(case)}
        ),
        answers.Message,
        201,
    )
    assert (told["voice"], told["text"]) == ("us", "A worn splitter.")
    case.refresh_from_db()
    assert case.state == "pending"
    assert Parcel.objects.filter(purpose="reply").count() == 1


def test_a_reply_is_stopped_when_something_unseen_has_arrived(case, denis_program):
    seen = case.messages.get().pk
    late = receive(Arrival(channel="email", sender="ana@letters.example", words="Wait!"), case=case)
    response = denis_program.post(f"/cases/{case.reference}/replies", {"text": "All is well.", "seen": seen})
    told = said_problem(response, 422)
    assert told["findings"] == [
        {
            "code": "unseen",
            "severity": "stop",
            "message": told["detail"],
            "spans": [],
            "blocks": True,
            "messages": [late.pk],
        }
    ]
    assert not Message.objects.filter(voice="us").exists()


def test_not_yet_dates_the_news_and_asks_somebody(case, esther, denis_program):
    friday = clock.now() + timedelta(days=2)
    body = {"text": "I do not know yet.", "news_on": friday.isoformat(), "ask": "Esther"}
    said(denis_program.post(f"/cases/{case.reference}/replies", body), answers.Message, 201)
    case.refresh_from_db()
    assert (case.state, case.news_due_at) == ("open", friday)
    assert case.messages.filter(voice="note").get().words.startswith("@Esther")


def test_a_reply_can_be_withdrawn_while_it_has_not_left(case, denis_program):
    reply = denis_program.post(
        f"/cases/{case.reference}/replies", {"text": "Too quick.", "questions": answered(case)}
    ).json()
    path = f"/cases/{case.reference}/replies/{reply['id']}/withdrawal"
    told = said(denis_program.post(path), answers.Withdrawn)
    assert told == {"id": reply["id"], "draft": "Too quick.", "state": "open"}
    assert Parcel.objects.get(purpose="reply").state == Parcel.State.WITHDRAWN


def test_a_reply_that_has_left_stays(case, denis_program):
    reply = denis_program.post(
        f"/cases/{case.reference}/replies", {"text": "Gone.", "questions": answered(case)}
    ).json()
    with clock.stopped_at(clock.now() + timedelta(minutes=1)):
        run_until_idle()
        response = denis_program.post(f"/cases/{case.reference}/replies/{reply['id']}/withdrawal")
    assert "already left" in said_problem(response, 422)["findings"][0]["message"]


def test_a_note_stays_among_us(case, denis_program):
    told = said(denis_program.post(f"/cases/{case.reference}/notes", {"text": "Careful."}), answers.Message, 201)
    assert told["voice"] == "note"
    assert not Parcel.objects.filter(purpose="reply").exists()


def test_a_case_is_given_taken_and_given_back(case, denis, esther, bills, denis_program):
    path = f"/cases/{case.reference}/assignment"
    told = said(denis_program.post(path, {"advisor": "me"}), answers.WholeCase)
    assert (told["advisor"]["id"], told["team"]["name"]) == (denis.pk, "Line and box")
    told = said(denis_program.post(path, {"advisor": esther.pk, "team": bills.pk, "word": "Yours?"}), answers.WholeCase)
    assert (told["advisor"]["name"], told["team"]["name"]) == ("Esther", "Bills")
    told = said(denis_program.post(path, {"advisor": None}), answers.WholeCase)
    assert (told["advisor"], told["team"]["name"]) == (None, "Bills")
    assert case.messages.filter(voice="note").get().words == "Yours?"


def test_the_turn_of_a_case_changes(case, denis_program):
    assert (
        said(denis_program.post(f"/cases/{case.reference}/state", {"state": "held"}), answers.WholeCase)["state"]
        == "held"
    )


def test_a_case_closes_with_its_explanation(case, denis_program):
    words = {"what_it_was": "A worn splitter.", "what_was_done": "It was replaced.", "questions": answered(case)}
    said(denis_program.post(f"/cases/{case.reference}/closure", words), answers.Closure, 201)
    assert Closure.objects.get().what_was_done == "It was replaced."
    assert (
        said(denis_program.get(f"/cases/{case.reference}"), answers.WholeCase)["closure"]["what_it_was"]
        == "A worn splitter."
    )


def test_people_are_listed_met_read_and_put_right(ana, bruno, denis_program):
    told = said(denis_program.get("/people"), answers.PersonPage)
    assert [person["name"] for person in told["items"]] == ["Bruno Lacombe", "Ana Ferreira"]
    assert said(denis_program.get("/people", q="bruno"), answers.PersonPage)["items"][0]["id"] == bruno.pk
    response = denis_program.post("/people", {"email": "Zoe@letters.example", "name": "Zoé", "language": "fr"})
    zoe = said(response, answers.Person, 201)
    assert response["Location"] == f"/api/v1/people/{zoe['id']}"
    assert said(denis_program.post("/people", {"email": "zoe@letters.example"}), answers.Person)["id"] == zoe["id"]
    change = {"name": "Zoé Blanc", "language": "en", "add_email": "zoe@work.example"}
    told = said(denis_program.patch(f"/people/{zoe['id']}", change), answers.Person)
    assert (told["name"], told["language"]) == ("Zoé Blanc", "en")
    assert [way["value"] for way in told["addresses"]] == ["zoe@letters.example", "zoe@work.example"]
    assert said(denis_program.get(f"/people/{zoe['id']}"), answers.Person) == told
    assert Entry.objects.filter(name="person.opened").get().facts["token"] == denis_program.token.pk


def test_an_address_of_somebody_else_is_not_taken(ana, bruno, denis_program):
    response = denis_program.patch(f"/people/{ana.pk}", {"name": "Anna", "add_email": "bruno@letters.example"})
    said_problem(response, 409)
    ana.refresh_from_db()
    assert ana.name == "Ana Ferreira"


def test_the_cases_of_a_person_are_listed(case, ana, bruno, denis_program):
    told = said(denis_program.get(f"/people/{ana.pk}/cases"), answers.CasePage)
    assert [row["reference"] for row in told["items"]] == [case.reference]
    assert said(denis_program.get(f"/people/{bruno.pk}/cases"), answers.CasePage)["items"] == []


def test_a_list_costs_the_same_for_one_case_and_for_many(case, denis_program, django_assert_max_num_queries):
    for n in range(30):
        receive(Arrival(channel="form", sender=f"p{n}@letters.example", words="Hello"))
    with django_assert_max_num_queries(2):  # the token, the page
        assert len(denis_program.get("/cases").json()["items"]) == 31
    with django_assert_max_num_queries(3):  # the token, the page, its addresses
        assert len(denis_program.get("/people").json()["items"]) == 31


def said_problem(response, status):
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    answers.Problem.model_validate_json(response.content)
    return response.json()
