"""The promise: a commitment made to a person, with who keeps it, until when, on what condition."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q

from petitevoix.cases.models.agreed import agreed
from petitevoix.cases.models.case import Case, seen_by
from petitevoix.cases.models.keyset import behind
from petitevoix.cases.models.message import Message
from petitevoix.cases.models.question import Question
from petitevoix.kit import clock
from petitevoix.kit.text import one_line, storable
from petitevoix.people.models import Advisor

RESUMED_WITHIN = timedelta(days=1)


class PromiseQuerySet(models.QuerySet["Promise"]):
    def going_on(self) -> "PromiseQuerySet":
        """Promises neither kept nor withdrawn, of words that have not been taken back; those in Spam rest with it."""
        return self.filter(kept_at=None, withdrawn_at=None).exclude(case__state=Case.State.SPAM)

    def said_before_signing(self) -> "PromiseQuerySet":
        """What we answered before a signature, the latest first; it stands whatever became of its case."""
        return self.filter(kind=Promise.Kind.SAID).order_by("-id")

    def visible_to(self, advisor: Advisor) -> "PromiseQuerySet":
        """Promises of cases this advisor may see."""
        return self.filter(seen_by(advisor, "case__"))

    def next_due_first(self) -> "PromiseQuerySet":
        return self.exclude(due_at=None).order_by("due_at", "id")

    def undated(self) -> "PromiseQuerySet":
        """What was said without a date, in the order it was said; not what stands from before a signature."""
        return self.filter(due_at=None).exclude(kind=Promise.Kind.SAID).order_by("id")

    def after(self, due_at: datetime, pk: int) -> "PromiseQuerySet":
        """The rest of `next_due_first` behind one row (keyset paging)."""
        return behind(self, "due_at", due_at, pk)


class Promise(models.Model):
    class Kind(models.TextChoices):
        WORDS = "words"  # read out of a reply
        QUESTION = "question"  # this question will be answered
        NEWS = "news"  # we write, even to say that nothing is new
        CALL = "call"  # we call at the end of an observation, result or not
        WRITTEN = "written"  # we look into it, and answer in writing by a time the person is asked to accept
        SAID = "said"  # what we answered before they signed: it has no date, and stands

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="promises")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, null=True, related_name="promises")  # ours
    question = models.ForeignKey(Question, on_delete=models.CASCADE, null=True, related_name="promises")
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.WORDS)
    words = models.CharField(max_length=500)
    condition = models.CharField(max_length=500, blank=True)
    owner = models.ForeignKey(Advisor, on_delete=models.PROTECT, null=True, related_name="promises")
    due_at = models.DateTimeField(null=True)  # the binding one
    first_due_at = models.DateTimeField(null=True)
    offered_due_at = models.DateTimeField(null=True)  # another date we ask the person to accept
    agreed_at = models.DateTimeField(null=True)  # the person said that its date suits them
    made_at = models.DateTimeField(default=clock.now)
    warned_at = models.DateTimeField(null=True)
    kept_at = models.DateTimeField(null=True)
    disputed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)  # only the person does that

    objects = PromiseQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["owner", "due_at", "id"], name="pv_cases_promises_of",
                condition=Q(kept_at__isnull=True, withdrawn_at__isnull=True),
            ),
            models.Index(
                fields=["due_at", "id"], name="pv_cases_promises_due",
                condition=Q(kept_at__isnull=True, withdrawn_at__isnull=True),
            ),
            models.Index(fields=["case", "id"], name="pv_cases_promises"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.words

    @property
    def topic(self) -> str:
        return f"case:{self.case_id}"

    @property
    def condition_apart(self) -> str:
        """The condition to be read beside the words: empty where they hold it already."""
        return "" if self.condition in self.words else self.condition

    @property
    def state(self) -> str:
        """How it stands: `withdrawn`, `disputed`, `kept`, `late` or `due`."""
        if self.withdrawn_at:
            return "withdrawn"
        if self.disputed_at:
            return "disputed"
        if self.kept_at:
            return "kept"
        return "late" if self.due_at and self.due_at < clock.now() else "due"

    @property
    def can_be_resumed(self) -> bool:
        """Whether the person who let us off it can still say that they did not mean to."""
        return self.withdrawn_at is not None and clock.now() < self.withdrawn_at + RESUMED_WITHIN

    @property
    def can_be_disputed(self) -> bool:
        if self.kept_at is None or self.disputed_at:
            return False
        return clock.now() < self.kept_at + timedelta(days=agreed().disputable_days)

    def watch(self, plan: str, *, until: datetime) -> None:
        """Give the call at the end of an observation another plan and an end, in the caller's transaction."""
        self.words, self.due_at, self.warned_at = one_line(storable(plan), 500), until, None
        self.save(update_fields=["words", "due_at", "warned_at"])
