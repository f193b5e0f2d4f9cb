"""Thresholds: where a measure draws its lines, and since when."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Thresholds:
    """The lines of all measures. Who draws others says from which day; they are printed beside each figure."""

    since: date = date(2026, 11, 22)
    disputable: timedelta = timedelta(days=7)  # M1: so long a person may say that a promise was not kept
    window: timedelta = timedelta(days=14)  # M2: so long a message may wait for all its answers
    likeness: float = 0.8  # M3: from here two replies are the same (5-gram Jaccard)
    told_within: float = 9  # M7: working hours, one working day
    warnings: int = 2  # M7: before a case may be closed because nobody writes
    warned_over: timedelta = timedelta(days=14)  # M7: from the first of them to the closing
    reversible: timedelta = timedelta(days=14)  # M7: so long a closing undone by the person is told beside it
