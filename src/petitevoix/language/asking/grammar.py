"""The shape of what each language knows about asking; `french.py` and `english.py` fill it in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language asks. All patterns are for folded text (see `folding`)."""

    lead_in: re.Pattern[str]  # greetings and small words before what is said
    breaks: re.Pattern[str]  # where a new clause may begin
    openers: re.Pattern[str]  # how an ask begins; named groups say of which kind
    order: re.Pattern[str]  # an imperative that can be another form of the verb: only where a sentence or an ask begins
    anywhere: re.Pattern[str]  # an ask so clear that it needs no clause of its own
    also: re.Pattern[str]  # what goes on a question after "and"
    inverted: re.Pattern[str]  # a question by its order of words, anywhere in a sentence
    wants_to_know: re.Pattern[str]  # turns a request into a question: "could you tell me when"
    empty: re.Pattern[str]  # an ask that adds nothing to the one before it: "can you help?"
    please: re.Pattern[str]  # makes a request of a doubtful one
    condition: re.Pattern[str]  # a clause that belongs to the ask after it
    rhetorical: re.Pattern[str]  # sounds like a question, wants no answer
    courtesy: re.Pattern[str]  # sounds like a request, is politeness or publicity
    introduces: re.Pattern[str]  # "three things:", whose items are asks
    wanted: re.Pattern[str]  # an item that asks for an act


def at_start(kinds: dict[str, Iterable[str]]) -> re.Pattern[str]:
    """Compile lists of phrases, by kind, into one pattern; spaces stand for any run of them."""
    return re.compile("|".join(f"(?P<{kind}>{_any(phrases)})" for kind, phrases in kinds.items()))


def phrase(*phrases: str) -> re.Pattern[str]:
    """Compile phrases that are words of their own into one pattern."""
    return re.compile(_any(phrases))


def _any(phrases: Iterable[str]) -> str:
    # Not "\b", which would also try at the end of each word.
    return r"(?<!\w)(?:" + "|".join(one.strip().replace(" ", " +").replace(" +?", " ?") for one in phrases) + ")"
