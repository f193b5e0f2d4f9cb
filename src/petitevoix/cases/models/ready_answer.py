"""The ready answer: words that answer what many ask, kept once, in French, in English, or in both."""

from typing import Any

from django.db import models
from django.db.models import Q

from petitevoix.kit import clock
from petitevoix.kit.text import plain, storable
from petitevoix.people.models import Advisor, Team


class ReadyAnswerQuerySet(models.QuerySet["ReadyAnswer"]):
    def visible_to(self, advisor: Advisor) -> "ReadyAnswerQuerySet":
        """Those of everyone and of their teams; leads and admins see all."""
        if advisor.sees_all:
            return self
        return self.filter(Q(team=None) | Q(team__in=Team.objects.filter(members=advisor).values("pk")))

    def in_use(self) -> "ReadyAnswerQuerySet":
        return self.filter(put_away_at=None)

    def called(self, words: str) -> "ReadyAnswerQuerySet":
        """Those in whose name each of these words is, or begins one of its words; no words ask for all."""
        for word in plain(storable(words[:200])).split()[:8]:
            self = self.filter(key__contains=f" {word}")
        return self


class ReadyAnswer(models.Model):
    name = models.CharField(max_length=80)
    key = models.CharField(max_length=200)  # the name as it is looked for: plain letters, a space before each word
    fr = models.TextField(blank=True)
    en = models.TextField(blank=True)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, null=True, related_name="ready_answers")  # None: all
    keeper = models.ForeignKey(Advisor, on_delete=models.PROTECT, related_name="ready_answers")
    changed_at = models.DateTimeField(default=clock.now)
    put_away_at = models.DateTimeField(null=True)

    objects = ReadyAnswerQuerySet.as_manager()

    class Meta:
        ordering = ["key", "id"]
        indexes = [models.Index(fields=["key", "id"], name="pv_cases_ready", condition=Q(put_away_at=None))]
        constraints = [models.CheckConstraint(condition=~Q(fr="", en=""), name="pv_cases_ready_says")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = f" {plain(self.name)}"[:200]
        super().save(*args, **kwargs)

    def may_be_changed_by(self, advisor: Advisor) -> bool:
        """Their own, and all for who leads."""
        return advisor.sees_all or (advisor.answers and self.keeper_id == advisor.pk)

    def said_in(self, language: str) -> tuple[str, str]:
        """Give the words for a reader of a language, and the language they are in, which may be the other."""
        first, second = ("fr", "en") if language == "fr" else ("en", "fr")
        return (getattr(self, first), first) if getattr(self, first) else (getattr(self, second), second)
