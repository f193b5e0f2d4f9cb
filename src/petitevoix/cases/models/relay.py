"""The relay: a part of the work that a third party holds now."""

import re
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from petitevoix.cases.models.case import Case
from petitevoix.kit import clock, ids
from petitevoix.people.models import Advisor

_TOKEN = re.compile(r"(?i)(?<![a-z0-9])rl([0-9]{1,15})-([a-z2-7]{16})(?![a-z0-9])")
MOST_TOKENS = 20


class RelayQuerySet(models.QuerySet["Relay"]):
    def going_on(self) -> "RelayQuerySet":
        """Relays that a third party holds: neither closed nor called off."""
        return self.filter(closed_at=None, called_off_at=None)

    def told(self) -> "RelayQuerySet":
        """Relays that were begun for good, the oldest first."""
        return self.filter(called_off_at=None).order_by("id")

    def signed_in(self, text: str) -> "Relay | None":
        """The relay that a token of ours in a text names, where its signature is ours."""
        for number, signature in _TOKEN.findall(text)[:MOST_TOKENS]:
            if ids.signed("relay", number, signature, settings.SECRET_KEY):
                return self.filter(pk=int(number)).first()
        return None


class Relay(models.Model):
    """A third party, what we await from them, since when, and when we next look; never a participant of the case."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="relays")
    name = models.CharField(max_length=120)
    email = models.CharField(max_length=254)  # as `normal` writes it
    awaited = models.CharField(max_length=300)
    told = models.CharField(max_length=500, blank=True)  # for the person, in our words; else made of the rest
    next_at = models.DateTimeField(null=True)  # when we next look, answered or not
    follower = models.ForeignKey(Advisor, on_delete=models.PROTECT, null=True, related_name="relays")
    since = models.DateTimeField(default=clock.now)
    answered_at = models.DateTimeField(null=True)  # they wrote, and we have not written since
    overdue_at = models.DateTimeField(null=True)  # the next date passed without an answer: the case came back to us
    closed_at = models.DateTimeField(null=True)
    called_off_at = models.DateTimeField(null=True)  # taken back before its first letter left
    result = models.TextField(blank=True)
    before: Any = models.JSONField(default=dict)  # how the case stood, for who takes it back

    objects = RelayQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["next_at", "id"], name="pv_cases_relays_next",
                condition=Q(closed_at__isnull=True, called_off_at__isnull=True, overdue_at__isnull=True),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.name}: {self.awaited}"

    @property
    def topic(self) -> str:
        return f"case:{self.case_id}"

    @property
    def reply_token(self) -> str:
        """What our reply address carries in a letter to the third party: it opens nothing but this relay."""
        return f"rl{self.pk}-{ids.sign('relay', str(self.pk), settings.SECRET_KEY)}"

    @property
    def state(self) -> str:
        """How it stands: `closed`, `answered`, `overdue` or `waiting`."""
        if self.closed_at:
            return "closed"
        if self.answered_at:
            return "answered"
        return "overdue" if self.overdue_at else "waiting"

    def wait_until(self, next_at: datetime | None) -> None:
        """Wait for them (again), until a date."""
        self.next_at, self.answered_at, self.overdue_at = next_at, None, None
        self.save(update_fields=["next_at", "answered_at", "overdue_at"])
