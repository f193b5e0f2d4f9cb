"""Taking a letter in: durable before the answer, once through however many doors."""

import pytest
from django.db import IntegrityError, OperationalError

from petitevoix.cases.models import Message
from petitevoix.channels.email import intake, keeping
from petitevoix.channels.email.intake import Arriving
from petitevoix.channels.email.models import Intake
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.models import Job
from petitevoix.journal.models import Event


def test_a_letter_is_on_disk_and_its_job_waits_when_take_in_returns(deliver, write):
    raw = write("Good morning")
    taken = intake.take_in(raw, door="lmtp", sent_from="ana@letters.example", sent_to=["help@desk.example"])
    assert keeping.letters().get(taken.sha256) == raw
    assert not taken.is_duplicate
    assert Job.objects.get().arguments == {"intake_id": taken.pk}
    assert Intake.objects.get().sent_to == ["help@desk.example"]


def test_the_same_letter_through_two_doors_is_one_message(deliver, write):
    raw = write("Only once")
    other_way = b"Received: from mx.example by mail.example\n" + raw.replace(b"\r\n", b"\n") + b"\n"
    first, second = deliver(raw), deliver(other_way, sent_to=["help@desk.example"])
    assert (first.pk, second.is_duplicate) == (second.pk, True)
    assert Message.objects.count() == 1


def test_a_machine_that_repeats_its_message_id_loses_no_letter(deliver, write):
    deliver(write("Paper is out", message_id="<0@printer.example>"))
    deliver(write("Toner is out", message_id="<0@printer.example>"))
    deliver(write("Toner is out", message_id="<0@printer.example>", date="Tue, 17 Nov 2026 10:00:00 +0100"))
    assert Message.objects.count() == 3


def test_nobody_takes_the_place_of_a_letter_by_sending_its_copy_first(deliver, write):
    fields = {"message_id": "<known@letters.example>"}
    deliver(
        write("The same words", from_="mallory@elsewhere.example", **fields | {"from": "mallory@elsewhere.example"})
    )
    honest = deliver(write("The same words", **fields))
    assert not honest.is_duplicate
    assert honest.message.sender == "ana@letters.example"


def test_letters_without_a_message_id_are_told_apart_by_every_byte(deliver, write):
    raw = write("No name on it", message_id="")
    assert not deliver(raw).is_duplicate
    assert deliver(raw).is_duplicate
    assert not deliver(raw + b"x").is_duplicate


def test_the_same_letter_twice_in_one_batch_is_one_row(deliver, write):
    raw = write()
    taken = intake.take_all_in([Arriving(raw, "pipe"), Arriving(raw, "pipe")])
    assert [one.is_duplicate for one in taken] == [False, True]
    assert Intake.objects.count() == 1


def test_two_doors_at_the_same_moment_give_one_row(deliver, write, monkeypatch):
    raw = write()
    first = intake.take_in(raw, door="imap")
    monkeypatch.setattr(type(Intake.objects.all()), "in_bulk", lambda *a, **k: {})  # as if neither saw the other
    second = intake.take_in(raw, door="lmtp")
    assert (second.pk, second.is_duplicate) == (first.pk, True)


def test_where_the_disk_refuses_nothing_is_claimed(deliver, write, monkeypatch):
    def full(self, content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(keeping.Store, "put", full)
    with pytest.raises(OSError):
        intake.take_in(write(), door="pipe")
    assert not Intake.objects.exists()
    assert not Job.objects.exists()


def test_where_the_database_refuses_nothing_is_claimed(deliver, write, monkeypatch):
    def away(*args, **kwargs):
        raise OperationalError("database is locked")

    monkeypatch.setattr(intake.process_letter.__class__, "enqueue_all", away)
    with pytest.raises(OperationalError):
        intake.take_in(write(), door="pipe")
    assert not Intake.objects.exists()


def test_an_empty_letter_waits_in_quarantine_with_its_reason(deliver):
    taken = deliver(b"")
    assert (taken.state, taken.reason) == ("quarantined", intake.EMPTY)
    assert Event.objects.filter(name="letter.quarantined", noun=f"intake:{taken.pk}").exists()
    assert not Message.objects.exists()


class TestALetterThatIsTooLarge:
    @pytest.fixture(autouse=True)
    def small(self, settings):
        settings.LETTER_LIMIT = 2000

    def test_is_not_kept_whole_and_its_sender_is_told_in_their_language(self, deliver, write):
        words = "Bonjour, voici les photos de ma box qui clignote depuis mardi matin, et de la prise murale.\n" * 60
        taken = deliver(write(words, subject="Mes photos"))
        assert (taken.state, taken.reason) == ("quarantined", intake.TOO_LARGE)
        assert taken.size > 5000
        assert len(keeping.letters().get(taken.sha256)) < 500
        parcel = Parcel.objects.get()
        assert (parcel.to, parcel.purpose) == ("ana@letters.example", "too-large")
        assert parcel.contents["language"] == "fr"
        assert parcel.contents["automatic"] == "auto-replied"
        assert parcel.contents["door"] == "help@desk.example"

    def test_gets_no_more_answers_than_letters_get_acknowledgements(self, deliver, write, settings):
        settings.ACKNOWLEDGEMENTS_PER_HOUR = 3
        for number in range(8):
            deliver(write(f"{number} " + "x" * 5000))
        assert Parcel.objects.count() == 3

    def test_under_another_tag_each_time_is_still_of_one_sender(self, deliver, write, settings):
        settings.ACKNOWLEDGEMENTS_PER_HOUR = 3
        for number in range(8):
            deliver(write(f"{number} " + "x" * 5000, **{"from": f"robot+{number}@letters.example"}))
        assert Parcel.objects.count() == 3

    @pytest.mark.parametrize(
        "fields",
        [
            {"auto_submitted": "auto-replied"},
            {"list_id": "<all.example>"},
            {"return_path": "<>"},
            {"from": "help@desk.example"},
            {"from": "noreply@shop.example"},
        ],
        ids=str,
    )
    def test_of_a_machine_is_not_answered(self, deliver, write, fields):
        assert deliver(write("x" * 5000, **fields)).state == "quarantined"
        assert not Parcel.objects.exists()

    def test_with_a_null_envelope_is_not_answered(self, deliver, write):
        deliver(write("x" * 5000), sent_from="<>")
        assert not Parcel.objects.exists()


def test_an_insertion_that_fails_for_another_reason_is_not_taken_for_a_duplicate(deliver, write, monkeypatch):
    monkeypatch.setattr(intake, "_insert", lambda new: new.clear())
    with pytest.raises((Intake.DoesNotExist, IntegrityError)):
        intake.take_in(write(), door="pipe")
