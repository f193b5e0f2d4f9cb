"""A case that was called spam: by whom or by what signs, and how it stood, so that it can come back as it was."""

from django.db import models
from django.db.models import Q

from petitevoix.cases.models.case import Case
from petitevoix.kit import clock
from petitevoix.people.models import Advisor


class Spam(models.Model):
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="spammings")
    by = models.ForeignKey(Advisor, on_delete=models.PROTECT, null=True, related_name="+")  # None: the filter
    because = models.JSONField(default=list)  # the signs by which the filter took it for spam
    at = models.DateTimeField(default=clock.now)
    before = models.JSONField(default=dict)  # how the case stood
    questions = models.JSONField(default=list)  # those that waited for an answer
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["-at"], name="pv_cases_spam_at", condition=Q(ended_at__isnull=True))]
        constraints = [models.UniqueConstraint(fields=["case"], condition=Q(ended_at=None), name="pv_cases_spam_once")]

    def __str__(self) -> str:
        return f"{self.case} in Spam"
