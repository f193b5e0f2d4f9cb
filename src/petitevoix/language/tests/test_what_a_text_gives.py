"""What a person wrote once is in their file: nobody asks them for it again."""

import time

import pytest
from hypothesis import given, strategies

from petitevoix.language.given import find


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Ma box, numéro de série : AB-12345, clignote.", "serial", "AB-12345"),
        ("My serial number is X99-ZK1.", "serial", "X99-ZK1"),
        ("Où en est ma commande n° 20261104 ?", "order", "20261104"),
        ("Order #A7731 has not come.", "order", "A7731"),
        ("Appelez-moi au 06 12 34 56 78.", "phone", "06 12 34 56 78"),
        ("Call me on +44 20 7946 0018", "phone", "+44 20 7946 0018"),
        ("J’habite 12 rue des Lilas, à Nevers.", "address", "12 rue des Lilas"),
        ("I live at 4 Old Mill Lane, Bath.", "address", "4 Old Mill Lane"),
        ("Je suis née le 03/04/1971.", "birth_date", "03/04/1971"),
        ("Contrat 778-QX12, ouvert en mai.", "contract", "778-QX12"),
        ("Mon IBAN : FR76 3000 6000 0112 3456 7890 189", "iban", "FR76 3000 6000 0112 3456 7890 189"),
        ("Écrivez-moi à ana@letters.example", "email", "ana@letters.example"),
    ],
)
def test_a_fact_is_found_with_its_value(text, kind, value):
    assert find(text)[kind] == [value]


@pytest.mark.parametrize(
    "text", ["Ma commande n’est pas arrivée.", "The order is late, and the contract too.", "Une série de pannes.", ""]
)
def test_what_is_only_named_is_not_given(text):
    assert find(text) == {}


SAID_IN_A_SENTENCE = [
    ("le numéro de série de ma box est B77-4412-X", "serial", "B77-4412-X"),
    ("mon numéro de commande, c’est le 883122", "order", "883122"),
    ("My phone number is 07700 900123", "phone", "07700 900123"),
    ("My policy number’s CT-5512", "contract", "CT-5512"),
    ("le numéro de série de l’appareil est SN4471882", "serial", "SN4471882"),
    ("Le numéro de série inscrit sous la box est B77-4412.", "serial", "B77-4412"),
    ("The serial number on the back of the router is ZX-99812.", "serial", "ZX-99812"),
    ("The serial no. of my phone: 4471882A", "serial", "4471882A"),
    ("Mon numéro de commande est le 883 122.", "order", "883 122"),
    ("my order number is 883122, thanks", "order", "883122"),
    ("883122 is my order number", "order", "883122"),
    ("B77-4412-X est le numéro de série.", "serial", "B77-4412-X"),
    ("Mon numéro de contrat : CT-5512", "contract", "CT-5512"),
    ("Mon numéro d’abonné est le 4471882", "contract", "4471882"),
    ("mon n° client est le 4471882", "contract", "4471882"),
    ("My customer number is 4471882.", "contract", "4471882"),
    ("Le numéro de mon contrat est CT-5512", "contract", "CT-5512"),
    ("My account number is 4471882", "contract", "4471882"),
    ("L’IMEI de mon téléphone est 490154203237518", "serial", "490154203237518"),
    ("order number: A7731", "order", "A7731"),
    ("The number of my order is 883122", "order", "883122"),
    ("Le numéro de la commande est 883122", "order", "883122"),
    ("mon numéro de commande, 883122, est ancien", "order", "883122"),
    ("Vous pouvez me joindre au 0475 12 34 56", "phone", "0475 12 34 56"),
    ("Jean Peeters 0475/12.34.56", "phone", "0475/12.34.56"),
    ("Call me on 020 7946 0018", "phone", "020 7946 0018"),
    ("my mobile is 07700900123", "phone", "07700900123"),
    ("My cell: (202) 555-0143", "phone", "(202) 555-0143"),
    ("Mon téléphone : 079 123 45 67", "phone", "079 123 45 67"),
    ("+352 621 123 456", "phone", "+352 621 123 456"),
    ("Ring me at +1 (202) 555-0143", "phone", "+1 (202) 555-0143"),
    ("mon numéro est le +49 151 23456789", "phone", "+49 151 23456789"),
    ("06.12.34.56.78", "phone", "06.12.34.56.78"),
    ("tel 0033612345678", "phone", "0033612345678"),
    ("Tél. 02 11 22 33 44", "phone", "02 11 22 33 44"),
    ("Ma date de naissance, c’est le 3 avril 1971", "birth_date", "3 avril 1971"),
    ("My date of birth is 3 April 1971", "birth_date", "3 April 1971"),
    ("My tracking number is 8R41237650912", "order", "8R41237650912"),
    ("Le numéro de suivi de mon colis est 8R41237650912", "order", "8R41237650912"),
    ("The serial number’s X99-ZK1", "serial", "X99-ZK1"),
    ("Le n° de série de la box, c’est B77-4412", "serial", "B77-4412"),
    ("numéro de série = AB1234", "serial", "AB1234"),
    ("the policy number for my house is HP/20441", "contract", "HP/20441"),
]
FIGURES_ONLY = [
    "Ma commande du 12/05/2026 n’est pas arrivée.",
    "Ma commande de 2025 est perdue.",
    "My order of 2025 is lost.",
    "ma commande est à 1200 euros",
    "My order is 1500£ too expensive.",
    "Ma commande de 1200 € n’est pas là",
    "My order is 10-days late",
    "Ma commande, 12 jours de retard.",
    "The order was late by 2000 seconds.",
    "Where is the serial number on my box?",
    "Où est le numéro de série de ma box ?",
    "Mon contrat est du 12/05/2026",
    "my account is 2 years old",
    "Le 03/04/1971 à 10 h 30",
    "du 03 04 1971 au 05 06 1972",
    "J’ai payé 1 234 567 euros.",
    "La série est finie.",
    "The police came at 10:30.",
    "The policy of 2019 is old",
    "mon contrat est pour 24 mois",
    "The customer is 100% right",
    "2026-05-12 2026-06-13",
    "Il y a 0 123 456 personnes",
    "version 10.0.19045.3803",
    "192.168.1.254 192.168.100.200",
]


@pytest.mark.parametrize(("text", "kind", "value"), SAID_IN_A_SENTENCE)
def test_a_fact_that_a_sentence_states_is_that_fact_and_no_other(text, kind, value):
    assert find(text) == {kind: [value]}
    assert find(text.replace("’", "'")) == {kind: [value]}


@pytest.mark.parametrize("text", FIGURES_ONLY)
def test_sums_dates_and_questions_give_nothing(text):
    assert find(text) == {}


def test_the_figures_of_an_account_are_no_telephone():
    assert find("Mon IBAN : FR76 3000 6000 0112 3456 7890 189") == {"iban": ["FR76 3000 6000 0112 3456 7890 189"]}


@pytest.mark.parametrize(
    "piece", ["numéro de série de a ", "order number of my ", "1 ", "12 34 56 78 is my ", "a’", "0612345678 ", "+1 ("]
)
def test_a_long_hostile_text_is_read_quickly(piece):
    find(piece)
    began = time.process_time()
    find(piece * (100_000 // len(piece)))
    assert time.process_time() - began < 1


@given(strategies.text(max_size=300))
def test_any_text_can_be_read(text):
    assert all(value in text for values in find(text).values() for value in values)
