"""A third party holds a part of the work: who, since when, what is awaited, and when we next look (scene S055)."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions import hearing, relaying
from petitevoix.cases.actions.receiving import Arrival
from petitevoix.cases.actions.undoing import undo
from petitevoix.cases.models import Case, Message, Promise, Relay, Tally
from petitevoix.cases.refusals import Refused
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.runner import run_until_idle
from petitevoix.journal.models import Event
from petitevoix.kit import clock

pytestmark = pytest.mark.django_db
SFR = "reseau@sfr.example"


@pytest.fixture
def start(case, denis):
    def start(**how) -> Relay:
        standard = {"email": SFR, "name": "SFR network team", "awaited": "the line test", "words": "Please test it.",
                    "next_at": clock.now() + timedelta(days=3)}  # fmt: skip
        return relaying.start(case, by=denis, **(standard | how))

    return start


def answered(relay: Relay, **how) -> Message:
    return hearing.hear(Arrival(channel="email", sender=SFR, words="The line is cut at km 4.", **how), relay)


def letter() -> Parcel:
    return Parcel.objects.filter(purpose="relay").latest("id")


def test_the_case_rests_and_the_person_is_promised_news(case, start):
    relay = start()
    case.refresh_from_db()
    assert (case.state, case.news_due_at) == ("held", relay.next_at)
    assert Promise.objects.get(kind="news").due_at == relay.next_at
    assert sum(Tally.objects.values_list("waiting", flat=True)) == 0


def test_their_letter_has_a_thread_of_its_own_and_no_way_into_the_case(case, start, ana):
    relay = start()
    said = str(letter().contents)
    assert letter().to == SFR
    assert letter().contents["token"] == relay.reply_token
    assert case.reply_token not in said
    assert ana.token not in said
    assert "link" not in letter().contents
    assert letter().contents["references"] == []


def test_what_they_answer_is_among_us_and_brings_the_case_back(case, start, outbox):
    relay = start()
    answered(relay)
    case.refresh_from_db()
    relay.refresh_from_db()
    assert (case.state, relay.state) == ("open", "answered")
    assert case.first_words.startswith("The box works again")
    assert not case.messages.between_us_and_the_person().filter(relay=relay).exists()
    assert not Event.objects.filter(name="message.received").exclude(facts__channel="email").exists()
    assert Event.objects.filter(name="message.received").count() == 1


def test_a_machine_of_theirs_changes_nothing(case, start):
    relay = start()
    answered(relay, automatic="auto-reply")
    case.refresh_from_db()
    relay.refresh_from_db()
    assert (case.state, relay.state) == ("held", "waiting")


def test_when_the_date_passes_without_an_answer_the_case_comes_back_and_says_so(case, start):
    relay = start()
    assert hearing.call_back() == 0
    Relay.objects.update(next_at=clock.ago(hours=1))
    assert hearing.call_back() == 1
    assert hearing.call_back() == 0
    case.refresh_from_db()
    relay.refresh_from_db()
    assert (case.state, relay.state) == ("open", "overdue")
    assert Event.objects.filter(name="relay.overdue", topic=case.topic).exists()


def test_what_they_answered_in_time_is_not_late(start):
    answered(start())
    Relay.objects.update(next_at=clock.ago(hours=1))
    assert hearing.call_back() == 0


def test_we_write_to_them_again_and_they_hold_it_again(case, start, denis):
    relay = start()
    answered(relay)
    first = letter().thread_key
    relaying.write(relay, by=denis, words="By when?", next_at=clock.now() + timedelta(days=9))
    case.refresh_from_db()
    relay.refresh_from_db()
    assert (case.state, relay.state) == ("held", "waiting")
    assert letter().contents["in_reply_to"] == first


def test_a_relay_ends_with_what_came_of_it(case, start, denis):
    relay = start()
    with pytest.raises(Refused, match="what came of it"):
        relaying.close(relay, by=denis, result=" ")
    relaying.close(relay, by=denis, result="The cable is mended.")
    case.refresh_from_db()
    assert case.state == "open"
    with pytest.raises(Refused, match="closed"):
        relaying.write(relay, by=denis, words="Still there?")


def test_while_another_holds_a_part_the_case_rests(case, start, denis):
    one = start()
    start(email="syndic@house.example", name="The caretaker")
    relaying.close(one, by=denis, result="Done.")
    case.refresh_from_db()
    assert case.state == "held"


def test_taken_back_before_it_leaves_all_stands_as_it_stood(case, start, denis):
    before = Case.objects.values().get(pk=case.pk) | {"changed_at": None}
    start(tell_person=True)
    undo(Event.objects.get(name="relay.started"), by=denis)
    assert Case.objects.values().get(pk=case.pk) | {"changed_at": None} == before
    assert set(Parcel.objects.exclude(purpose="acknowledgement").values_list("state", flat=True)) == {"withdrawn"}
    assert not Promise.objects.exists()


def test_once_it_has_left_it_cannot_be_taken_back(case, start, denis, settings):
    settings.UNDO_SECONDS = 0
    start()
    run_until_idle(["delivery"])
    with pytest.raises(Refused, match="already left"):
        undo(Event.objects.get(name="relay.started"), by=denis)


def test_the_person_is_written_to_only_where_the_advisor_says_so(start, ana):
    start()
    assert not Parcel.objects.filter(purpose="relay-news").exists()
    start(email="other@sfr.example", tell_person=True)
    told = Parcel.objects.get(purpose="relay-news")
    assert told.to == ana.email
    assert "the line test" in told.contents["words"]
    assert "Please test it" not in told.contents["words"]


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ({"awaited": " "}, "what we await"),
        ({"words": ""}, "no words"),
        ({"email": "nobody"}, "no e-mail address"),
        ({"email": "help@desk.example"}, "address of ours"),
        ({"email": "ana@letters.example"}, "takes part"),
        ({"next_at": clock.ago(hours=1)}, "already past"),
    ],
)
def test_what_cannot_be_handed_over_is_refused_and_nothing_left_behind(start, case, how, why):
    with pytest.raises(Refused, match=why):
        start(**how)
    case.refresh_from_db()
    assert (Relay.objects.count(), case.state) == (0, "open")


def test_words_are_forwarded_with_a_word_of_ours_and_the_files_chosen(case, denis):
    theirs = case.messages.first()
    relay = relaying.forward(theirs, by=denis, email=SFR, words="Can you look at this?")
    case.refresh_from_db()
    assert case.state == "open"
    assert "> What happened, and will it happen again?" in letter().contents["words"]
    answered(relay)
    assert not case.messages.filter(voice="person", words__contains="km 4").exists()
