import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from petitevoix.language.promises.finding import find
from petitevoix.language.promises.working import PlainWeek

PARIS = ZoneInfo("Europe/Paris")
MONDAY = datetime(2026, 11, 23, 10, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("text", "promised", "due"),
    [
        ("Bonjour, on vous rappelle demain.", "on vous rappelle demain", "11-24 18:00"),
        ("Nous vous recontactons sous 48 h.", "Nous vous recontactons sous 48 h", "11-25 10:00"),
        ("Le virement sera fait d'ici vendredi midi.", "Le virement sera fait d'ici vendredi midi", "11-27 12:00"),
        ("Vous recevrez votre carte la semaine prochaine.", "Vous recevrez votre carte la semaine prochaine", "12-04 18:00"),
        ("Un technicien passera mardi en huit.", "Un technicien passera mardi en huit", "12-01 18:00"),
        ("Je reviens vers vous avant le 15 décembre à 14h.", "Je reviens vers vous avant le 15 décembre à 14h", "12-15 14:00"),
        ("Vous serez remboursée sous 5 jours ouvrés.", "Vous serez remboursée sous 5 jours ouvrés", "11-30 18:00"),
        ("D’ici jeudi, nous vous écrirons.", "D’ici jeudi, nous vous écrirons", "11-26 18:00"),
        ("Si vous rendez la box, nous vous rembourserons sous 10 jours.", "nous vous rembourserons sous 10 jours", "12-03 18:00"),
        ("Livraison prévue le 27 novembre avant 13h.", "Livraison prévue le 27 novembre avant 13h", "11-27 13:00"),
        ("Rendez-vous est pris pour le lundi 7 à 8h.", "Rendez-vous est pris pour le lundi 7 à 8h", "12-07 08:00"),
        ("Je vous écris le soir de la Saint-Sylvestre.", "Je vous écris le soir de la Saint-Sylvestre", "12-31 20:00"),
        ("Vos 12.50 € seront rendus lundi.", "Vos 12.50 € seront rendus lundi", "11-30 18:00"),
        ("Nous le réparons d'ici ce week-end.", "Nous le réparons d'ici ce week-end", "11-27 18:00"),
        ("Le livreur passera pendant le week-end.", "Le livreur passera pendant le week-end", "11-29 18:00"),
        ("Nous vous appelons chaque vendredi.", "Nous vous appelons chaque vendredi", "11-27 18:00"),
        ("Nous vous écrivons tous les jours.", "Nous vous écrivons tous les jours", "11-24 18:00"),
        ("Nous livrons votre colis demain.", "Nous livrons votre colis demain", "11-24 18:00"),
        ("Je serai de retour jeudi et je vous appellerai alors.", "je vous appellerai alors", "11-26 18:00"),
        ("Je reviens lundi et vous rappelle à ce moment-là.", "vous rappelle à ce moment-là", "11-30 18:00"),
        ("Je reviens vers vous lundi.", "Je reviens vers vous lundi", "11-30 18:00"),
        ("La commission siège le 15. Vous aurez la décision le lendemain.", "Vous aurez la décision le lendemain", "12-16 18:00"),
        ("Je te rappelle dans une petite heure.", "Je te rappelle dans une petite heure", "11-23 11:00"),
        ("Mon collègue vous téléphone avant midi.", "Mon collègue vous téléphone avant midi", "11-23 12:00"),
        ("On vous livre jeudi entre midi et deux.", "On vous livre jeudi entre midi et deux", "11-26 14:00"),
        ("L'atelier vous rend l'appareil jeudi.", "L'atelier vous rend l'appareil jeudi", "11-26 18:00"),
        ("Remboursement de 25 € d'ici vendredi.", "Remboursement de 25 € d'ici vendredi", "11-27 18:00"),
    ],
)  # fmt: skip
def test_a_french_promise_is_found_with_its_time(text, promised, due):
    assert read(text, "fr") == [(promised, due)]


