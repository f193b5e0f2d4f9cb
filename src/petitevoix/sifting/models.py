"""What was learnt: in how many letters each sign was seen. No word is kept, only numbers made of words with our key."""

from django.db import models

from petitevoix.kit import clock


class Sign(models.Model):
    """One sign, or (number 0) all letters: in how many that were spam, and how many that were fair, as of `at`."""

    key = models.BigIntegerField(primary_key=True)
    spam = models.FloatField(default=0)
    fair = models.FloatField(default=0)
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.key}: {self.spam:.1f} spam, {self.fair:.1f} fair"


class Example(models.Model):
    """One letter that was learnt from, so that it is learnt from once, and can be learnt otherwise."""

    class Kind(models.TextChoices):
        SPAM = "spam"
        FAIR = "fair"

    subject = models.CharField(max_length=40, unique=True)  # case:42
    kind = models.CharField(max_length=4, choices=Kind.choices)
    keys = models.JSONField(default=list)
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.subject} is {self.kind}"
