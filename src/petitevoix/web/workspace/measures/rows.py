"""The measures as they are read: flat rows, every figure already said in words."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from petitevoix.insight import telling
from petitevoix.insight.counting import Counted
from petitevoix.insight.measure import Measure
from petitevoix.insight.thresholds import Thresholds
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


def rows(counted: Counted, language: str) -> list[Row]:
    """Say each measure in one language."""
    return [_row(one, counted.lines, language) for one in counted.measures]


def _row(one: Measure, lines: Thresholds, language: str) -> Row:
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
        drawn=_drawn(one, language),
        companions=[(_(COMPANIONS[key]), telling.figure(told, language)) for key, told in one.told.items()],
        how=[_(sentence) for sentence in words.how],
        counterpart=_(COUNTERPARTS[one.read_with]),
        lines=telling.lines_of(one, lines, language),
    )


def _drawn(one: Measure, language: str) -> Drawn | None:
    low, high, value = one.ratio.low, one.ratio.high, one.ratio.value
    if low is None or high is None or value is None:
        return None
    anchors = ((0, "start"), (0.5, "middle"), (1, "end"))
    scale = [(f"{at:.0%}", telling.share(at, language), anchor) for at, anchor in anchors]
    return Drawn(f"{low:.2%}", f"{high - low:.2%}", f"{value:.2%}", scale)
