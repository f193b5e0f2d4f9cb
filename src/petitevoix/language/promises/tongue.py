"""What the rules ask of a language: its words for time, and its words for committing oneself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

# Where in a week, a month or a day something lies.
START, MIDDLE, END = "start", "middle", "end"


@dataclass(frozen=True, slots=True)
class Times:
    """The words for time of one language, in plain letters.

    `mention` finds one mention with a group for its kind; the tables say what its words mean.
    """

    mention: re.Pattern[str]
    # What two mentions of one time have between them: "tomorrow *at* noon", "between Monday *and* Friday".
    joint: re.Pattern[str]
    # What stands right before a mention that is no due time: "your letter *of*", "open *since*".
    beside: re.Pattern[str]
    before: re.Pattern[str]
    # How a length of time without a preposition is asked for: "*allow* three days".
    asks: re.Pattern[str]
    numbers: Mapping[str, int]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, str]
    positions: Mapping[str, str]
    # Parts of a day, with the minute of the day at which each is over; the first that fits counts.
    parts: tuple[tuple[re.Pattern[str], int], ...]
    days: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Commitments:
    """The words of one language by which a writer commits the writer's side, in plain letters.

    `sure` commits by itself; `timed` does so with a time. Each has the groups `from_start` (the subject stands
    somewhere before), or `here` (the commitment begins where the match does).
    """

    sure: re.Pattern[str]
    timed: re.Pattern[str]
    # A verb that looks like a commitment and is none, matched from the verb on.
    idle: re.Pattern[str]
    # What takes a commitment back, or makes it somebody else's, between the start of its clause and its verb.
    refused: re.Pattern[str]
    refused_after: re.Pattern[str]
    # A noun that announces an act without a verb: "Refund within 14 days".
    announced: re.Pattern[str]
    # Parts of a sentence that commit nobody: conditions, what others think.
    aside: re.Pattern[str]
    # Where a clause begins, and where it ends.
    opens: re.Pattern[str]
    closes: re.Pattern[str]
    # What joins a second act to a first, and words that say that something happens again and again.
    also: re.Pattern[str]
    again: re.Pattern[str]


def table(words: str) -> dict[str, int]:
    """Number words from a text such as "one 1, two 2"."""
    return {word: int(number) for word, number in (pair.rsplit(" ", 1) for pair in words.split(", "))}


def any_of(words: Mapping[str, object]) -> str:
    """Return a pattern for any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
