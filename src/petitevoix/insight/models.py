"""What was counted last: the figures of each day, and when they were counted. The journal alone is the truth."""

from django.db import models


class DayCounted(models.Model):
    """What one day adds to each measure, team by team."""

    day = models.DateField(unique=True)
    figures = models.JSONField()

    def __str__(self) -> str:
        return f"{self.day}"


class Count(models.Model):
    """The one row of the last counting of all days."""

    started_at = models.DateTimeField()
    at = models.DateTimeField(null=True)  # what happened until then is counted; nothing: the first is under way
    seconds = models.FloatField(default=0)  # it took
    waiting = models.JSONField(default=dict)
    lines = models.JSONField(default=dict)  # drawn when it was counted
    read = models.BigIntegerField(default=0)  # the last event that the first counting has read, of so many
    events = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"counted at {self.at}"

    @property
    def progress(self) -> int:
        """How much of the journal the first counting has read, in percent."""
        return 100 * min(self.read, self.events) // self.events if self.events else 0
