"""An outside system: a link to its page, a question it answers, and the secret both are signed with."""

from django.db import models


class OutsideSystem(models.Model):
    name = models.CharField(max_length=80, unique=True)
    link = models.CharField(max_length=1000, blank=True)  # with {person}, {email}, {case} where they belong
    look_up = models.CharField(max_length=1000, blank=True)  # asked for JSON when a page is opened
    secret = models.CharField(max_length=500)  # sealed
    allows_private = models.BooleanField(default=False)  # it stands in our own network: an admin said so

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
