"""A condition: one thing that a view asks of a case."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from petitevoix.people.models import Advisor, Field

Conditions = Mapping[str, Any]  # key → a list of values, a number, or words


@dataclass(frozen=True)
class Condition:
    """One thing to ask of a case: `kind` says what its value is (several, number, words or yes)."""

    key: str
    label: str  # to be translated where it is shown
    kind: str
    asks: Callable[[Any, Advisor], Q]
    unit: str = ""
    with_time: bool = False  # time alone makes it true or untrue
    field: Field | None = None  # a custom one, which it is asked of
