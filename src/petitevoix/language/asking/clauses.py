"""What a sentence asks, clause by clause."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from petitevoix.language.asking.grammar import Grammar

Kind = Literal["question", "request"]

# A sentence of more clauses is no sentence.
MOST_CLAUSES = 24

# The comma of "3,5" and the colon of "10:30" part nothing.
_SIGNS = re.compile(r"[,;:](?= )|[;.!]")
_ONLY_SIGNS = re.compile(r"[\s?!.,;:)(]*")
_RELATIVE = re.compile(r"(?:which|who|where|when|how|what|ou|qui|quand|dont|a quel|dans lequel|laquelle|lequel)\b")
_AND = re.compile(r"(?:et|and) ")
_IF = re.compile(r"(?:si|s ils?|if)\b")
_NO_IF = re.compile(r"(?:si|if) (?:oui|non|so|not|need(?:ed)?|necessary|required|besoin|necessaire|possible|any)\b")
_MARKED = re.compile(r"\?[ !?.)]*$")


class Ask(NamedTuple):
    """One thing asked, by its place in the sentence."""

    start: int
    end: int
    kind: Kind


def asks_in(folded: str, grammar: Grammar, *, listed: bool = False) -> list[Ask]:
    """Return what a folded sentence asks, in order.

    Args: whether it is an item of a list that was said to be one of questions.
    """
    marked = bool(_MARKED.search(folded))
    begin = _after(grammar.lead_in, folded, 0)
    found: list[tuple[int, int, Kind]] = []  # where its clause begins, where it begins itself, its kind
    for edge, start in _clauses(folded, begin, grammar):
        opener = grammar.openers.match(folded, start)
        if opener and opener.lastgroup == "question" and _may_be_relative(folded, edge, start, begin, marked, grammar):
            opener = None
        if not opener and (start == begin or (found and not marked) or grammar.condition.match(folded, begin)):
            opener = grammar.order.match(folded, start)
        if opener and not grammar.courtesy.search(folded, start, min(len(folded), opener.end() + 60)):
            kind: Kind = "question" if opener.lastgroup == "question" else "request"
            found.append((edge, start, kind))
        elif (
            (_wants_to_know(folded, found[-1], edge, start, grammar) if found else marked)
            and _joined(folded, edge)
            and grammar.also.match(folded, start)
        ):
            found.append((edge, start, "question"))
    if not found and not marked and not grammar.courtesy.search(folded):
        hidden = grammar.anywhere.search(folded, begin)
        if hidden:
            found.append((hidden.start(), hidden.start(), "request"))
    if not found and (marked or listed or _turned_around(folded, grammar)):
        if grammar.courtesy.search(folded):
            return []
        wanted = listed and not marked and grammar.wanted.match(folded, begin)
        found.append((begin, begin, "request" if wanted else "question"))
    elif found and found[0][1] > begin:
        found = _with_what_stands_before(folded, begin, found, grammar, marked)
    if not found or (grammar.rhetorical.search(folded) and not listed):
        return []
    return _parted(folded, found, grammar)


def _wants_to_know(folded: str, last: tuple[int, int, Kind], edge: int, start: int, grammar: Grammar) -> bool:
    """Say whether what was asked last is a question, or will be one: "can you tell me when … and whether …"."""
    if last[2] == "question":
        return True
    # "Can you tell me when, and if it is late, refund me": that "if" is no question.
    only_if = _IF.match(folded, start) and folded.find(",", start) >= 0
    return not only_if and not _NO_IF.match(folded, start) and bool(grammar.wants_to_know.search(folded, last[1], edge))


def _may_be_relative(folded: str, edge: int, start: int, begin: int, marked: bool, grammar: Grammar) -> bool:
    """Tell « le site, où je peux » from « où puis-je »: past the first clause, more than a word has to say so."""
    return (
        start > begin
        and not marked
        and folded[edge] in ",("
        and not grammar.inverted.match(folded, start)
        and bool(_RELATIVE.match(folded, start))
    )


def _clauses(folded: str, begin: int, grammar: Grammar) -> Iterator[tuple[int, int]]:
    """Yield where each clause may begin: the end of the one before, and its first word."""
    yield begin, _after(grammar.lead_in, folded, begin)
    edges = {match.start(): match.end() for match in _SIGNS.finditer(folded, begin)}
    edges |= {match.start(): match.end() for match in grammar.breaks.finditer(folded, begin + 1)}
    last = begin
    for edge, end in sorted(edges.items())[:MOST_CLAUSES]:
        start = _after(grammar.lead_in, folded, _after(_ONLY_SIGNS, folded, end))
        if start > last and start < len(folded):
            last = start
            yield edge, start


def _with_what_stands_before(
    folded: str, begin: int, found: list[tuple[int, int, Kind]], grammar: Grammar, marked: bool
) -> list[tuple[int, int, Kind]]:
    """Give the first ask the condition before it, or find that the words before it ask as well."""
    edge, _, kind = found[0]
    if grammar.condition.match(folded, begin):
        return [(begin, begin, kind), *found[1:]]
    if marked and kind == "question" and _joined(folded, edge):
        return [(begin, begin, "question"), *found]
    return found


def _parted(folded: str, found: list[tuple[int, int, Kind]], grammar: Grammar) -> list[Ask]:
    """Let each ask go on to the next."""
    asks: list[Ask] = []
    for at, (_, start, kind) in enumerate(found):
        end = found[at + 1][0] if at + 1 < len(found) else len(folded)
        if asks and grammar.empty.match(folded, start):
            asks[-1] = asks[-1]._replace(end=end)
            continue
        while end > start and folded[end - 1] in " ,;:(":
            end -= 1
        if kind == "request" and grammar.wants_to_know.search(folded, start, end):
            kind = "question"
        if end - start > 1:
            asks.append(Ask(start, end, kind))
    return asks


def _turned_around(folded: str, grammar: Grammar) -> bool:
    """Say whether the order of words is that of a question, with or without its mark."""
    return bool(grammar.inverted.search(folded)) and len(folded) < 400


def _joined(folded: str, edge: int) -> bool:
    """Say whether a clause is joined to the one before it by "and", with or without a comma."""
    return bool(_AND.match(folded, _after(_ONLY_SIGNS, folded, edge)))


def _after(pattern: re.Pattern[str], folded: str, at: int) -> int:
    found = pattern.match(folded, at)
    return found.end() if found else at
