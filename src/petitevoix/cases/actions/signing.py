"""How an advisor signs in one case: first name, alias, or the team. Inside the house, the history says who wrote."""

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.models import Case
from petitevoix.cases.refusals import Refused
from petitevoix.people.models import Advisor


def sign_as(case: Case, *, by: Advisor, how: str) -> Case:
    """Choose how one signs in a case from now on; words that have left keep their signature.

    It is the bearer's alone, so there is no other `by`. Raises Refused: no such way, no alias given.
    """
    must_answer(by)
    if how not in Advisor.Signs.values:
        raise Refused(_("“%(how)s” is no way to sign.") % {"how": how})
    if how == Advisor.Signs.ALIAS and not by.alias:
        raise Refused(_("You have given no alias; write one under “As persons read me”."))
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        kept = case.way_to_sign(by)
        if kept != how:
            with case.changing():
                case.signing = {**case.signing, str(by.pk): how}
    return case
