"""The last call: a letter that asks whether a case may close, before it closes for want of an answer."""

from django.db import models

from petitevoix.cases.models.case import Case
from petitevoix.kit import clock


class LastCall(models.Model):
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="last_calls")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.case}, {self.at:%Y-%m-%d}"
