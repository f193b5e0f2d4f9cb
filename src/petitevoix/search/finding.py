"""Finding cases: those that are called by the words first where they are recent, then the newest that hold them."""

from dataclasses import dataclass
from datetime import datetime

from petitevoix.cases.models import Case
from petitevoix.cases.models.case import CaseQuerySet
from petitevoix.kit import clock
from petitevoix.people.models import Advisor
from petitevoix.search.asking import Asked, Term, understand
from petitevoix.search.matching import BUDGET, Field, Matches, newest
from petitevoix.search.models import moment_of
from petitevoix.search.snippets import holding

PAGE = 25
CALLED_SO = 10  # cases called by the words that may stand before newer ones
HALF_LIFE = 120  # days after which being recent is worth half


@dataclass
class Found:
    """One page of what was found."""

    asked: Asked
    cases: dict[int, datetime]  # in their order, with the moment of their last words
    below: int | None  # the next page begins below this number; None: there is nothing more
    is_cut: bool  # the time was up before the page was full


def find(
    text: str, *, by: Advisor, among: CaseQuerySet | None = None, below: int | None = None, most: int = PAGE
) -> Found:
    """Find the cases that an advisor may see and that hold what they ask for, at most so many."""
    asked = understand(text, by)
    visible = (Case.objects.all() if among is None else among).visible_to(by).standing().filter(asked.filters)
    if asked.mistakes or (asked.is_empty and not asked.never):
        return Found(asked, {}, None, is_cut=False)
    field = Field(visible)
    matches = _matches(asked, field, below, most)
    pairs = matches.pairs
    if pairs and below is None and among is None and asked.words and not asked.exact:
        pairs = _called_so(asked, field, pairs)
    is_cut = matches.below is not None and len(matches.pairs) < most
    return Found(asked, {case_id: moment_of(number) for number, case_id in pairs}, matches.below, is_cut)


def _matches(asked: Asked, field: Field, below: int | None, most: int) -> Matches:
    ends = [end for end in (asked.until, below - 1 if below is not None else None) if end is not None]
    until = min(ends) if ends else None
    if not (asked.exact or asked.never):
        return newest(asked.terms, field, most=most, since=asked.since, until=until)

    def check(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        right = holding([case_id for _number, case_id in pairs], asked)
        return [pair for pair in pairs if pair[1] in right]

    return newest(asked.terms, field, most=most, since=asked.since, until=until, check=check)


def _called_so(asked: Asked, field: Field, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Put older cases that are called by the words (title, person, file) among the newest that hold them."""
    terms = [_called(term) for term in asked.terms]
    sought = newest(terms, field, most=CALLED_SO, since=asked.since, until=asked.until, budget=BUDGET / 2)
    called, now = set(sought.pairs), clock.now()

    def worth(pair: tuple[int, int]) -> tuple[float, int]:
        days = (now - moment_of(pair[0])).total_seconds() / 86400
        return 2 ** (-days / HALF_LIFE) + (0.5 if pair in called else 0), pair[0]

    return sorted({*pairs, *called}, key=worth, reverse=True)


def _called(term: Term) -> Term:
    """Ask the same of what a case is called by."""
    if term.is_unwanted:
        return term
    return Term(frozenset(key if key[0] == "^" or key[1:2] == ":" else f"+{key}" for key in term.keys))
