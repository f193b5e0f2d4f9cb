"""What the house has agreed with itself: how long things may take before they are due, late, or over."""

from django.conf import settings
from django.db import models


class Agreement(models.Model):
    """One row, if anything was agreed; without it, what each field says by itself holds."""

    news_after_hours = models.PositiveSmallIntegerField(null=True)  # working hours; else PETITEVOIX_NEWS_AFTER_HOURS
    warned_before_hours = models.PositiveSmallIntegerField(default=4)  # before a promise is due
    disputable_days = models.PositiveSmallIntegerField(default=7)  # so long a promise called kept can be disputed
    window_days = models.PositiveSmallIntegerField(default=14)  # M2: so long a message may wait for all its answers
    likeness_percent = models.PositiveSmallIntegerField(default=80)  # M3: from here two replies are the same
    told_within_hours = models.PositiveSmallIntegerField(default=9)  # M7: working hours
    reversible_days = models.PositiveSmallIntegerField(default=14)  # M7: a closing undone so soon is told
    since = models.DateField(null=True)  # when it was last agreed

    def __str__(self) -> str:
        return f"agreed on {self.since}"

    @property
    def news_hours(self) -> int:
        return settings.NEWS_AFTER_HOURS if self.news_after_hours is None else self.news_after_hours


def agreed() -> Agreement:
    """Get what the house has agreed."""
    return Agreement.objects.first() or Agreement()
