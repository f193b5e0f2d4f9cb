"""Scene S094: abuse, said so by an advisor. For a time a lead reads first; a written route always stays open."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions import blocking
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Block, Case, Tally, Withheld
from petitevoix.cases.refusals import Refused
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.vault.models import Entry
from tests.cast import make_advisor


def in_days(days: int):
    return clock.now() + timedelta(days=days)


@pytest.fixture
def block(ana, case, esther) -> Block:
    return blocking.block(ana, by=esther, reason="On Monday you wished us harm.", until=in_days(14))


def test_an_advisor_proposes_and_somebody_who_leads_decides(ana, case, denis, esther):
    proposed = blocking.block(ana, by=denis, reason="Threats on Monday.", until=in_days(7))
    assert proposed.state == "proposed"
    assert receive(Arrival(channel="email", sender=ana.email, words="So?"), case=case).case.state == "open"
    with pytest.raises(Refused):
        blocking.decide(proposed, by=denis, agreed=True)
    assert blocking.decide(proposed, by=esther, agreed=True).state == "in force"
    assert Entry.objects.filter(name="block.decided").exists()


@pytest.mark.parametrize(("reason", "days"), [(" ", 7), ("Threats.", 200), ("Threats.", -1)])
def test_without_a_reason_or_an_end_within_three_months_there_is_none(ana, case, esther, reason, days):
    with pytest.raises(Refused):
        blocking.block(ana, by=esther, reason=reason, until=in_days(days))
    assert not Block.objects.exists()


def test_the_person_reads_in_one_calm_letter_why_until_when_and_how_to_appeal(block, case, ana):
    letter = case.messages.last()
    for said in (
        "On Monday you wished us harm.",
        "still arrive and are kept",
        f"/me/{ana.token}/block/",
        "ends by itself",
    ):
        assert said in letter.words
    assert letter.parcel.to == ana.email


def test_their_letters_arrive_and_a_lead_reads_them_before_the_queue(block, case, ana, esther, denis):
    waiting = Tally.counts_for(esther).waiting
    message = receive(Arrival(channel="email", sender=ana.email, words="You fools."), case=case)
    fresh = receive(Arrival(channel="form", sender=ana.email, words="And another thing."))
    assert {message.case.state, fresh.case.state} == {"held"}
    assert Tally.counts_for(esther).waiting == waiting - 1
    assert Withheld.objects.filter(read_at=None).count() == 2
    from petitevoix.cases.actions.withholding import let_through

    withheld = Withheld.objects.get(message=message)
    with pytest.raises(Refused):
        let_through(withheld, by=denis, to_the_queue=True)
    let_through(withheld, by=esther, to_the_queue=True)
    case.refresh_from_db()
    assert (case.state, case.waiting_since) == ("open", message.at)


def test_it_ends_by_itself_and_what_was_not_read_goes_to_its_queue(block, case, ana):
    receive(Arrival(channel="email", sender=ana.email, words="Hello?"), case=case)
    with clock.stopped_at(in_days(15)):
        assert receive(Arrival(channel="form", sender=ana.email, words="New.")).case.state == "open"
        assert blocking.end_blocks() == 1
        assert blocking.end_blocks() == 0
    case.refresh_from_db()
    assert case.state == "open"
    assert Event.objects.filter(name="block.ended").count() == 1


def test_an_appeal_from_the_page_is_answered_by_somebody_else_who_leads(block, ana, case, esther, client):
    path = f"/me/{ana.token}/block/"
    assert "On Monday you wished us harm." in client.get(path).content.decode()
    assert client.post(path, {"words": " "}).status_code == 422
    assert client.post(path, {"words": "I was not well."}).status_code == 302
    assert client.post(path, {"words": "Once more."}).status_code == 422
    hana = make_advisor("Hana", "lead")
    with pytest.raises(Refused, match="somebody else who leads"):
        blocking.answer_appeal(block, by=esther, words="No.", stays=True)
    with pytest.raises(Refused, match="with words"):
        blocking.answer_appeal(block, by=hana, words=" ", stays=False)
    assert blocking.answer_appeal(block, by=hana, words="We believe you.", stays=False).state == "over"
    assert "We believe you." in case.messages.last().words
    assert "We believe you." in client.get(path).content.decode()


def test_who_decided_answers_where_nobody_else_leads(block, ana, esther):
    blocking.appeal(block, by=ana, words="I was not well.")
    assert blocking.answer_appeal(block, by=esther, words="It stays.", stays=True).ended_at is None


def test_strangers_find_no_page_of_it_and_her_own_page_says_it(block, ana, bruno, case, client):
    assert client.get(f"/me/{bruno.token}/block/").status_code == 404
    assert "read by a person who leads" in client.get(f"/me/{ana.token}/?language=en").content.decode()


def test_on_the_desk_it_is_proposed_decided_read_and_lifted(client, ana, case, denis, esther):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    path, day = f"/desk/people/{ana.pk}/block/", in_days(10).date().isoformat()
    client.force_login(denis)
    assert client.post(path, {"reason": "Threats.", "until": "soon"}).status_code == 422
    client.post(path, {"reason": "Threats.", "until": day})
    assert client.get("/desk/people/blocks/").status_code == 403
    assert client.post(f"{path}decision/", {"agreed": "1"}).status_code == 422
    client.force_login(esther)
    assert "Threats." in client.get("/desk/people/blocks/").content.decode()
    client.post(f"{path}decision/", {"agreed": "1"})
    assert "their words go to those who lead" in client.get(f"/desk/people/{ana.pk}/").content.decode()
    receive(Arrival(channel="email", sender=ana.email, words="Why me?"), case=case)
    assert "Why me?" in client.get("/desk/people/blocks/").content.decode()
    client.post(f"/desk/people/blocks/read/{Withheld.objects.get().pk}/", {"queue": "1"})
    assert Case.objects.get(pk=case.pk).state == "open"
    client.post(f"{path}lifting/")
    assert Block.objects.get().state == "over"
