"""What was asked, promised, wished and found at fault, each as one quiet sentence of the history."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from petitevoix.cases.models import Case
from petitevoix.kit.words import moment
from petitevoix.sifting.signs import shown
from petitevoix.web.workspace.wording import faults, wishes

OWED = frozenset({
    "case.called", "case.disputed", "case.wished", "case.fault_marked", "question.added", "question.dismissed",
    "question.asked_again", "promise.made", "promise.kept", "promise.reopened", "promise.moved", "promise.offered",
    "promise.disputed",
    "promise.withdrawn", "promise.resumed", "promise.agreed", "case.signing", "error.touched",
})  # fmt: skip

SET_ASIDE = frozenset({"case.snoozed", "case.woken", "case.spammed", "case.cleared"})
SIGNS_SHOWN = 4


def set_aside(name: str, who: str, facts: Mapping[str, Any], language: str) -> str:
    """Say that a case was set aside, or why it is back."""
    if name == "case.spammed":
        by_filter = facts.get("because")
        return looks_like(by_filter) if by_filter else _("%(who)s: this is spam.") % {"who": who}
    if name == "case.cleared":
        if facts.get("because") == "answered":
            return _("%(who)s answered: it is no spam.") % {"who": who}
        return _("%(who)s: this is no spam.") % {"who": who}
    if name == "case.snoozed":
        until = moment(datetime.fromisoformat(facts["until"]), language)
        said = _("%(who)s snoozed the case until %(when)s.") % {"who": who, "when": until}
        return f"{said} {facts['why']}" if facts.get("why") else said
    return {
        "time": _("The case is back, as planned."),
        "promise": _("The case is back: something promised is late."),
    }.get(facts.get("because", ""), _("%(who)s woke the case.") % {"who": who})


def looks_like(signs: Sequence[str]) -> str:
    """Say by what signs the filter took words for spam."""
    told = [said for said in dict.fromkeys(shown(sign) for sign in signs) if said][:SIGNS_SHOWN]
    if any(sign.startswith("mark:") for sign in signs):
        told.append(_("what our mail server says of it"))
    if not told:
        return _("It resembles what was called spam here before.")
    return _("It resembles what was called spam here before: %(signs)s.") % {"signs": ", ".join(told)}


def spam_told(case: Case, names: Mapping[str, str]) -> str:
    """Say why a case lies in Spam; nothing where it does not."""
    put = case.spammings.filter(ended_at=None).first() if case.state == Case.State.SPAM else None
    if put is None:
        return ""
    if put.by_id is None:
        return looks_like(put.because)
    return _("%(who)s: this is spam.") % {"who": names.get(f"advisor:{put.by_id}") or _("Somebody")}


def owed(name: str, who: str, facts: Mapping[str, Any], language: str) -> str:
    """Say one of these events in a sentence."""
    if name == "case.wished":
        wish = dict(wishes()).get(facts.get("wish", ""))
        said = (
            _("%(who)s: the person wants “%(wish)s”.") if wish else _("%(who)s: what the person wants is open again.")
        )
        return said % {"who": who, "wish": wish}
    if name == "case.fault_marked":
        return _fault(who, facts.get("fault", ""))
    if name == "case.signing":
        return _signing(who, facts)
    when = moment(datetime.fromisoformat(facts["due_at"]), language) if facts.get("due_at") else ""
    if name == "promise.made" and not when:
        return _("%(who)s made a promise, without a date.") % {"who": who}
    return _SENTENCES[name]() % {"who": who, "when": when}


def _fault(who: str, fault: str) -> str:
    if not fault:
        return _("%(who)s: whose fault it is, we do not know.") % {"who": who}
    return _("%(who)s: the fault is %(whose)s.") % {"who": who, "whose": dict(faults()).get(fault, fault)}


def _signing(who: str, facts: Mapping[str, Any]) -> str:
    if facts.get("contract"):
        return _("%(who)s: it led to the contract %(contract)s.") % {"who": who, "contract": facts["contract"]}
    if facts.get("before_signing"):
        return _("%(who)s: the person asks before they sign; what we answer is a commitment.") % {"who": who}
    return _("%(who)s: this is not asked before signing.") % {"who": who}


_SENTENCES = {
    "case.called": lambda: _("We asked the person whether it is settled."),
    "case.disputed": lambda: _("%(who)s says that it is not settled."),
    "question.added": lambda: _("%(who)s added a question."),
    "question.dismissed": lambda: _("%(who)s: one of these was no question."),
    "question.asked_again": lambda: _("%(who)s asks once more: our answer missed."),
    "promise.made": lambda: _("%(who)s made a promise for %(when)s."),
    "promise.kept": lambda: _("%(who)s kept a promise."),
    "promise.reopened": lambda: _("%(who)s: a promise is not kept after all."),
    "promise.moved": lambda: _("%(who)s accepted another date: %(when)s."),
    "promise.offered": lambda: _("%(who)s offered another date: %(when)s."),
    "promise.disputed": lambda: _("%(who)s says that a promise was not kept."),
    "promise.withdrawn": lambda: _("%(who)s let us off a promise."),
    "promise.resumed": lambda: _("%(who)s holds us to that promise after all."),
    "promise.agreed": lambda: _("%(who)s says that %(when)s suits."),
    "error.touched": lambda: _("%(who)s: an error of ours touched this case."),
}
