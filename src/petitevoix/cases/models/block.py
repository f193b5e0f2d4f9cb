"""The block: for a time, one person's words go to somebody who leads; a written route always stays open."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q

from petitevoix.cases.models.case import Case
from petitevoix.cases.models.message import Message
from petitevoix.kit import clock
from petitevoix.kit.prepared import Prepared
from petitevoix.people.models import Advisor, Person

LONGEST = timedelta(days=92)


class BlockQuerySet(models.QuerySet["Block"]):
    def in_force(self) -> "BlockQuerySet":
        """Blocks that were decided and have not ended, by their day or by a decision."""
        return self.filter(decided_at__isnull=False, ended_at=None)

    def to_decide(self) -> "BlockQuerySet":
        """Blocks that an advisor proposed and nobody who leads has decided."""
        return self.filter(decided_at=None, ended_at=None)

    def appealed(self) -> "BlockQuerySet":
        """Blocks against which a person spoke, and waits for an answer."""
        return self.in_force().filter(appealed_at__isnull=False, answered_at=None)


class Block(models.Model):
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="blocks")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")  # where its letters are written
    reason = models.CharField(max_length=500)  # in words the person reads
    proposed_by = models.ForeignKey(Advisor, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(default=clock.now)
    decided_by = models.ForeignKey(Advisor, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)  # by its day, by a decision, or because it was declined
    appeal = models.TextField(blank=True)
    appealed_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(Advisor, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    objects = BlockQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["person", "-id"], name="pv_cases_blocks"),
            models.Index(fields=["until"], name="pv_cases_blocks_on", condition=Q(ended_at__isnull=True)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], name="pv_cases_one_block", condition=Q(ended_at__isnull=True)
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.person} until {self.until}"

    @property
    def topic(self) -> str:
        return f"person:{self.person_id}"

    @property
    def state(self) -> str:
        """How it stands: `proposed`, `declined`, `in force`, or `over`."""
        if self.decided_at is None:
            return "declined" if self.ended_at else "proposed"
        return "over" if self.ended_at or self.until <= clock.now() else "in force"


class WithheldQuerySet(models.QuerySet["Withheld"]):
    def unread(self) -> "WithheldQuerySet":
        """Words that nobody who leads has read yet."""
        return self.filter(read_at=None)


class Withheld(models.Model):
    """A message of a blocked person: somebody who leads reads it first."""

    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="withheld")
    block = models.ForeignKey(Block, on_delete=models.CASCADE, related_name="withheld")
    # The case it opened, which has a name of ours until these words may be seen, and what it will be called.
    opened = models.ForeignKey(Case, on_delete=models.CASCADE, null=True, db_index=False, related_name="+")
    title = models.CharField(max_length=200, blank=True)
    read_at = models.DateTimeField(null=True)
    read_by = models.ForeignKey(Advisor, on_delete=models.PROTECT, null=True, related_name="+")

    objects = WithheldQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["id"], name="pv_cases_to_read", condition=Q(read_at__isnull=True))]

    def __str__(self) -> str:
        return f"{self.message_id} under {self.block_id}"


def block_on(person: int) -> Block | None:
    """Give the block that is in force on a person now, if any."""
    now: datetime = clock.now()
    return next((block for block in _in_force(person) if block.until > now), None)


_in_force = Prepared(lambda person: Block.objects.in_force().filter(person_id=person), int)
