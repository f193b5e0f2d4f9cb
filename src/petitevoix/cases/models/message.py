"""The message: words in a case, from the person, from us, or a note among us."""

from datetime import timedelta

from django.db import models
from django.db.models import Q

from petitevoix.cases.models.case import Case
from petitevoix.delivery.models import Parcel
from petitevoix.kit import clock
from petitevoix.people.models import Advisor, Person

LATER = timedelta(minutes=2)  # what leaves later than that was given its time by somebody


class MessageQuerySet(models.QuerySet["Message"]):
    def told(self) -> "MessageQuerySet":
        """What stands: nothing that was taken back before it left."""
        return self.filter(withdrawn_at=None).order_by("id")

    def between_us_and_the_person(self) -> "MessageQuerySet":
        """What the person may read: their words and ours once the time to take them back is over; never a note."""
        return self.told().exclude(voice=Message.Voice.NOTE).exclude(leaves_at__gt=clock.now())

    def unseen(self, after: int, advisor: Advisor | None) -> "MessageQuerySet":
        """What arrived behind a message that was on the screen, but for the advisor's own words."""
        arrived = self.told().filter(pk__gt=after)
        return arrived.exclude(advisor=advisor) if advisor else arrived


class Message(models.Model):
    class Voice(models.TextChoices):
        PERSON = "person"
        US = "us"
        NOTE = "note"  # among us; the person never reads it

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="messages")
    voice = models.CharField(max_length=6, choices=Voice.choices)
    channel = models.CharField(max_length=20)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="messages")
    advisor = models.ForeignKey(Advisor, on_delete=models.PROTECT, null=True, related_name="messages")
    words = models.TextField()  # what is new in it
    rest = models.TextField(blank=True)  # what it quotes, signatures, footers: folded
    html = models.TextField(blank=True)  # as it was drawn, sanitised
    language = models.CharField(max_length=5, blank=True)
    automatic = models.CharField(max_length=20, blank=True)  # written by a machine: auto-reply, list, bounce…
    at = models.DateTimeField(default=clock.now)  # when it reached us, or when we wrote it
    leaves_at = models.DateTimeField(null=True)  # ours: until then it can be taken back
    withdrawn_at = models.DateTimeField(null=True)
    thread_key = models.CharField(max_length=255, blank=True)  # an answer to it names it (e-mail: Message-ID)
    original = models.CharField(max_length=64, blank=True)  # the raw letter, in the store
    sender = models.CharField(max_length=254, blank=True)  # the address it came from
    parcel = models.OneToOneField(Parcel, on_delete=models.PROTECT, null=True, related_name="message")

    objects = MessageQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["case", "id"], name="pv_cases_thread"),
            models.Index(fields=["thread_key"], name="pv_cases_thread_key", condition=~Q(thread_key="")),
        ]

    def __str__(self) -> str:
        return f"{self.voice}: {self.words[:60]}"

    def goes_as(self, parcel: Parcel) -> None:
        """Remember the parcel that carries it, and the thread key by which an answer names it."""
        self.parcel, self.thread_key = parcel, parcel.thread_key
        self.save(update_fields=["parcel", "thread_key"])

    def parcels(self) -> models.QuerySet[Parcel]:
        """What carries it and its copies, until it leaves."""
        at = Q(not_before=self.leaves_at) if self.leaves_at else Q(pk__in=[])
        return Parcel.objects.filter(at, topic=self.topic, purpose__in=["reply", "copy"])

    @property
    def leaves_later(self) -> bool:
        """Tell whether it still waits for a time that was chosen, and not only for those seconds of grace."""
        return self.leaves_at is not None and self.leaves_at > max(clock.now(), self.at + LATER)

    @property
    def topic(self) -> str:
        return f"case:{self.case_id}"
