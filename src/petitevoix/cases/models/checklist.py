"""The checklist: steps in a case, each ticked by somebody at some time; and the procedure that it is made from."""

from typing import Any

from django.db import models
from django.db.models import Q

from petitevoix.cases.models.case import Case
from petitevoix.cases.models.ready_answer import ReadyAnswer
from petitevoix.cases.models.tag import Tag
from petitevoix.kit import clock
from petitevoix.kit.text import plain
from petitevoix.people.models import Advisor, Team


class ProcedureQuerySet(models.QuerySet["Procedure"]):
    def visible_to(self, advisor: Advisor) -> "ProcedureQuerySet":
        """Those of everyone and of their teams; leads and admins see all."""
        if advisor.sees_all:
            return self
        return self.filter(Q(team=None) | Q(team__in=Team.objects.filter(members=advisor).values("pk")))

    def in_use(self) -> "ProcedureQuerySet":
        return self.filter(put_away_at=None)

    def for_a_kind(self) -> "ProcedureQuerySet":
        """Those that some cases are offered, by their tag or their team."""
        return self.in_use().exclude(when_tag=None, when_team=None)


class Procedure(models.Model):
    """The steps that a kind of case asks for, kept once."""

    name = models.CharField(max_length=80)
    key = models.CharField(max_length=100)
    language = models.CharField(max_length=5, blank=True)  # that its steps are written in
    steps = models.JSONField(default=list)  # {"words", "link", "answer"}
    team = models.ForeignKey(Team, on_delete=models.CASCADE, null=True, related_name="procedures")  # None: all
    # A case that meets each of these is offered it.
    when_tag = models.ForeignKey(Tag, on_delete=models.SET_NULL, null=True, related_name="+")
    when_team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, related_name="+")
    keeper = models.ForeignKey(Advisor, on_delete=models.PROTECT, related_name="procedures")
    changed_at = models.DateTimeField(default=clock.now)
    put_away_at = models.DateTimeField(null=True)

    objects = ProcedureQuerySet.as_manager()

    class Meta:
        ordering = ["key", "id"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = plain(self.name)[:100]
        super().save(*args, **kwargs)

    def may_be_changed_by(self, advisor: Advisor) -> bool:
        """Their own, and all for who leads."""
        return advisor.sees_all or (advisor.answers and self.keeper_id == advisor.pk)


class Snag(models.Model):
    """What did not fit in a procedure: why one was left, or a tool that was missing. Of whom, it does not know."""

    class Kind(models.TextChoices):
        LEFT = "left"
        LACK = "lack"

    procedure = models.ForeignKey(Procedure, on_delete=models.CASCADE, related_name="snags")
    kind = models.CharField(max_length=4, choices=Kind.choices)
    step = models.CharField(max_length=300, blank=True)
    words = models.CharField(max_length=300, blank=True)
    is_mended = models.BooleanField(default=False)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.words or self.step


class Checklist(models.Model):
    """Steps to be gone through in one case."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="checklists")
    name = models.CharField(max_length=80)
    procedure = models.ForeignKey(Procedure, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    removed_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)  # it did not suit this case, which is nobody's fault
    left_why = models.CharField(max_length=300, blank=True)
    snag = models.ForeignKey(Snag, on_delete=models.SET_NULL, null=True, related_name="+")  # what leaving it said

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name

    @property
    def topic(self) -> str:
        return f"case:{self.case_id}"


class Step(models.Model):
    checklist = models.ForeignKey(Checklist, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=300)
    link = models.CharField(max_length=500, blank=True)  # the tool it is done with
    answer = models.ForeignKey(ReadyAnswer, on_delete=models.SET_NULL, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Advisor, on_delete=models.PROTECT, null=True, related_name="+")
    result = models.CharField(max_length=300, blank=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.words

    @property
    def topic(self) -> str:
        return self.checklist.topic
