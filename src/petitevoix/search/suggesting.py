"""Suggestions as one types: persons, cases by what they are called, operators; only what the reader may see."""

from typing import NamedTuple

from petitevoix.cases.models import Case
from petitevoix.people.models import Advisor, Person
from petitevoix.search.asking import LONGEST, Term
from petitevoix.search.matching import Field, newest
from petitevoix.search.people import persons_called
from petitevoix.search.words import beginning, words_in

PERSONS, CASES = 4, 5
BUDGET = 0.004


class Suggested(NamedTuple):
    persons: list[Person]
    cases: list[Case]


def suggest(text: str, *, by: Advisor) -> Suggested:
    """Suggest persons and cases for what is typed so far: two letters are enough."""
    text = text[:LONGEST]
    words = [word for word in words_in(text) if len(word) > 1][:6]
    if not words:
        return Suggested([], [])
    terms = [Term(frozenset({beginning(word)})) for word in words]
    visible = Case.objects.visible_to(by).standing()
    numbers = [case for _number, case in newest(terms, Field(visible), most=CASES, budget=BUDGET).pairs]
    cases = Case.objects.select_related("person").in_bulk(numbers)
    persons = persons_called(text, by=by, most=PERSONS)
    return Suggested(persons, [cases[number] for number in numbers if number in cases])