@pytest.mark.parametrize(
    ("text", "promised", "due"),
    [
        ("Hello, we will call you back tomorrow.", "we will call you back tomorrow", "11-24 18:00"),
        ("I'll get back to you within 48 hours.", "I'll get back to you within 48 hours", "11-25 10:00"),
        ("Your parcel will be delivered by Friday noon.", "Your parcel will be delivered by Friday noon", "11-27 12:00"),
        ("Our technician comes on Tuesday between 2 and 4 pm.", "Our technician comes on Tuesday between 2 and 4 pm", "11-24 16:00"),
        ("You'll be refunded in three working days.", "You'll be refunded in three working days", "11-26 18:00"),
        ("The part is going to arrive on 3 December.", "The part is going to arrive on 3 December", "12-03 18:00"),
        ("Expect a call by EOD.", "Expect a call by EOD", "11-23 18:00"),
        ("If you return it, we'll refund you within 10 days.", "we'll refund you within 10 days", "12-03 18:00"),
        ("Refund within 14 days.", "Refund within 14 days", "12-07 18:00"),
        ("It will be fixed by the 21st.", "It will be fixed by the 21st", "12-21 18:00"),
        ("Your £12.50 will be with you by Friday.", "Your £12.50 will be with you by Friday", "11-27 18:00"),
        ("I'll ring at half past two tomorrow.", "I'll ring at half past two tomorrow", "11-24 14:30"),
        ("I'll ring tomorrow at a quarter to ten.", "I'll ring tomorrow at a quarter to ten", "11-24 09:45"),
        ("We'll come between 9.30 and 11.30 on Friday.", "We'll come between 9.30 and 11.30 on Friday", "11-27 11:30"),
        ("You'll be refunded by month end.", "You'll be refunded by month end", "11-30 18:00"),
        ("We'll write by end of month.", "We'll write by end of month", "11-30 18:00"),
        ("By EOW we will send the label.", "By EOW we will send the label", "11-27 18:00"),
        ("We'll send it on Boxing Day.", "We'll send it on Boxing Day", "12-26 18:00"),
        ("I'll call you on New Year's Eve.", "I'll call you on New Year's Eve", "12-31 18:00"),
        ("I'll be back Thursday and will call you then.", "will call you then", "11-26 18:00"),
        ("I'll be back Thursday. I will call you then.", "I will call you then", "11-26 18:00"),
        ("The fitter is back Tuesday, and he will ring you that day.", "he will ring you that day", "11-24 18:00"),
        ("I'll be back on Friday with an answer.", "I'll be back on Friday with an answer", "11-27 18:00"),
        ("We will send it by the weekend.", "We will send it by the weekend", "11-27 18:00"),
        ("We will fix it over the weekend.", "We will fix it over the weekend", "11-29 18:00"),
        ("We will call you every Friday.", "We will call you every Friday", "11-27 18:00"),
        ("The depot checks it on Tuesday; we will call you the next day.", "we will call you the next day", "11-25 18:00"),
        ("We'll deliver on Friday between noon and two.", "We'll deliver on Friday between noon and two", "11-27 14:00"),
        ("Your money is going back to you today.", "Your money is going back to you today", "11-23 18:00"),
        ("The workshop returns it by Friday.", "The workshop returns it by Friday", "11-27 18:00"),
        ("Refund of £25 by Friday.", "Refund of £25 by Friday", "11-27 18:00"),
        ("Let me ask and come back to you tomorrow.", "Let me ask and come back to you tomorrow", "11-24 18:00"),
    ],
)  # fmt: skip
def test_an_english_promise_is_found_with_its_time(text, promised, due):
    assert read(text, "en") == [(promised, due)]


@pytest.mark.parametrize(
    "text",
    ["Je vous tiens au courant.", "Nous vous tenons régulièrement informée.", "Nous vous remboursons intégralement."],
)
def test_news_and_money_are_promised_in_the_present_tense_too(text):
    [promise] = find(text, MONDAY, PARIS)
    assert (promise.text, promise.due, promise.vague) == (text[:-1], None, False)


@pytest.mark.parametrize(
    "text", ["Nous vous verserons un avoir de 12,50 €.", "You will receive the refund of 12.50 €."]
)
def test_an_amount_is_promised_even_without_a_time(text):
    [promise] = find(text, MONDAY, PARIS)
    assert (promise.text, promise.due, promise.vague) == (text[:-1], None, False)


@pytest.mark.parametrize(
    "text",
    [
        "Je reviens vers vous dès que possible.", "Nous vous répondrons dans les meilleurs délais.", "On vous rappelle très vite.",
        "We'll get back to you as soon as possible.", "You will hear from us shortly.", "I'll let you know in due course.",
    ],
)  # fmt: skip
def test_a_vague_promise_is_said_to_be_vague(text):
    [promise] = find(text, MONDAY, PARIS)
    assert (promise.due, promise.vague) == (None, True)


@pytest.mark.parametrize(
    "text",
    [
        "Nous avons expédié le colis hier.", "Nous sommes ouverts demain.", "Pouvez-vous nous rappeler demain ?", "Merci de nous répondre avant vendredi.",
        "Je ne peux rien vous promettre pour jeudi.", "I am back on Monday.", "Je serai de retour jeudi.", "We deliver every Friday.",
        "Vous pouvez nous écrire avant vendredi.", "Votre contrat expire le 3 mars.", "Je ne peux pas vous donner de date.", "> On vous rappelle demain.",
        "« On vous rappelle demain », avait dit votre conseiller.", "Nous vous conseillons de payer avant vendredi.", "Notre agence sera fermée lundi.", "Nous aurions pu vous livrer jeudi.",
        "We sent it on Monday.", "We are open tomorrow.", "Could you call us tomorrow?", "Please reply before Friday.", "You can call us tomorrow.", "Your subscription ends on 3 March.",
        "We cannot promise delivery by Friday.", "I would like it tomorrow.", "We would call you back if we had your number.", "Your invoice is due by Friday.", "Passé le 10, nous ne pourrons plus rembourser.", "Let me know by Friday.", "It will be raining on Thursday.", "Nous ne vous remboursons pas.", "", " \n\t",
    ],
)  # fmt: skip
def test_what_commits_nobody_is_left_alone(text):
    assert find(text, MONDAY, PARIS) == []


