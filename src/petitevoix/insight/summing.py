"""Summing: what each member of a measure adds to it, so that days, weeks and teams can be put together exactly."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import median
from typing import Any, NamedTuple

from petitevoix.insight.period import Period
from petitevoix.insight.ratio import Ratio

Team = int | None


class Item(NamedTuple):
    """One member of a measure: the moment and the team it belongs to, and what it adds."""

    at: datetime
    team: Team
    counts: dict[str, int]
    late: int = 0  # seconds


@dataclass
class Sum:
    """Members added up. Only how late each late one was is kept singly: a median cannot be added."""

    counts: Counter[str] = field(default_factory=Counter)
    late: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, items: Iterable[Item], period: Period) -> "Sum":
        """Add up the members of a period."""
        made = cls()
        for one in items:
            if one.at in period:
                made.take(one)
        return made

    def take(self, one: Item) -> None:
        """Add one member."""
        for key, count in one.counts.items():
            self.counts[key] += count
        if one.late:
            self.late.append(one.late)

    def __add__(self, other: "Sum") -> "Sum":
        return Sum(self.counts + other.counts, self.late + other.late)

    def ratio(self, name: str = "") -> Ratio:
        """Give one share of those that were added: `x` of `n`, under this name."""
        return Ratio(*(self.counts[f"{name}{part}"] for part in ("x", "n", "young")))

    @property
    def median_late(self) -> timedelta | None:
        return timedelta(seconds=round(median(self.late))) if self.late else None

    def as_row(self) -> dict[str, Any]:
        """Write it down as JSON; nothing where nothing was counted."""
        return {**{key: count for key, count in sorted(self.counts.items()) if count}, "late": sorted(self.late)}

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> "Sum":
        return cls(Counter({key: count for key, count in row.items() if key != "late"}), list(row.get("late", ())))


def share(name: str, x: bool, *, young: bool = False) -> dict[str, int]:
    """Say what one member adds to a share: to both its parts, or to those too young to be counted."""
    return {f"{name}young": 1} if young else {f"{name}x": int(x), f"{name}n": 1}
