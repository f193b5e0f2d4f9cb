"""What a person wrote once is in their file: nobody asks them for it again."""

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


@given(strategies.text(max_size=300))
def test_any_text_can_be_read(text):
    assert all(value in text for values in find(text).values() for value in values)
