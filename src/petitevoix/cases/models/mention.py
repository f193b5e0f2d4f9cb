"""The mention: a note calls an advisor by `@`, themselves or their team; it waits until they open the case."""

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce

from petitevoix.cases.models.case import Case
from petitevoix.cases.models.message import Message
from petitevoix.cases.models.tally import CALLS, Counts, Tally, tallied
from petitevoix.kit.prepared import Prepared
from petitevoix.people.models import Advisor, Team

MANY = 99  # no further are unread ones counted


class MentionQuerySet(models.QuerySet["Mention"]):
    def of(self, advisor: Advisor) -> "MentionQuerySet":
        """What calls an advisor, in cases that they may see now."""
        mine = self.filter(advisor=advisor)
        if advisor.sees_all or advisor.hidden_teams == ():
            return mine
        return mine.filter(message__case__in=Case.objects.visible_to(advisor).values("pk"))

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


def counts_for(advisor: Advisor) -> Counts:
    """Count what waits and what calls an advisor, in one query over few rows: the rail stands on every page."""
    return Tally.counted(advisor, _waiting_and_unread(advisor.pk))


def _counted(advisor: int) -> models.QuerySet:
    newest = Mention.objects.filter(advisor_id=advisor, read_at=None).order_by("-id").values("pk")[: MANY + 1]
    number = models.BigIntegerField()
    columns = (
        Coalesce("message__case__team_id", 0, output_field=number),
        Value(CALLS, output_field=number),
        Value(1, output_field=number),
    )
    return tallied.union(Mention.objects.filter(pk__in=newest).order_by().values_list(*columns), all=True)


_waiting_and_unread = Prepared(_counted, int)
