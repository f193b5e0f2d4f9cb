"""M7, silent closures: closed, or mended, and nobody told what it was and what was done."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from petitevoix.hours.calendar import working_time_after
from petitevoix.insight.measure import Measure
from petitevoix.insight.period import Period
from petitevoix.insight.records import Closure, Mended
from petitevoix.insight.summing import Item, Sum, share
from petitevoix.insight.thresholds import Thresholds


def silent(
    closures: Iterable[Closure], mended: Iterable[Mended], period: Period, now: datetime, lines: Thresholds
) -> Measure:
    """Count, of the cases closed and the faults mended for somebody in a period, those that were silent.

    C = closures + (fault, person) pairs; SC = Σ silent / |C|. One matures after the working day in which it may be
    told.
    """
    return tell(Sum.of(items(closures, mended, now, lines), period), lines)


def items(closures: Iterable[Closure], mended: Iterable[Mended], now: datetime, lines: Thresholds) -> Iterator[Item]:
    """Give what each closing, and each one touched by a mended fault, adds."""
    for one in closures:
        if not one.counts:
            continue
        young = _told_by(one.at, lines) > now
        counts = share("", _is_silent(one, lines), young=young)
        if one.fault == "ours" and not young:
            counts |= {"parts": sum(one.apology), "apologies": 1}
        reversed_soon = one.reversed_at is not None and one.reversed_at <= one.at + lines.reversible
        counts |= share("reversed_", reversed_soon, young=one.at + lines.reversible > now)
        yield Item(one.at, one.team, counts)
    for pair in mended:
        by = _told_by(pair.at, lines)
        yield Item(pair.at, pair.team, share("", pair.told_at is None or pair.told_at > by, young=by > now))


def tell(added: Sum, lines: Thresholds) -> Measure:
    """Make the measure of what was added up."""
    apologies = added.counts["apologies"]
    return Measure(
        "M7",
        added.ratio(),
        {
            "apology_completeness": added.counts["parts"] / 4 / apologies if apologies else None,
            "reversed": added.ratio("reversed_"),
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