def test_two_promises_of_one_sentence_are_two():
    text = "Nous vous rappelons demain et vous recevrez un avoir de 20 € la semaine prochaine."
    assert read(text, "fr") == [
        ("Nous vous rappelons demain", "11-24 18:00"),
        ("vous recevrez un avoir de 20 € la semaine prochaine", "12-04 18:00"),
    ]


def test_a_letter_in_two_languages_is_read_in_both():
    text = "Nous vous rappelons demain.\n\nWe will call you back tomorrow."
    assert [promise.text for promise in find(text, MONDAY, PARIS)] == text.replace(".", "").split("\n\n")


@pytest.mark.parametrize(
    "text", ["On s’en occupe aujourd’hui", "ON S'EN OCCUPE AUJOURD'HUI", "On s'en occupe\u00a0aujourd'hui"]
)
def test_apostrophes_capitals_and_hard_spaces_change_nothing(text):
    assert read(text, "fr") == [(text, "11-23 18:00")]


def test_accents_may_be_left_out():
    assert read("Vous serez remboursee apres-demain", "fr") == [("Vous serez remboursee apres-demain", "11-25 18:00")]


@pytest.mark.parametrize(
    ("now", "text", "due"),
    [
        ("2026-03-27T17:00+01:00", "Nous vous rappelons sous 48 h", "2026-03-29T18:00+02:00"),
        ("2026-03-27T17:00+01:00", "Nous vous rappelons lundi à 9h", "2026-03-30T09:00+02:00"),
        ("2026-10-24T10:00+02:00", "Nous vous rappelons dans 24 heures", "2026-10-25T09:00+01:00"),
        ("2026-12-31T17:00+01:00", "Nous vous rappelons demain", "2027-01-01T18:00+01:00"),
        ("2028-02-28T17:00+01:00", "Nous vous rappelons demain", "2028-02-29T18:00+01:00"),
        ("2026-11-27T19:00+01:00", "Nous vous rappelons aujourd'hui", "2026-11-27T23:59+01:00"),
        ("2026-11-27T19:00+01:00", "Nous vous rappelons sous 2 jours ouvrés", "2026-12-01T18:00+01:00"),
    ],
)
def test_clocks_and_calendars_change(now, text, due):
    [promise] = find(text, datetime.fromisoformat(now), "Europe/Paris", "fr")
    assert promise.due == datetime.fromisoformat(due)
    assert promise.due.utcoffset() == datetime.fromisoformat(due).utcoffset()


def test_the_time_is_told_in_the_zone_of_the_reader():
    [promise] = find("Nous vous rappelons demain", datetime(2026, 11, 23, 22, tzinfo=UTC), "Indian/Reunion", "fr")
    assert promise.due.isoformat() == "2026-11-25T18:00:00+04:00"


def test_a_naive_now_is_taken_to_be_in_the_zone():
    naive = find("Nous vous rappelons dans 2 heures", MONDAY.replace(tzinfo=None), "Europe/Paris", "fr")
    assert naive[0].due == MONDAY + timedelta(hours=2)


class Closed(PlainWeek):
    """Closed on Tuesday 24 November; leaves at four."""

    def is_working(self, day: date) -> bool:
        return super().is_working(day) and day != date(2026, 11, 24)

    def ends(self, day: date) -> datetime:
        return datetime(day.year, day.month, day.day, 16, tzinfo=self.zone)


def test_working_days_are_those_of_the_team():
    assert read("Réponse sous 2 jours ouvrés.", "fr", Closed(PARIS)) == [("Réponse sous 2 jours ouvrés", "11-26 16:00")]


@pytest.mark.parametrize(
    "when",
    [
        "le 31 février", "le 99/99/9999", "le 3 mars 20000", "dans 999999999999 jours", "dans 99999 jours ouvrés", "le 3 mars 2019", "le 0", "dans 9000 ans",
        "le 2026-13-45", "on the 99th", "in 999999999999 working days", "on February 31", "at 99:99",
    ],
)  # fmt: skip
def test_a_time_that_cannot_be_leaves_a_promise_without_one(when):
    language = "en" if when[:2] in ("in", "on", "at") else "fr"
    text = f"We will call you {when}" if language == "en" else f"Nous vous rappellerons {when}"
    assert [promise.due for promise in find(text, MONDAY, PARIS, language)] == [None]


