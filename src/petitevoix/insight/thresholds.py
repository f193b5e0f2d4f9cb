"""Thresholds: where a measure draws its lines, and since when."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from petitevoix.cases.models.agreed import agreed


@dataclass(frozen=True)
class Thresholds:
    """The lines of all measures. Who draws others says so in the settings; they are printed beside each figure."""

    since: date = date(2026, 11, 22)
    disputable: timedelta = timedelta(days=7)  # M1: so long a person may say that a promise was not kept
    window: timedelta = timedelta(days=14)  # M2: so long a message may wait for all its answers
    likeness: float = 0.8  # M3: from here two replies are the same (5-gram Jaccard)
    told_within: float = 9  # M7: working hours, one working day
    warnings: int = 2  # M7: before a case may be closed because nobody writes
    warned_over: timedelta = timedelta(days=14)  # M7: from the first of them to the closing
    reversible: timedelta = timedelta(days=14)  # M7: so long a closing undone by the person is told beside it

    @classmethod
    def drawn(cls) -> "Thresholds":
        """Get the lines as the house has drawn them."""
        as_agreed = agreed()
        return cls(
            since=as_agreed.since or cls.since,
            disputable=timedelta(days=as_agreed.disputable_days),
            window=timedelta(days=as_agreed.window_days),
            likeness=as_agreed.likeness_percent / 100,
            told_within=as_agreed.told_within_hours,
            reversible=timedelta(days=as_agreed.reversible_days),
        )

    def as_row(self) -> dict[str, Any]:
        """Write them down as JSON: spans in days, the day in ISO 8601."""
        lines = {name: line.days if isinstance(line, timedelta) else line for name, line in vars(self).items()}
        return {**lines, "since": self.since.isoformat()}

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> "Thresholds":
        spans = {"disputable", "window", "warned_over", "reversible"}
        lines: dict[str, Any] = {name: timedelta(days=line) if name in spans else line for name, line in row.items()}
        lines["since"] = date.fromisoformat(row["since"])
        return cls(**lines)
