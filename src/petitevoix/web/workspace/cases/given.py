"""How a case found its owner, and what went with it, each as one quiet sentence of the history."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from petitevoix.insight.telling import words_of
from petitevoix.kit.words import moment

GIVEN = frozenset({
    "case.offered", "case.who_chosen", "case.offer_over", "case.summary_read", "message.told_twice",
    "message.told_once",
})  # fmt: skip


def given(name: str, who: str, facts: Mapping[str, Any], names: Mapping[str, str], language: str) -> str:
    """Say one of these events in a sentence."""
    usual = names.get(f"advisor:{facts.get('advisor')}") or _("Somebody")
    if name == "case.offered" and facts.get("strengths"):
        return _("It is held out to who is good at “%(about)s”.") % {"about": ", ".join(facts["strengths"])}
    if name == "case.offered":
        until = moment(datetime.fromisoformat(facts["until"]), language)
        said = _("%(usual)s, who has answered this person before, is asked first, until %(until)s.")
        return said % {"usual": usual, "until": until}
    if name == "case.who_chosen":
        said = (
            _("%(who)s would rather wait for %(usual)s.")
            if facts.get("who") == "same"
            else _("%(who)s would rather have whoever is free first.")
        )
        return said % {"who": who, "usual": usual}
    return {
        "case.offer_over": _("%(usual)s does not see to it in time: it is the team’s."),
        "case.summary_read": _("%(who)s has read the summary."),
        "message.told_twice": _("%(who)s says that we asked for what they had told us before."),
        "message.told_once": _("%(who)s: we had not been told this before after all."),
    }[name] % {"who": who, "usual": usual}


def fell_to(facts: Mapping[str, Any], names: Mapping[str, str], language: str) -> str:
    """Say to whom a case fell by itself, and why; nothing where somebody gave it."""
    to = names.get(f"advisor:{facts.get('advisor')}") or _("Somebody")
    because = facts.get("because")
    if because == "turn":
        return _("It was the turn of %(to)s, who has the case now.") % {"to": to}
    if because == "same":
        return _("%(to)s, who has answered this person before, has the case now.") % {"to": to}
    if because == "substitute":
        until = words_of(date.fromisoformat(facts["until"]), language) if facts.get("until") else ""
        usual = names.get(f"advisor:{facts.get('usual')}") or _("Somebody")
        said = {"usual": usual, "until": until, "to": to}
        return _("%(usual)s is away until %(until)s: %(to)s stands in and has the case now.") % said
    return ""
