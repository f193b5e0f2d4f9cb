"""M1, promises kept: done by the date that binds, and not disputed by the person."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from statistics import median

from petitevoix.insight.measure import Measure
from petitevoix.insight.period import Period
from petitevoix.insight.ratio import Ratio
from petitevoix.insight.records import Promise
from petitevoix.insight.thresholds import Thresholds


def kept(promises: Iterable[Promise], period: Period, now: datetime, lines: Thresholds) -> Measure:
    """Count, of the promises that fell due in a period, those that were kept.

    D = promises whose binding date lies in the period, but for those the person withdrew; PK = Σ kept / |D|. One
    counts when the time to dispute it is over. A late one that is not kept yet is as late as it is by now.
    """
    due = [one for one in promises if one.counts and one.due_at in period]
    matured = [one for one in due if one.due_at and one.due_at + lines.disputable <= now]
    late = [(one, by) for one in matured if (by := one.late_by(now))]
    return Measure(
        "M1",
        Ratio.of((one.kept(lines.disputable) for one in matured), unmatured=len(due) - len(matured)),
        {
            "moved": Ratio(sum(one.moved for one in matured), len(matured)),
            "broken_in_silence": Ratio(sum(not one.noticed for one, _by in late), len(matured)),
            "median_lateness": median_of([by for _one, by in late]),
        },
        {"disputable_days": lines.disputable.days},
        read_with="moved",
    )


def median_of(spans: list[timedelta]) -> timedelta | None:
    return timedelta(seconds=round(median(span.total_seconds() for span in spans))) if spans else None
