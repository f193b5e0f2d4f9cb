"""The view: a question about cases that somebody keeps, for themselves, a team or everyone."""

from django.db import models
from django.db.models import Q

from petitevoix.cases.models.shared import Audience
from petitevoix.kit import clock
from petitevoix.kit.prepared import Prepared
from petitevoix.people.models import Advisor, Team

MANY = 1000  # no further are cases of a view counted


class ViewQuerySet(models.QuerySet["View"]):
    def visible_to(self, advisor: Advisor | int) -> "ViewQuerySet":
        """Views of their own, of their teams and of everyone."""
        mine = Q(audience=Audience.TEAM, team__in=Team.objects.filter(members=advisor).values("pk"))
        return self.filter(Q(audience=Audience.EVERYONE) | Q(owner=advisor) | mine, put_away_at=None)

    def put_away_by(self, advisor: Advisor) -> "ViewQuerySet":
        return self.filter(owner=advisor, put_away_at__isnull=False)


class View(models.Model):
    name = models.CharField(max_length=60)
    owner = models.ForeignKey(Advisor, on_delete=models.CASCADE, related_name="views")
    audience = models.CharField(max_length=8, choices=Audience.choices, default=Audience.ME)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, null=True, related_name="views")
    conditions = models.JSONField(default=dict)
    made_at = models.DateTimeField(default=clock.now)
    put_away_at = models.DateTimeField(null=True)

    objects = ViewQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name

    def may_be_changed_by(self, advisor: Advisor) -> bool:
        """Their own, and those of others that are shared, for who leads."""
        return self.owner_id == advisor.pk or (advisor.sees_all and self.audience != Audience.ME)


def view_of(reader: Advisor, pk: int) -> View | None:
    """Find the view that a page was asked for, if its reader may see it."""
    return next(iter(_seen(reader.pk, pk)), None) if pk <= models.BigIntegerField.MAX_BIGINT else None


_seen = Prepared(lambda reader, pk: View.objects.visible_to(reader).filter(pk=pk), int, int)


class ViewCount(models.Model):
    """How many cases a view holds for one reader, as a job counted them; a page never counts."""

    view = models.ForeignKey(View, on_delete=models.CASCADE, related_name="counts")
    advisor = models.ForeignKey(Advisor, on_delete=models.CASCADE, related_name="+")
    cases = models.PositiveIntegerField(null=True)  # None: not counted yet; MANY stands for that many or more
    counted_at = models.DateTimeField(null=True)
    counted_event = models.BigIntegerField(default=0)  # the last one that had happened then
    shown_at = models.DateTimeField(default=clock.now)  # counting stops for who has not looked for a while

    class Meta:
        constraints = [models.UniqueConstraint(fields=["advisor", "view"], name="pv_cases_one_count")]

    def __str__(self) -> str:
        return f"{self.view}: {self.cases}"
