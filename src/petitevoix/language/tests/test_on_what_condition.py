"""A commitment stands on a condition: it is kept with the promise, and a date in it is not the promise's (S042)."""

import time
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from petitevoix.language.promises.finding import find

PARIS = ZoneInfo("Europe/Paris")
MONDAY = datetime(2026, 11, 23, 10, tzinfo=PARIS)


def read(text: str) -> list[tuple[str, str, str]]:
    return [(one.text, f"{one.due:%m-%d}" if one.due else "", one.condition) for one in find(text, MONDAY, PARIS)]


@pytest.mark.parametrize(
    ("text", "promised", "due", "condition"),
    [
        ("Si vous nous renvoyez la box avant vendredi, nous vous remboursons 45 € sous 10 jours.", "nous vous remboursons 45 € sous 10 jours", "12-03", "Si vous nous renvoyez la box avant vendredi"),
        ("Si vous renvoyez la box, le câble et la télécommande avant vendredi, nous vous rembourserons 45 €.", "nous vous rembourserons 45 €", "", "Si vous renvoyez la box, le câble et la télécommande avant vendredi"),
        ("S'il confirme la panne et que la box revient avant lundi, vous recevrez 30 € mercredi.", "vous recevrez 30 € mercredi", "11-25", "S'il confirme la panne et que la box revient avant lundi"),
        ("Nous vous remboursons 45 € sous 10 jours dès que nous avons reçu la box.", "Nous vous remboursons 45 € sous 10 jours", "12-03", "dès que nous avons reçu la box"),
        ("Nous vous remboursons 45 € sous 10 jours, sous réserve que l'atelier confirme la panne avant le 3 décembre.", "Nous vous remboursons 45 € sous 10 jours", "12-03", "sous réserve que l'atelier confirme la panne avant le 3 décembre"),
        ("Nous vous rembourserons 45 € à condition que la box nous revienne avant vendredi.", "Nous vous rembourserons 45 €", "", "à condition que la box nous revienne avant vendredi"),
        ("Nous vous remboursons vendredi, à moins que vous ne préfériez un avoir.", "Nous vous remboursons vendredi", "11-27", "à moins que vous ne préfériez un avoir"),
        ("Nous vous enverrons une box neuve une fois que l'atelier aura répondu.", "Nous vous enverrons une box neuve", "", "une fois que l'atelier aura répondu"),
        ("Nous vous rembourserons 45 € sous réserve de son retour avant vendredi.", "Nous vous rembourserons 45 € sous réserve de son retour avant vendredi", "", "sous réserve de son retour avant vendredi"),
        ("Nous vous rembourserons dès réception de la box sous 10 jours.", "Nous vous rembourserons dès réception de la box sous 10 jours", "12-03", "dès réception de la box"),
        ("If the workshop confirms the fault, we will refund you £45 by Friday.", "we will refund you £45 by Friday", "11-27", "If the workshop confirms the fault"),
        ("If the workshop confirms the fault by Tuesday we will refund you £45.", "we will refund you £45", "", "If the workshop confirms the fault by Tuesday"),
        ("Once we receive the box, the cable and the remote by Friday, we'll refund you within 10 days.", "we'll refund you within 10 days", "12-03", "Once we receive the box, the cable and the remote by Friday"),
        ("We will refund you £45 by Friday, provided that the workshop confirms the fault.", "We will refund you £45 by Friday", "11-27", "provided that the workshop confirms the fault"),
        ("We will refund you £45 within 10 days once we receive the box.", "We will refund you £45 within 10 days", "12-03", "once we receive the box"),
        ("We will refund you £45 unless the box comes back after 3 December.", "We will refund you £45", "", "unless the box comes back after 3 December"),
        ("Nous vous confirmerons le remboursement vendredi si la box est intacte.", "Nous vous confirmerons le remboursement vendredi", "11-27", "si la box est intacte"),
        ("We will update your contract on Friday if you agree.", "We will update your contract on Friday", "11-27", "if you agree"),
        ("We will refund you by Friday, but only if the box is intact.", "We will refund you by Friday", "11-27", "if the box is intact"),
        ("Subject to approval by Tuesday, we will refund you £45.", "Subject to approval by Tuesday, we will refund you £45", "", "Subject to approval by Tuesday"),
        ("We will refund you £45 by Friday if\nthe box is intact.", "We will refund you £45 by Friday", "11-27", "if the box is intact"),
    ],
)  # fmt: skip
def test_a_condition_is_found_with_the_promise_it_belongs_to(text, promised, due, condition):
    assert read(text) == [(promised, due, condition)]


@pytest.mark.parametrize(
    "text",
    [
        "Nous vous remboursons 45 € sous 10 jours.",
        "Vérifiez si la led clignote, nous vous rappellerons demain.",
        "Même si le délai est dépassé, nous vous remboursons demain.",
        "Vous demandez si la box est garantie, nous vous répondrons demain.",
        "Nous vous dirons demain si la pièce est disponible.",
        "Nous vous remboursons vendredi, et vous pouvez nous écrire si vous avez une question.",
        "Nous vous rappelons demain. Si le problème persiste, écrivez-nous.",
        "Nous reviendrons vers vous dès que possible.",
        "We will refund you £45 by Friday.",
        "Let us know if Friday suits and we will come on Friday.",
        "We will let you know tomorrow if the part is in stock.",
        "Even if the deadline is over, we will refund you by Friday.",
        "You asked if it was covered, we will answer tomorrow.",
        "We will call you on Friday. If the fault is still there, write to us.",
        "We will get back to you as soon as possible.",
    ],
)
def test_what_only_sounds_like_a_condition_is_none(text):
    assert [condition for _, _, condition in read(text)] == [""]


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("Nous vous rappelons demain et, si le problème persiste, nous vous envoyons un technicien vendredi.", ["", "si le problème persiste"]),
        ("Si l'atelier confirme, nous vous remboursons demain et nous vous envoyons une facture sous 3 jours.", ["Si l'atelier confirme"] * 2),
        ("We will call you tomorrow and, if the fault is still there, we will send an engineer on Friday.", ["", "if the fault is still there"]),
        ("If you return it and the workshop agrees, we will refund you by Friday and send you a new box within 3 days.", ["If you return it and the workshop agrees"] * 2),
    ],
)  # fmt: skip
def test_of_two_promises_each_has_its_own_conditions(text, conditions):
    assert [condition for _, _, condition in read(text)] == conditions


@pytest.mark.parametrize(
    "unit",
    ["si ", "si a, ", ", et que ", "si a, le b, le c", "dès réception de ", "sous réserve de ", "if ", "if a, and if ", "subject to ", ", the box", "once we, and the "],
)  # fmt: skip
def test_a_heap_of_conditions_is_read_in_no_time(unit):
    text = (unit * 100_000)[:200_000]
    started = time.process_time()
    find(text, MONDAY, PARIS)
    assert time.process_time() - started < 6
