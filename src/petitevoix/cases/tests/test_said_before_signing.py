"""What is answered before a signature is a commitment, and is read after it (scene S018)."""

import pytest

from petitevoix.cases.actions.closing import mark_before_signing
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.replying import take_back
from petitevoix.cases.models import Case, Promise
from petitevoix.channels.form.asking import ask
from petitevoix.kit import clock
from tests.cast import close, reply

pytestmark = pytest.mark.django_db
ANSWER = "Yes: you may leave at any time, and it costs nothing."


@pytest.fixture
def before(line, outbox, data) -> Case:
    return ask(
        email="ana@letters.example", name="Ana", words="May I leave the contract after a month?", files=[], team=line,
        language="en", before_signing=True,
    ).case  # fmt: skip


def test_what_is_answered_before_signing_stands_as_a_commitment(before, denis):
    message = reply(before, by=denis, words=ANSWER)
    said = Promise.objects.get()
    assert (said.kind, said.message, said.due_at, said.state) == ("said", message, None, "due")
    assert said.words == "May I leave the contract after a month?"
    take_back(message, by=denis)
    assert not Promise.objects.exists()


def test_it_is_read_after_signing_by_the_person_and_by_who_answers_them(before, denis, client, desk):
    close(before, by=denis, what_it_was="A question.", what_was_done=ANSWER)
    mark_before_signing(before, by=denis, before=True, contract="C-2026-114")
    later = receive(Arrival(channel="email", sender="ana@letters.example", words="I want to leave.")).case
    with clock.stopped_at(clock.ago(days=-200)):
        mine = client.get(f"/me/{later.person.token}/", headers={"accept-language": "en"}).content.decode()
        theirs = desk.get(f"/desk/people/{later.person_id}/", headers={"accept-language": "en"}).content.decode()
    for page in (mine, theirs):
        assert "May I leave the contract after a month?" in page
        assert "C-2026-114" in page
    assert "What we said before you signed" in mine


def test_the_person_can_say_that_it_was_not_kept(before, denis, client):
    reply(before, by=denis, words=ANSWER)
    with clock.stopped_at(clock.ago(days=-90)):
        at = f"/me/{before.person.token}/{before.reference}/"
        assert "What we said then counts" in client.get(at, headers={"accept-language": "en"}).content.decode()
        client.post(f"{at}promises/{Promise.objects.get().pk}/dispute/")
    assert Promise.objects.get().state == "disputed"
    before.refresh_from_db()
    assert before.state == "open"


def test_an_advisor_marks_a_case_that_asks_before_signing(case, desk, denis):
    base = f"/desk/cases/{case.reference}/"
    assert desk.post(f"{base}signing/", {"before": "1"}).status_code == 302
    reply(case, by=denis, words="It will not happen again.")
    assert Promise.objects.filter(kind="said").count() == case.questions.count()


def test_other_cases_make_no_such_commitment(case, denis):
    reply(case, by=denis, words="It will not happen again.")
    assert not Promise.objects.filter(kind="said").exists()


def test_the_page_to_ask_says_so(client, before):
    assert 'name="before_signing"' in client.get("/").content.decode()
