"""Who else is here: reading or writing, for as long as they say so."""

from datetime import timedelta

from django.db import models

from petitevoix.cases.models.case import Case
from petitevoix.kit import clock
from petitevoix.people.models import Advisor

PATIENCE = timedelta(seconds=45)  # without a sign for so long, they have left


class PresenceQuerySet(models.QuerySet["Presence"]):
    def here(self) -> "PresenceQuerySet":
        return self.filter(at__gt=clock.now() - PATIENCE).select_related("advisor")


class Presence(models.Model):
    class Doing(models.TextChoices):
        READING = "reading"
        WRITING = "writing"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="presences")
    advisor = models.ForeignKey(Advisor, on_delete=models.CASCADE, related_name="+")
    doing = models.CharField(max_length=7, choices=Doing.choices)
    at = models.DateTimeField(default=clock.now)

    objects = PresenceQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "advisor"], name="pv_cases_one_presence")]

    def __str__(self) -> str:
        return f"{self.advisor} {self.doing} {self.case}"
