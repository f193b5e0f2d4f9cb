"""The journal in words: each event that concerns a reader of the thread, as one quiet sentence."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from petitevoix.insight.telling import words_of
from petitevoix.kit.words import moment
from petitevoix.web.workspace.cases.given import GIVEN, fell_to, given
from petitevoix.web.workspace.cases.stepped import STEPPED, stepped
from petitevoix.web.workspace.cases.told import OWED, SET_ASIDE, owed, set_aside
from petitevoix.web.workspace.cases.worked import WORKED, worked
from petitevoix.web.workspace.wording import way_unmet
from petitevoix.web.workspace.written import what_changed

Names = Mapping[str, str]  # "advisor:3", "person:7", "team:2" → what they are called

TOLD = (
    "case.assigned", "case.tagged", "case.turned", "case.closed", "case.reopened", "case.unknown", "message.withdrawn",
    "case.called", "case.described", "case.disputed", "case.wished", "case.fault_marked", "question.added",
    "question.dismissed", "question.asked_again", "promise.made", "promise.kept", "promise.reopened", "promise.moved",
    "promise.offered",
    "promise.disputed", "promise.withdrawn", "promise.resumed", "promise.agreed", "case.signing", "error.touched",
    "parcel.left", "parcel.failed", "parcel.returned", "parcel.delayed", "parcel.retried", "case.snoozed",
    "case.woken", "case.spammed", "case.cleared", "message.held", "case.followed", "case.unfollowed",
    "message.noted", "message.unnoted", "draft.shared", "case.way_unmet", *GIVEN, *WORKED, *STEPPED,
)  # fmt: skip


def sentence(name: str, by: str, facts: Mapping[str, Any], names: Names, language: str) -> str:
    """Say one event in a sentence, or nothing where the thread already shows it."""
    who = names.get(by) or _("Somebody")
    if name == "case.assigned":
        if not facts.get("because"):
            return _assigned(who, by, facts, names)
        return fell_to(facts, names, language) or _returned(facts, names, language)
    if name == "case.turned":
        return _turned(who, facts)
    if name == "case.tagged":
        return _tagged(who, facts)
    if name in GIVEN:
        return given(name, who, facts, names, language)
    if name in WORKED:
        return worked(name, who, facts, names)
    if name == "case.described":
        return _("%(who)s wrote down: %(what)s.") % {"who": who, "what": what_changed("case", facts)}
    if name in STEPPED:
        return stepped(name, who, facts, language)
    if name in SET_ASIDE:
        return set_aside(name, who, facts, language)
    if name in OWED:
        return owed(name, who, facts, language)
    if name == "case.closed":
        return _("%(who)s closed the case, with what it was and what was done.") % {"who": who}
    if name == "case.reopened":
        if facts.get("because") == "undelivered":
            return _("Our letter did not arrive: the case waits for us again.")
        return _("Words came back: the case is open again.")
    if name == "case.unknown":
        return _unknown(who, facts, names, language)
    if name == "message.withdrawn":
        return _("%(who)s took a reply back before it left.") % {"who": who}
    if name == "message.unnoted":
        return _("%(who)s took a note back.") % {"who": who}
    if name == "message.held":
        return _("A reply that waited for its time did not leave, for words came: it is a draft again.")
    if name in {"case.followed", "case.unfollowed", "message.noted", "draft.shared"}:
        return _heard(name, who, facts, names)
    if name == "case.way_unmet":
        return way_unmet(facts.get("way", ""))
    return _carried(name, facts)


def _heard(name: str, who: str, facts: Mapping[str, Any], names: Names) -> str:
    if name == "message.noted":  # the note itself stands in the thread
        called = [names.get(f"advisor:{pk}") or _("somebody") for pk in facts.get("mentioned", ())]
        if not called:
            return ""
        return _("%(who)s mentioned %(names)s.") % {"who": who, "names": ", ".join(called)}
    if name == "draft.shared":
        return _("%(who)s shared the draft of an answer.") % {"who": who}
    if name == "case.followed":
        return _("%(who)s follows the case.") % {"who": who}
    return _("%(who)s no longer follows the case.") % {"who": who}


def _assigned(who: str, by: str, facts: Mapping[str, Any], names: Names) -> str:
    before = facts.get("before") or {}
    advisor, team = facts.get("advisor"), names.get(f"team:{facts.get('team')}", "")
    moved = team and facts.get("team") != before.get("team")
    if advisor and f"advisor:{advisor}" == by:
        return _("%(who)s took the case.") % {"who": who}
    if advisor:
        to = names.get(f"advisor:{advisor}") or _("somebody")
        said = _("%(who)s handed the case over to %(to)s.") % {"who": who, "to": to}
        return _and_follows(said, who, facts)
    if moved:
        said = _("%(who)s handed the case over to the team %(team)s.") % {"who": who, "team": team}
        return _and_follows(said, who, facts)
    return _("%(who)s left the case to the team.") % {"who": who}


def _and_follows(said: str, who: str, facts: Mapping[str, Any]) -> str:
    return " ".join([said, _("%(who)s follows it from now on.") % {"who": who}]) if facts.get("follows") else said


def _returned(facts: Mapping[str, Any], names: Names, language: str) -> str:
    owner = names.get(f"advisor:{facts['before']['advisor']}") or _("Somebody")
    to = names.get(f"advisor:{facts.get('advisor')}", "")
    if facts["because"] == "silent":
        return _("The case waited, so it is the team’s again; %(owner)s held it until now.") % {"owner": owner}
    said = {"owner": owner, "to": to, "until": words_of(date.fromisoformat(facts["until"]), language)}
    if to:
        return _("%(owner)s is away until %(until)s: %(to)s stands in and has the case now.") % said
    return _("%(owner)s is away until %(until)s: the case is the team’s again.") % said


def _tagged(who: str, facts: Mapping[str, Any]) -> str:
    given, taken = ", ".join(facts.get("added", ())), ", ".join(facts.get("removed", ()))
    if given and taken:
        both = _("%(who)s gave the tag %(given)s and took off %(taken)s.")
        return both % {"who": who, "given": given, "taken": taken}
    if given:
        return _("%(who)s gave the tag %(given)s.") % {"who": who, "given": given}
    return _("%(who)s took off the tag %(taken)s.") % {"who": who, "taken": taken}


def _turned(who: str, facts: Mapping[str, Any]) -> str:
    sentences = {
        "open": _("%(who)s: it is our turn again."),
        "pending": _("%(who)s: we wait for the person."),
        "held": _("%(who)s: somebody else holds a part of it now."),
        "watched": _("%(who)s: we keep an eye on it."),
    }
    said = sentences.get(facts.get("state", ""), "") % {"who": who}
    return f"{said} {facts['plan']}" if facts.get("plan") else said


def _unknown(who: str, facts: Mapping[str, Any], names: Names, language: str) -> str:
    when = moment(datetime.fromisoformat(facts["news_on"]), language) if facts.get("news_on") else ""
    asked = names.get(f"advisor:{facts.get('asked')}", "")
    if asked:
        return _("%(who)s does not know yet and asked %(asked)s; news is promised for %(when)s.") % {
            "who": who, "asked": asked, "when": when}  # fmt: skip
    return _("%(who)s does not know yet; news is promised for %(when)s.") % {"who": who, "when": when}


def _carried(name: str, facts: Mapping[str, Any]) -> str:
    if name == "parcel.left":
        # Replies say themselves that they left.
        return _("A first word told the person that we read it.") if facts.get("purpose") == "acknowledgement" else ""
    return {
        "parcel.failed": _("A letter of ours could not be delivered."),
        "parcel.returned": _("A letter of ours came back."),
        "parcel.delayed": _("A letter of ours is delayed; we go on trying."),
        "parcel.retried": _("The letter is tried once more."),
    }.get(name, "")
