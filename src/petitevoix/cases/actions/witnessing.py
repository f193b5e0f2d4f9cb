"""Calling a witness: whoever is pressed, threatened or told of rank has a lead beside them by one gesture."""

from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer, who_may_see
from petitevoix.cases.actions.noting import note
from petitevoix.cases.models import Case, Message
from petitevoix.cases.refusals import Refused
from petitevoix.kit import clock
from petitevoix.kit.words import zone
from petitevoix.people.models import Advisor


def call_witness(case: Case, *, by: Advisor) -> Message:
    """Call those who lead here to come and see what is said in a case: a note among us that names them.

    Those of the case's team are called, where there are none those of other teams; who is away only where nobody else
    leads. Raises Refused where nobody but the caller leads.
    """
    must_answer(by)
    called = _whom_to_call(case, by)
    if not called:
        raise Refused(_("Nobody else leads here who may see this case."))
    names = ", ".join(f"@{one.name}" for one in called)
    return note(case, by=by, words=_("%(names)s, please come and see what is said here.") % {"names": names})


def _whom_to_call(case: Case, by: Advisor) -> list[Advisor]:
    leads = who_may_see(case).filter(role=Advisor.Role.LEAD).exclude(pk=by.pk).prefetch_related("teams")
    today = clock.now().astimezone(zone()).date()
    there = [one for one in leads if not one.is_away_on(today)] or list(leads)
    return [one for one in there if case.team in one.teams.all()] or there
