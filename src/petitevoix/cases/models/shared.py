"""What is kept for oneself, a team or everyone: whose it is, who sees it, who changes it."""

from django.db import models
from django.db.models import Q

from petitevoix.people.models import Advisor, Team


class Audience(models.TextChoices):
    ME = "me"
    TEAM = "team"
    EVERYONE = "everyone"


def seen_by(advisor: Advisor) -> Q:
    """What is everyone's, their own, and their teams'; who leads sees all that is shared."""
    teams = Q() if advisor.sees_all else Q(team__in=Team.objects.filter(members=advisor).values("pk"))
    return Q(audience=Audience.EVERYONE) | Q(keeper=advisor) | (Q(audience=Audience.TEAM) & teams)
