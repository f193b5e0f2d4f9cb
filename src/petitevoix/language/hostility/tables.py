"""From a table of words to a pattern, and the shape of a rule."""

import re
import unicodedata
from dataclasses import dataclass

KINDS = ("insult", "threat", "hate", "sexual")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over plain letters, what it shows, and how surely (0 to 1) it shows it by itself."""

    kind: str
    weight: float
    pattern: re.Pattern[str]


def bare(text: str) -> str:
    """Write words without accents, in lower case, with spaces for apostrophes and hyphens."""
    marks = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    return re.sub(r"['’-]", " ", "".join(mark for mark in marks if not unicodedata.combining(mark)))


def entries(*tables: str) -> list[str]:
    """Return the words and phrases of tables, where commas part them, without accents."""
    return [bare(" ".join(entry.split())) for table in tables for entry in table.split(",") if entry.strip()]


def any_of(*tables: str) -> str:
    """Turn tables into one alternation, longest first, with their plurals."""
    words = sorted(set(entries(*tables)), key=lambda entry: (-len(entry), entry))
    return "(?:" + "|".join(map(_with_plural, words)) + ")"


def _with_plural(entry: str) -> str:
    first, gap, rest = entry.partition(" ")
    return f"{first}(?:s|x|es)?{gap}{rest}s?" if gap else f"{first}(?:s|x|es)?"


def phrase_of(names: dict[str, str], pattern: str) -> str:
    """Fill the {NAMES} of a pattern that is no rule by itself."""
    return _filled(names, pattern)


def compiled(names: dict[str, str], rules: list[tuple[str, float, str]]) -> tuple[Rule, ...]:
    """Fill the {NAMES} of patterns and compile them; a pattern begins and ends at the edge of a word."""
    return tuple(
        Rule(kind, weight, re.compile(r"(?<![a-z0-9])(?:" + _filled(names, bare_pattern) + r")(?![a-z0-9])"))
        for kind, weight, bare_pattern in rules
    )


def _filled(names: dict[str, str], pattern: str) -> str:
    # Names may hold names; three rounds reach the bottom.
    for _ in range(3):
        pattern = re.sub(r"\{([A-Z_]+)\}", lambda found: names[found[1]], pattern)
    return pattern
