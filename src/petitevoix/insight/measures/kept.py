"""M1, promises kept: done by the date that binds, and not disputed by the person."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from petitevoix.insight.measure import Measure
from petitevoix.insight.period import Period
from petitevoix.insight.records import Promise
from petitevoix.insight.summing import Item, Sum, share
from petitevoix.insight.thresholds import Thresholds


def kept(promises: Iterable[Promise], period: Period, now: datetime, lines: Thresholds) -> Measure:
    """Count, of the promises that fell due in a period, those that were kept.

    D = promises whose binding date lies in the period, but for those the person withdrew; PK = Σ kept / |D|. One
    counts when the time to dispute it is over. A late one that is not kept yet is as late as it is by now.
    """
    return tell(Sum.of(items(promises, now, lines), period), lines)


def items(promises: Iterable[Promise], now: datetime, lines: Thresholds) -> Iterator[Item]:
    """Give what each promise with a date adds."""
    for one in promises:
        if not one.counts or one.due_at is None:
            continue
        if one.due_at + lines.disputable > now:
            yield Item(one.due_at, one.team, {"young": 1})
            continue
        late = one.late_by(now)
        yield Item(
            one.due_at,
            one.team,
            share("", one.kept(lines.disputable))
            | share("moved_", one.moved)
            | share("silence_", late is not None and not one.noticed),
            round(late.total_seconds()) if late else 0,
        )


def tell(added: Sum, lines: Thresholds) -> Measure:
    """Make the measure of what was added up."""
    return Measure(
        "M1",
        added.ratio(),
        {
            "moved": added.ratio("moved_"),
            "broken_in_silence": added.ratio("silence_"),
            "median_lateness": added.median_late,
        },
        {"disputable_days": lines.disputable.days},
        read_with="moved",
    )
