"""Under the words of a letter: how each question leaves, what is promised, and the way back in."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions import fading, mending
from petitevoix.cases.actions.asking import Mark, add_question
from petitevoix.cases.models import Case, Closure, Question
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.runner import run_until_idle
from petitevoix.kit import clock
from tests.cast import close, reply

pytestmark = pytest.mark.django_db


def contents(purpose: str = "reply") -> dict:
    return Parcel.objects.filter(purpose=purpose).latest("id").contents


def lines(purpose: str = "reply") -> list[str]:
    return [line for section in contents(purpose)["postscript"] for line in section["lines"]]


@pytest.fixture
def question(case, denis) -> Question:
    case.questions.all().delete()
    return add_question(case, by=denis, words="What happened?")


def test_one_question_that_is_answered_needs_no_list(case, denis, question):
    reply(case, by=denis, words="A splitter.")
    assert contents()["postscript"] == []


def test_several_are_listed_each_with_how_it_leaves(case, denis, question):
    second, third = (add_question(case, by=denis, words=f"Number {n}, is it?") for n in (2, 3))
    due = clock.now() + timedelta(days=2)
    marks = [
        Mark(question.pk, "answered"), Mark(second.pk, "promised", due=due),
        Mark(third.pk, "declined", reason="it is your neighbour’s."),
    ]  # fmt: skip
    reply(case, by=denis, words="A splitter.", marks=marks)
    assert lines()[0] == "“What happened?” Answered in this letter."
    assert lines()[1].startswith("“Number 2, is it?” We answer it by ")
    assert lines()[2] == "“Number 3, is it?” We cannot answer it: it is your neighbour’s."
    assert len(lines()) == 3  # the promise to answer is told with its question


def test_news_with_a_date_is_told_as_a_promise(case, denis):
    case.questions.all().delete()
    reply(case, by=denis, words="We look.", news_on=clock.now() + timedelta(days=2))
    assert contents()["postscript"][0]["title"] == "What we promise you"
    assert lines()[0].startswith("You will hear from us, by ")


def test_a_condition_is_told_with_what_stands_on_it(case, denis):
    case.questions.all().delete()
    reply(case, by=denis, words="Once the workshop agrees, we will refund you £45 within 10 days.")
    assert lines()[0].startswith("we will refund you £45 within 10 days, by ")
    assert lines()[0].endswith(" (Once the workshop agrees)")


def test_it_speaks_the_language_of_who_reads(case, denis, question, ana):
    ana.language = "fr"
    ana.save()
    reply(case, by=denis, words="Soon.", marks=[Mark(question.pk, "promised", due=clock.now() + timedelta(days=2))])
    assert contents()["postscript"][0]["title"] == "Vos questions"
    assert "Nous y répondons au plus tard" in lines()[0]


def test_the_closing_letter_is_in_sections_and_leads_to_the_button(case, denis, ana):
    close(case, by=denis, what_it_was="A splitter.", what_was_done="Replaced.", how_to_avoid="Nothing to do.")
    told = contents()
    assert told["words"] == (
        "**What it was**\n\nA splitter.\n\n**What was done**\n\nReplaced.\n\n"
        "**How to avoid it, or do it yourself**\n\nNothing to do."
    )
    assert told["postscript"][-1]["link"] == f"{case.link_for(ana)}#not-solved"
    assert told["postscript"][-1]["says"] == "It is not solved"


def test_the_last_call_is_a_letter_and_the_quiet_closing_has_no_headings(case, denis, ana):
    reply(case, by=denis, words="A splitter.")
    for days in (8, 16):
        with clock.stopped_at(clock.now() + timedelta(days=days)):
            fading.call(case)
    first, second = Parcel.objects.filter(purpose="last call").order_by("id")
    assert first.contents["words"].startswith("Hello Ana,\n\nWe have answered you")
    assert second.contents["words"].startswith("Hello Ana,\n\nWe wrote to you on")  # nobody is told the same twice
    assert "Nothing is locked" in contents("last call")["words"]
    assert contents("last call")["postscript"] == []
    with clock.stopped_at(clock.now() + timedelta(days=31)):
        closure = fading.close_quietly(case)
    told = contents("last call")
    assert "**" not in told["words"]
    assert told["postscript"][0]["link"].endswith("#not-solved")
    assert Closure.objects.get(pk=closure.pk).by is None
    assert case.messages.filter(at=closure.at).exists()
    assert Case.objects.get(pk=case.pk).state == Case.State.CLOSED


def test_the_letter_about_an_error_of_ours_says_why_one_has_it(case, denis, esther):
    error = mending.declare(by=esther, title="A wrong bill", effect="Billed twice.", cases=[case])
    mending.mend(error, by=esther, cause="A mistake.", repair="Paid back.", words="You were billed twice. Sorry.")
    run_until_idle()
    assert contents()["words"] == "You were billed twice. Sorry."
    assert "an error of ours touched your case" in lines()[0]
