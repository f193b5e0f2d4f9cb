"""What a guard found, in one calm sentence."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Severity = Literal["stop", "warn", "hint"]
Span = tuple[int, int]
ORDER: tuple[Severity, ...] = ("stop", "warn", "hint")


@dataclass(frozen=True)
class Finding:
    """One thing to look at again before a draft leaves; it is about the words, never about who wrote them.

    `spans` are code points of the draft. A stop that is `confirmable` may be sent all the same, with a reason. `facts`
    can be written as JSON and never hold a secret.
    """

    code: str
    severity: Severity
    message: str
    spans: tuple[Span, ...] = ()
    advice: str = ""
    confirmable: bool = True
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def blocks(self) -> bool:
        """Say whether the draft may not leave like this."""
        return self.severity == "stop"

    @property
    def place(self) -> tuple[int, int]:
        """Give what findings are ordered by: severity, then position; what concerns the whole draft comes first."""
        return ORDER.index(self.severity), min((start for start, _end in self.spans), default=-1)

    def as_json(self) -> dict[str, Any]:
        """Give what the API answers."""
        return {**asdict(self), "facts": dict(self.facts), "blocks": self.blocks}
