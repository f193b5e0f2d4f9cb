"""The question: one thing the person asked, with its state."""

from django.db import models
from django.db.models import Q

from petitevoix.cases.models.case import Case, seen_by
from petitevoix.cases.models.keyset import behind
from petitevoix.cases.models.message import Message
from petitevoix.kit import clock
from petitevoix.kit.prepared import Prepared
from petitevoix.people.models import Advisor


class QuestionQuerySet(models.QuerySet["Question"]):
    def owed(self) -> "QuestionQuerySet":
        """Questions that still wait for a mark."""
        return self.filter(state=Question.State.OPEN)

    def unanswered(self) -> "QuestionQuerySet":
        """Questions that wait for a mark, and those that asked why and were given no reason."""
        return self.filter(is_unanswered=True)

    def visible_to(self, advisor: Advisor) -> "QuestionQuerySet":
        """Questions of cases this advisor may see."""
        return self.filter(seen_by(advisor, "case__"))

    def oldest_first(self) -> "QuestionQuerySet":
        return self.order_by("asked_at", "id")

    def after(self, asked_at: object, pk: int) -> "QuestionQuerySet":
        """The rest of `oldest_first` behind one row (keyset paging)."""
        return behind(self, "asked_at", asked_at, pk)


class Question(models.Model):
    """Read out of a message or added; each leaves answered, promised for a date, or declined with a reason."""

    class State(models.TextChoices):
        OPEN = "open"
        ANSWERED = "answered"
        PROMISED = "promised"  # will be answered by a date: a promise holds it
        DECLINED = "declined"  # cannot be answered, because
        DISMISSED = "dismissed"  # was none, an advisor says

    class Kind(models.TextChoices):
        QUESTION = "question"
        REQUEST = "request"
        WHY = "why"  # it asks for a reason: a reply without one leaves it unanswered

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="questions")
    message = models.ForeignKey(
        Message, on_delete=models.CASCADE, related_name="questions"
    )  # the person's, that asks it
    words = models.CharField(max_length=500)
    starts_at = models.PositiveIntegerField(null=True)  # code points within the message's words
    ends_at = models.PositiveIntegerField(null=True)
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.QUESTION)
    state = models.CharField(max_length=9, choices=State.choices, default=State.OPEN)
    by = models.CharField(max_length=40, default="reader")  # who found it: reader, advisor:3, person:7
    reason = models.TextField(blank=True)  # why it cannot be answered
    answer = models.ForeignKey(Message, on_delete=models.SET_NULL, null=True, related_name="answers")  # ours
    # Waits for its mark; or it asked why, and left without a reason: the register of the unanswered holds both.
    is_unanswered = models.BooleanField(default=True)
    asked_at = models.DateTimeField(default=clock.now)
    marked_at = models.DateTimeField(null=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["asked_at", "id"], name="pv_cases_unanswered", condition=Q(is_unanswered=True)),
            models.Index(fields=["case", "id"], name="pv_cases_questions"),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def topic(self) -> str:
        return f"case:{self.case_id}"

    @property
    def is_unexplained(self) -> bool:
        """It asked why, and was answered without a reason."""
        return self.is_unanswered and self.state == self.State.ANSWERED

    def mark(self, state: str, *, answer: Message | None = None, reason: str = "", unexplained: bool = False) -> None:
        """Say how it leaves: answered (`unexplained`, where it asked why), promised, declined, dismissed; or open."""
        self.state, self.answer, self.reason = state, answer, reason
        self.is_unanswered = state == self.State.OPEN or unexplained
        self.marked_at = None if state == self.State.OPEN else clock.now()
        self.save(update_fields=["state", "answer", "reason", "marked_at", "is_unanswered"])


_asked = Prepared(lambda case: Question.objects.filter(case_id=case).order_by("id"), int)
_locked = Prepared(lambda case: Question.objects.select_for_update().filter(case_id=case).order_by("id"), int)
_owed = Prepared(lambda case: Question.objects.owed().filter(case_id=case).order_by("id"), int)


def questions_of(case: Case) -> list[Question]:
    """Get all questions of a case, in the order they were asked."""
    return list(_asked(case.pk))


def questions_locked(case: Case) -> list[Question]:
    """Get all questions of a case, which nobody else marks before this transaction ends."""
    return list(_locked(case.pk))


def questions_owed(case: Case) -> list[Question]:
    """Get the questions of a case that wait for a mark, in the order they were asked."""
    return list(_owed(case.pk))
