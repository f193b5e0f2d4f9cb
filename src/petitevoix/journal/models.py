"""Events: what happened, written once and used many times. Whispers: what is true only for a moment."""

from django.db import models

from petitevoix.kit import clock


class EventQuerySet(models.QuerySet["Event"]):
    def about(self, topic: str) -> "EventQuerySet":
        """Events of one topic, such as `case:42`, in the order they happened."""
        return self.filter(topic=topic).order_by("id")

    def after(self, event_id: int) -> "EventQuerySet":
        """Events recorded after one, in order."""
        return self.filter(id__gt=event_id).order_by("id")


class Event(models.Model):
    """One thing that happened. Never changed, never removed by hand."""

    name = models.CharField(max_length=60)  # noun.verbed, each with its sentence in docs/events.md
    topic = models.CharField(max_length=60)  # what page it belongs to: case:42, person:7, mailbox:1
    noun = models.CharField(max_length=60)  # what it happened to: message:99
    by = models.CharField(max_length=60)  # advisor:3, person:7, token:2, rule:12, mail, system
    at = models.DateTimeField(default=clock.now)
    facts = models.JSONField(default=dict)

    objects = EventQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["topic", "id"], name="pv_journal_topic")]

    def __str__(self) -> str:
        return f"{self.name} {self.noun} by {self.by}"


class Whisper(models.Model):
    """A passing word to open pages (who is reading, who is writing); gone after a minute."""

    topic = models.CharField(max_length=60)
    facts = models.JSONField(default=dict)
    at = models.DateTimeField(default=clock.now, db_index=True)

    def __str__(self) -> str:
        return f"{self.topic} {self.facts}"
