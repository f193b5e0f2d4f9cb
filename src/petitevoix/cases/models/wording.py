"""Words of the house that a person need not know, and what to say instead."""

from django.db import models


class InternalWord(models.Model):
    word = models.CharField(max_length=80, unique=True)
    instead = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["word"]

    def __str__(self) -> str:
        return self.word
