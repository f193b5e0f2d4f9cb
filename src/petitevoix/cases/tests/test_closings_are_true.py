"""No case closes without a word, and none is locked (scenes S052, S053, S056, S057)."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions import fading, mending
from petitevoix.cases.actions.asking import add_question
from petitevoix.cases.actions.closing import mark_fault, not_solved, set_state
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Case, Closure, Message
from petitevoix.cases.refusals import Refused
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.runner import run_until_idle
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from tests.cast import close, reply

pytestmark = pytest.mark.django_db
OURS = {
    "acknowledgment": "We cut the wrong line. We are sorry.",
    "repair": "A month is on us.",
    "what_changes": "Two of us look.",
}


def test_a_fault_of_ours_takes_three_things_more(case, denis, outbox):
    words = {"what_it_was": "A cut line.", "what_was_done": "Mended on Tuesday.", "whose_fault": "ours"}
    for missing in OURS:
        with pytest.raises(Refused, match="The fault was ours"):
            close(case, by=denis, **words, **{**OURS, missing: " "})
    closure = close(case, by=denis, **words, **OURS)
    assert all(part in closure.words for part in (*OURS.values(), "A cut line.", "Mended on Tuesday."))
    assert closure.words in Message.objects.get(voice="us").words


def test_a_fault_once_marked_ours_is_ours_when_it_closes(case, denis, outbox):
    mark_fault(case, by=denis, whose="ours")
    case.refresh_from_db()
    with pytest.raises(Refused, match="The fault was ours"):
        close(case, by=denis, what_it_was="A cut line.", what_was_done="Mended.")


def test_one_word_of_the_person_says_it_is_not_solved(case, denis, outbox):
    close(case, by=denis, what_it_was="A splitter.", what_was_done="Replaced.")
    not_solved(case, by=case.person)
    not_solved(case, by=case.person)
    case.refresh_from_db()
    assert (case.state, bool(case.missed_at), bool(case.news_due_at)) == ("open", True, True)
    assert Event.objects.filter(name="case.disputed").count() == 1


def test_a_case_fades_only_after_two_letters_over_two_weeks(case, denis, outbox, settings):
    settings.FADE_AFTER_DAYS = 30
    reply(case, by=denis, words="A worn splitter.")
    start, told = clock.now(), []
    for day in range(60):
        with clock.stopped_at(start + timedelta(days=day)):
            fading.fade()
            told.append((Parcel.objects.filter(purpose="last call").count(), Case.objects.get(pk=case.pk).state))
    calls = [day for day in range(1, 60) if told[day][0] > told[day - 1][0]]
    closed = next(day for day in range(60) if told[day][1] == "closed")
    assert calls[0] >= 30
    assert calls[1] - calls[0] >= 7
    assert closed - calls[0] >= 14
    assert Closure.objects.get().by is None


def test_a_word_of_the_person_meanwhile_keeps_the_case(case, denis, outbox):
    reply(case, by=denis, words="A worn splitter.")
    with clock.stopped_at(clock.now() + timedelta(days=30)):
        fading.call(case)
        with pytest.raises(Refused):
            fading.close_quietly(case)
        receive(Arrival(channel="email", sender=case.person.email, words="I am still here."), case=case)
    with clock.stopped_at(clock.now() + timedelta(days=60)):
        assert fading.calls_of(case) == []


def test_a_later_word_of_ours_is_followed_by_two_letters_of_its_own(case, denis, outbox, settings):
    settings.FADE_AFTER_DAYS = 30
    reply(case, by=denis, words="A worn splitter.")
    start = clock.now()
    for day in (31, 38):
        with clock.stopped_at(start + timedelta(days=day)):
            assert fading.fade() == 1
    with clock.stopped_at(start + timedelta(days=39)):
        reply(case, by=denis, words="One more thing: the box is yours to keep.")
    with clock.stopped_at(start + timedelta(days=70)):
        assert fading.fade() == 1
        assert len(fading.calls_of(case)) == 1
        assert Case.objects.get(pk=case.pk).state == Case.State.PENDING


def test_what_closed_for_want_of_an_answer_and_is_not_solved_is_called_twice_again(case, denis, outbox, settings):
    settings.FADE_AFTER_DAYS = 30
    reply(case, by=denis, words="A worn splitter.")
    start = clock.now()
    for day in (31, 38, 45):
        with clock.stopped_at(start + timedelta(days=day)):
            fading.fade()
    with clock.stopped_at(start + timedelta(days=46)):
        not_solved(case, by=case.person)
        set_state(case, Case.State.PENDING, by=denis)
        assert fading.calls_of(case) == []


def test_nobody_is_told_that_we_answered_where_a_question_waits(case, denis, outbox, settings):
    settings.FADE_AFTER_DAYS = 30
    reply(case, by=denis, words="A worn splitter.")
    add_question(case, by=denis, words="Will it happen again?")
    set_state(case, Case.State.PENDING, by=denis)
    with clock.stopped_at(clock.now() + timedelta(days=400)):
        assert fading.fade() == 0


def test_nothing_fades_unless_it_is_set(case, denis, outbox):
    reply(case, by=denis, words="A worn splitter.")
    with clock.stopped_at(clock.now() + timedelta(days=400)):
        assert fading.fade() == 0


def test_each_is_told_in_the_language_they_read_and_nobody_what_no_letter_may_say(case, denis, line, outbox):
    zoe = Arrival(
        channel="email", sender="zoe@letters.example", words="Je n'ai plus de ligne.", team=line, language="fr"
    )
    french = receive(zoe).case
    error = mending.declare(by=denis, title="The cut cable", effect="No line.", cases=[case, french])
    said = {"cause": "A digger.", "repair": "A month is on us."}
    english = "We cut a cable in your street. It has been mended since Tuesday, and a month is on us."
    with pytest.raises(Refused, match="write it in French as well"):
        mending.mend(error, by=denis, words=english, **said)
    with pytest.raises(Refused):
        mending.mend(
            error, by=denis, words=f"{english} Please do not reply to this message.", translation="Non.", **said
        )
    mending.mend(error, by=denis, words=english, translation="Nous avons coupé un câble ; il est réparé.", **said)
    run_until_idle()
    run_until_idle()
    assert Message.objects.get(case=french, voice="us").words == "Nous avons coupé un câble ; il est réparé."
    assert Message.objects.get(case=case, voice="us").words == english


def test_a_closing_that_only_sends_elsewhere_closes_nothing(case, denis):
    with pytest.raises(Refused, match="send the person elsewhere"):
        close(case, by=denis, what_it_was="For this, please contact Orange.", what_was_done="Please call 3900.")


@pytest.mark.parametrize(
    "nothing", [".", "-", "…", "\u200b", " \n", "n/a", "N.A.", "RAS", "R.A.S.", "idem", "xxx", "ok."]
)
def test_a_closing_of_dashes_says_nothing(case, denis, nothing):
    with pytest.raises(Refused, match="closes with words"):
        close(case, by=denis, what_it_was=nothing, what_was_done="We replaced it.")
    with pytest.raises(Refused, match="fault was ours"):
        close(
            case, by=denis, what_it_was="A splitter.", what_was_done="We replaced it.", whose_fault="ours",
            acknowledgment="We were wrong, sorry.", repair=nothing, what_changes="We test them.",
        )  # fmt: skip


def test_what_is_ours_or_promised_does_not_close_for_want_of_an_answer(case, denis, outbox, settings):
    settings.FADE_AFTER_DAYS = 10
    reply(case, by=denis, words="A worn splitter.")
    mark_fault(case, by=denis, whose="ours")
    with clock.stopped_at(clock.now() + timedelta(days=400)):
        assert fading.fade() == 0
        mark_fault(case, by=denis, whose="")
        assert fading.fade() == 0  # it changed today
    with clock.stopped_at(clock.now() + timedelta(days=800)):
        assert fading.fade() == 1


def test_one_act_tells_each_person_touched_once_in_their_own_case(case, denis, line, outbox):
    other = receive(Arrival(channel="email", sender="bo@letters.example", words="No line here.", team=line)).case
    error = mending.declare(by=denis, title="The cut cable", effect="No line for two days.", cases=[case, other])
    with pytest.raises(Refused):
        mending.mend(error, by=denis, cause="", repair="A month is on us.", words="Sorry.")
    words = "We cut a cable. It is mended since Tuesday, and a month is on us."
    mending.mend(error, by=denis, cause="A digger.", repair="A month is on us.", words=words)
    run_until_idle()
    run_until_idle()
    for one in (case, other):
        assert Message.objects.get(case=one, voice="us").words == words
    assert error.touched.filter(told_at=None).count() == 0
    assert {one.fault for one in Case.objects.all()} == {"ours"}
    with pytest.raises(Refused, match="already mended"):
        mending.mend(error, by=denis, cause="A digger.", repair="Again.", words="Again.")


def test_an_error_has_begun_and_is_mended_in_words(case, denis, outbox):
    with pytest.raises(Refused, match="began before"):
        mending.declare(by=denis, title="The cut cable", effect="No line.", since=clock.now() + timedelta(days=1))
    error = mending.declare(by=denis, title="The cut cable", effect="No line.", cases=[case])
    for cause, repair in (("RAS", "A new cable."), ("A digger.", "n/a"), ("—", "A new cable.")):
        with pytest.raises(Refused, match="what caused it"):
            mending.mend(error, by=denis, cause=cause, repair=repair, words="We cut your cable, sorry. It is mended.")


def test_the_register_is_open_to_anybody_so_nobody_is_named_in_it(case, denis):
    for words in (f"As in {case.reference}.", "ana@letters.example has no line.", f"No line for {case.person.name}."):
        with pytest.raises(Refused, match="open to anybody"):
            mending.declare(by=denis, title="The cut cable", effect=words, cases=[case])
    error = mending.declare(by=denis, title="The cut cable", effect="No line.", cases=[case])
    with pytest.raises(Refused, match="open to anybody"):
        mending.mend(error, by=denis, cause=f"See {case.reference}", repair="A new cable.", words="It is mended.")
