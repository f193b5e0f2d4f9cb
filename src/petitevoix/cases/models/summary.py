"""The summary: what goes with a case that is handed to an advisor, in words that its person reads as well."""

from django.db import models
from django.db.models import F

from petitevoix.cases.models.case import Case
from petitevoix.kit import clock
from petitevoix.people.models import Advisor

MOST_WORDS = 2000


class SummaryQuerySet(models.QuerySet["Summary"]):
    def in_force(self) -> "SummaryQuerySet":
        """Summaries written for whoever holds their case now, the latest first."""
        return self.filter(to=F("case__advisor")).order_by("-id")

    def unread(self) -> "SummaryQuerySet":
        return self.filter(read_at=None)


class Summary(models.Model):
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="summaries")
    to = models.ForeignKey(Advisor, on_delete=models.PROTECT, related_name="+")  # who receives the case
    by = models.ForeignKey(Advisor, on_delete=models.PROTECT, null=True, related_name="+")  # nobody: put together
    words = models.TextField()
    written_at = models.DateTimeField(default=clock.now)
    read_at = models.DateTimeField(null=True)  # who received it said so

    objects = SummaryQuerySet.as_manager()

    def __str__(self) -> str:
        return self.words[:60]
