"""A ratio: so many of so many, with its interval, and how many are too young to be counted."""

from collections.abc import Iterable
from dataclasses import dataclass

from petitevoix.insight import wilson


@dataclass(frozen=True)
class Ratio:
    """x of n; where n is 0 there is no value at all, neither 0 % nor 100 %."""

    x: int
    n: int
    unmatured: int = 0  # belong here, and their time is not over yet

    @classmethod
    def of(cls, outcomes: Iterable[bool], unmatured: int = 0) -> "Ratio":
        """Count how many outcomes are true."""
        told = list(outcomes)
        return cls(sum(told), len(told), unmatured)

    @property
    def value(self) -> float | None:
        return self.x / self.n if self.n else None

    @property
    def low(self) -> float | None:
        return wilson.interval(self.x, self.n)[0] if self.n else None

    @property
    def high(self) -> float | None:
        return wilson.interval(self.x, self.n)[1] if self.n else None
