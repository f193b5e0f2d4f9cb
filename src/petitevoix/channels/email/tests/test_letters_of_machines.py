"""Machines are labelled, shown and never answered; two of them facing each other stop by themselves."""

import pytest

from petitevoix.cases.actions.closing import set_state
from petitevoix.cases.models import Case, Message
from petitevoix.delivery import actions as delivery
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.runner import run_until_idle
from petitevoix.kit import clock
from petitevoix.people.models import Person
from tests.cast import reply

MACHINES = {
    "auto-reply": {"auto_submitted": "auto-replied"},
    "auto-generated": {"from": "no-reply@shop.example"},
    "list": {"list_id": "News <news.shop.example>"},
    "own": {"x_petite_voix": "acknowledgement"},
}


@pytest.mark.parametrize(("label", "fields"), MACHINES.items(), ids=MACHINES.keys())
def test_a_machine_is_labelled_and_gets_no_answer(deliver, write, label, fields):
    taken = deliver(write(**fields))
    assert (taken.kind, taken.message.automatic) == ("automatic", label)
    assert taken.message.case.state == "open"
    assert not Parcel.objects.exists()


def test_a_letter_with_a_null_envelope_gets_no_answer(deliver, write):
    assert deliver(write(), sent_from="<>").message.automatic == "auto-generated"
    assert not Parcel.objects.exists()


@pytest.mark.parametrize("fields", MACHINES.values(), ids=MACHINES.keys())
def test_a_machine_never_opens_a_case_that_rests(deliver, write, case, denis, fields):
    key = reply(case, by=denis, words="It was the storm.").thread_key
    taken = deliver(write(in_reply_to=f"<{key}>", **fields))
    assert taken.message.case == case
    assert Case.objects.get(pk=case.pk).state == "pending"


def test_a_machine_takes_no_part_in_a_case_and_copies_nobody_on_it(deliver, write, case, denis, chloe):
    key = reply(case, by=denis, words="It was the storm.").thread_key
    deliver(
        write(**{"from": "chloe@elsewhere.example"}, cc="mallory@elsewhere.example", in_reply_to=f"<{key}>",
              auto_submitted="auto-replied")
    )  # fmt: skip
    assert not case.takes_part(chloe)
    assert not Person.objects.at("mallory@elsewhere.example").exists()


def test_a_letter_from_our_own_mailbox_is_labelled_and_never_answered(deliver, write):
    taken = deliver(write(**{"from": "Help <help+tag@desk.example>"}))
    assert (taken.kind, taken.message.automatic) == ("automatic", "own")
    assert not Parcel.objects.exists()


def test_our_own_answer_that_comes_round_shows_in_its_case_and_changes_nothing(deliver, write, case, denis):
    key = reply(case, by=denis, words="It was the storm.").thread_key
    taken = deliver(write(message_id=f"<{key}>"))
    assert (taken.message.case, taken.message.automatic) == (case, "own")
    assert Case.objects.get(pk=case.pk).state == "pending"


def test_a_trial_letter_to_ourselves_opens_no_case(deliver, write):
    parcel = delivery.post(channel="email", purpose="test", to="help@desk.example", contents={})
    taken = deliver(write(message_id=f"<{parcel.thread_key}>", **{"from": "help@desk.example"}))
    assert (taken.state, taken.kind, taken.message) == ("read", "automatic", None)
    assert not Case.objects.exists()


class TestAReport:
    @pytest.fixture
    def answer(self, case, denis, outbox) -> Message:
        """Denis's answer, which has left."""
        with clock.stopped_at(clock.ago(minutes=5)):
            message = reply(case, by=denis, words="It was the storm.")
        run_until_idle(["delivery"])
        assert Parcel.objects.get(pk=message.parcel_id).state == "left"
        return message

    def test_shows_on_the_letter_it_concerns_and_reopens_its_case(self, deliver, bounce, case, answer):
        taken = deliver(bounce(answer.thread_key))
        parcel = Parcel.objects.get(pk=answer.parcel_id)
        assert (taken.kind, taken.message.case, taken.message.automatic) == ("bounce", case, "bounce")
        assert parcel.state == "returned"
        assert "no such person" in parcel.trouble
        assert Case.objects.get(pk=case.pk).state == "open"

    def test_that_a_mailbox_is_full_reopens_the_case_as_well_for_nobody_tries_again(
        self, deliver, bounce, case, answer
    ):
        deliver(bounce(answer.thread_key).replace(b"no such person", b"mailbox full").replace(b"5.1.1", b"5.2.2"))
        assert Parcel.objects.get(pk=answer.parcel_id).state == "returned"
        assert Case.objects.get(pk=case.pk).state == "open"

    def test_of_a_delay_shows_and_leaves_the_case_at_rest(self, deliver, bounce, case, answer):
        taken = deliver(bounce(answer.thread_key, action="delayed"))
        assert taken.message.case == case
        assert Parcel.objects.get(pk=answer.parcel_id).state == "left"
        assert Case.objects.get(pk=case.pk).state == "pending"

    def test_without_our_message_id_is_found_by_the_token_in_what_it_returns(self, deliver, bounce, case, answer):
        raw = bounce("other@x.example").replace(
            b"Subject: Re", f"Reply-To: help+{case.reply_token}@desk.example\r\nSubject: Re".encode()
        )
        assert deliver(raw).message.case == case
        assert Parcel.objects.get(pk=answer.parcel_id).state == "returned"

    def test_without_any_trace_is_found_by_whom_we_wrote_to_lately(self, deliver, bounce, case, answer):
        assert deliver(bounce("other@x.example")).message.case == case

    def test_about_somebody_we_have_not_written_to_lately_opens_a_labelled_case(self, deliver, bounce, case, answer):
        Parcel.objects.update(created_at=clock.ago(days=4))
        taken = deliver(bounce("other@x.example"))
        assert taken.message.case != case
        assert (taken.kind, taken.message.automatic, taken.message.case.state) == ("bounce", "bounce", "open")
        assert Case.objects.get(pk=case.pk).state == "pending"
        assert Parcel.objects.get(pk=answer.parcel_id).state == "left"

    def test_that_is_forged_lets_its_author_into_no_case(self, deliver, bounce, case, answer, chloe):
        taken = deliver(
            bounce("other@x.example", **{"from": "Mailer-Daemon <chloe@elsewhere.example>", "cc": "m@x.example"})
        )
        assert taken.message.case == case
        assert not case.takes_part(chloe)
        assert not Case.objects.of(chloe).exists()

    @pytest.mark.parametrize("by_id", [True, False])
    def test_that_is_forged_stops_no_letter_that_has_not_left(self, deliver, bounce, case, denis, by_id):
        message = reply(case, by=denis, words="It was the storm.")
        deliver(bounce(message.thread_key if by_id else "other@x.example"))
        assert Parcel.objects.get(pk=message.parcel_id).state == "waiting"

    def test_that_repeats_itself_reopens_a_case_only_once(self, deliver, bounce, case, answer, denis):
        deliver(bounce(answer.thread_key))
        set_state(case, "pending", by=denis)
        for _ in range(3):
            deliver(bounce(answer.thread_key))
        assert Case.objects.get(pk=case.pk).state == "pending"
        assert Message.objects.filter(case=case, automatic="bounce").count() == 4

    def test_is_never_answered(self, deliver, bounce, case, answer):
        run_until_idle(["reactions"])
        before = Parcel.objects.count()
        deliver(bounce(answer.thread_key))
        deliver(bounce("unknown@x.example", "nobody@x.example"))
        assert Parcel.objects.count() == before
