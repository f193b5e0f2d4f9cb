"""Putting a case at rest: pending, held, watched; or closed, with what it was and what was done."""

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.actions.replying import reply
from petitevoix.cases.models import Case, Closure
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.text import storable
from petitevoix.people.models import Advisor


def set_state(case: Case, state: str, *, by: Advisor) -> Case:
    """Change whose turn it is. Raises Refused for `closed`, which takes words, and for an unknown state."""
    must_answer(by)
    if state == Case.State.CLOSED:
        raise Refused(_("A case closes with words: what it was, and what was done."))
    if state not in Case.State.values:
        raise Refused(_("“%(state)s” is no state of a case.") % {"state": state})
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        before = case.state
        if before == state:
            return case
        with case.changing():
            if state == Case.State.OPEN:
                case.wait_on_us(clock.now())
            else:
                case.rest(state)
        record("case.turned", case, by=by, before=before, state=state, team=case.team_id)
    return case


def close(case: Case, *, by: Advisor, what_it_was: str, what_was_done: str, seen: int | None = None) -> Closure:
    """Close a case with its explanation, which is sent to the person; writing back reopens it.

    Raises Refused where a half is missing, and Unseen.
    """
    must_answer(by)
    what_it_was, what_was_done = storable(what_it_was).strip(), storable(what_was_done).strip()
    if not what_it_was or not what_was_done:
        raise Refused(_("A case closes with words: what it was, and what was done."))
    with transaction.atomic():
        words = f"{what_it_was}\n\n{what_was_done}"
        message = reply(case, by=by, words=words, seen=seen, then=Case.State.CLOSED)
        closure = Closure.objects.create(
            case=message.case, what_it_was=what_it_was, what_was_done=what_was_done, by=by, at=message.at
        )
        record("case.closed", message.case, by=by, proven=True, closure=closure.pk, team=message.case.team_id)
    return closure
