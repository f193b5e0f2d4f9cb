"""What is owed to a person in a case: their questions and our promises, as their page says them.

A reply that can still be taken back has happened to nobody: what it marks, makes or keeps shows only once it has left.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q, QuerySet

from petitevoix.cases.models import Case, Message, Promise, Question
from petitevoix.kit import clock
from petitevoix.people.models import Person


@dataclass(frozen=True)
class Owed:
    """One promise as it stands for its person."""

    promise: Promise
    state: str  # due, late, kept, disputed, withdrawn
    is_mine: bool  # whoever reads is the one it was made to

    @property
    def goes_on(self) -> bool:
        return self.state in {"due", "late"} and not self.was_said

    @property
    def was_said(self) -> bool:
        """It is what we answered before they signed: it has no time, and stands."""
        return self.promise.kind == Promise.Kind.SAID

    @property
    def waits_for_word(self) -> bool:
        """We asked whether its time suits, and have no word yet."""
        return self.state == "due" and self.promise.kind == Promise.Kind.WRITTEN and self.promise.agreed_at is None

    @property
    def can_be_resumed(self) -> bool:
        return self.promise.can_be_resumed

    @property
    def stands_alone(self) -> bool:
        """A promise to answer is told with its question."""
        return self.promise.question_id is None

    @property
    def is_over(self) -> bool:
        """Nothing is left to say about it but that it was."""
        return not (self.goes_on or self.can_be_disputed or self.can_be_resumed or self.state == "disputed")

    @property
    def keeper(self) -> str:
        return self.promise.case.signed(self.promise.owner)

    @property
    def offered(self) -> datetime | None:
        """Another date we ask for; it can be accepted only before the first one has passed."""
        return self.promise.offered_due_at if self.state == "due" else None

    @property
    def can_be_disputed(self) -> bool:
        return (
            self.state == "late"
            or (self.was_said and self.state == "due")
            or (self.state == "kept" and self.promise.can_be_disputed)
        )


@dataclass(frozen=True)
class Asked:
    """One question as it stands for the person who asked it."""

    question: Question
    state: str  # open, answered, promised, declined
    owed: Owed | None  # the promise that holds it
    is_mine: bool

    @property
    def can_be_asked_again(self) -> bool:
        return self.is_mine and self.state in {Question.State.ANSWERED, Question.State.DECLINED}


def promises_shown(case: Case) -> "QuerySet[Promise]":
    """Promises of a case whose words have left."""
    return Promise.objects.filter(case=case).exclude(message__leaves_at__gt=clock.now())


def promises_to(person: Person, case: Case) -> "QuerySet[Promise]":
    """Promises of a case that this person may move, dispute or let go: those made to them."""
    return promises_shown(case).filter(case__person=person)


def questions_shown(case: Case) -> "QuerySet[Question]":
    """Questions of a case, in the order they were asked."""
    return Question.objects.filter(case=case).exclude(state=Question.State.DISMISSED).order_by("id")


def questions_of(person: Person, case: Case) -> "QuerySet[Question]":
    """Questions that this person asked, or that are asked in a case of theirs; none whose answer has not left."""
    theirs = Q(case__person=person) | Q(by=person.actor) | Q(message__person=person)
    return questions_shown(case).filter(theirs).exclude(answer__leaves_at__gt=clock.now())


def said_before_signing(person: Person, most: int = 50) -> list[Promise]:
    """Get what we answered a person before they signed, the latest first, whatever became of its case."""
    said = Promise.objects.said_before_signing().filter(case__in=Case.objects.filter(person=person))
    return list(said.exclude(message__leaves_at__gt=clock.now()).select_related("case")[:most])


def owed_to(person: Person, case: Case, unsaid_since: datetime | None) -> list[Owed]:
    """Gather our promises, what is due first; `unsaid_since` is when words of ours were written that have not left."""
    rows = promises_shown(case).select_related("owner", "case").order_by(F("due_at").asc(nulls_last=True), "id")
    return [Owed(row, _standing(row, unsaid_since), case.person_id == person.pk) for row in rows]


def asked_by(person: Person, case: Case, promises: list[Owed]) -> list[Asked]:
    """Gather the questions, each with how it stands."""
    made = sorted(promises, key=lambda one: one.promise.pk)  # the latest is the one that holds
    holding = {one.promise.question_id: one for one in made if one.promise.question_id}
    rows = questions_shown(case).select_related("answer", "message").defer("answer__html", "message__html")
    return [_asked(row, holding.get(row.pk), person, case) for row in rows]


def _asked(question: Question, owed: Owed | None, person: Person, case: Case) -> Asked:
    state: str = question.state
    if _unsaid(question.answer):
        state = Question.State.PROMISED if owed and owed.state != "kept" else Question.State.OPEN
    mine = person.pk in {case.person_id, question.message.person_id} or question.by == person.actor
    return Asked(question, state, owed if state == Question.State.PROMISED else None, mine)


def _standing(promise: Promise, unsaid_since: datetime | None) -> str:
    """Say how a promise stands; what a reply that has not left would keep is not kept yet."""
    kept_by_it = unsaid_since and promise.kept_at and promise.kept_at >= unsaid_since
    if kept_by_it and promise.kind != Promise.Kind.WORDS and not (promise.withdrawn_at or promise.disputed_at):
        return "late" if promise.due_at and promise.due_at < clock.now() else "due"
    return promise.state


def _unsaid(answer: Message | None) -> bool:
    return bool(answer and answer.leaves_at and answer.leaves_at > clock.now())
