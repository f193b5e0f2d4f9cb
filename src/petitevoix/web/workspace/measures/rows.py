"""The measures as they are read: flat rows, every figure already said in words."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from petitevoix.insight import breakdown, telling
from petitevoix.insight.counting import Counted
from petitevoix.insight.measure import Measure
from petitevoix.insight.ratio import Ratio
from petitevoix.insight.words import COMPANIONS, COUNTERPARTS, MEASURES


class Drawn(NamedTuple):
    """Where the interval lies on its line, in percent of it."""

    low: str
    reach: str
    value: str
    scale: list[tuple[str, str, str]]  # where, what is written there, and how it is anchored


class Row(NamedTuple):
    id: str
    name: str
    what: str
    share: str  # nothing where there is no data
    counted: str
    between: str
    not_yet: str
    better: str
    drawn: Drawn | None
    companions: list[tuple[str, str]]
    how: list[str]
    counterpart: str
    lines: str
    weeks: list["Week"]
    teams: list["Share"]
    has_hidden: bool  # teams that too few stand behind to be shown


class Share(NamedTuple):
    """A share of one team or week, in words and drawn."""

    name: str
    share: str
    counted: str
    between: str
    drawn: Drawn | None


class Week(NamedTuple):
    """A week in its place on the line of weeks: percent from the left, and from the top."""

    told: Share
    at: str
    high: str
    low: str
    value: str


def rows(counted: Counted, teams: Mapping[int, str], language: str) -> list[Row]:
    """Say each measure in one language, with the `teams` its reader may know of, by name."""
    return [_row(one, counted, teams, language) for one in counted.measures]


def _row(one: Measure, counted: Counted, names: Mapping[int, str], language: str) -> Row:
    by_team = breakdown.of(counted.teams[one.id], names)
    words, ratio = MEASURES[one.id], one.ratio
    return Row(
        id=one.id,
        name=_(words.name),
        what=_(words.what),
        share="" if ratio.value is None else telling.share(ratio.value, language, ratio.n),
        counted=telling.counted(ratio, language),
        between=telling.between(ratio, language),
        not_yet=telling.not_yet(ratio),
        better=_("More is better.") if words.more_is_better else _("Less is better."),
        drawn=_line(ratio, language),
        companions=[(_(COMPANIONS[key]), telling.figure(told, language)) for key, told in one.told.items()],
        how=[_(sentence) for sentence in words.how],
        counterpart=_(COUNTERPARTS[one.read_with]),
        lines=telling.lines_of(one, counted.lines, language),
        weeks=_weeks(counted.weeks[one.id], language),
        teams=sorted(_share(names[team], part, language) for team, part in by_team.shown.items() if team),
        has_hidden=bool(by_team.shown) and by_team.has_hidden,
    )


def _share(name: str, ratio: Ratio, language: str) -> Share:
    share = "" if ratio.value is None else telling.share(ratio.value, language, ratio.n)
    return Share(
        name, share, telling.counted(ratio, language), telling.between(ratio, language), _line(ratio, language)
    )


def _weeks(weeks: list[tuple[date, Ratio]], language: str) -> list[Week]:
    """Place the weeks side by side; one alone says no more than the whole."""
    told = [(monday, ratio) for monday, ratio in weeks if ratio.n]
    if len(told) < 2:
        return []
    first, last = told[0][0], told[-1][0]
    return [_week(monday, ratio, (monday - first) / (last - first), language) for monday, ratio in told]


def _week(monday: date, ratio: Ratio, at: float, language: str) -> Week:
    assert ratio.low is not None
    assert ratio.high is not None
    assert ratio.value is not None
    name = _("week of %(day)s") % {"day": telling.words_of(monday, language)}
    high, low, value = (f"{1 - bound:.2%}" for bound in (ratio.high, ratio.low, ratio.value))
    return Week(_share(name, ratio, language), f"{0.02 + 0.96 * at:.2%}", high, low, value)


def _line(ratio: Ratio, language: str) -> Drawn | None:
    low, high, value = ratio.low, ratio.high, ratio.value
    if low is None or high is None or value is None:
        return None
    anchors = ((0, "start"), (0.5, "middle"), (1, "end"))
    scale = [(f"{at:.0%}", telling.share(at, language), anchor) for at, anchor in anchors]
    return Drawn(f"{low:.2%}", f"{high - low:.2%}", f"{value:.2%}", scale)
