"""Matching: which of the newest documents hold what was asked, of the cases its reader may see.

The work has a bound, whatever the words: shelf by shelf from the newest, each at most so much wider than the one before
as its cost allows, until enough is found or the time is up. Where it stopped is said, and one may look further back
from there. Who may see what is part of the same statement: a hidden case is in no result, and nothing is counted.
"""

import dataclasses
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models.expressions import RawSQL

from petitevoix.cases.models.case import CaseQuerySet
from petitevoix.search.asking import Term
from petitevoix.search.models import CASE_BITS
from petitevoix.search.shelves import GROWTH, WIDTHS, Shelf, shelf_below

SMALL_HOUSE = 8_000  # documents that are looked at in one go, whatever it costs
FIRST_SHELF = 1_500  # documents, about
BUDGET = 0.025  # seconds of one search, but for the page around it

Check = Callable[[list[tuple[int, int]]], list[tuple[int, int]]]


@dataclass
class Matches:
    """Numbers and cases of what was found, the newest first, and where the looking stopped."""

    pairs: list[tuple[int, int]] = dataclasses.field(default_factory=list)
    below: int | None = None  # what may still be found has lower numbers than this; None: there is no more


class Shelved(NamedTuple):
    """How much lies on the shelves, from which number to which."""

    lowest: int
    highest: int
    documents: int


