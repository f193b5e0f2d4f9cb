"""The mention: a note calls an advisor by `@`, themselves or their team; it waits until they open the case."""

from django.db import models
from django.db.models import Q

from petitevoix.cases.models.case import seen_by
from petitevoix.cases.models.message import Message
from petitevoix.people.models import Advisor, Team


class MentionQuerySet(models.QuerySet["Mention"]):
    def of(self, advisor: Advisor) -> "MentionQuerySet":
        """What calls an advisor, in cases that they may see now."""
        return self.filter(seen_by(advisor, "message__case__"), advisor=advisor)

    def unread(self) -> "MentionQuerySet":
        return self.filter(read_at=None)


class Mention(models.Model):
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="mentions")
    advisor = models.ForeignKey(Advisor, on_delete=models.CASCADE, related_name="mentions")
    team = models.ForeignKey(
        Team, on_delete=models.SET_NULL, null=True, related_name="+"
    )  # through which, if not by name
    read_at = models.DateTimeField(null=True)

    objects = MentionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["message", "advisor"], name="pv_cases_one_mention")]
        indexes = [
            models.Index(fields=["advisor", "-id"], name="pv_cases_mentions"),
            models.Index(fields=["advisor", "-id"], name="pv_cases_unread", condition=Q(read_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.message} calls {self.advisor}"
