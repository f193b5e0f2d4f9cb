"""The promise: a commitment made to a person, with who keeps it, until when, on what condition."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q

from petitevoix.cases.models.case import Case
from petitevoix.cases.models.message import Message
from petitevoix.cases.models.question import Question
from petitevoix.kit import clock
from petitevoix.people.models import Advisor

DISPUTABLE = timedelta(days=7)  # how long a kept promise can be disputed (measure M1)
WARNED_BEFORE = timedelta(hours=4)


class PromiseQuerySet(models.QuerySet["Promise"]):
    def going_on(self) -> "PromiseQuerySet":
        """Promises neither kept nor withdrawn, of words that have not been taken back."""
        return self.filter(kept_at=None, withdrawn_at=None)

    def visible_to(self, advisor: Advisor) -> "PromiseQuerySet":
        """Promises of cases this advisor may see."""
        if advisor.sees_all or advisor.hidden_teams == ():
            return self
        return self.filter(case__in=Case.objects.visible_to(advisor))

    def next_due_first(self) -> "PromiseQuerySet":
        return self.exclude(due_at=None).order_by("due_at", "id")

    def after(self, due_at: datetime, pk: int) -> "PromiseQuerySet":
        """The rest of `next_due_first` behind one row (keyset paging)."""
        return self.filter(Q(due_at__gt=due_at) | Q(due_at=due_at, pk__gt=pk))


class Promise(models.Model):
    class Kind(models.TextChoices):
        WORDS = "words"  # read out of a reply
        QUESTION = "question"  # this question will be answered
        NEWS = "news"  # we write, even to say that nothing is new
        CALL = "call"  # we call at the end of an observation, result or not

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
    def can_be_disputed(self) -> bool:
        return self.kept_at is not None and not self.disputed_at and clock.now() < self.kept_at + DISPUTABLE
