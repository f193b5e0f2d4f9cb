"""Counting: what the journal holds, added up by day and team; and the measures of a period, made of those sums."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from petitevoix.insight import breakdown
from petitevoix.insight.measure import Measure
from petitevoix.insight.measures import answered, kept, silent, twice
from petitevoix.insight.measures.answered import Waiting
from petitevoix.insight.period import Period
from petitevoix.insight.ratio import Ratio
from petitevoix.insight.reading import Reading, read
from petitevoix.insight.summing import Item, Sum, Team
from petitevoix.insight.thresholds import Thresholds

IDS = ("M1", "M2", "M3", "M7")


@dataclass
class Cell:
    """What one day of one team adds to each measure, and whose hands its answers came from."""

    sums: dict[str, Sum] = field(default_factory=lambda: defaultdict(Sum))
    hands: set[str] = field(default_factory=set)


@dataclass
class Figures:
    """The days of a period, team by team, and the questions that wait today."""

    days: dict[tuple[date, Team], Cell] = field(default_factory=lambda: defaultdict(Cell))
    waiting: Waiting = field(default_factory=Waiting)


@dataclass(frozen=True)
class Counted:
    """What was counted, over which period, and when."""

    period: Period
    at: datetime
    lines: Thresholds
    measures: tuple[Measure, ...]
    weeks: dict[str, list[tuple[date, Ratio]]]  # of each measure, by the Monday; never by one of us
    teams: dict[str, dict[Team, breakdown.Part]]  # only ever shown through `breakdown.of`


def count(period: Period, now: datetime, lines: Thresholds | None = None) -> Counted:
    """Read the journal up to `now` and count every measure over a period."""
    lines = lines or Thresholds.drawn()
    return told(figures_of(read(now), now, lines, period), period, now, lines)


def figures_of(read: Reading, now: datetime, lines: Thresholds, period: Period | None = None) -> Figures:
    """Add up what was read by day and team, of a period or of all days."""
    made = Figures(waiting=answered.waiting(read.inbound.values(), now))
    for measure, items in _items(read, now, lines):
        for one in items:
            if period is None or one.at in period:
                made.days[one.at.date(), one.team].sums[measure].take(one)
    for (day, team), hands in read.hands.items():
        if (day, team) in made.days or period is None or period.begins.date() <= day < period.ends.date():
            made.days[day, team].hands |= hands
    return made


def told(figures: Figures, period: Period, at: datetime, lines: Thresholds) -> Counted:
    """Make the measures of a period out of its days."""
    whole: dict[str, Sum] = defaultdict(Sum)
    weeks: dict[str, dict[date, Sum]] = {id: defaultdict(Sum) for id in IDS}
    teams: dict[Team, Cell] = defaultdict(Cell)
    for (day, team), cell in figures.days.items():
        teams[team].hands |= cell.hands
        for id, added in cell.sums.items():
            whole[id] += added
            weeks[id][day - timedelta(days=day.weekday())] += added
            teams[team].sums[id] += added
    return Counted(
        period,
        at,
        lines,
        (
            kept.tell(whole["M1"], lines),
            answered.tell(whole["M2"], lines, figures.waiting),
            twice.tell(whole["M3"], lines),
            silent.tell(whole["M7"], lines),
        ),
        {id: [(monday, sums[monday].ratio()) for monday in sorted(sums)] for id, sums in weeks.items()},
        {id: _by_team(id, teams) for id in IDS},
    )


def _items(read: Reading, now: datetime, lines: Thresholds) -> Iterator[tuple[str, Iterable[Item]]]:
    yield "M1", kept.items(read.promises.values(), now, lines)
    yield "M2", answered.items(read.inbound.values(), now, lines)
    yield "M3", twice.items(read.replies.values(), lines)
    yield "M7", silent.items(read.closures, read.mended.values(), now, lines)


def _by_team(id: str, teams: dict[Team, Cell]) -> dict[Team, breakdown.Part]:
    return {team: breakdown.Part(cell.sums[id].ratio(), frozenset(cell.hands)) for team, cell in teams.items()}
