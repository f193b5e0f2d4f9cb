"""Waits and hands in words."""

from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from petitevoix.care.load import Queue
from petitevoix.care.models import Hand
from petitevoix.kit import words
from petitevoix.people.models import Advisor
from petitevoix.web.shared.language import page_language

WHOLE_HOURS = 10  # from then on minutes say nothing


class Row(NamedTuple):
    """One team's load: what waits, how long, and how long its bar is drawn."""

    path: str
    name: str
    waiting: str
    wait: str
    bar: str


class HandRow(NamedTuple):
    """One hand: what is asked of whom, and what it would change."""

    id: int
    path: str
    asked: str
    reckoned: str
    mine: bool
    lends: bool


def rows(found: Iterable[Queue]) -> list[Row]:
    """Give the rows of teams, each bar as long as its wait is of the longest."""
    kept = list(found)
    longest = max((one.wait or 0 for one in kept), default=0)
    return [
        Row(
            path=f"/desk/team/{one.team.pk}/",
            name=one.team.name,
            waiting=ngettext("%(count)s case waits", "%(count)s cases wait", one.waiting) % {"count": one.waiting},
            wait=hours(one.wait) if one.wait is not None else "",
            bar=f"{100 * (one.wait or 0) / longest:.1f}%" if longest else "0%",
        )
        for one in kept
    ]


def hand_row(hand: Hand, reader: Advisor) -> HandRow:
    """Say what a hand is asked for and what it would change, to who is asked or to those who lead."""
    to, of = hand.to_team, hand.from_team
    until = words.hour(hand.until, page_language())
    lends = hand.answer == Hand.Answer.YES
    if hand.advisor_id != reader.pk:
        said = _("%(name)s lends %(team)s a hand until %(hour)s") if lends else _(
            "%(name)s is asked to lend %(team)s a hand until %(hour)s")  # fmt: skip
    elif lends:
        said = _("You lend %(team)s a hand until %(hour)s")
    else:
        said = _("Could you lend %(team)s a hand until %(hour)s?")
    return HandRow(
        id=hand.pk,
        path=f"/desk/team/{to.pk}/",
        asked=said % {"name": hand.advisor.name, "team": to.name, "hour": until},
        reckoned=_("%(to)s: %(then)s instead of %(now)s; %(of)s: %(of_then)s instead of %(of_now)s") % {
            "to": to.name, "then": hours(hand.to_wait_then), "now": hours(hand.to_wait),
            "of": of.name, "of_then": hours(hand.from_wait_then), "of_now": hours(hand.from_wait),
        },
        mine=hand.advisor_id == reader.pk,
        lends=lends,
    )  # fmt: skip


def hours(wait: float) -> str:
    """Say working hours: « 40 min », « 3 h 20 », « 45 h »."""
    if wait >= WHOLE_HOURS:
        return f"{round(wait)}\u00a0h"
    return words.span(timedelta(hours=wait), page_language())
