"""A program joins, splits, links and relays as an advisor does."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Case, Message
from petitevoix.kit import clock
from petitevoix.people.models import Team
from tests.cast import answered

pytestmark = pytest.mark.django_db


@pytest.fixture
def second(case) -> Case:
    return receive(Arrival(channel="email", sender="ana@letters.example", words="And my bill?", title="My bill")).case


@pytest.fixture
def denis_s(denis, program):
    return program(denis)


def test_two_cases_are_merged_and_taken_apart(denis_s, case, second):
    merged = denis_s.post(f"/cases/{second.reference}/merge", {"into": case.reference}).json()
    assert (merged["reference"], merged["joined"]) == (case.reference, [second.reference])
    assert denis_s.get(f"/cases/{second.reference}").json()["reference"] == case.reference
    texts = [one["text"] for one in denis_s.get(f"/cases/{second.reference}/messages").json()["items"]]
    assert texts[-1] == "And my bill?"
    listed = [one["reference"] for one in denis_s.get("/cases?state=any").json()["items"]]
    assert second.reference not in listed
    refused = denis_s.post(f"/cases/{second.reference}/replies", {"text": "Hello Ana."})
    assert refused.status_code == 422
    assert case.reference in refused.json()["detail"]
    apart = denis_s.delete(f"/cases/{second.reference}/merge").json()
    assert (apart["reference"], apart["state"]) == (second.reference, "open")


def test_a_hidden_case_and_a_missing_one_are_the_same_to_a_merge(denis_s, case, second):
    Case.objects.filter(pk=second.pk).update(team=Team.objects.create(name="Secret", is_private=True))
    hidden = denis_s.post(f"/cases/{case.reference}/merge", {"into": second.reference})
    missing = denis_s.post(f"/cases/{case.reference}/merge", {"into": "PV-222222"})
    assert (hidden.status_code, hidden.json()["detail"]) == (409, missing.json()["detail"])


def test_words_are_split_off_and_linked(denis_s, case):
    receive(Arrival(channel="email", sender="ana@letters.example", words="And my bill?"), case=case)
    made = denis_s.post(f"/cases/{case.reference}/split", {"messages": [Message.objects.latest("id").pk]})
    assert made.status_code == 201
    links = denis_s.get(f"/cases/{case.reference}/links").json()["items"]
    assert [one["case"] for one in links] == [made.json()["reference"]]
    gone = denis_s.delete(f"/cases/{case.reference}/links/{links[0]['id']}")
    assert gone.json() == {"items": []}


def test_a_relay_is_begun_followed_and_closed(denis_s, case):
    at = f"/cases/{case.reference}/relays"
    begun = denis_s.post(at, {
        "email": "reseau@sfr.example", "name": "SFR", "awaited": "the line test", "text": "Please test it.",
        "next_at": (clock.now() + timedelta(days=3)).isoformat(), "follower": "me",
    })  # fmt: skip
    assert begun.status_code == 201, begun.content
    assert (begun.json()["state"], begun.json()["follower"]["name"]) == ("waiting", "Denis")
    number = begun.json()["id"]
    assert denis_s.get(f"/cases/{case.reference}").json()["state"] == "held"
    again = denis_s.post(f"{at}/{number}/messages", {"text": "By when?"})
    assert (again.status_code, again.json()["relay"]) == (201, number)
    assert denis_s.post(f"{at}/{number}/closing", {"result": "Mended."}).json()["state"] == "closed"
    assert [one["result"] for one in denis_s.get(at).json()["items"]] == ["Mended."]


def test_a_reply_goes_to_those_named(denis_s, case):
    body = {"text": "It was the storm.", "cc": ["bruno@letters.example"], "bcc": [], "questions": answered(case)}
    said = denis_s.post(f"/cases/{case.reference}/replies", body)
    assert said.status_code == 201, said.content
    assert (said.json()["to"], said.json()["cc"]) == (["ana@letters.example"], ["bruno@letters.example"])
    ours = denis_s.post(f"/cases/{case.reference}/replies", {"text": "Hm.", "cc": ["help@desk.example"]})
    assert (ours.status_code, "address of ours" in ours.json()["detail"]) == (422, True)


def test_a_case_is_somebody_elses(denis_s, case, bruno):
    changed = denis_s.post(f"/cases/{case.reference}/person", {"email": "bruno@letters.example"}).json()
    assert (changed["person"]["id"], changed["participants"]) == (bruno.pk, [])


def test_words_are_forwarded(denis_s, case):
    theirs = case.messages.first()
    body = {"email": "reseau@sfr.example", "text": "Can you look?"}
    assert denis_s.post(f"/cases/{case.reference}/messages/{theirs.pk}/forwarding", body).status_code == 201


def test_a_case_is_spam_and_none(denis_program, case):
    told = denis_program.post(f"/cases/{case.reference}/spam").json()
    assert (told["state"], told["waiting_since"]) == ("spam", None)
    assert denis_program.get("/cases").json()["items"] == []
    assert denis_program.get("/cases", state="spam").json()["items"][0]["reference"] == case.reference
    told = denis_program.delete(f"/cases/{case.reference}/spam").json()
    assert told["state"] == "open"
    assert denis_program.get("/cases").json()["items"][0]["reference"] == case.reference


def test_a_promise_called_kept_is_reopened(denis_program, case, denis):
    from datetime import timedelta

    from django.db import transaction

    from petitevoix.cases.actions import promising
    from petitevoix.kit import clock

    with transaction.atomic():
        made = promising.promise(case, by=denis, words="We call you.", due_at=clock.now() + timedelta(days=2))
    path = f"/cases/{case.reference}/promises/{made.pk}/kept"
    assert denis_program.post(path).json()["state"] == "kept"
    assert denis_program.delete(path).json()["state"] == "due"


def test_what_happened_leads_to_no_case_that_became_hidden(denis_s, case, second):
    denis_s.post(f"/cases/{case.reference}/links", {"to": second.reference})
    path = f"/cases/{case.reference}/events"
    assert denis_s.get(path).json()["items"][-1]["facts"]["other"] == second.pk
    Case.objects.filter(pk=second.pk).update(team=Team.objects.create(name="Secret", is_private=True))
    last = denis_s.get(path).json()["items"][-1]
    assert (last["name"], last["facts"].get("other"), last["facts"]["kind"]) == ("case.linked", None, "related")
