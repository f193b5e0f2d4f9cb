"""The pages on which a case is joined, split, linked, handed to somebody outside; each works, and tells nothing hidden."""

import pytest

from petitevoix.cases.actions.hearing import hear
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Case, Relay
from petitevoix.journal.models import Event
from petitevoix.people.models import Team

pytestmark = pytest.mark.django_db
PAGES = ["merge/", "split/", "links/", "person/", "relays/"]


@pytest.fixture(autouse=True)
def _in_english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


@pytest.fixture
def base(case) -> str:
    return f"/desk/cases/{case.reference}/"


@pytest.fixture
def second(case) -> Case:
    return receive(Arrival(channel="email", sender="ana@letters.example", words="And my bill?", title="My bill")).case


def text(response) -> str:
    return response.content.decode()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_an_act_is_for_staff_of_the_case(client, desk, base, case, path):
    assert desk.get(base + path).status_code == 200
    assert desk.put(base + path).status_code == 405
    Case.objects.filter(pk=case.pk).update(team=Team.objects.create(name="Secret", is_private=True))
    assert desk.get(base + path).status_code == 404
    client.logout()
    assert client.get(base + path).status_code == 302


def test_two_cases_are_joined_and_undone_from_the_thread(desk, base, case, second):
    assert second.reference in text(desk.get(f"{base}merge/"))
    answer = desk.post(f"/desk/cases/{second.reference}/merge/", {"case": case.reference})
    assert answer["Location"] == base
    page = text(desk.get(base))
    assert "And my bill?" in page
    assert f"joined the case {second.reference} to this one" in page
    assert desk.get(f"/desk/cases/{second.reference}/")["Location"] == base
    assert second.reference not in text(desk.get("/desk/closed/"))
    event = Event.objects.get(name="case.merged")
    desk.post(f"{base}happened/{event.pk}/undoing/")
    assert desk.get(f"/desk/cases/{second.reference}/").status_code == 200


def test_what_is_written_to_a_case_that_went_on_elsewhere_is_kept_and_refused(desk, base, case, second):
    desk.post(f"/desk/cases/{second.reference}/merge/", {"case": case.reference})
    answer = desk.post(f"/desk/cases/{second.reference}/replies/", {"words": "Hello Ana"})
    assert answer.status_code == 422
    assert case.reference in text(answer)
    assert "Hello Ana" in text(answer)


def test_a_picker_never_tells_of_a_hidden_case(desk, base, second):
    Case.objects.filter(pk=second.pk).update(team=Team.objects.create(name="Secret", is_private=True))
    for asked in ("", second.reference, "bill"):
        assert "My bill" not in text(desk.get(f"{base}merge/", {"q": asked}))
    refused = desk.post(f"{base}merge/", {"case": second.reference})
    missing = desk.post(f"{base}merge/", {"case": "PV-222222"})
    assert "Choose one of the cases" in text(refused)
    assert (refused.status_code, missing.status_code) == (422, 422)


def test_words_split_off_are_linked_in_the_card(desk, base, case):
    receive(Arrival(channel="email", sender="ana@letters.example", words="And my bill?"), case=case)
    desk.post(f"{base}split/", {"message": [case.messages.last().pk], "title": "The bill"})
    page = text(desk.get(base))
    assert "The bill" in page
    assert "has to do with it" in page
    assert "made some words a case of their own" in page


def test_a_case_is_linked_and_the_link_taken_away(desk, base, second):
    desk.post(f"{base}links/", {"case": second.reference, "kind": "duplicate"})
    assert "this one is the double" in text(desk.get(base))
    assert "is a double of this one" in text(desk.get(f"/desk/cases/{second.reference}/"))


def test_another_person(desk, base, case, bruno):
    desk.post(f"{base}person/", {"email": "bruno@letters.example"})
    assert Case.objects.get(pk=case.pk).person == bruno
    assert "no e-mail address" in text(desk.post(f"{base}person/", {"email": "bruno"}))


def test_a_relay_stands_above_the_thread_and_on_the_persons_page(desk, client, base, case, ana):
    given = {"name": "SFR network team", "email": "reseau@sfr.example", "awaited": "the line test",
             "words": "Please test it; the customer is cross.", "next": "2031-03-12", "rest": "1"}  # fmt: skip
    assert desk.post(f"{base}relays/", given)["Location"] == base
    page = text(desk.get(base))
    assert "With SFR network team since" in page
    assert "we await: the line test; next news Wednesday 12 March" in page
    relay = Relay.objects.get()
    relay.messages.update(leaves_at=None)
    theirs = text(client.get(f"/me/{ana.token}/{case.reference}/"))
    assert "SFR network team has a part of it" in theirs
    assert "We await from them: the line test." in theirs
    assert "cross" not in theirs
    hear(Arrival(channel="email", sender="reseau@sfr.example", words="Cut at km 4."), relay)
    assert "SFR network team answered us" in text(desk.get(base))
    assert "km 4" in text(desk.get(f"{base}relays/{relay.pk}/"))
    assert "km 4" not in text(client.get(f"/me/{ana.token}/{case.reference}/"))
    desk.post(f"{base}relays/{relay.pk}/closing/", {"result": "The cable is mended."})
    assert "The cable is mended." in text(desk.get(base))


def test_the_link_of_a_case_joined_to_another_leads_there(desk, client, case, second, ana):
    desk.post(f"/desk/cases/{second.reference}/merge/", {"case": case.reference})
    answer = client.get(f"/me/{ana.token}/{second.reference}/")
    assert answer["Location"] == f"/me/{ana.token}/{case.reference}/"
    assert second.reference not in text(client.get(f"/me/{ana.token}/"))


def test_a_reply_goes_to_those_ticked_and_typed_and_each_is_recognised(desk, base, case, bruno):
    said = text(
        desk.post(f"{base}draft/readers/", {"also": "bruno@letters.example nobody", "bcc": "help@desk.example"})
    )
    assert "Bruno Lacombe" in said
    assert "no e-mail address" in said
    assert "an address of ours" in said


def test_words_are_forwarded_with_a_word(desk, base, case):
    message = case.messages.first()
    assert "What happened" in text(desk.get(f"{base}messages/{message.pk}/forwarding/"))
    desk.post(f"{base}messages/{message.pk}/forwarding/", {"email": "x@sfr.example", "words": "Can you look?"})
    assert "forwarded words of this case to x@sfr.example" in text(desk.get(base))
