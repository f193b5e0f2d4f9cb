"""Who asks why is owed a reason: a fault that is mended leaves the question unanswered (scene S069)."""

import pytest

from petitevoix.cases.actions.asking import Mark, add_question, edit_question
from petitevoix.cases.actions.looking import look_at
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.replying import take_back
from petitevoix.cases.actions.reviewing import findings
from petitevoix.cases.models import Question
from petitevoix.insight.counting import count
from petitevoix.insight.period import Period
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.language.why import asks_why, explains
from tests.cast import close, reply

pytestmark = pytest.mark.django_db
MENDED, REASON = "It is put right: the sum is back.", "You paid twice because a run of bills was sent twice."


@pytest.fixture
def charged(ana, outbox, data) -> Question:
    words = "Why was I charged twice?"
    return receive(Arrival(channel="email", sender="ana@letters.example", words=words)).questions.get()


def test_a_question_that_asks_why_is_known_as_one(charged, case, ana):
    assert charged.kind == "why"
    received = Event.objects.get(name="message.received", noun=f"message:{charged.message_id}")
    assert received.facts["why"] == [charged.pk]
    assert not Question.objects.filter(case=case, kind="why").exists()
    assert add_question(case, by=ana, words="Pourquoi ai-je payé deux fois ?").kind == "why"


def test_the_review_warns_and_the_letter_may_leave(charged, denis):
    marks = [Mark(charged.pk, "answered")]
    (found,) = [one for one in findings(charged.case, MENDED, by=denis, marks=marks) if one.code == "why_unexplained"]
    assert (found.severity, found.facts["question"]) == ("warn", charged.pk)
    assert not [one for one in findings(charged.case, REASON, by=denis, marks=marks) if one.code == found.code]
    assert reply(charged.case, by=denis, words=MENDED)


def test_without_a_reason_no_tick_is_offered(charged, denis, monkeypatch):
    assert look_at(charged.case, "You were charged twice and the sum is back.", by=denis).answered == []


def test_answered_without_a_reason_it_stays_in_the_register_and_is_counted(charged, denis):
    reply(charged.case, by=denis, words=MENDED)
    assert list(Question.objects.unanswered()) == [charged]
    assert measured() == (0, 1, 1)


def test_closing_without_a_reason_leaves_it_unanswered_though_the_fault_is_mended(charged, denis):
    close(charged.case, by=denis, what_it_was="A sum taken twice.", what_was_done="It is back on your account.")
    assert list(Question.objects.unanswered()) == [charged]


def test_a_reason_answers_it_at_once_or_in_a_later_letter(charged, denis, desk):
    reply(charged.case, by=denis, words=MENDED)
    assert "Why was I charged twice?" in desk.get("/desk/questions/").content.decode()
    later = reply(charged.case, by=denis, words=REASON)
    assert not Question.objects.unanswered().exists()
    assert measured() == (1, 1, 0)
    take_back(later, by=denis)
    assert Question.objects.unanswered().exists()


def test_who_says_that_the_words_do_explain_is_believed(charged, denis):
    reply(charged.case, by=denis, words=MENDED, confirmed={"why_unexplained": "the second line of the bill says it"})
    assert not Question.objects.unanswered().exists()
    assert Event.objects.get(name="message.written").facts["review"]["confirmed"]


def test_a_question_put_into_other_words_is_read_anew(charged, denis):
    assert edit_question(charged, by=denis, words="When do I get it back?").kind == "question"


def measured() -> tuple[int, int, int]:
    """How many messages were answered, of how many, and the questions that still wait for a reason."""
    now = clock.now()
    with clock.stopped_at(clock.ago(days=-15)):
        period = Period(clock.ago(days=30), now.replace(year=now.year + 1))
        told = next(one for one in count(period, clock.now()).measures if one.id == "M2")
    return told.ratio.x, told.ratio.n, told.companions["why_unanswered"]


@pytest.mark.parametrize(
    "words",
    [
        "Why was I charged twice?", "Pourquoi ma ligne est-elle coupée ?", "How come nobody called?",
        "Pour quelle raison suis-je prélevé ?", "What is the reason for this fee?", "D’où vient cette somme ?",
        "Comment se fait-il que je paie encore ?", "Could you explain why it failed?", "Quelle est la cause de la panne ?",
        "What caused the outage?",
    ],
)  # fmt: skip
def test_these_ask_why(words):
    assert asks_why(words)


@pytest.mark.parametrize(
    "words", ["When will it work?", "Pourquoi pas ?", "Can you mend it?", "Où est mon colis ?", ""]
)
def test_these_do_not(words):
    assert not asks_why(words)


@pytest.mark.parametrize(
    "words",
    [
        "It failed because the splitter was worn.", "C’est dû à une coupure.", "La panne vient de notre réseau.",
        "The reason is a second run of bills.", "En raison des travaux, la ligne a été coupée.", "A digger caused it.",
        "Votre contrat a été renouvelé, car la date était passée.",
    ],
)  # fmt: skip
def test_these_explain(words):
    assert explains(words)


@pytest.mark.parametrize(
    "words",
    ["It is mended.", "Nous ne savons pas pourquoi.", "We do not know the reason yet.", "Votre carte est rechargée."],
)
def test_these_give_no_reason(words):
    assert not explains(words)
