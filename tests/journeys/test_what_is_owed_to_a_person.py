"""A person reads what is owed to them, and says so where it is not: a question forgotten, a date, a closing too soon."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.house import DENIS, House, plain, written
from tests.windows import Windows, open_case, row_of

pytestmark = pytest.mark.browser

# What an advisor does, behind the doors: this journey is the person's.
AS_DENIS = """
import os
import django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "petitevoix.config.settings")
django.setup()
from datetime import timedelta
from petitevoix.cases.actions import closing, promising
from petitevoix.cases.actions.asking import Mark
from petitevoix.cases.actions.replying import reply
from petitevoix.cases.models import Case
from petitevoix.cases.models.question import questions_owed
from petitevoix.kit import clock
from petitevoix.people.models import Advisor
denis, case = Advisor.objects.get(email="denis@lefil.example"), Case.objects.get(reference="{reference}")
friday = clock.now() + timedelta(days=3)
"""
ANSWER = """
first, second = questions_owed(case)
reply(case, by=denis, words="Un répartiteur usé, rue Basse.", marks=[
    Mark(first.pk, "answered"), Mark(second.pk, "promised", due=friday)])
"""
OFFER = """
promise = case.promises.get(kind="question")
promising.offer(promise, by=denis, due_at=friday + timedelta(days=4))
"""
CLOSE = """
closing.close(case, by=denis, what_it_was="Un répartiteur usé.", what_was_done="Il est remplacé.",
    marks=[Mark(one.pk, "answered") for one in case.questions.exclude(state="answered")])
"""


def as_denis(house: House, reference: str, does: str) -> None:
    house.python(AS_DENIS.format(reference=reference) + does)


def asked(house: House, windows: Windows, name: str, email: str) -> tuple[str, str]:
    """Have somebody ask two things by letter; give the reference of their case and the link to its page."""
    words = "Que s’est-il passé ? Les trois jours sans ligne seront-ils décomptés ?"
    house.deliver(written(email, words, name=name, subject="Ma ligne"))
    link = re.search(rf"{house.url}/me/\S+", plain(house.letter_to(email, "/me/")))[0]
    return link.rstrip("/").rpartition("/")[2], link


def test_a_person_reads_what_is_owed_and_says_what_was_forgotten(house: House, windows: Windows):
    reference, link = asked(house, windows, "Maud Perrin", "maud@lettres.example")
    page, desk = windows.window(locale="fr-FR", phone=True), windows.desk(DENIS)
    page.goto(link)
    questions = page.locator("#questions > ol > li")
    expect(questions).to_have_count(2)
    expect(questions.first).to_contain_text("Attend une réponse.")

    as_denis(house, reference, ANSWER)
    letter = plain(house.letter_to("maud@lettres.example", "répartiteur"))
    assert "Vos questions" in letter
    assert "Nous y répondons au plus tard" in letter
    expect(questions.first).to_contain_text("Répondu")  # the page has heard of it by itself
    expect(questions.last).to_contain_text("Nous y répondons au plus tard")
    desk.goto("/desk/")
    expect(row_of(desk, "Maud Perrin")).to_have_count(0)

    page.locator("#missed-one summary").click()
    page.locator("#missed").fill("Et le technicien, il passe quand ?")
    page.locator("#missed").press("Enter")
    expect(page.locator(".notice.kept")).to_contain_text("elle attend sa réponse")
    expect(questions).to_have_count(3)
    expect(page.locator("#now")).to_contain_text("C’est à nous.")
    expect(row_of(desk, "Maud Perrin")).to_be_visible()
    open_case(desk, "Maud Perrin")

    page.locator("#words").fill("Au fait…")
    as_denis(house, reference, OFFER)
    expect(page.locator(".offer")).to_contain_text("Denis vous demande une autre date")
    expect(page.locator("#words")).to_have_value("Au fait…")
    page.locator(".offer button").click()
    expect(page.locator(".notice.kept")).to_contain_text("nouvelle date")
    expect(page.locator(".offer")).to_have_count(0)
    expect(page.locator("#words")).to_have_value("Au fait…")  # another gesture sends no words, and loses none
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the phone"


def test_one_press_says_that_it_is_not_solved_without_a_script_or_a_mouse(house: House, windows: Windows):
    reference, _link = asked(house, windows, "Noël Adam", "noel@lettres.example")
    as_denis(house, reference, CLOSE)
    letter = plain(house.letter_to("noel@lettres.example", "Il est remplacé."))
    there = re.search(rf"{house.url}/me/\S+#not-solved", letter)[0]
    page = windows.window(locale="fr-FR", script=False)
    page.goto(there)
    expect(page.locator("#now")).to_contain_text("C’est réglé.")  # looking has changed nothing
    page.keyboard.press("Tab")
    assert focused(page) == "Ce n’est pas réglé"
    page.keyboard.press("Enter")
    expect(page.locator(".notice.kept")).to_contain_text("Le dossier est rouvert")
    expect(page.locator("#now")).to_contain_text("C’est à nous.")
    expect(row_of(windows.desk(DENIS), "Noël Adam")).to_be_visible()


def focused(page: Page) -> str:
    return page.locator(":focus").inner_text()
