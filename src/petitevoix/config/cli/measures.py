"""`petitevoix measures`: what the work teaches, counted from the journal alone."""

from __future__ import annotations

import argparse
import json
import os
import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from petitevoix.config.cli.main import use_django

if TYPE_CHECKING:
    from petitevoix.insight.counting import Counted
    from petitevoix.insight.measure import Measure
    from petitevoix.insight.thresholds import Thresholds

WIDTH = 78


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.epilog = "Days are in UTC. Without any, the last twelve full weeks, Monday to Monday."
    parser.add_argument("--from", dest="first", default="", metavar="D", help="the first day, such as 2026-09-01")
    parser.add_argument("--until", dest="last", default="", metavar="D", help="the day it ends, itself not counted")
    parser.add_argument("--json", action="store_true", help="for programs: one JSON object")


def run(args: argparse.Namespace) -> int:
    """Print the measures of a period; 2 where the period is none."""
    use_django()
    from django.utils import translation

    from petitevoix.insight.counting import count
    from petitevoix.insight.period import BadPeriod, chosen
    from petitevoix.insight.rows import as_row
    from petitevoix.kit import clock
    from petitevoix.kit.typography import typeset

    language = _locale()
    with translation.override(language):
        now = clock.now()
        try:
            period = chosen(args.first, args.last, now)
        except BadPeriod as bad:
            print(f"petitevoix measures: {bad}", file=sys.stderr)
            return 2
        counted = count(period, now)
        if args.json:
            print(json.dumps(as_row(counted), ensure_ascii=False, indent=2))
        else:
            print("\n".join(typeset(line, language) for line in _table(counted, language)))
    return 0


def _locale() -> str:
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "fr" if next(filter(None, named), "").startswith("fr") else "en"


def _table(counted: Counted, language: str) -> Iterator[str]:
    from django.utils.translation import gettext as _

    from petitevoix.insight.telling import span_of
    from petitevoix.kit.words import exactly

    yield _("The measures, %(span)s") % {"span": span_of(counted.period, language)}
    for one in counted.measures:
        yield ""
        yield from _measure(one, counted.lines, language)
    yield ""
    yield _("Counted %(at)s, from the journal alone. In brackets, the 95%% interval.") % {
        "at": exactly(counted.at, language)
    }


def _measure(one: Measure, lines: Thresholds, language: str) -> Iterator[str]:
    from django.utils.translation import gettext as _

    from petitevoix.insight.telling import between, figure, lines_of, not_yet
    from petitevoix.insight.words import COMPANIONS, COUNTERPARTS, MEASURES

    told = figure(one.ratio, language)
    if one.ratio.n:
        told += f" [{between(one.ratio, language)}]"
    yield f"{one.id}  {_(MEASURES[one.id].name)}: {told}"
    yield from _wrapped(_(MEASURES[one.id].what))
    if late := not_yet(one.ratio):
        yield f"    {late}"
    for key, beside in one.told.items():
        yield f"    · {_(COMPANIONS[key])}: {figure(beside, language)}"
    yield from _wrapped(f"{_(COUNTERPARTS[one.read_with])} {lines_of(one, lines, language)}")


def _wrapped(words: str) -> list[str]:
    return textwrap.wrap(words, WIDTH, initial_indent="    ", subsequent_indent="    ")
