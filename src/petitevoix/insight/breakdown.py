"""A breakdown by team: only where many stand behind a figure, so that no figure is ever one person's."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from petitevoix.insight.ratio import Ratio
from petitevoix.insight.summing import Team

HANDS, ITEMS = 5, 30  # at least so many different advisors, and so many items


class Part(NamedTuple):
    """What one team adds to a measure, and whose hands it came from."""

    ratio: Ratio
    hands: frozenset[str] = frozenset()

    @property
    def is_safe(self) -> bool:
        return len(self.hands) >= HANDS and self.ratio.n >= ITEMS

    def __add__(self, other: "Part") -> "Part":  # type: ignore[override]
        ratio = Ratio(self.ratio.x + other.ratio.x, self.ratio.n + other.ratio.n)
        return Part(ratio, self.hands | other.hands)


@dataclass(frozen=True)
class Breakdown:
    """The teams that may be shown, and whether there are others that may not."""

    shown: dict[Team, Ratio] = field(default_factory=dict)
    has_hidden: bool = False


def of(parts: Mapping[Team, Part], readable: Collection[Team] | None = None) -> Breakdown:
    """Show the teams that five advisors and thirty items stand behind, among those its reader may know of.

    What is not shown could be found by taking what is from the whole: as long as the hidden ones together are fewer
    than that, or only one, the smallest shown is hidden with them.
    """
    counted = {team: part for team, part in parts.items() if part.ratio.n}
    shown = {
        team: part for team, part in counted.items()
        if part.is_safe and team is not None and (readable is None or team in readable)
    }  # fmt: skip
    hidden = {team: part for team, part in counted.items() if team not in shown}
    while shown and hidden and (len(hidden) == 1 or not _together(hidden).is_safe):
        smallest = min(shown, key=lambda team: (shown[team].ratio.n, team))
        hidden[smallest] = shown.pop(smallest)
    if len(shown) == 1 and not hidden:  # the only team is the whole house
        shown = {}
    return Breakdown({team: part.ratio for team, part in shown.items()}, bool(hidden))


def _together(parts: Mapping[Team, Part]) -> Part:
    whole = Part(Ratio(0, 0))
    for part in parts.values():
        whole = whole + part
    return whole
