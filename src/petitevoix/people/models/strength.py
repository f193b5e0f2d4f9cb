"""What advisors say they are good at, in their own words; they take a word back whenever they like."""

from django.db import models

from petitevoix.people.models.advisor import Advisor

MOST_STRENGTHS = 20


class Strength(models.Model):
    advisor = models.ForeignKey(Advisor, on_delete=models.CASCADE, related_name="strengths")
    word = models.CharField(max_length=60)  # as they write it
    folded = models.CharField(max_length=60)  # as it is found in the words of a case

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["advisor", "folded"], name="pv_people_one_strength")]

    def __str__(self) -> str:
        return self.word
