"""The error: a fault of ours that touched many, declared, repaired for each, and kept in a register."""

from django.db import models
from django.db.models import F

from petitevoix.cases.models.case import Case
from petitevoix.kit import clock
from petitevoix.people.models import Advisor


class OurError(models.Model):
    """Date, effect, cause and repair of an error of ours; nothing of it is ever deleted."""

    title = models.CharField(max_length=200)
    effect = models.TextField()
    cause = models.TextField(blank=True)
    repair = models.TextField(blank=True)
    since = models.DateTimeField(default=clock.now)
    declared_at = models.DateTimeField(default=clock.now)
    mended_at = models.DateTimeField(null=True)
    by = models.ForeignKey(Advisor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = [F("id").desc()]

    def __str__(self) -> str:
        return self.title


class Touched(models.Model):
    """A case that an error of ours touched, and whether its person has been told."""

    error = models.ForeignKey(OurError, on_delete=models.CASCADE, related_name="touched")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="errors")
    told_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["error", "case"], name="pv_cases_touched_once")]

    def __str__(self) -> str:
        return f"{self.error}: {self.case}"
