"""Keeping what was counted: a job counts all days again and again, a page reads the days it shows."""

import time
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from petitevoix.insight.counting import Counted, Figures, figures_of, told
from petitevoix.insight.measures.answered import Waiting
from petitevoix.insight.models import Count, DayCounted
from petitevoix.insight.period import Period
from petitevoix.insight.reading import read
from petitevoix.insight.summing import Sum
from petitevoix.insight.thresholds import Thresholds
from petitevoix.jobs.tasks import task
from petitevoix.journal.tail import last_id
from petitevoix.kit import clock

# Counting reads the whole journal: at most every five minutes, and in at most a hundredth of the time.
EVERY, RARELY = timedelta(minutes=5), 100


def count_again() -> bool:
    """Have everything counted again where the last counting is old enough; say whether it will be."""
    now = clock.now()
    last = Count.objects.first()
    if last and now < last.started_at + max(EVERY, timedelta(seconds=RARELY * last.seconds)):
        return False
    with transaction.atomic():
        begun, _new = Count.objects.update_or_create(pk=1, defaults={"started_at": now})
        if begun.at is None:
            Count.objects.filter(pk=1).update(read=0, events=last_id())
        keep_count.enqueue(key="insight.count")
    return True


@task(priority=8)
def keep_count() -> None:
    """Count all days from the journal, and keep the figures of those that changed."""
    now, began, lines = clock.now(), time.monotonic(), Thresholds.drawn()
    figures = figures_of(read(now, progress=_progress), now, lines)
    rows = _rows(figures)
    with transaction.atomic():
        known = dict(DayCounted.objects.values_list("day", "figures"))
        DayCounted.objects.filter(day__in=known.keys() - rows.keys()).delete()
        changed = [DayCounted(day=day, figures=row) for day, row in rows.items() if known.get(day) != row]
        DayCounted.objects.bulk_create(
            changed, batch_size=500, update_conflicts=True, unique_fields=["day"], update_fields=["figures"]
        )
        counted = {"at": now, "seconds": time.monotonic() - began, "waiting": _waiting_row(figures.waiting)}
        Count.objects.update_or_create(
            pk=1, defaults={**counted, "lines": lines.as_row()}, create_defaults={
                **counted, "lines": lines.as_row(), "started_at": now,
            },
        )  # fmt: skip


def kept(period: Period) -> tuple[Counted | None, int]:
    """Get the measures of a period as they were last counted, in two queries; or how far the first counting is."""
    last = Count.objects.first()
    if last is None or last.at is None:
        return None, last.progress if last else 0
    days = DayCounted.objects.filter(day__gte=period.begins.date(), day__lt=period.ends.date())
    figures = Figures(waiting=_waiting(last.waiting))
    for day, row in days.values_list("day", "figures"):
        for team, cell in row.items():
            into = figures.days[day, int(team) if team else None]
            into.hands = set(cell.get("hands", ()))
            for id, added in cell["sums"].items():
                into.sums[id] = Sum.from_row(added)
    return told(figures, period, last.at, Thresholds.from_row(last.lines)), 100


def _rows(figures: Figures) -> dict[date, dict[str, Any]]:
    rows: dict[date, dict[str, Any]] = {}
    for (day, team), cell in figures.days.items():
        sums = {id: added.as_row() for id, added in sorted(cell.sums.items())}
        row = {"sums": sums, "hands": sorted(cell.hands)}
        rows.setdefault(day, {})["" if team is None else str(team)] = row
    return rows


def _waiting_row(left: Waiting) -> dict[str, Any]:
    return {**asdict(left), "oldest": left.oldest.total_seconds() if left.oldest else None}


def _waiting(row: dict[str, Any]) -> Waiting:
    oldest = row.get("oldest")
    return Waiting(row.get("count", 0), timedelta(seconds=oldest) if oldest else None, row.get("why", 0))


def _progress(number: int) -> None:
    Count.objects.filter(pk=1, at=None).update(read=number)
