"""What the measures count: small plain records, made from the journal. None of them knows who answered."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(slots=True)
class Reply:
    """Words of ours to a person, and what the review saw in them before they left."""

    at: datetime
    withdrawn: bool = False  # taken back: it never left
    undelivered: bool = False
    reviewed: bool = True  # older ones were not
    missed: bool = False  # the person had said that the answer before it missed
    likeness: float | None = None  # to the reply of the case that is most like it
    own_facts: int = 0  # how much of the person's own it mentions
    changed: bool = False  # stopped by the review, then written differently
    team: int | None = None


@dataclass(slots=True)
class Promise:
    made_at: datetime
    due_at: datetime | None  # the binding one
    reply: Reply | None = None
    kept_at: datetime | None = None
    disputed_at: datetime | None = None
    moved: bool = False
    noticed: bool = False  # told, before the binding date, that it would be late
    withdrawn: bool = False  # by the person: nobody else can
    team: int | None = None

    @property
    def counts(self) -> bool:
        """Whether it was ever made, and goes on: what never left was not."""
        return not self.withdrawn and not (self.reply and self.reply.withdrawn)

    def offer(self, at: datetime) -> None:
        """Another date was offered; after the binding one it is no notice any more."""
        self.noticed = self.noticed or self.due_at is None or at < self.due_at

    def move(self, at: datetime, due_at: datetime | None) -> None:
        """The person accepted another date; it binds if the one before it had not passed."""
        if self.due_at is None or at < self.due_at:
            self.due_at, self.moved, self.noticed = due_at, True, False

    def kept(self, disputable: timedelta) -> bool:
        """Whether it was kept by its date, and not disputed by the person in the days behind."""
        if self.kept_at is None or self.due_at is None or self.kept_at > self.due_at:
            return False
        return self.disputed_at is None or self.disputed_at > self.kept_at + disputable

    def late_by(self, now: datetime) -> timedelta | None:
        """Give how late it was kept, or is by now; nothing where it is not late."""
        late = (self.kept_at or now) - self.due_at if self.due_at else timedelta(0)
        return late if late > timedelta(0) else None


@dataclass(slots=True)
class Mark:
    """How a question left with a reply: answered, promised or declined."""

    mark: str
    reply: Reply
    unexplained: bool = False  # it asked why, and the reply gives no reason

    @property
    def settles(self) -> bool:
        """Whether nothing more is owed: answered, and with a reason where it asked for one; or declined."""
        return self.mark in {"answered", "declined"} and not self.unexplained


@dataclass(slots=True)
class Question:
    asked_at: datetime
    theirs: bool = False  # added or asked again by the person: nobody can dismiss it
    dismissed: bool = False
    why: bool = False  # it asks for a reason
    # Tuples: there are as many questions as a house was ever asked, and most have one mark and nothing else.
    marks: tuple[Mark, ...] = ()
    promises: tuple[Promise, ...] = ()
    asked_again: tuple[datetime, ...] = ()

    def mark_at(self, at: datetime) -> Mark | None:
        """Give how it stood at a moment: the last mark by then, of a reply that was not taken back."""
        standing = [mark for mark in self.marks if not mark.reply.withdrawn and mark.reply.at <= at]
        return standing[-1] if standing else None

    def promise_of(self, mark: Mark) -> Promise | None:
        """Give the promise that a mark made."""
        return next((one for one in reversed(self.promises) if one.reply is mark.reply), None)


@dataclass(slots=True)
class Inbound:
    """A message of a person that holds questions."""

    at: datetime
    questions: tuple[Question, ...] = ()
    team: int | None = None
    case: str = ""
    spam: bool = False  # its case lies in Spam: nobody is owed an answer

    @property
    def asked(self) -> list[Question]:
        return [question for question in self.questions if not question.dismissed]


@dataclass(slots=True)
class Closure:
    at: datetime
    told: bool = True  # what it was and what was done
    fault: str = ""
    apology: tuple[bool, bool, bool, bool] = (False,) * 4  # acknowledgment, explanation, repair, what changes
    quiet: bool = False  # because nobody wrote any more
    warnings: tuple[datetime, ...] = ()
    reply: Reply | None = None  # the last words before it
    reversed_at: datetime | None = None  # by the person
    team: int | None = None

    @property
    def counts(self) -> bool:
        """Whether it was one: where its words were taken back, the case was not closed."""
        return not (self.reply and self.reply.withdrawn)


@dataclass(slots=True)
class Mended:
    """A fault of ours that was mended, and one of those it had touched."""

    at: datetime
    told_at: datetime | None = None
    team: int | None = None
