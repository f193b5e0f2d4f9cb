"""The bulk act: one act on many cases, done by and by, and undone as one."""

from django.db import models

from petitevoix.kit import clock
from petitevoix.people.models import Advisor


class BulkAct(models.Model):
    class State(models.TextChoices):
        WORKING = "working"
        DONE = "done"
        UNDOING = "undoing"
        UNDONE = "undone"

    by = models.ForeignKey(Advisor, on_delete=models.CASCADE, related_name="+")
    act = models.CharField(max_length=12)
    arguments = models.JSONField(default=dict)
    cases = models.JSONField(default=list)  # numbers, in the order they are worked through
    reached = models.PositiveIntegerField(default=0)  # how many have been seen to
    before = models.JSONField(default=dict)  # case → what undoing it needs; those it changed nothing in are left out
    refused = models.JSONField(default=list)  # [reference, sentence]
    state = models.CharField(max_length=8, choices=State.choices, default=State.WORKING)
    made_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.act} on {len(self.cases)} cases"

    @property
    def is_working(self) -> bool:
        return self.state in {self.State.WORKING, self.State.UNDOING}
