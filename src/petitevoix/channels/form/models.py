"""The beginning: somebody began to write on our pages. Who leaves before they send it is counted all the same."""

from django.db import models

from petitevoix.kit import clock
from petitevoix.people.models import Team


class Beginning(models.Model):
    """One drawing of the form in which somebody wrote; their words only where they asked to be written to."""

    class End(models.TextChoices):
        SENT = "sent"
        LEFT = "left"

    stamp = models.CharField(max_length=80, unique=True)
    begun_at = models.DateTimeField(default=clock.now)
    changed_at = models.DateTimeField(default=clock.now)
    end = models.CharField(max_length=4, choices=End.choices, blank=True)
    wants_word = models.BooleanField(default=False)  # once, about this, where they leave before it is sent
    email = models.CharField(max_length=254, blank=True)
    name = models.CharField(max_length=120, blank=True)
    words = models.TextField(blank=True)
    language = models.CharField(max_length=5, blank=True)
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, db_index=False, related_name="+")
    door = models.CharField(max_length=254, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["changed_at"], name="pv_form_going_on", condition=models.Q(end="")),
            models.Index(fields=["begun_at", "end"], name="pv_form_begun"),
        ]

    def __str__(self) -> str:
        return f"begun {self.begun_at:%Y-%m-%d %H:%M}"
