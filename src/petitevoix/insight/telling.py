"""Telling figures as people say them: 3 of 5, 60 %, between 23 and 88 %."""

from datetime import date, timedelta

from babel.dates import format_date
from babel.numbers import format_decimal
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from petitevoix.insight.measure import Figure, Measure
from petitevoix.insight.period import Period
from petitevoix.insight.ratio import Ratio
from petitevoix.insight.thresholds import Thresholds
from petitevoix.insight.words import LINES
from petitevoix.kit import words
from petitevoix.kit.typography import typeset

PRECISE_FROM = 200  # with fewer, a tenth of a percent says more than is known


def share(value: float, language: str, n: int = 0) -> str:
    """Say a share: 60 %, and 0.07 % where it is of many."""
    percent = 100 * value
    form = "#,##0.##" if n >= PRECISE_FROM and percent < 1 else "#,##0.#" if n >= PRECISE_FROM else "#,##0"
    return _number(percent, language, form) + ("\u00a0%" if language == "fr" else "%")


def counted(ratio: Ratio, language: str) -> str:
    """Say how many of how many."""
    return _("%(x)s of %(n)s") % {"x": _number(ratio.x, language), "n": _number(ratio.n, language)}


def between(ratio: Ratio, language: str) -> str:
    """Say the interval of a ratio that has one."""
    if ratio.low is None or ratio.high is None:
        return _("no data yet")
    low, high = (share(bound, language, ratio.n) for bound in (ratio.low, ratio.high))
    return _("between %(low)s and %(high)s") % {"low": low.removesuffix("%").rstrip(), "high": high}


def figure(told: Figure, language: str) -> str:
    """Say any figure; where there is none, that there is none."""
    if isinstance(told, Ratio):
        if told.value is None:
            return _("no data yet")
        return f"{counted(told, language)}, {share(told.value, language, told.n)}"
    if isinstance(told, timedelta):
        return words.span(told, language)
    if isinstance(told, float):
        return share(told, language)
    return _("no data yet") if told is None else _number(told, language)


def not_yet(ratio: Ratio) -> str:
    """Say how many are too young to be counted; nothing where none is."""
    if not ratio.unmatured:
        return ""
    return ngettext("%(count)d is too recent to count.", "%(count)d are too recent to count.", ratio.unmatured) % {
        "count": ratio.unmatured
    }


def lines_of(measure: Measure, lines: Thresholds, language: str) -> str:
    """Say where a measure draws its lines, and since when."""
    drawn = [_(LINES[key]) % {"line": _number(line, language, "#,##0.##")} for key, line in measure.thresholds.items()]
    since = words_of(lines.since, language)
    said = _("Lines drawn since %(day)s: %(lines)s.") % {"day": since, "lines": "; ".join(drawn)}
    return typeset(said, language)


def span_of(period: Period, language: str) -> str:
    """Say from which day to which: the last day that is counted."""
    last = period.ends - timedelta(microseconds=1)
    return _("from %(first)s to %(last)s") % {
        "first": words_of(period.begins.date(), language),
        "last": words_of(last.date(), language),
    }


def words_of(day: date, language: str) -> str:
    """Say a day: 22 November 2026."""
    return format_date(day, "d MMMM y", locale="fr" if language == "fr" else "en_GB")


def _number(value: float, language: str, form: str = "#,##0") -> str:
    return format_decimal(value, form, locale="fr" if language == "fr" else "en_GB")
