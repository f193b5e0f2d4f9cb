"""Counting: all measures of a period, from one reading of the journal."""

from dataclasses import dataclass
from datetime import datetime

from petitevoix.insight import reading
from petitevoix.insight.measure import Measure
from petitevoix.insight.measures.answered import answered
from petitevoix.insight.measures.kept import kept
from petitevoix.insight.measures.silent import silent
from petitevoix.insight.measures.twice import twice
from petitevoix.insight.period import Period
from petitevoix.insight.thresholds import Thresholds


@dataclass(frozen=True)
class Counted:
    """What was counted, over which period, and when."""

    period: Period
    at: datetime
    lines: Thresholds
    measures: tuple[Measure, ...]


def count(period: Period, now: datetime, lines: Thresholds | None = None) -> Counted:
    """Read the journal up to `now` and count every measure over a period."""
    lines = lines or Thresholds()
    read = reading.read(now)
    return Counted(
        period,
        now,
        lines,
        (
            kept(read.promises.values(), period, now, lines),
            answered(read.inbound.values(), period, now, lines),
            twice(read.replies.values(), period, lines),
            silent(read.closures, read.mended.values(), period, now, lines),
        ),
    )
