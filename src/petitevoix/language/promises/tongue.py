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
    """The words of one language by which a writer commits the writer's side, in plain letters."""

    # A verb that commits, in the group `sure` by itself, in the group `timed` with a time only.
    acts: re.Pattern[str]
    # What looks like such a verb and is none, matched from the same place on.
    idle: re.Pattern[str]
    # What takes the commitment back, before the verb in its clause, or right after it.
    refused: re.Pattern[str]
    refused_after: re.Pattern[str]
    # What a sentence has at least, if it commits.
    hints: re.Pattern[str]
    # A noun that announces an act without a verb: "Refund within 14 days".
    announced: re.Pattern[str]
    # Parts of a sentence that commit nobody: conditions, what others say, hopes.
    aside: re.Pattern[str]
    # Which of these are conditions, by how they begin, and conditions named by a noun: "on receipt of the box".
    condition: re.Pattern[str]
    event: re.Pattern[str]
    # What stands before one that only looks so, in the group `doubtful` of the first: "let us know if".
    no_condition: re.Pattern[str]
    # How a condition goes on behind its comma.
    goes_on: re.Pattern[str]
    # Where a clause begins, and where it ends.
    opens: re.Pattern[str]
    closes: re.Pattern[str]
    # What joins a second act to the first, and who the writer's side is.
    also: re.Pattern[str]
    writer: re.Pattern[str]
    # Who does something for the reader, as often as it says: "we will call you every Friday" is no opening hour.
    regular: re.Pattern[str]
    # What stands before a verb that has its subject in the clause before.
    no_subject: re.Pattern[str]
    # Words before a clause that are no part of it.
    greeting: re.Pattern[str]


def table(words: str) -> dict[str, int]:
    """Number words from a text such as "one 1, two 2"."""
    return {word: int(number) for word, number in (pair.rsplit(" ", 1) for pair in words.split(", "))}


def any_of(words: Mapping[str, object]) -> str:
    """Return a pattern for any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def mention_of(kinds: Mapping[str, str], starts: str) -> re.Pattern[str]:
    """Compile patterns by kind into one, tried only at a digit or where one of the words `starts` does.

    Without that look ahead each word of a text is tried against every pattern: four times the time.
    """
    by_letter: dict[str, list[str]] = {}
    for word in starts.split():
        by_letter.setdefault(word[0], []).append(word[1:])
    letters = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    patterns = "|".join(f"(?P<a_{kind}>{pattern})" for kind, pattern in kinds.items())
    return re.compile(rf"(?<![\w'])(?=\d|(?:{letters})(?![a-z]))(?:{patterns})(?!\w)")
