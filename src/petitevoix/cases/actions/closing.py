"""Putting a case at rest: pending, held, watched with a plan; or closed, with its record."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.actions.clearing import cleared, must_not_be_spam
from petitevoix.cases.actions.dating import must_come_within_a_year
from petitevoix.cases.actions.promising import promise
from petitevoix.cases.actions.reopening import wait_again
from petitevoix.cases.actions.replying import reply
from petitevoix.cases.actions.stopping import remembers_stops
from petitevoix.cases.models import Case, Closure, Promise
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.text import in_words, one_line, storable
from petitevoix.kit.words import moment
from petitevoix.people.models import Advisor, Person


def set_state(case: Case, state: str, *, by: Advisor) -> Case:
    """Change whose turn it is. Raises Refused for `closed` and `watched`, which take words, and for unknown states."""
    must_answer(by)
    if state == Case.State.WATCHED:
        raise Refused(_("An observation has a plan, an end, and a call: say what is watched, and until when."))
    if state == Case.State.CLOSED:
        raise Refused(_("A case closes with words: what it was, and what was done."))
    if state not in set(Case.State.values) - {Case.State.SPAM}:
        raise Refused(_("“%(state)s” is no state of a case.") % {"state": state})
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        cleared(case, by=by)
        before = case.state
        if before == state:
            return case
        was = _stood(case)
        with case.changing():
            if state == Case.State.OPEN:
                case.wait_on_us(clock.now())
            else:
                case.rest(state)
        record("case.turned", case, by=by, before=before, state=state, team=case.team_id, was=was)
    return case


@remembers_stops
def close(
    case: Case, *, by: Advisor, what_it_was: str, what_was_done: str, how_to_avoid: str = "", whose_fault: str = "",
    acknowledgment: str = "", repair: str = "", what_changes: str = "", **how: Any,
) -> Closure:  # fmt: skip
    """Close a case with its record, which is sent to the person in readable form; writing back reopens it.

    `how` is what `reply` takes besides: `seen`, `marks`, `confirmed`. Where the fault was ours it takes an
    acknowledgment, a repair and what changes. Raises Refused where a part is missing, Unseen and Stopped.
    """
    must_answer(by)
    whose_fault = whose_fault or case.fault
    if whose_fault and whose_fault not in Case.Fault.values:
        raise Refused(_("“%(fault)s” is nobody a fault can be of.") % {"fault": whose_fault})
    closure = Closure(
        case=case, by=by, whose_fault=whose_fault,
        what_it_was=in_words(what_it_was), what_was_done=in_words(what_was_done),
        how_to_avoid=in_words(how_to_avoid), acknowledgment=in_words(acknowledgment), repair=in_words(repair),
        what_changes=in_words(what_changes),
    )  # fmt: skip
    _must_be_whole(closure)
    with transaction.atomic():
        if whose_fault != case.fault:  # before its words are looked at: a fault of ours owes an apology
            case = Case.objects.locked(case.pk)
            with case.changing():
                case.fault = whose_fault
        message = reply(case, by=by, words=closure.words, then=Case.State.CLOSED, **how)
        closure.case, closure.at = message.case, message.at
        closure.save()
        record("case.closed", message.case, by=by, proven=True, team=message.case.team_id, **_facts(closure))
    return closure


def not_solved(case: Case, *, by: Person) -> Case:
    """Say that a case called settled is not: it waits on us again, as it was."""
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        if case.state != Case.State.CLOSED:
            return case
        record("case.disputed", case, by=by, proven=True, team=case.team_id)
        wait_again(case, by=by, because="not solved", missed=True)
    return case


def watch(case: Case, *, by: Advisor, plan: str, until: datetime) -> Promise:
    """Put a case under observation: what is tried, until when, and the promise to call then, result or not.

    There is one call to come at a time: with a new plan the one that is promised goes on, by its day or sooner.
    Raises Refused without a plan, or for an end that is past, more than a year away, or after that call.
    """
    must_answer(by)
    plan = in_words(plan)
    if not plan:
        raise Refused(_("An observation has a plan: say what is watched, and how."))
    if until <= clock.now():
        raise Refused(_("The end of the observation is already past; choose a later one."))
    must_come_within_a_year(until)
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        must_not_be_spam(case)
        before = case.state
        was = {**_stood(case), "news_due_at": _written(case.news_due_at)}
        call = case.promises.going_on().filter(kind=Promise.Kind.CALL, due_at__gt=clock.now()).last()
        if call and call.due_at and until > call.due_at:
            raise Refused(
                _("They are called by %(when)s: keep that promise first, or offer them another date for it.")
                % {"when": moment(call.due_at, (get_language() or "fr")[:2])}
            )
        with case.changing():
            case.rest(Case.State.WATCHED)
            case.news_due_at = until
        facts: dict[str, Any] = {"plan": plan, "was": was}
        if call:
            made, facts["call"] = call, {"promise": call.pk, "words": call.words, "due_at": _written(call.due_at)}
            call.watch(plan, until=until)
        else:
            made = promise(case, by=by, words=plan, due_at=until, kind=Promise.Kind.CALL)
            facts["promise"] = made.pk
        record("case.turned", case, by=by, before=before, state=case.state, team=case.team_id, **facts)
        return made


def mark_fault(case: Case, *, by: Advisor, whose: str) -> Case:
    """Say whose fault it is, as far as we know. Raises Refused for nobody we know of."""
    must_answer(by)
    if whose and whose not in Case.Fault.values:
        raise Refused(_("“%(fault)s” is nobody a fault can be of.") % {"fault": whose})
    return _change(case, "case.fault_marked", by, fault=whose)


def choose(case: Case, *, by: Advisor | Person, wish: str) -> Case:
    """Say what the person wants of this request: fix it, explain it, let me do it; it can change at any time."""
    if isinstance(by, Advisor):
        must_answer(by)
    if wish and wish not in Case.Wish.values:
        raise Refused(_("“%(wish)s” is no wish we know: fix, explain or do.") % {"wish": wish})
    return _change(case, "case.wished", by, wish=wish)


def mark_before_signing(case: Case, *, by: Advisor, before: bool, contract: str = "") -> Case:
    """Say whether a case asks before a signature, and which contract it led to.

    From then on each answer in it is a commitment of ours, which can be read for as long as there is this case.
    """
    must_answer(by)
    contract = one_line(storable(contract), 80)
    return _change(case, "case.signing", by, before_signing=before, contract=contract if before else "")


def _change(case: Case, name: str, by: Advisor | Person, **fields: Any) -> Case:
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        before = {field: getattr(case, field) for field in fields}
        if before != fields:
            with case.changing():
                for field, value in fields.items():
                    setattr(case, field, value)
            record(name, case, by=by, before=before, team=case.team_id, **fields)
    return case


def turn_back(
    case: Case, *, by: Advisor, state: str, was: Mapping[str, str | None], promise: int | None = None,
    call: Mapping[str, Any] | None = None,
) -> Case:  # fmt: skip
    """Undo a turn: the case stands as it stood, its person has waited since they have; its `promise` was none.

    A `call` that went on with a new plan has its old one again, by the day it was promised for.
    """
    must_answer(by)
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        before = case.state
        if promise:
            Promise.objects.filter(pk=promise, case=case).delete()
        if call and (moved := case.promises.going_on().filter(pk=call["promise"]).first()):
            moved.watch(call["words"], until=datetime.fromisoformat(call["due_at"]))
        with case.changing():
            case.state, case.waiting_since = state, _moment(was["waiting_since"])
            case.snoozed_until = _moment(was["snoozed_until"])
            if "news_due_at" in was:
                case.news_due_at = _moment(was["news_due_at"])
        facts: dict[str, Any] = {"undone": True} | ({"promises": [promise]} if promise else {})
        record("case.turned", case, by=by, before=before, state=state, team=case.team_id, **facts)
    return case


def _stood(case: Case) -> dict[str, str | None]:
    """Write down what a turn changes of a case, for taking it back."""
    return {"waiting_since": _written(case.waiting_since), "snoozed_until": _written(case.snoozed_until)}


def _written(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None


def _must_be_whole(closure: Closure) -> None:
    if not closure.what_it_was or not closure.what_was_done:
        raise Refused(_("A case closes with words: what it was, and what was done."))
    if closure.whose_fault == Case.Fault.OURS and not (
        closure.acknowledgment and closure.repair and closure.what_changes
    ):
        raise Refused(
            _("The fault was ours: the closing says so, says how it is repaired, and what changes from now on.")
        )


def _facts(closure: Closure) -> dict[str, Any]:
    return {
        "closure": closure.pk, "told": True, "fault": closure.whose_fault, "explanation": True,
        "acknowledgment": bool(closure.acknowledgment), "repair": bool(closure.repair),
        "what_changes": bool(closure.what_changes), "quiet": False, "warnings": [],
    }  # fmt: skip
