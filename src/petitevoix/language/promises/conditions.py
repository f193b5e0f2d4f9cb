"""On what condition a commitment stands: « si vous renvoyez la box », "once we have it"; and whose condition it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from petitevoix.language.promises.tongue import Commitments

Span = tuple[int, int]

# A sentence with more of them is no sentence.
_MOST = 20

# What may stand between a commitment and the condition behind it, and between a condition and its commitment.
_BEHIND = re.compile(
    r"[\s,(-]*(?:(?:et |mais |and |but )?(?:seulement|uniquement|ceci|cela|exclusivement|only) ?|mais |but )?"
)
_AHEAD = re.compile(r"[\s,)-]*(?:(?:alors|dans ce cas|en ce cas|then|in that case|in which case)[\s,]+)?")
# A word that begins something new: the condition after it is that of what follows.
_BEGINS = re.compile(r"(?:\b(?:et|mais|puis|sinon|and|but|then|otherwise|or|ou)|[;:])[\s,]*$")
_ONLY = re.compile(r"\b(?:seulement|uniquement|exclusivement|only)[\s,]*$")
# What leads from a commitment to a second one under the same condition.
_ON = re.compile(r"[\s,]*(?:(?:et|puis|and|then)(?: ensuite| aussi| then| also)?)?[\s,]*")
# What joins two conditions to one: "if it is ours, and if you send it back".
_JOINED = re.compile(r"[\s,]*(?:et|ou|and|or)?[\s,]*")


def conditions_in(sentence: str, words: Commitments, asides: Sequence[Span]) -> list[Span]:
    """Find which asides of a plain sentence are conditions, in order; what is only asked or told is none."""
    found: list[Span] = []
    for start, end in asides:
        begins = words.condition.match(sentence, start)
        if not begins or (begins["doubtful"] and words.no_condition.search(sentence, max(0, start - 60), start)):
            continue
        if found and _JOINED.fullmatch(sentence, found[-1][1], start):
            start = found.pop()[0]
        found.append((start, extended(sentence, words, end)))
        if len(found) == _MOST:
            break
    return found


def events_in(seen: str, words: Commitments) -> list[Span]:
    """Find the conditions that a plain sentence, its asides hidden, names by a noun: "on receipt of the box"."""
    return [match.span() for match in islice(words.event.finditer(seen), _MOST)]


def extended(sentence: str, words: Commitments, end: int) -> int:
    """Let a condition go on over the commas of what it lists: "if you return the box, the cable and the remote"."""
    match = words.goes_on.match(sentence, end)
    return match.end() if match else end


def conditions_of(sentence: str, promised: Sequence[Span], conditions: Sequence[Span]) -> list[list[Span]]:
    """Say for each commitment of a sentence, given by its place, which of the conditions in it are its own."""
    own: list[list[Span]] = [[] for _ in promised]
    for start, end in conditions:
        before = max((at for at, (begins, _) in enumerate(promised) if begins <= start), default=None)
        after = min((at for at, (begins, _) in enumerate(promised) if begins >= end), default=None)
        leads = after is not None and bool(_AHEAD.fullmatch(sentence, end, promised[after][0]))
        if before is not None and _is_behind(sentence, promised[before][1], start, leads=leads):
            own[before].append((start, end))
        elif after is not None and leads:
            own[after].append((start, end))
            while after + 1 < len(promised) and _ON.fullmatch(sentence, promised[after][1], promised[after + 1][0]):
                after += 1
                own[after].append((start, end))
    return own


def _is_behind(sentence: str, over: int, start: int, *, leads: bool) -> bool:
    """Say whether a condition goes with the commitment before it, though it may lead on to another."""
    if over > start:
        return True
    if leads and _BEGINS.search(sentence, over, start) and not _ONLY.search(sentence, over, start):
        return False
    return bool(_BEHIND.fullmatch(sentence, over, start))


# « Ceci vaut seulement si … », "Only if …": the whole sentence is the condition of what was said before it.
_HOLDS = re.compile(
    r"\W*(?:(?:mais|et|but|and|though) )?"
    r"(?P<only>(?:(?:ceci|cela|c'est|cette promesse|ce delai|cette date|this|that|it)"
    r"(?: only| ne)?(?: (?:vaut|est vrai|tient|est|s'entend|holds|applies|is true|is|stands))?(?: que)?[ ,]+)?"
    r"(?:(?:bien entendu|bien sur|evidemment|toutefois|of course|however|all)[ ,]+)?"
    r"(?:(?:seulement|uniquement|exclusivement|only|just) )?)"
)
# "Unless you object, the case is closed" says something of its own.
_GOES_ON = re.compile(r",(?! ?(?:bien sur|bien entendu|evidemment|of course|naturally|et|ou|and|or)\b)")


def condition_of_before(sentence: str, words: Commitments) -> Span | None:
    """Find the condition that a plain sentence adds to the commitment before it, and that is all it says."""
    holds = _HOLDS.match(sentence)
    begins = holds and words.condition.match(sentence, holds.end())
    if not holds or not begins or (begins["doubtful"] and not holds["only"].strip()):
        return None
    return None if _GOES_ON.search(sentence, begins.end()) else (begins.start(), len(sentence))
