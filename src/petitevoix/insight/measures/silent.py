"""M7, silent closures: closed, or mended, and nobody told what it was and what was done."""

from collections.abc import Iterable
from datetime import datetime
from statistics import mean

from petitevoix.hours.calendar import working_time_after
from petitevoix.insight.measure import Measure
from petitevoix.insight.period import Period
from petitevoix.insight.ratio import Ratio
from petitevoix.insight.records import Closure, Mended
from petitevoix.insight.thresholds import Thresholds


def silent(
    closures: Iterable[Closure], mended: Iterable[Mended], period: Period, now: datetime, lines: Thresholds
) -> Measure:
    """Count, of the cases closed and the faults mended for somebody in a period, those that were silent.

    C = closures + (fault, person) pairs; SC = Σ silent / |C|. One matures after the working day in which it may be
    told.
    """
    closed = [one for one in closures if one.counts and one.at in period]
    fixed = [one for one in mended if one.at in period]
    ripe_closed = [one for one in closed if _told_by(one.at, lines) <= now]
    ripe_fixed = [one for one in fixed if _told_by(one.at, lines) <= now]
    outcomes = [_is_silent(one, lines) for one in ripe_closed]
    outcomes += [one.told_at is None or one.told_at > _told_by(one.at, lines) for one in ripe_fixed]
    ours = [sum(one.apology) / 4 for one in ripe_closed if one.fault == "ours"]
    settled = [one for one in closed if one.at + lines.reversible <= now]
    return Measure(
        "M7",
        Ratio.of(outcomes, unmatured=len(closed) + len(fixed) - len(outcomes)),
        {
            "apology_completeness": mean(ours) if ours else None,
            "reversed": Ratio.of(
                (one.reversed_at is not None and one.reversed_at <= one.at + lines.reversible for one in settled),
                unmatured=len(closed) - len(settled),
            ),
        },
        {
            "told_within_working_hours": lines.told_within,
            "warnings": lines.warnings,
            "warned_over_days": lines.warned_over.days,
            "reversible_days": lines.reversible.days,
        },
        read_with="M6",
    )


def _is_silent(one: Closure, lines: Thresholds) -> bool:
    acknowledgment, _explanation, repair, _what_changes = one.apology
    arrived = not (one.reply and one.reply.undelivered)
    if not one.told or not arrived or (one.fault == "ours" and not (acknowledgment and repair)):
        return True
    return one.quiet and not _was_warned(one, lines)


def _was_warned(one: Closure, lines: Thresholds) -> bool:
    before = [at for at in one.warnings if at <= one.at]
    return len(before) >= lines.warnings and one.at - min(before) >= lines.warned_over


def _told_by(at: datetime, lines: Thresholds) -> datetime:
    return working_time_after(at, lines.told_within)
