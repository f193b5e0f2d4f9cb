"""Every question is read out of what the person wrote, and leaves with a mark (scenes S039, S060, S069)."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions.asking import Mark, add_question, ask_again, dismiss_question, restore_question
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.replying import reply, say_not_yet, take_back
from petitevoix.cases.models import Message, Promise, Question
from petitevoix.cases.models.question import questions_of, questions_owed
from petitevoix.cases.refusals import Refused, Stopped
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.people.models import Person
from tests.cast import reply as answer_all

pytestmark = pytest.mark.django_db
THREE = "Where is my parcel? When will it come? And could you send me the invoice, please?"


@pytest.fixture
def asked(line):
    return receive(Arrival(channel="email", sender="ana@letters.example", words=THREE, team=line, language="en")).case


def test_questions_are_read_in_the_words_of_the_person(asked):
    first = questions_of(asked)[0]
    assert first.words == "Where is my parcel?"
    assert THREE[first.starts_at : first.ends_at] == first.words
    assert len(questions_owed(asked)) == 3


@pytest.mark.parametrize(
    ("title", "words", "language"),
    [
        ("Où est mon colis ?", "", "fr"), ("Où est mon colis ?", "Merci", "fr"), ("Where is my parcel?", "Thanks", "en"),
        ("Remboursement : où est mon colis ?", "Commande 4711.", "fr"),
    ],
)  # fmt: skip
def test_where_the_words_ask_nothing_the_subject_may(line, title, words, language):
    arrival = Arrival(
        channel="email", sender="ana@letters.example", words=words, title=title, team=line, language=language
    )
    [question] = questions_owed(receive(arrival).case)
    assert question.words.lower() in title.lower()
    assert (question.kind, question.starts_at, question.ends_at) == ("question", None, None)


@pytest.mark.parametrize(
    ("title", "words", "found"),
    [
        ("Où est mon colis ?", "Quand arrive-t-il ?", ["Quand arrive-t-il ?"]),
        ("Re: Where is my parcel?", "Thanks", []),
        ("Tr : Où est mon colis ?", "Merci", []),
        ("RE : Fwd: Where is my parcel?", "", []),
        ("Ma box", "Merci", []),
    ],
)
def test_a_subject_asks_nothing_beside_words_that_do_nor_when_it_answers(line, title, words, found):
    arrival = Arrival(channel="email", sender="ana@letters.example", words=words, title=title, team=line)
    assert [one.words for one in questions_owed(receive(arrival).case)] == found


def test_the_subject_of_a_later_letter_is_not_read(asked):
    arrival = Arrival(channel="email", sender="ana@letters.example", words="Merci", title="Où est mon colis ?")
    receive(arrival, case=asked)
    assert len(questions_owed(asked)) == 3


def test_who_asks_thirty_things_is_owed_thirty_answers(line, denis, outbox):
    words = "\n".join(f"Where is parcel number {number}?" for number in range(30))
    case = receive(Arrival(channel="email", sender="ana@letters.example", words=words, team=line, language="en")).case
    assert len(questions_owed(case)) == 30
    answer_all(case, by=denis, words="They are all in Nevers.")
    assert not questions_owed(case)


def test_an_unmarked_question_stops_the_reply_and_nothing_is_sent(asked, denis, outbox):
    first, second, _third = questions_owed(asked)
    with pytest.raises(Stopped) as stopped:
        reply(
            asked, by=denis, words="It is in Nevers.", marks=[Mark(first.pk, "answered"), Mark(second.pk, "answered")]
        )
    assert [found.code for found in stopped.value.findings if found.blocks] == ["unmarked_question"]
    assert not Message.objects.filter(voice="us").exists()
    assert not Event.objects.filter(name="message.written").exists()


def test_each_question_leaves_as_it_is_marked(asked, denis, outbox):
    first, second, third = questions_owed(asked)
    friday = clock.now() + timedelta(days=3)
    marks = [
        Mark(first.pk, "answered"), Mark(second.pk, "promised", due=friday),
        Mark(third.pk, "declined", reason="The shop sends it."),
    ]  # fmt: skip
    message = reply(asked, by=denis, words="It is in Nevers.", marks=marks)
    states = [(one.state, one.answer_id, one.reason) for one in questions_of(asked)]
    assert states == [
        ("answered", message.pk, ""), ("promised", message.pk, ""), ("declined", message.pk, "The shop sends it."),
    ]  # fmt: skip
    promise = Promise.objects.get()
    assert (promise.kind, promise.due_at, promise.question, promise.owner) == ("question", friday, second, denis)


@pytest.mark.parametrize("mark", [{"mark": "promised"}, {"mark": "declined"}, {"mark": "declined", "reason": "  "}])
def test_a_mark_without_its_date_or_reason_is_none(asked, denis, mark):
    first, second, third = questions_owed(asked)
    rest = [Mark(second.pk, "answered"), Mark(third.pk, "answered")]
    with pytest.raises(Stopped):
        reply(asked, by=denis, words="Here.", marks=[Mark(first.pk, **mark), *rest])


def test_a_question_of_another_case_cannot_be_marked(asked, denis, line):
    other = receive(Arrival(channel="email", sender="bo@letters.example", words="Why is it so?", team=line)).case
    stranger = questions_owed(other)[0]
    with pytest.raises(Refused, match="not one of this case"):
        reply(asked, by=denis, words="Here.", marks=[Mark(stranger.pk, "answered")])


def test_a_reply_taken_back_leaves_its_questions_open_and_its_promises_unmade(asked, denis, outbox):
    marks = [Mark(one.pk, "promised", due=clock.now() + timedelta(days=1)) for one in questions_owed(asked)]
    message = reply(asked, by=denis, words="I look.", marks=marks)
    take_back(message, by=denis)
    assert len(questions_owed(asked)) == 3
    assert not Promise.objects.exists()


def test_not_knowing_promises_each_question_for_the_day_of_news(asked, denis, outbox):
    friday = clock.now() + timedelta(days=3)
    say_not_yet(asked, by=denis, words="I do not know yet.", news_on=friday)
    assert {one.state for one in questions_of(asked)} == {"promised"}
    assert {(one.kind, one.due_at) for one in Promise.objects.all()} == {("question", friday), ("news", friday)}


def test_answering_what_was_promised_keeps_the_promise(asked, denis, outbox):
    marks = [Mark(one.pk, "promised", due=clock.now() + timedelta(days=1)) for one in questions_owed(asked)]
    reply(asked, by=denis, words="I look.", marks=marks)
    now = [Mark(one.pk, "answered") for one in questions_of(asked)]
    reply(asked, by=denis, words="It came today, with its invoice.", marks=now)
    assert not Promise.objects.going_on().exists()


def test_an_aggressive_message_is_owed_its_answers_like_any_other(line):
    words = "You are all useless. WHERE IS MY PARCEL?"
    case = receive(Arrival(channel="email", sender="max@letters.example", words=words, team=line, language="en")).case
    assert len(questions_owed(case)) == 1


def test_what_is_no_question_is_dismissed_and_comes_back(asked, denis):
    first = questions_owed(asked)[0]
    dismiss_question(first, by=denis)
    assert len(questions_owed(asked)) == 2
    restore_question(first, by=denis)
    assert len(questions_owed(asked)) == 3
    assert [e.name for e in Event.objects.filter(name__startswith="question.").order_by("id")] == [
        "question.dismissed",
        "question.restored",
    ]


def test_a_question_the_person_adds_is_theirs_and_says_that_we_missed(asked, denis, outbox):
    answer_all(asked, by=denis, words="It is in Nevers, and comes tomorrow.")
    ana = Person.objects.at("ana@letters.example").get()
    added = add_question(asked, by=ana, words="And who pays for the delay?")
    asked.refresh_from_db()
    assert (asked.state, bool(asked.missed_at)) == ("open", True)
    with pytest.raises(Refused, match="themselves"):
        dismiss_question(added, by=denis)


def test_an_answer_that_was_none_opens_its_question_again(asked, denis, outbox):
    answer_all(asked, by=denis, words="Everything is fine.")
    ana = Person.objects.at("ana@letters.example").get()
    ask_again(questions_of(asked)[0], by=ana)
    assert [one.state for one in questions_of(asked)] == ["open", "answered", "answered"]
    asked.refresh_from_db()
    assert asked.state == "open"


def test_asking_the_same_again_in_a_letter_says_that_the_answer_missed(asked, denis, outbox):
    answer_all(asked, by=denis, words="Everything is fine.")
    receive(
        Arrival(channel="email", sender="ana@letters.example", words="So where is my parcel?", language="en"),
        case=asked,
    )
    asked.refresh_from_db()
    assert asked.missed_at
    assert Event.objects.filter(name="question.asked_again").exists()


def test_what_a_machine_writes_asks_nothing(line):
    arrival = Arrival(channel="email", sender="robot@letters.example", words="Why?", automatic="auto-reply", team=line)
    assert not Question.objects.filter(case=receive(arrival).case).exists()
