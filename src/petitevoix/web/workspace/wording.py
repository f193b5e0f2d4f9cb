"""What the workspace calls things: channels and states, in words people use."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N

from petitevoix.insight.telling import words_of
from petitevoix.kit import clock, words
from petitevoix.people.models import Advisor
from petitevoix.web.shared.language import page_language

CHANNELS = {"email": N("by e-mail"), "form": N("by the form"), "chat": N("by chat"), "phone": N("by phone"),
            "counter": N("at the counter"), "page": N("on their page"), "note": N("among us")}  # fmt: skip
STATES = {"open": N("waiting for us"), "pending": N("waiting for the person"), "held": N("with somebody else"),
          "watched": N("under observation"), "closed": N("closed"), "spam": N("in Spam")}  # fmt: skip
MACHINES = {
    "auto-reply": N("automatic answer"),
    "auto-generated": N("automatic letter"),
    "list": N("from a mailing list"),
    "bounce": N("a letter that came back"),
    "report": N("a report about a letter of ours"),
}


def channel_name(channel: str) -> str:
    """Say by which way words came; a channel we do not know keeps its own name."""
    return _(CHANNELS[channel]) if channel in CHANNELS else channel


def state_name(state: str, *, is_read_first: bool = False) -> str:
    """Say where a case stands; one that is held may be so for somebody who leads to read it first."""
    if state == "held" and is_read_first:
        return _("read first by somebody who leads")
    return _(STATES.get(state, state))


def machine_name(kind: str) -> str:
    """Say what kind of machine wrote a letter."""
    return _(MACHINES.get(kind, "automatic letter"))


def turns() -> list[tuple[str, str]]:
    """Say whose turn it may be, each state with what one says to choose it."""
    return [
        ("open", _("it is our turn")),
        ("pending", _("we wait for the person")),
        ("held", _("somebody else holds a part")),
    ]


def link_kinds() -> list[tuple[str, str]]:
    """Say how another case stands to this one."""
    return [
        ("related", _("has to do with it")),
        ("parent", _("is the larger matter")),
        ("child", _("is a part of it")),
        ("duplicate", _("says the same; this one is the double")),
        ("original", _("is a double of this one")),
    ]


def wishes() -> list[tuple[str, str]]:
    """Say what a person may want of a request; it says nothing about them."""
    return [("fix", _("fix it")), ("explain", _("explain it")), ("do", _("let me do it"))]


def faults() -> list[tuple[str, str]]:
    """Say whose fault it may be, as far as we know."""
    return [("ours", _("ours")), ("other", _("another’s")), ("person", _("the person’s")), ("nobody", _("nobody’s"))]


def presences() -> list[tuple[str, str]]:
    """Give what advisors may say of their presence, each in words."""
    return [
        ("here", _("here")),
        ("writing", _("here, writing only")),
        ("research", _("looking into something")),
        ("pause", _("at a pause")),
        ("away", _("away")),
    ]


def presence_name(advisor: Advisor) -> str:
    """Say how somebody is present."""
    return dict(presences())[advisor.present_as]


def presence_words(advisor: Advisor) -> str:
    """Say until when somebody is away, or how they are present; nothing of who is simply here."""
    away = away_words(advisor.away_from, advisor.away_until)
    if away or advisor.present_as == "here":
        return away
    said = presence_name(advisor)
    if not advisor.presence_until:
        return said
    until = words.when(advisor.presence_until, page_language())
    return _("%(presence)s, until %(when)s") % {"presence": said, "when": until}


def away_words(away_from: date | None, away_until: date | None) -> str:
    """Say until when somebody is away, where they are away today."""
    today = clock.now().astimezone(words.zone()).date()
    if not (away_from and away_until and away_from <= today <= away_until):
        return ""
    return _("away until %(day)s") % {"day": words_of(away_until, page_language())}


def way_said(way: str) -> str:
    """Say how a person prefers to be reached: their own words, and no label."""
    return {
        "email": _("prefers to be reached in writing"),
        "phone": _("prefers to be reached by telephone"),
        "face": _("prefers to be met face to face"),
        "post": _("prefers to be reached by post"),
    }.get(way, "")


def way_unmet(way: str) -> str:
    """Say in one sentence why the way a person prefers cannot be had; nothing where it can."""
    return {
        "phone": _("They prefer the telephone; we can only write here, so the answer goes in writing."),
        "face": _("They prefer to meet face to face; we can only write here, so the answer goes in writing."),
        "post": _("They prefer the post; we can only write by e-mail here, so the answer goes that way."),
    }.get(way, "")