class Field:
    """Where is looked: the documents that there are, and which cases may be found. Worked out once for a question."""

    def __init__(self, cases: CaseQuerySet) -> None:
        seen = cases.filter(pk=RawSQL("d.case_id", ())).order_by().values("pk")
        try:
            self.seen, self.seen_with = seen.query.sql_with_params()
        except EmptyResultSet:  # no case can be one of these
            self.seen, self.seen_with = "SELECT 1 WHERE 1 = 0", ()

    @cached_property
    def shelved(self) -> Shelved | None:
        """Read how much lies on the shelves; nothing where they are empty."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT (SELECT MIN(number) FROM pv_search_document), (SELECT MAX(number) FROM pv_search_document),"
                " (SELECT MAX(documents) FROM pv_search_progress)"
            )
            lowest, highest, documents = cursor.fetchone()
        return None if highest is None else Shelved(lowest, highest, documents or 0)

    def on(self, shelf: Shelf, terms: list[Term], most: int) -> list[tuple[int, int]]:
        """Give numbers and cases on a shelf that match, the newest first."""
        make = _postgresql if connection.vendor == "postgresql" else _sqlite
        sql, parameters, order = make(terms, shelf)
        with connection.cursor() as cursor:
            cursor.execute(
                f"{sql} EXISTS ({self.seen}) ORDER BY {order} DESC LIMIT %s", [*parameters, *self.seen_with, most]
            )
            return [(number, case_id) for number, case_id in cursor.fetchall()]


def newest(
    terms: list[Term],
    field: Field,
    *,
    most: int,
    since: int | None = None,
    until: int | None = None,
    check: Check = lambda pairs: pairs,
    budget: float = BUDGET,
) -> Matches:
    """Find the newest documents with these terms, at most so many."""
    found = Matches()
    shelved = field.shelved
    if shelved is None:
        return found
    floor = max(shelved.lowest, since or 0)
    at = min(shelved.highest, until) if until is not None else shelved.highest
    for shelf, spend in _shelves(at, floor, shelved, budget):
        began = _clock()
        room = most + 1 - len(found.pairs)
        rows = field.on(shelf, terms, room)
        found.pairs += check(rows)
        if len(rows) == room:  # there may be more on this shelf
            if len(found.pairs) > most:
                del found.pairs[most:]
                found.below = found.pairs[-1][0]
                return found
            found.below = rows[-1][0]
            spend(_clock() - began, found.below - 1)
        else:
            found.below = shelf.lowest
            spend(_clock() - began, shelf.lowest - 1)
    if found.below is not None and found.below <= floor:
        found.below = None
    return found


def _shelves(
    at: int, floor: int, shelved: Shelved, budget: float
) -> Iterator[tuple[Shelf, Callable[[float, int], None]]]:
    """Walk down the shelves; whoever looked at one says what it cost, and where to go on."""
    width = None if shelved.documents <= SMALL_HOUSE else _first_width(shelved)
    spent, place = 0.0, at

    def spend(cost: float, next_place: int) -> None:
        nonlocal width, spent, place
        spent, place = spent + cost, next_place
        while width is not None and cost * GROWTH < budget - spent and width < len(WIDTHS) - 1:
            width, cost = width + 1, cost * GROWTH

    while place >= floor and (spent <= budget or width is None):
        shelf = Shelf(floor, place, "") if width is None else shelf_below(place, WIDTHS[width], floor)
        yield shelf, spend


def _first_width(shelved: Shelved) -> int:
    seconds = (shelved.highest - shelved.lowest >> CASE_BITS) * FIRST_SHELF // shelved.documents
    fitting = [number for number, width in enumerate(WIDTHS) if 1 << width <= seconds]
    return fitting[-1] if fitting else 0


def _sqlite(terms: list[Term], shelf: Shelf) -> tuple[str, list[Any], str]:
    between: list[Any] = [shelf.lowest, shelf.highest]
    wanted = " AND ".join(_either(term, " OR ") for term in terms if not term.is_unwanted)
    unwanted = " OR ".join(_either(term, " OR ") for term in terms if term.is_unwanted)
    if wanted:
        sql = (
            "SELECT d.number, d.case_id FROM pv_search_index i CROSS JOIN pv_search_document d ON d.number = i.rowid"
            " WHERE i.pv_search_index MATCH %s AND i.rowid BETWEEN %s AND %s AND"
        )
        return sql, [f"({wanted}) NOT ({unwanted})" if unwanted else wanted, *between], "i.rowid"
    sql = "SELECT d.number, d.case_id FROM pv_search_document d WHERE d.number BETWEEN %s AND %s AND"
    if unwanted:
        sql += " d.number NOT IN (SELECT rowid FROM pv_search_index WHERE pv_search_index MATCH %s"
        sql += " AND rowid BETWEEN %s AND %s) AND"
        between += [unwanted, *between]
    return sql, between, "d.number"


def _postgresql(terms: list[Term], shelf: Shelf) -> tuple[str, list[Any], str]:
    pieces = [("!" if term.is_unwanted else "") + _either(term, " | ", "'") for term in terms]
    if shelf.name:
        pieces.append(_quoted(shelf.name, "'"))
    between: list[Any] = [shelf.lowest, shelf.highest]
    if not pieces:
        return (
            "SELECT d.number, d.case_id FROM pv_search_document d WHERE d.number BETWEEN %s AND %s AND",
            between,
            "d.number",
        )
    # Matched first, by the index of words alone, and narrowed and ordered behind: else the planner may walk documents
    # by their numbers and work the words out of each.
    sql = (
        "WITH d AS MATERIALIZED (SELECT number, case_id FROM pv_search_document"
        " WHERE array_to_tsvector(string_to_array(words, ' ')) @@ %s::tsquery)"
        " SELECT d.number, d.case_id FROM d WHERE d.number BETWEEN %s AND %s AND"
    )
    return sql, [" & ".join(pieces), *between], "d.number"


def _either(term: Term, between: str, quote: str = '"') -> str:
    return "(" + between.join(_quoted(key, quote) for key in sorted(term.keys)) + ")"


def _quoted(key: str, quote: str) -> str:
    """Quote a key; the signs that mean something in a query are in none (`words.safe`)."""
    return f"{quote}{key}{quote}"


def _clock() -> float:
    # What SQLite works is work of this thread; for PostgreSQL we wait.
    return time.perf_counter() if connection.vendor == "postgresql" else time.thread_time()
