"""The outbox: one row for each thing that leaves, whatever the channel."""

from datetime import datetime, timedelta
from itertools import takewhile
from typing import NamedTuple

from django.db import models
from django.db.models import Q

from petitevoix.kit import clock
from petitevoix.kit.prepared import Prepared

# A person's mail server may be away for a week-end: we keep trying for about two days.
WAITS = [60, 300, 900, 3600, 7200, 14400, 28800, 43200, 43200, 43200]

FIRST_WORDS = {"acknowledgement", "too-large"}
FROM_A_PERSON = {"reply", "copy"}
MOST_LOOKED_AT = 400


class ParcelQuerySet(models.QuerySet["Parcel"]):
    def in_trouble(self) -> "ParcelQuerySet":
        """Parcels that failed, came back, or are being tried again."""
        return self.filter(
            Q(state__in=[Parcel.State.FAILED, Parcel.State.RETURNED]) | Q(state=Parcel.State.WAITING, attempts__gt=0)
        )

    def locked(self, pk: int) -> "Parcel":
        """Get a parcel that nobody else changes before this transaction ends."""
        return self.select_for_update().get(pk=pk)


class Parcel(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting"
        LEAVING = "leaving"  # handed to the carrier; after a crash it is carried again, under the same thread key
        LEFT = "left"
        FAILED = "failed"
        RETURNED = "returned"  # it left and came back
        WITHDRAWN = "withdrawn"

    carrier = models.CharField(max_length=40)  # a channel: email
    purpose = models.CharField(max_length=40)  # reply, acknowledgement, notice
    to = models.CharField(max_length=254)
    topic = models.CharField(max_length=60, blank=True)  # whose page its events show on: case:42
    thread_key = models.CharField(max_length=255, unique=True)  # an answer to it names it (e-mail: Message-ID)
    contents = models.JSONField()  # what the carrier makes the letter of
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    not_before = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    trouble = models.TextField(blank=True)  # the other side's last words, when they were not "yes"
    left_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=clock.now)

    objects = ParcelQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["to", "purpose", "created_at"], name="pv_delivery_to"),
            models.Index(fields=["state", "-id"], name="pv_delivery_state"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} to {self.to} ({self.state})"

    @property
    def has_left(self) -> bool:
        return self.state in {self.State.LEFT, self.State.RETURNED}

    @property
    def can_be_withdrawn(self) -> bool:
        return self.state == self.State.WAITING and self.attempts == 0

    def next_attempt(self) -> datetime | None:
        """Say when to try again, or that we have tried long enough."""
        if self.attempts > len(WAITS):
            return None
        return clock.now() + timedelta(seconds=WAITS[self.attempts - 1])


class Sent(NamedTuple):
    purpose: str
    at: datetime
    topic: str


def latest_in_box(email: str) -> list[Sent]:
    """Give what a box was sent in a month, latest first: robot@, robot+1@ and robot+2@ are one robot's box."""
    local, _at, domain = email.rpartition("@")
    box = local.partition("+")[0]
    # A range, which the index of addresses answers: no letter comes behind the last one of Unicode.
    found = _in_boxes(f"{box}@{domain}", f"{box}+", f"{box}+\U0010ffff", clock.ago(days=30))
    return [Sent(*one) for *one, to in found if to.endswith(f"@{domain}")]


_in_boxes = Prepared(
    lambda exactly, first, behind, since: Parcel.objects.filter(
        Q(to=exactly) | Q(to__gte=first, to__lt=behind), created_at__gt=since
    )
    .order_by("-created_at")
    .values_list("purpose", "created_at", "topic", "to")[:MOST_LOOKED_AT],
    str, str, str, datetime,
)  # fmt: skip


def had_enough(sent: list[Sent], *, most: int) -> bool:
    """Say whether a box had all the automatic first words that it may have: `most` in an hour.

    Or three times as many in a month, with no letter of an advisor since: a slow machine that answers each of them is
    never more than a few an hour, and would never stop.
    """
    hour_ago = clock.ago(hours=1)
    alone = takewhile(lambda one: one.purpose not in FROM_A_PERSON, sent)
    return (
        sum(one.purpose in FIRST_WORDS and one.at > hour_ago for one in sent) >= most
        or sum(one.purpose in FIRST_WORDS for one in alone) >= 3 * most
    )
