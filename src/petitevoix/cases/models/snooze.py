"""The snooze: a case set aside until a time, by whom and why; its person's wait goes on counting."""

from django.db import models

from petitevoix.cases.models.case import Case
from petitevoix.kit import clock
from petitevoix.people.models import Advisor


class Snooze(models.Model):
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="snoozes")
    by = models.ForeignKey(Advisor, on_delete=models.PROTECT, related_name="+")
    until = models.DateTimeField()
    why = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.case} until {self.until}"
