"""Tokens, by which programs act in the name of a member of staff, and the answers they were given."""

import hashlib
import secrets
from datetime import timedelta

from django.db import models

from petitevoix.kit import clock
from petitevoix.people.models import Advisor

KEPT = timedelta(hours=24)  # so long an answer is repeated


class Token(models.Model):
    """A key for programs, bound to an advisor and to scopes; we keep only its hash."""

    advisor = models.ForeignKey(Advisor, on_delete=models.CASCADE, related_name="tokens")
    sha256 = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)  # cases:read, cases:write, people:read, people:write
    created_at = models.DateTimeField(default=clock.now)
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"token {self.pk} of {self.advisor}"

    @classmethod
    def issue(cls, advisor: Advisor, scopes: list[str]) -> tuple["Token", str]:
        """Make a token and give its secret, which is shown once."""
        secret = f"pv_{secrets.token_urlsafe(32)}"
        return cls.objects.create(advisor=advisor, sha256=cls._hash(secret), scopes=scopes), secret

    @classmethod
    def behind(cls, secret: str) -> "Token | None":
        """Find the live token behind a secret."""
        tokens = cls.objects.select_related("advisor").filter(sha256=cls._hash(secret), revoked_at=None)
        return tokens.filter(advisor__is_active=True).first()

    @staticmethod
    def _hash(secret: str) -> str:
        return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


class Answer(models.Model):
    """What a program was answered under its `Idempotency-Key`; kept a day, so that asking twice is doing once."""

    token = models.ForeignKey(Token, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=255)
    asked = models.CharField(max_length=64)  # SHA-256 of method, path and body
    mark = models.CharField(max_length=32)  # who works on it
    claimed_at = models.DateTimeField(default=clock.now, db_index=True)
    status = models.PositiveSmallIntegerField(null=True)  # None while it is worked on
    body = models.TextField(blank=True)
    location = models.CharField(max_length=255, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token", "key"], name="pv_api_one_answer")]

    def __str__(self) -> str:
        return f"{self.key}: {self.status or 'being worked on'}"
