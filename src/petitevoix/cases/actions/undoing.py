"""What one has just done can be undone, for as long as it says so; a joining, at any time."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.actions import (
    assigning,
    checklists,
    clearing,
    closing,
    describing,
    joining,
    linking,
    macros,
    relaying,
    snoozing,
    spamming,
    steps,
    tagging,
    taking_part,
)
from petitevoix.cases.models import Case, Joining, LeftOut, Link, MacroRun, Relay, Snooze, Step
from petitevoix.cases.refusals import Refused
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.people.models import Advisor, Person, Team
from petitevoix.people.refusals import WrongValue


def undo(event: Event, *, by: Advisor) -> Case:
    """Undo one act of the history; give the case to go on with.

    Raises Refused: another's act, what cannot be undone, or where things have changed since.
    """
    must_answer(by)
    act = UNDOES.get(event.name)
    if act is None or not can_be_undone(event.name, event.facts):
        raise Refused(_("This cannot be undone."))
    if event.by != by.actor and event.name not in AT_ANY_TIME:
        raise Refused(_("Only who did this can undo it."))
    if (event.facts.get("promise") or event.facts.get("call")) and event.at < clock.now() - AT_ONCE:
        raise Refused(_("Something is promised with this by now: tell the person, and offer them another date."))
    with transaction.atomic():
        return act(event.facts, _case(event), by)


def can_be_undone(name: str, facts: Mapping[str, Any]) -> bool:
    """Tell whether an event is one that can be undone, and says enough for it."""
    return name in UNDOES and (name not in NEEDS or NEEDS[name] in facts)


def _case(event: Event) -> Case:
    return Case.objects.get(pk=int(event.topic.partition(":")[2]))


def _part(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    return joining.part(Joining.objects.get(pk=facts["joining"]), by=by) and Case.objects.get(pk=case.pk)


def _join_again(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    made = Case.objects.get(reference=facts["made"])
    Link.objects.filter(one=case, other=made).delete()
    return joining.join(made, into=case, by=by).into


def _unlink(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    linking.unlink(case, facts["link"], by=by)
    return case


def _give_back(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    if (case.advisor_id, case.team_id) != (facts["advisor"], facts["team"]):
        raise _changed_since()
    before = facts["before"]
    advisor, team = Advisor.objects.filter(pk=before["advisor"]).first(), Team.objects.filter(pk=before["team"]).first()
    return assigning.assign(case, by=by, advisor=advisor, team=team, gives_back=True)


def _change_back(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    if case.person_id != facts["person"]:
        raise _changed_since()
    to = Person.objects.get(pk=facts["before"])
    back = taking_part.change_person(case, to=to, by=by, keep=facts["took_part"])
    LeftOut.objects.filter(case=case, person=facts["person"]).delete()  # nobody took them out
    return back


def _take_out(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    taking_part.take_out(case, Person.objects.get(pk=facts["person"]), by=by)
    LeftOut.objects.filter(case=case, person=facts["person"]).delete()
    return case


def _bring_in(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    taking_part.bring_in(case, Person.objects.get(pk=facts["person"]), by=by)
    return case


def _call_off(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    return relaying.call_off(Relay.objects.get(pk=facts["relay"]), by=by)


def _turn_back(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    if case.state != facts["state"]:
        raise _changed_since()
    return closing.turn_back(
        case, by=by, state=facts["before"], was=facts["was"], promise=facts.get("promise"), call=facts.get("call")
    )


def _describe_back(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    if any(case.fields.get(key) != value for key, value in facts["after"].items()):
        raise _changed_since()
    try:
        return describing.describe(case, by=by, values=facts["before"])
    except WrongValue:  # the field is the house's no more, or no longer takes this
        raise _changed_since() from None


def _link_again(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    linking.link(case, Case.objects.get(pk=facts["other"]), by=by, kind=facts["kind"])
    return case


def _tag_back(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    return tagging.tag(case, by=by, add=facts["removed"], remove=facts["added"])


def _wake(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    if case.snoozed_until != datetime.fromisoformat(facts["until"]):
        raise _changed_since()
    return snoozing.wake(case, by=by)


def _snooze_again(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    last = Snooze.objects.filter(case=case).last()
    return snoozing.snooze(case, by=by, until=datetime.fromisoformat(facts["until"]), why=last.why if last else "")


def _mark_back(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    if case.fault != facts["fault"]:
        raise _changed_since()
    return closing.mark_fault(case, by=by, whose=facts["before"]["fault"])


def _wish_back(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    if case.wish != facts["wish"]:
        raise _changed_since()
    return closing.choose(case, by=by, wish=facts["before"]["wish"])


def _clear(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    return clearing.clear(case, by=by)


def _spam_again(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    if facts.get("because") == "answered":
        raise _changed_since()
    return spamming.spam(case, by=by)


def _take_checklist_out(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    checklists.remove_checklist(case.checklists.get(pk=facts["checklist"]), by=by)
    return case


def _put_checklist_back(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    checklists.restore_checklist(case.checklists.get(pk=facts["checklist"]), by=by)
    return case


def _put_step_back(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    steps.restore_step(Step.objects.get(pk=facts["step"], checklist__case=case), by=by)
    return case


def _take_macro_back(facts: dict[str, Any], case: Case, by: Advisor) -> Case:
    macros.take_back(MacroRun.objects.get(pk=facts["run"], case=case), by=by)
    return case


def _changed_since() -> Refused:
    return Refused(_("This has changed since; look at how it stands now."))


UNDOES: dict[str, Callable[[dict[str, Any], Case, Advisor], Case]] = {
    "case.merged": _part,
    "case.split": _join_again,
    "case.linked": _unlink,
    "case.unlinked": _link_again,
    "case.described": _describe_back,
    "case.assigned": _give_back,
    "case.person_changed": _change_back,
    "case.person_brought_in": _take_out,
    "case.person_taken_out": _bring_in,
    "relay.started": _call_off,
    "case.turned": _turn_back,
    "case.tagged": _tag_back,
    "case.snoozed": _wake,
    "case.woken": _snooze_again,
    "case.fault_marked": _mark_back,
    "case.wished": _wish_back,
    "case.spammed": _clear,
    "case.cleared": _spam_again,
    "macro.run": _take_macro_back,
    "checklist.added": _take_checklist_out,
    "checklist.removed": _put_checklist_back,
    "step.removed": _put_step_back,
}
# What an event of these must say of how things were: without it there is no way back.
NEEDS = {"case.turned": "was", "case.woken": "until", "case.unlinked": "kind"}
AT_ONCE = timedelta(minutes=1)  # in which a promise is undone as if it had not been made
AT_ANY_TIME = {"case.merged", "macro.run"}  # a macro: as long as each of its acts stands
