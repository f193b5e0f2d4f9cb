"""A measure as it is told: its share, what keeps it honest beside it, and where it draws its lines."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from petitevoix.insight.ratio import Ratio

# A share; a count; how long; a mean between 0 and 1; or nothing to tell yet.
Figure = Ratio | int | timedelta | float | None


@dataclass(frozen=True)
class Measure:
    id: str
    ratio: Ratio
    companions: dict[str, Figure]
    thresholds: dict[str, Any]
    read_with: str  # the companion or the measure that shows what pushing this one would hide

    @property
    def told(self) -> dict[str, Figure]:
        """The companions that have something to say: without a late promise, nothing of how late."""
        figures = self.companions.items()
        return {key: one for key, one in figures if one is not None and not (isinstance(one, Ratio) and not one.n)}
