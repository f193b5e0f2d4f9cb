"""Two persons found to be one: what went over, so that it can be given back exactly."""

from datetime import timedelta

from django.db import models

from petitevoix.kit import clock
from petitevoix.people.models import Advisor, Person

UNDOABLE = timedelta(days=30)


class PersonMerge(models.Model):
    kept = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    merged = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Advisor, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    moved = models.JSONField(default=dict)  # numbers of what went over, by kind; values of before and after
    undone_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["kept", "-id"], name="pv_cases_person_merges")]
        constraints = [
            models.UniqueConstraint(
                fields=["merged"], name="pv_cases_merged_once", condition=models.Q(undone_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.merged_id} into {self.kept_id}"

    @property
    def can_be_undone(self) -> bool:
        return self.undone_at is None and clock.now() < self.at + UNDOABLE
