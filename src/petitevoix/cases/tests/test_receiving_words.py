"""Receiving: a letter becomes a message in a case, which waits on us."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions.assigning import assign, take
from petitevoix.cases.actions.closing import set_state
from petitevoix.cases.actions.receiving import Arrival, File, receive
from petitevoix.cases.models import Case, Tally
from petitevoix.cases.models.attachment import store
from petitevoix.cases.refusals import Refused
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.runner import run_until_idle
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.people.models import Person
from tests.cast import close, make_advisor, turn

pytestmark = pytest.mark.django_db


def write(words="Hello?", sender="ana@letters.example", case=None, **more):
    return receive(Arrival(channel="email", sender=sender, words=words, **more), case=case)


def test_somebody_without_account_or_number_gets_a_case_and_a_reference(outbox):
    case = write("I would just like to open a contract.", "new@nowhere.example", title="A contract").case
    assert case.reference.startswith("PV-")
    assert len(case.reference) == 9
    assert (case.state, case.title) == ("open", "A contract")


def test_a_letter_without_subject_is_named_after_its_first_words(outbox):
    assert write("My box blinks red. What now?").case.title == "My box blinks red. What now?"


def test_two_matters_of_one_person_are_two_cases(case, ana):
    write("And my bill?", title="My bill")
    assert Case.objects.of(ana).count() == 2
    assert Person.objects.count() == 1


def test_the_first_word_back_says_when_the_next_will_come(case, outbox):
    run_until_idle()
    [parcel] = outbox.carried
    assert parcel.contents["automatic"] == "auto-replied"
    assert "You will hear from us by" in parcel.contents["words"]
    assert parcel.contents["link"].endswith(f"/{case.reference}/")


def test_first_words_are_limited_per_hour(outbox):
    for number in range(8):
        write(title=f"Matter {number}")
    run_until_idle()
    assert len(outbox.carried) == 3
    with clock.stopped_at(clock.now() + timedelta(minutes=61)):
        write(title="Another day")
        run_until_idle()
    assert len(outbox.carried) == 4


def test_a_machine_gets_no_first_word_and_is_labelled(outbox):
    message = write("I am away.", automatic="auto-reply")
    run_until_idle()
    assert outbox.carried == []
    assert message.automatic == "auto-reply"


def test_an_automatic_letter_does_not_take_the_word(case, denis):
    set_state(case, "pending", by=denis)
    write("I am on holiday.", case=case, automatic="auto-reply")
    case.refresh_from_db()
    assert case.state == "pending"


@pytest.mark.parametrize("state", ["pending", "held", "watched"])
def test_words_of_the_person_make_any_case_open(case, denis, state):
    turn(case, state, by=denis)
    write("One more thing.", case=case)
    case.refresh_from_db()
    assert case.state == "open"


def test_a_closed_case_reopens_as_the_same_case_at_any_time(case, denis, outbox):
    close(case, by=denis, what_it_was="A worn splitter.", what_was_done="Replaced.")
    with clock.stopped_at(clock.now() + timedelta(days=900)):
        write("It is back!", case=case)
    case.refresh_from_db()
    assert (case.state, Case.objects.count()) == ("open", 1)
    assert Event.objects.filter(name="case.reopened").exists()


def test_a_case_does_not_close_without_a_word(case, denis):
    with pytest.raises(Refused):
        set_state(case, "closed", by=denis)
    with pytest.raises(Refused):
        close(case, by=denis, what_it_was="A worn splitter.", what_was_done="  ")
    case.refresh_from_db()
    assert case.state == "open"


def test_who_has_waited_longest_stays_first_when_they_write_again(case):
    first = case.waiting_since
    write("Are you there?", case=case)
    case.refresh_from_db()
    assert case.waiting_since == first


def test_files_lie_in_the_store_under_their_hash(data, outbox):
    message = write(files=[File("bill.pdf", "application/pdf", b"%PDF-1.4")])
    [attachment] = message.attachments.all()
    assert (attachment.name, attachment.size) == ("bill.pdf", 8)
    assert store().get(attachment.sha256) == b"%PDF-1.4"


def test_nul_bytes_and_lone_surrogates_are_survived(outbox):
    assert write("a\x00b \udce9", title="\x00\x1b").words == "ab ?"


def test_a_case_is_taken_and_handed_over_with_a_word(case, denis, esther):
    take(case, by=denis)
    assert Tally.counts_for(denis).mine == 1
    assign(case, by=denis, advisor=esther, team=case.team, word="You know this street.")
    assert Tally.counts_for(denis).mine == 0
    assert Tally.counts_for(esther).mine == 1
    assert case.messages.filter(voice="note").get().words == "You know this street."


def test_the_cases_of_a_private_team_are_seen_by_its_members_only(case, bills):
    bills.is_private = True
    bills.save()
    inside, outside = make_advisor("Inès", "advisor", bills), make_advisor("Oscar")
    assign(case, by=make_advisor("Lead", "lead"), advisor=None, team=bills)
    assert Case.objects.visible_to(inside).count() == 1
    assert Case.objects.visible_to(outside).count() == 0
    assert Tally.counts_for(inside).waiting == 1
    assert Tally.counts_for(outside).waiting == 0
    with pytest.raises(Refused, match="private"):
        assign(case, by=inside, advisor=outside, team=bills)


def test_a_letter_that_did_not_arrive_reopens_its_case(case, denis, outbox):
    from petitevoix.delivery.carriers import PermanentFailure
    from tests.cast import reply

    reply(case, by=denis, words="Here.")
    outbox.refusal = PermanentFailure("550 no such mailbox")
    with clock.stopped_at(clock.now() + timedelta(seconds=11)):
        run_until_idle()
    case.refresh_from_db()
    assert case.state == "open"
    assert Parcel.objects.get(purpose="reply").trouble == "550 no such mailbox"
