"""The closure: the record that ends a case, for as long as it stays ended."""

from django.db import models
from django.db.models import F

from petitevoix.cases.models.case import Case
from petitevoix.kit import clock
from petitevoix.people.models import Advisor


class Closure(models.Model):
    """What it was, what was done, how to avoid it, whose fault; where it was ours, what we owe besides."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="closures")
    what_it_was = models.TextField()
    what_was_done = models.TextField()
    how_to_avoid = models.TextField(blank=True)  # or do it oneself
    whose_fault = models.CharField(max_length=6, choices=Case.Fault.choices, blank=True)
    acknowledgment = models.TextField(blank=True)
    repair = models.TextField(blank=True)
    what_changes = models.TextField(blank=True)
    by = models.ForeignKey(Advisor, on_delete=models.PROTECT, null=True, related_name="+")  # none: nobody wrote back
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = [F("id").desc()]

    def __str__(self) -> str:
        return f"{self.case}: {self.what_was_done}"

    @property
    def words(self) -> str:
        """The record in readable form, as it is sent."""
        parts = [
            self.acknowledgment,
            self.what_it_was,
            self.what_was_done,
            self.repair,
            self.what_changes,
            self.how_to_avoid,
        ]
        return "\n\n".join(part for part in parts if part)
