"""What a person has told of themselves: kept once, so that nobody asks again and no letter names another's."""

from django.db import models

from petitevoix.cases.models.message import Message


class Fact(models.Model):
    """One fact in a person's message: an order, a serial, where they live.

    Accounts and dates of birth are never kept apart from the words they stand in.
    """

    class Kind(models.TextChoices):  # as `language.given` names them
        SERIAL = "serial"
        ORDER = "order"
        CONTRACT = "contract"
        ADDRESS = "address"

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="facts")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    value = models.CharField(max_length=100)  # as it was written
    signs = models.CharField(max_length=100)  # its letters and figures alone, to know it however it is grouped

    class Meta:
        indexes = [models.Index(fields=["signs"], name="pv_cases_facts_by_signs")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.value}"