PIECES = st.sampled_from(
    [
        "Nous vous rappellerons", "on vous rappelle", "demain", "à 14h", "avant", "vendredi", "sous 48 h", "et", ",", ".", "\n", "?", "> ", "«", "»", '"', "si vous", "dès que possible", "le 31", "décembre", "2026",
        "We will", "call you", "tomorrow", "by", "Friday", "at 5", "in 3 working days", "and", "if you", "soon", "before", "the 21st", "next week", "12.50 €", "99/99/9999", "2-4", "semaine", "\x00", "\ud800", "\u00a0", "İ", "é",
    ]
)  # fmt: skip
TEXT = st.lists(PIECES | st.text(max_size=12), max_size=30).map(" ".join)
MOMENT = st.datetimes(timezones=st.sampled_from([UTC, PARIS, ZoneInfo("America/New_York")]) | st.none())


@given(TEXT, MOMENT, st.sampled_from(["fr", "en", "de", None]))
@settings(max_examples=300, deadline=None)
def test_promises_of_any_text_lie_in_it_in_order_apart_and_ahead(text, now, language):
    over = 0
    for promise in find(text, now, PARIS, language):
        assert over <= promise.start < promise.end
        assert promise.text == text[promise.start : promise.end]
        assert promise.due is None or not promise.vague
        if promise.due is not None and 2 < now.year < 9_900:
            assert promise.due.tzinfo is PARIS
            assert promise.due > (now if now.tzinfo else now.replace(tzinfo=PARIS))
        over = promise.end


@pytest.mark.parametrize(
    "unit",
    [
        "demain ", "demain\n", "nous vous rappellerons ", "nous vous ", "je ", "vous ", "et ", ", ", ",", "« ", '"', "“", "> ", ">", "\n", "a\n", ".", ". ", "1", "1 ", "1/", "1.", "si ", "si, ", "le ", "le 3 ", "de ",
        "x", "é", " ", "\t", "\u00a0", "'", "l'", "n'", "-", "- ", "will ", "we will ", "I'll call you tomorrow and ", "if ", "as soon as ", "within 3 ", "between 2 and ", "the ", "by ", "on Monday ", "working days ",
        "a écrit : ", "le a écrit :\n", "-----", "M. ", "Mr. ", "promis ", "dit que ", "said ", "la semaine du ", "rapidement ", "Refund ", "sous 48 h ", "12:30 ", "am ",
    ],
    ids=repr,
)  # fmt: skip
def test_a_megabyte_of_hostile_text_takes_seconds_and_not_hours(unit):
    text = (unit * (1_000_000 // len(unit) + 1))[:1_000_000]
    half = text[:250_000]
    started = time.process_time()
    find(half, MONDAY, PARIS)
    assert time.process_time() - started < 6


@pytest.mark.parametrize("day", ["2026-12-05", "2026-12-06"])
def test_the_weekend_that_one_is_in_is_this_one_and_not_the_next(day):
    now = datetime.fromisoformat(f"{day}T10:00:00+01:00")
    due = [found.due and found.due.day for text in ("We'll fix it over the weekend.", "We'll send it by the weekend.",
           "We'll do it next weekend.") for found in find(text, now, PARIS, "en")]  # fmt: skip
    assert due == [6, 6, 13]


def read(text, language, working=None):
    return [
        (promise.text, f"{promise.due:%m-%d %H:%M}" if promise.due else None)
        for promise in find(text, MONDAY, PARIS, language, working)
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I've asked my colleague to call you"),
        ("en", "Our engineer has been asked to ring you"),
        ("fr", "J'ai demandé à mon collègue de vous rappeler"),
        ("fr", "Un technicien a été chargé de vous rappeler"),
    ],
)
def test_what_a_colleague_was_asked_to_do_is_promised(language, text):
    assert [promised for promised, _ in read(text + ".", language)] == [text]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Nous vous remboursons vendredi. À condition que la box soit revenue.", "À condition que la box soit revenue"),
        ("We will refund you by Friday. This only holds if the box is back.", "if the box is back"),
        ("Nous vous rappelons demain. Ceci vaut seulement si la ligne tient.", "si la ligne tient"),
        ("We call you tomorrow. Provided the line is up, of course.", "Provided the line is up, of course"),
        ("Nous vous rappelons demain. Si vous avez une question, écrivez-nous.", ""),
        ("We send it on Monday. Unless you object, the case is closed.", ""),
    ],
)
def test_a_sentence_that_is_only_a_condition_is_that_of_the_promise_before(text, condition):
    (promise,) = find(text, datetime(2026, 11, 27, 10, tzinfo=UTC), "Europe/Paris")
    assert promise.condition == condition
