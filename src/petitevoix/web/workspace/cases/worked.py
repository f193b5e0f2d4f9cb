"""What was joined, split, linked, handed to a third party, each as one quiet sentence of the history."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from petitevoix.cases.actions.undoing import AT_ANY_TIME, can_be_undone
from petitevoix.kit import clock
from petitevoix.people.models import Advisor

WORKED = frozenset({
    "case.merged", "case.parted", "case.split", "case.split_off", "case.linked", "case.unlinked",
    "case.person_changed", "case.person_brought_in", "case.person_taken_out", "relay.started", "relay.answered",
    "relay.overdue", "relay.changed", "relay.closed", "relay.called_off",
})  # fmt: skip


def worked(name: str, who: str, facts: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """Say one of these events in a sentence; a case that its reader might not see is not named."""
    if name == "case.person_changed":
        to = names.get(f"person:{facts.get('person')}") or _("somebody else")
        before = names.get(f"person:{facts.get('before')}")
        if facts.get("kept") and before:
            return _("%(who)s: it is %(to)s’s matter; %(before)s goes on taking part.") % {
                "who": who, "to": to, "before": before}  # fmt: skip
        return _("%(who)s: it is %(to)s’s matter.") % {"who": who, "to": to}
    if name == "relay.answered" and facts.get("automatic"):
        return _("A machine of %(name)s wrote to us.") % {"name": facts.get("who", "")}
    if name == "relay.started" and facts.get("forwarded"):
        return _("%(who)s forwarded words of this case to %(name)s.") % {"who": who, "name": facts.get("who", "")}
    if name == "case.parted" and facts.get("stays"):
        return _("%(who)s took %(reference)s apart again; what has arrived since stays in %(into)s.") % {
            "who": who, **facts}  # fmt: skip
    return _SENTENCES[name]() % {
        "who": who,
        "name": facts.get("who", ""),
        "person": names.get(f"person:{facts.get('person')}") or _("somebody"),
        "reference": facts.get("reference", ""),
        "result": facts.get("result", ""),
    }


def seconds_to_undo(name: str, by: str, at: datetime, facts: Mapping[str, Any], reader: Advisor) -> int:
    """Say for how many seconds a reader is still offered to undo an act of theirs."""
    if not can_be_undone(name, facts) or by != reader.actor or not reader.answers:
        return 0
    return max(int(settings.UNDO_SECONDS - (clock.now() - at).total_seconds()), 0)


def overtaken(rows: Iterable[tuple[int, str, str, datetime, Mapping[str, Any]]]) -> set[int]:
    """Give the events, of rows in their order, of which nothing stands to be undone: another came after each."""
    last: dict[tuple[str, Any], int] = {}
    gone = set()
    for pk, name, _by, _at, facts in rows:
        about, fact = _STANDS_ALONE.get(name, ("", ""))
        if about:
            key = (about, facts.get(fact))
            gone |= {last[key]} if key in last else set()
            last[key] = pk
    return gone


def undone_later(name: str, facts: Mapping[str, Any], parted: set[int], standing: set[int], reader: Advisor) -> bool:
    """Say whether an act can be undone at any time; a macro, as long as each of its acts stands as it left it."""
    if name == "macro.run":
        return facts.get("run") in standing
    return name in AT_ANY_TIME and reader.answers and facts.get("joining") not in parted


# What an event is about, and the fact that says which one: of these the last alone can be undone.
_STANDS_ALONE = {
    "case.merged": ("joining", "joining"), "case.parted": ("joining", "joining"),
    "relay.started": ("relay", "relay"), "relay.called_off": ("relay", "relay"), "relay.closed": ("relay", "relay"),
    "case.snoozed": ("snooze", ""), "case.woken": ("snooze", ""), "case.spammed": ("spam", ""),
    "case.cleared": ("spam", ""), "case.assigned": ("holder", ""), "case.turned": ("turn", ""),
    "case.fault_marked": ("fault", ""), "case.wished": ("wish", ""),
}  # fmt: skip
_SENTENCES = {
    "case.merged": lambda: _("%(who)s joined the case %(reference)s to this one."),
    "case.parted": lambda: _("%(who)s took %(reference)s apart again."),
    "case.split": lambda: _("%(who)s made some words a case of their own."),
    "case.split_off": lambda: _("%(who)s made this case of words of another."),
    "case.linked": lambda: _("%(who)s linked this case to another."),
    "case.unlinked": lambda: _("%(who)s took a link to another case away."),
    "case.person_brought_in": lambda: _("%(who)s brought %(person)s in."),
    "case.person_taken_out": lambda: _("%(who)s took somebody out of this case."),
    "relay.started": lambda: _("%(who)s handed a part of it to %(name)s."),
    "relay.answered": lambda: _("%(name)s answered us: it is our turn."),
    "relay.overdue": lambda: _("%(name)s has not answered by the day we had set: the case is back with us."),
    "relay.changed": lambda: _("%(who)s put what we await from %(name)s differently."),
    "relay.closed": lambda: _("%(who)s: what %(name)s held is over. %(result)s"),
    "relay.called_off": lambda: _("%(who)s took the letter to %(name)s back before it left."),
}
