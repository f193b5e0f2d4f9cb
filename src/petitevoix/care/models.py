"""The load of each team, as it was counted, and the hands that are proposed: asked of one advisor, never imposed."""

from datetime import timedelta

from django.db import models

from petitevoix.kit import clock
from petitevoix.people.models import Advisor, Team


class Answered(models.Model):
    """How many replies a team has written on one day (UTC); whose they were is not counted."""

    team_id = models.BigIntegerField()
    day = models.DateField()
    replies = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team_id", "day"], name="pv_care_one_day")]

    def __str__(self) -> str:
        return f"team {self.team_id} on {self.day}: {self.replies}"


class Followed(models.Model):
    """The last event of the journal that was counted: one row."""

    event_id = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"counted up to event {self.event_id}"


class HandQuerySet(models.QuerySet["Hand"]):
    def standing(self) -> "HandQuerySet":
        """Hands that are asked for or lent, and not over."""
        return self.filter(until__gt=clock.now()).exclude(answer=Hand.Answer.NO)

    def shown_to(self, reader: Advisor) -> "HandQuerySet":
        """What one is asked and lends; those who lead see what everybody is."""
        found = self.standing().select_related("advisor", "from_team", "to_team").order_by("id")
        return found if reader.sees_all else found.filter(advisor=reader)

    def declined_since(self, hours: int) -> "HandQuerySet":
        return self.filter(answer=Hand.Answer.NO, answered_at__gt=clock.now() - timedelta(hours=hours))


class Hand(models.Model):
    """A hand that one advisor could lend: from the team that waits least to the one that waits most, until an hour."""

    class Answer(models.TextChoices):
        YES = "yes"
        NO = "no"  # nobody asks why, and nobody else reads it

    advisor = models.ForeignKey(Advisor, on_delete=models.CASCADE, related_name="+")
    from_team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    to_team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    until = models.DateTimeField()
    # Working hours that a case waits on average: in both teams, as it is and as it would be.
    to_wait = models.FloatField()
    to_wait_then = models.FloatField()
    from_wait = models.FloatField()
    from_wait_then = models.FloatField()
    proposed_at = models.DateTimeField(default=clock.now)
    answer = models.CharField(max_length=3, choices=Answer.choices, blank=True)
    answered_at = models.DateTimeField(null=True)

    objects = HandQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["until"], name="pv_care_hands")]

    def __str__(self) -> str:
        return f"{self.advisor}: from {self.from_team} to {self.to_team}"
