"""What is promised has a date, what the file says is not asked for, and the letter goes to its reader in their language."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from petitevoix.review.draft import Person, Sent
from petitevoix.review.guards import asks_what_we_know, other_language, promise_without_date, recipient_changed

FRENCH = "Votre box clignote en rouge parce que la ligne a été coupée lundi par des travaux dans votre rue."
ENGLISH = "Your box blinks red because the line was cut on Monday by the works in the street where you live."


def found_in(words, text, **more):
    """Give a promise as `language.promises` does."""
    start = words.index(text)
    return SimpleNamespace(text=text, start=start, end=start + len(text), **{"due": None, "vague": False, **more})


def test_a_promise_without_a_clear_date_is_offered_three_in_working_time(case, promised):
    words = "Bonjour,\n\nJe vous réponds au plus vite."
    promised.append(found_in(words, "Je vous réponds au plus vite", vague=True))
    [finding] = promise_without_date.look(case(words))
    assert finding.severity == "warn"
    assert [words[start:end] for start, end in finding.spans] == ["Je vous réponds au plus vite"]
    assert finding.facts["dates"] == [f"2026-11-{day}T18:00:00+01:00" for day in (24, 25, 30)]


def test_a_team_that_works_otherwise_is_offered_its_own_days(case, promised):
    class Weekend:
        def is_working(self, day: date) -> bool:
            return day.weekday() >= 5

        def ends(self, day: date) -> datetime:
            return datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/Paris"))

        def after(self, moment: datetime, hours: float) -> datetime:
            return moment + timedelta(hours=hours)

    promised.append(found_in("Je rappelle.", "Je rappelle"))
    [finding] = promise_without_date.look(case("Je rappelle.", working=Weekend()))
    assert [moment[:13] for moment in finding.facts["dates"]] == ["2026-11-28T12", "2026-11-29T12", "2026-12-12T12"]


def test_a_promise_with_its_date_is_left_alone(case, promised):
    promised.append(found_in("Je rappelle demain.", "Je rappelle demain", due=case("").at + timedelta(days=1)))
    assert list(promise_without_date.look(case("Je rappelle demain."))) == []


def test_what_the_file_says_is_shown_and_not_asked_for(case, asked):
    asked["numéro de série"] = "serial"
    words = "Bonjour,\n\nMerci. Quel est le numéro de série de la box ?"
    [finding] = asks_what_we_know.look(case(words))
    assert (finding.severity, finding.facts["known"]) == ("warn", {"serial": ["BX-20417"]})
    assert [words[start:end].strip() for start, end in finding.spans] == ["Quel est le numéro de série de la box ?"]


def test_what_the_file_does_not_say_may_be_asked_and_what_it_says_may_be_checked(case, asked):
    asked.update({"date de naissance": "birth_date", "numéro de série": "serial"})
    assert list(asks_what_we_know.look(case("Quelle est votre date de naissance ?"))) == []
    assert list(asks_what_we_know.look(case("Le numéro de série est-il toujours BX-20417 ?"))) == []


@pytest.mark.parametrize(
    "words",
    [
        "Pour vérifier que c’est bien vous, quel est le numéro de série ?",
        "Avant tout, je dois vérifier votre identité. Quel est le numéro de série ?",
        "To make sure it’s you, what is the numéro de série?",
    ],
)
def test_asking_to_make_sure_who_is_there_is_only_a_hint(case, asked, words):
    asked["numéro de série"] = "serial"
    [finding] = asks_what_we_know.look(case(words))
    assert (finding.severity, finding.facts["identity"]) == ("hint", True)


@pytest.mark.parametrize(("words", "reads"), [(ENGLISH, "fr"), (FRENCH, "en"), (ENGLISH, "fr-FR")])
def test_a_letter_in_another_language_is_shown(case, words, reads):
    [finding] = other_language.look(case(words, person=Person("Ana", language=reads)))
    assert finding.severity == "warn"
    assert finding.facts["reads"] == reads[:2]


@pytest.mark.parametrize(
    ("words", "reads"),
    [
        (FRENCH, "fr"),
        (ENGLISH, "en"),
        (f"{FRENCH}\n\n{ENGLISH}", "en"),
        ("Thank you, Ana!", "fr"),
        (ENGLISH, ""),
        ("", "fr"),
    ],
)
def test_their_language_both_languages_and_a_few_words_are_left_alone(case, words, reads):
    assert list(other_language.look(case(words, person=Person("Ana", language=reads)))) == []


SHORT_ENGLISH = [
    "Your line works again.", "Your refund is on its way.", "We repaired your line this morning.", "Please restart your box.",
    "I will call you tomorrow.", "Everything works fine now.", "The parcel is at La Poste.", "Hello Ana,\n\nYou can keep the old router.",
    "Your new box was sent on Monday.", "We’ve sent it again, Ana.", "It is done, thank you for waiting.", "The message “Erreur de ligne” is normal.",
    "Yes, the contract covers this.", "Your appointment with Jean Dupont is on Tuesday.", "There was no charge for that.", "Thanks, we will look into it.",
]  # fmt: skip
SHORT_FRENCH = [
    "Votre ligne est rétablie.", "Votre colis est parti hier.", "Je vous rappelle demain matin.", "La box est en route.",
    "Nous avons réparé la ligne.", "Le message “Line error” est normal.", "C’est fait, merci de votre patience.", "Il faut redémarrer la box.",
]  # fmt: skip
NO_LANGUAGE = [
    "OK.", "OK, Ana Silva!", "Netflix Premium, Box Play Up", "Samsung Galaxy Tab Active Pro", "Merci, thank you very much!", "Hello, bonjour, welcome Ana!",
    "Bien reçu, thanks!", "Voir « This page is not available ».", "La box affiche « The line is not ready » au démarrage.", "Denis Moreau, Ana Silva, Esther",
    "L’écran dit : the server is not ready.", "Erreur “Your session has expired”", "Windows Update for Business", "+33 6 11 22 33 44, 06 11 22 33 44",
    "https://house.example/the/page/that/you/need", "Your line works again.\n\nVotre ligne marche de nouveau.", "Best regards, Denis", "Super, merci Ana !",
    "Option The Box of the Week, 12 €", "Message : `you have been logged out`",
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "reads"), [*((one, "fr") for one in SHORT_ENGLISH), *((one, "en") for one in SHORT_FRENCH)]
)
def test_a_few_words_in_the_other_language_are_shown(case, words, reads):
    [finding] = other_language.look(case(words, person=Person("Ana", language=reads)))
    assert (finding.severity, finding.facts["reads"]) == ("warn", reads)


@pytest.mark.parametrize(
    ("words", "reads"),
    [
        *((one, reads) for one in NO_LANGUAGE for reads in ("fr", "en")),
        *((one, "en") for one in SHORT_ENGLISH), *((one, "fr") for one in SHORT_FRENCH),
    ],
)  # fmt: skip
def test_names_products_quotes_and_their_own_language_are_left_alone(case, words, reads):
    if "affiche" in words or words.startswith(("Voir", "L’écran", "Bien", "Super")):
        reads = "fr"
    assert list(other_language.look(case(words, person=Person("Ana", language=reads)))) == []


def test_another_recipient_than_last_time_is_shown(case):
    [finding] = recipient_changed.look(case("Oui.", to=["bruno@letters.example"]))
    assert (finding.severity, finding.facts) == (
        "warn", {"added": ["bruno@letters.example"], "removed": ["ana@letters.example"]},
    )  # fmt: skip


def test_another_address_of_theirs_is_a_hint_and_the_same_one_is_nothing(case):
    assert list(recipient_changed.look(case("Oui.", to=["ANA@letters.example"]))) == []
    person = Person("Ana", ["ana@letters.example", "ana@home.example"])
    [finding] = recipient_changed.look(case("Oui.", person=person, to=["ana@home.example"]))
    assert finding.severity == "hint"


def test_a_first_letter_has_nobody_to_differ_from(case):
    assert list(recipient_changed.look(case("Oui.", sent=[], to=["bruno@letters.example"]))) == []
    assert (
        list(recipient_changed.look(case("Oui.", sent=[Sent("Non.", case("").at)], to=["bruno@letters.example"]))) == []
    )
