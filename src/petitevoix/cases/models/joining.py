"""Cases that have to do with each other: joined into one, linked, or not a person's matter any more."""

from django.db import models
from django.db.models import F, Q

from petitevoix.cases.models.case import Case
from petitevoix.kit import clock
from petitevoix.people.models import Advisor, Person


class Joining(models.Model):
    """One case joined to another: what came along and how both stood, so that it can be taken apart again."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="joinings")
    into = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="joined")
    by = models.ForeignKey(Advisor, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    came = models.JSONField(default=dict)  # numbers of what came along, by what it is
    before = models.JSONField(default=dict)  # how the case stood, and how the other did
    parted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(parted_at=None), name="pv_cases_joined_once")
        ]

    def __str__(self) -> str:
        return f"{self.case} joined to {self.into}"


class Link(models.Model):
    """Two cases that have to do with each other; of a parent and of a duplicate, `one` is the parent, the duplicate."""

    class Kind(models.TextChoices):
        RELATED = "related"
        PARENT = "parent"
        DUPLICATE = "duplicate"

    one = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="links_from")
    other = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="links_to")
    kind = models.CharField(max_length=9, choices=Kind.choices, default=Kind.RELATED)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="pv_cases_linked_once"),
            models.CheckConstraint(condition=~Q(one=F("other")), name="pv_cases_linked_to_another"),
        ]

    def __str__(self) -> str:
        return f"{self.one} {self.kind} {self.other}"


class LeftOut(models.Model):
    """A person who was taken out of a case: an old letter of ours that they answer does not bring them back in."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="left_out")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "person"], name="pv_cases_left_out_once")]

    def __str__(self) -> str:
        return f"{self.person} not in {self.case}"
