"""Typography: French and English words set as a printer would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitevoix.kit.typography import typeset


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Ça va ?", "Ça va\u202f?"),
        ("Ça va?", "Ça va\u202f?"),
        ("Quoi ?!", "Quoi\u202f?!"),
        ("Voici : rien", "Voici\u00a0: rien"),
        ("à 10:30", "à 10:30"),
        ("l'eau", "l’eau"),
        ("« oui »", "«\u00a0oui\u00a0»"),
        ("https://lefil.example/?a=b;c", "https://lefil.example/?a=b;c"),
        ("voir http://x.example: oui", "voir http://x.example: oui"),
        ("12 €", "12\u00a0€"),
        ("bien...", "bien…"),
    ],
)
def test_french_is_set_as_french(typed, set_):
    assert typeset(typed, "fr") == set_


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ('He said "no".', "He said “no”."),
        ("don't", "don’t"),
        ("really?", "really?"),
        ("at 10:30: yes", "at 10:30: yes"),
    ],
)
def test_english_is_set_as_english(typed, set_):
    assert typeset(typed, "en") == set_


@given(st.text(), st.sampled_from(["fr", "en"]))
def test_setting_twice_is_setting_once(text, language):
    once = typeset(text, language)
    assert typeset(once, language) == once
