"""Organisations: what several persons belong to."""

from django.db import models

from petitevoix.kit import clock


class Organisation(models.Model):
    """A household, a firm, an association: what several persons belong to."""

    class Sharing(models.TextChoices):
        NOBODY = "no"  # each member sees their own cases
        MEMBERS = "members"  # each member sees the cases of all
        NAMED = "named"  # the members it names see the cases of all

    name = models.CharField(max_length=120)
    notes = models.TextField(blank=True)  # among us
    admits_by_domain = models.BooleanField(default=False)  # a person who writes from one of its domains joins it
    shares_cases = models.CharField(max_length=7, choices=Sharing.choices, default=Sharing.NOBODY)
    fields = models.JSONField(default=dict)  # custom fields, by key
    founded_at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes = [models.Index(fields=["name", "id"], name="pv_people_organisations")]

    def __str__(self) -> str:
        return self.name


class Domain(models.Model):
    """What stands behind the @ of an organisation's addresses."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="domains")
    name = models.CharField(max_length=254, unique=True)  # lower case, in ASCII

    def __str__(self) -> str:
        return self.name
