"""The follow: an advisor hears of a case that is not theirs, for as long as they want to."""

from django.db import models

from petitevoix.cases.models.case import Case
from petitevoix.kit import clock
from petitevoix.people.models import Advisor


class Follow(models.Model):
    class Because(models.TextChoices):
        CHOSEN = "chosen"
        MENTIONED = "mentioned"
        HANDED_OVER = "handed_over"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="follows")
    advisor = models.ForeignKey(Advisor, on_delete=models.CASCADE, related_name="follows")
    because = models.CharField(max_length=11, choices=Because.choices, default=Because.CHOSEN)
    since = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["advisor", "case"], name="pv_cases_one_follow")]

    def __str__(self) -> str:
        return f"{self.advisor} follows {self.case}"
