"""The recipient: somebody a letter of ours goes to besides the person of its case, and how it fares."""

from django.db import models

from petitevoix.cases.models.message import Message
from petitevoix.delivery.models import Parcel
from petitevoix.people.models import Person


class Recipient(models.Model):
    class Kind(models.TextChoices):
        TO = "to"
        CC = "cc"
        BCC = "bcc"

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="recipients")
    kind = models.CharField(max_length=3, choices=Kind.choices)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    address = models.CharField(max_length=254)
    parcel = models.OneToOneField(Parcel, on_delete=models.PROTECT, null=True, related_name="recipient")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind}: {self.address}"
