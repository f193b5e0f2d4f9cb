"""Lending a hand to one of one's teams for a while: said by oneself, ended by oneself, kept in no history."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.kit import clock
from petitevoix.people.models import Advisor, Team
from petitevoix.people.refusals import Unchanged


def help_out(advisor: Advisor, *, team: Team, until: datetime) -> Advisor:
    """Lend a hand to one of one's teams until a moment: no other team gives one a case in turn meanwhile.

    Raises Unchanged: no team of theirs, a moment that has passed.
    """
    if not advisor.answers or not advisor.teams.filter(pk=team.pk).exists():
        raise Unchanged(_("One lends a hand to a team that one belongs to."))
    if until <= clock.now():
        raise Unchanged(_("This moment has passed."))
    return _set(advisor, team, until)


def stop_helping(advisor: Advisor) -> Advisor:
    """Be there for all one's teams again."""
    return _set(advisor, None, None)


def _set(advisor: Advisor, team: Team | None, until: datetime | None) -> Advisor:
    with transaction.atomic():
        advisor = Advisor.objects.select_for_update().get(pk=advisor.pk)
        advisor.helps, advisor.helps_until = team, until
        advisor.save(update_fields=["helps", "helps_until"])
    return advisor
