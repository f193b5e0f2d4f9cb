"""A case for guards to look at, and readers of language that say what a test has them say."""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from petitevoix.review.draft import Draft, Known, Person, Sent

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)  # a Monday
CASE = Draft(
    "",
    NOW,
    person=Person("Ana Silva", ["ana@letters.example"], "fr"),
    heard=["Bonjour, ma box clignote en rouge depuis lundi. Pourquoi ? Le numéro de série est BX-20417. Ana"],
    sent=[Sent("Bonjour Ana,\n\nAvez-vous essayé l’autre prise ?", NOW, ["ana@letters.example"])],
    facts={"serial": ["BX-20417"], "order": ["C-88120"], "phone": ["06 11 22 33 44"], "email": ["ana@letters.example"]},
    known=Known(
        references=["PV-7K3F9Q"], addresses=["help@house.example", "house.example"], names=["Denis Moreau", "Esther"],
        numbers=["FR76 3000 6000 0112 3456 7890 189"],
    ),
    to=["ana@letters.example"],
)  # fmt: skip


@pytest.fixture
def case():
    """Give the case with other words, and whatever else is to be otherwise."""
    return lambda words, **more: replace(CASE, words=words, **more)


@pytest.fixture
def promised(monkeypatch):
    """Have these promises be found in any draft."""
    found: list[SimpleNamespace] = []
    stand_in = SimpleNamespace(find=lambda text, now, zone, language=None, working=None: found)
    monkeypatch.setitem(sys.modules, "petitevoix.language.promises.finding", stand_in)
    return found


@pytest.fixture
def asked(monkeypatch):
    """Have a fact be asked for wherever one of these words is."""
    words: dict[str, str] = {}
    stand_in = SimpleNamespace(find=lambda text, language=None: [kind for word, kind in words.items() if word in text])
    monkeypatch.setitem(sys.modules, "petitevoix.language.asks", stand_in)
    return words
