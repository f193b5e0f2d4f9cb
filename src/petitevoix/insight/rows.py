"""The measures for programs: plain rows, the same words whatever the language."""

from datetime import timedelta
from typing import Any

from petitevoix.insight.counting import Counted
from petitevoix.insight.measure import Figure, Measure
from petitevoix.insight.ratio import Ratio
from petitevoix.insight.thresholds import Thresholds
from petitevoix.insight.words import MEASURES


def as_row(counted: Counted) -> dict[str, Any]:
    """Give everything that was counted; moments in ISO 8601 and UTC, spans in seconds, nothing as null."""
    return {
        "from": counted.period.begins.isoformat(),
        "until": counted.period.ends.isoformat(),
        "counted_at": counted.at.isoformat(),
        "measures": [_measure(one, counted.lines) for one in counted.measures],
    }


def _measure(one: Measure, lines: Thresholds) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": MEASURES[one.id].name,
        **_figure(one.ratio),
        "unmatured": one.ratio.unmatured,
        "companions": {key: _figure(told) for key, told in one.companions.items()},
        "thresholds": {**one.thresholds, "since": lines.since.isoformat()},
        "read_with": one.read_with,
    }


def _figure(told: Figure) -> Any:
    if isinstance(told, Ratio):
        return {"x": told.x, "n": told.n, "value": told.value, "low": told.low, "high": told.high}
    return told.total_seconds() if isinstance(told, timedelta) else told
