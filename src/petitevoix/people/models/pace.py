"""The pace: how many open cases at once an advisor carries, as they agreed with somebody who leads.

It is between these two; it says nothing of speed, and nothing of what was carried is kept.
"""

from django.db import models

from petitevoix.people.models.advisor import Advisor


class PaceQuerySet(models.QuerySet["Pace"]):
    def between(self, advisor: Advisor) -> "PaceQuerySet":
        """Paces that an advisor may read: their own, and those they agreed on, or talk about, as a lead."""
        return self.filter(models.Q(advisor=advisor) | models.Q(lead=advisor)).select_related("advisor", "lead")


class Pace(models.Model):
    advisor = models.OneToOneField(Advisor, on_delete=models.CASCADE, related_name="pace")
    lead = models.ForeignKey(Advisor, on_delete=models.CASCADE, related_name="+")  # whom they agree with
    cases = models.PositiveSmallIntegerField(null=True)  # agreed on
    offered = models.PositiveSmallIntegerField(null=True)  # what one of the two proposes, until the other agrees
    offered_by = models.ForeignKey(Advisor, on_delete=models.CASCADE, null=True, related_name="+")

    objects = PaceQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.cases or '…'} cases at once"
