"""The macro: a ready text and acts, kept under a name; and each time it was done, what undoing it needs."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language

from petitevoix.cases.models.case import Case
from petitevoix.cases.models.shared import Audience, seen_by
from petitevoix.kit import clock
from petitevoix.kit.text import plain, storable
from petitevoix.people.models import Advisor, Team


class MacroQuerySet(models.QuerySet["Macro"]):
    def visible_to(self, advisor: Advisor) -> "MacroQuerySet":
        """Their own, those of their teams and of everyone; who leads sees all that is shared."""
        return self.filter(seen_by(advisor))

    def in_use(self) -> "MacroQuerySet":
        return self.filter(put_away_at=None)

    def called(self, words: str) -> "MacroQuerySet":
        """Those in whose names each of these words is, or begins one of their words; no words ask for all."""
        for word in plain(storable(words[:200])).split()[:8]:
            self = self.filter(key__contains=f" {word}")
        return self


class Macro(models.Model):
    name_fr = models.CharField(max_length=80, blank=True)  # one of the two may be empty: the other is read for both
    name_en = models.CharField(max_length=80, blank=True)
    key = models.CharField(max_length=400)  # both as they are looked for: plain letters, a space before each word
    fr = models.TextField(blank=True)  # what it puts into a reply
    en = models.TextField(blank=True)
    acts = models.JSONField(default=dict)  # what it does → how, as `cases.acts` reads it
    audience = models.CharField(max_length=8, choices=Audience.choices, default=Audience.ME)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, null=True, related_name="macros")
    keeper = models.ForeignKey(Advisor, on_delete=models.PROTECT, related_name="macros")
    changed_at = models.DateTimeField(default=clock.now)
    put_away_at = models.DateTimeField(null=True)

    objects = MacroQuerySet.as_manager()

    class Meta:
        ordering = ["key", "id"]
        indexes = [models.Index(fields=["key", "id"], name="pv_cases_macro_key", condition=Q(put_away_at=None))]
        constraints = [models.CheckConstraint(condition=~Q(name_fr="", name_en=""), name="pv_cases_macro_named")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = "".join(f" {plain(name)}" for name in (self.name_fr, self.name_en) if name)[:400]
        super().save(*args, **kwargs)

    @property
    def name(self) -> str:
        """What it is called, in the language of who reads."""
        is_french = (get_language() or "").startswith("fr")
        ours, other = (self.name_fr, self.name_en) if is_french else (self.name_en, self.name_fr)
        return ours or other

    def may_be_changed_by(self, advisor: Advisor) -> bool:
        """Their own, and those of others that are shared, for who leads."""
        return advisor.answers and (self.keeper_id == advisor.pk or (advisor.sees_all and self.audience != Audience.ME))

    def said_in(self, language: str) -> tuple[str, str]:
        """Give its text for a reader of a language, and the language it is in, which may be the other."""
        first, second = ("fr", "en") if language == "fr" else ("en", "fr")
        return (getattr(self, first), first) if getattr(self, first) else (getattr(self, second), second)


class MacroRun(models.Model):
    """One macro done in one case, and what undoing it needs."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="macro_runs")
    macro = models.ForeignKey(Macro, on_delete=models.CASCADE, related_name="runs")
    by = models.ForeignKey(Advisor, on_delete=models.PROTECT, related_name="+")
    left = models.JSONField(default=list)  # [act, what undoing it needs], in the order they were done
    put = models.TextField(blank=True)  # the words it put into the draft of whoever did it
    made_at = models.DateTimeField(default=clock.now)
    undone_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.macro} in {self.case}"

    @property
    def topic(self) -> str:
        return f"case:{self.case_id}"
