"""Reading the journal: one pass over its events, in the order they were written, into plain records."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from sys import intern
from typing import Any, NamedTuple

from petitevoix.insight.records import Closure, Inbound, Mark, Mended, Promise, Question, Reply
from petitevoix.journal.models import Event

EACH = 20_000  # events between two words of progress


class Fact(NamedTuple):
    """One event, as far as the measures look at it."""

    name: str
    topic: str
    noun: str
    by: str
    at: datetime
    facts: dict[str, Any]

    @property
    def of_person(self) -> bool:
        return self.by.startswith("person:")

    @property
    def team(self) -> int | None:
        """The team that had the case when it happened."""
        team = self.facts.get("team")
        return team if isinstance(team, int) else None


@dataclass
class Reading:
    """Everything the measures count."""

    inbound: dict[str, Inbound] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    replies: dict[str, Reply] = field(default_factory=dict)
    promises: dict[str, Promise] = field(default_factory=dict)
    closures: list[Closure] = field(default_factory=list)
    mended: dict[tuple[str, str], Mended] = field(default_factory=dict)
    # Whose hands a team's answers of a day came from: never to say it of one, only to see that they are enough.
    hands: dict[tuple[date, int | None], set[str]] = field(default_factory=lambda: defaultdict(set))
    spam: set[str] = field(default_factory=set)  # cases that lie in Spam
    _team_of: dict[str, int | None] = field(default_factory=dict)  # cases touched by an error
    _last_reply: dict[str, Reply] = field(default_factory=dict)  # of each case
    _last_closure: dict[str, Closure] = field(default_factory=dict)


def read(until: datetime, progress: Callable[[int], None] = lambda number: None) -> Reading:
    """Read the journal from its beginning up to a moment; `progress` hears now and then of the last event read."""
    wanted = Event.objects.filter(name__in=_READERS, at__lte=until).order_by("id")
    rows = wanted.values_list("id", *Fact._fields).iterator(chunk_size=2000)
    return gather(_told_of(rows, progress))


def _told_of(rows: Iterable[tuple[Any, ...]], progress: Callable[[int], None]) -> Iterator[Fact]:
    for count, (number, *row) in enumerate(rows, start=1):
        if count % EACH == 0:
            progress(number)
        yield Fact(*row)


def gather(facts: Iterable[Fact]) -> Reading:
    """Make records of events; what speaks of something nobody wrote down before is passed over."""
    reading = Reading()
    for fact in facts:
        if reader := _READERS.get(fact.name):
            reader(reading, fact)
    if reading.spam:
        for inbound in reading.inbound.values():
            inbound.spam = inbound.case in reading.spam
    return reading


def _received(reading: Reading, fact: Fact) -> None:
    # Also where nobody has found a question yet: one may be added, and its time runs from here.
    inbound = reading.inbound.setdefault(fact.noun, Inbound(fact.at, team=fact.team, case=intern(fact.topic)))
    why = fact.facts.get("why") or ()
    for number in fact.facts.get("questions") or ():
        question = reading.questions.setdefault(f"question:{number}", Question(fact.at, why=number in why))
        inbound.questions += (question,)


def _added(reading: Reading, fact: Fact) -> None:
    question = reading.questions.setdefault(fact.noun, Question(fact.at, why=fact.facts.get("kind") == "why"))
    question.theirs = question.theirs or fact.of_person
    asked_in = f"message:{fact.facts.get('message')}"
    inbound = reading.inbound.setdefault(asked_in, Inbound(fact.at, team=fact.team))
    if not any(one is question for one in inbound.questions):
        inbound.questions += (question,)


def _edited(reading: Reading, fact: Fact) -> None:
    if (question := reading.questions.get(fact.noun)) and "kind" in fact.facts:
        question.why = fact.facts["kind"] == "why"


def _dismissed(reading: Reading, fact: Fact) -> None:
    question = reading.questions.get(fact.noun)
    if question and not question.theirs:
        question.dismissed = True


def _restored(reading: Reading, fact: Fact) -> None:
    if question := reading.questions.get(fact.noun):
        question.dismissed = False


def _asked_again(reading: Reading, fact: Fact) -> None:
    if question := reading.questions.get(fact.noun):
        question.theirs, question.dismissed = True, False
        question.asked_again += (fact.at,)


def _written(reading: Reading, fact: Fact) -> None:
    review = fact.facts.get("review")
    seen = review or {}
    reply = reading.replies[fact.noun] = reading._last_reply[fact.topic] = Reply(
        at=fact.at,
        reviewed=review is not None,
        missed=bool(seen.get("missed")),
        likeness=seen.get("likeness"),
        own_facts=int(seen.get("own_facts") or 0),
        changed=bool(seen.get("changed")),
        team=fact.team,
    )
    if fact.by.startswith("advisor:"):
        reading.hands[fact.at.date(), fact.team].add(fact.by)
    without = seen.get("unexplained") or ()
    for one in fact.facts.get("marks") or ():
        if question := reading.questions.get(f"question:{one.get('question')}"):
            question.marks += (Mark(intern(str(one.get("mark"))), reply, one.get("question") in without),)


def _withdrawn(reading: Reading, fact: Fact) -> None:
    if reply := reading.replies.get(fact.noun):
        reply.withdrawn = True
        if reading._last_reply.get(fact.topic) is reply:  # a later closing was not said with it
            del reading._last_reply[fact.topic]


def _promised(reading: Reading, fact: Fact) -> None:
    reply = reading.replies.get(f"message:{fact.facts.get('message')}")
    made = reading.promises[fact.noun] = Promise(fact.at, _moment(fact.facts.get("due_at")), reply, team=fact.team)
    if question := reading.questions.get(f"question:{fact.facts.get('question')}"):
        question.promises += (made,)


def _about_a_promise(reading: Reading, fact: Fact) -> None:
    promise = reading.promises.get(fact.noun)
    if promise is None:
        return
    match fact.name:
        case "promise.kept":
            promise.kept_at = promise.kept_at or fact.at
        case "promise.reopened":
            promise.kept_at = None
        case "promise.offered":
            promise.offer(fact.at)
        case "promise.moved" if fact.of_person:
            promise.move(fact.at, _moment(fact.facts.get("due_at")))
        case "promise.disputed":
            promise.disputed_at = promise.disputed_at or fact.at
        case "promise.withdrawn" if fact.of_person:
            promise.withdrawn = True
        case "promise.resumed" if fact.of_person:
            promise.withdrawn = False


def _called_off(reading: Reading, fact: Fact) -> None:
    for number in fact.facts.get("promises") or ():  # of what was undone at once: never made
        if promise := reading.promises.get(f"promise:{number}"):
            promise.withdrawn = True


def _merged(reading: Reading, fact: Fact) -> None:
    # What ended there, is opened again from here; each closing is counted once, where it was said.
    ended = reading._last_closure.get(f"case:{fact.facts.get('case')}")
    if ended and fact.topic not in reading._last_closure:
        reading._last_closure[fact.topic] = ended


def _closed(reading: Reading, fact: Fact) -> None:
    said = fact.facts
    closure = reading._last_closure[fact.topic] = Closure(
        at=fact.at,
        told=bool(said.get("told", True)),
        fault=str(said.get("fault") or ""),
        apology=(
            bool(said.get("acknowledgment")),
            bool(said.get("explanation")),
            bool(said.get("repair")),
            bool(said.get("what_changes")),
        ),
        quiet=bool(said.get("quiet")),
        warnings=tuple(at for at in map(_moment, said.get("warnings") or ()) if at),
        reply=reading._last_reply.get(fact.topic),
        team=fact.team,
    )
    reading.closures.append(closure)


def _reopened(reading: Reading, fact: Fact) -> None:
    because = fact.facts.get("because")
    if because == "undelivered" and (reply := reading.replies.get(f"message:{fact.facts.get('message')}")):
        reply.undelivered = True
    # Older letters that reopened a case were written down as brought by the mail.
    if fact.of_person or fact.name == "case.disputed" or (fact.by == "mail" and not because):
        closure = reading._last_closure.get(fact.topic)
        if closure and closure.reversed_at is None:
            closure.reversed_at = fact.at


def _touched(reading: Reading, fact: Fact) -> None:
    reading._team_of[fact.topic] = fact.team


def _mended(reading: Reading, fact: Fact) -> None:
    for case in fact.facts.get("touched") or ():
        made = Mended(fact.at, team=reading._team_of.get(f"case:{case}"))
        known = reading.mended.setdefault((fact.noun, str(case)), made)
        known.at = min(known.at, fact.at)


def _told(reading: Reading, fact: Fact) -> None:
    touched = reading.mended.get((fact.noun, str(fact.facts.get("case"))))
    if touched and touched.told_at is None:
        touched.told_at = fact.at


def _spammed(reading: Reading, fact: Fact) -> None:
    reading.spam.add(fact.topic)


def _cleared(reading: Reading, fact: Fact) -> None:
    reading.spam.discard(fact.topic)


def _moment(written: str | None) -> datetime | None:
    # The journal is never mended: one date that nobody can read must not stop every count for ever.
    try:
        at = datetime.fromisoformat(written) if written else None
    except ValueError:
        return None
    return at if at is None or at.tzinfo else at.replace(tzinfo=UTC)


_READERS = {
    "message.received": _received,
    "message.let_through": _received,  # the questions of words that were withheld are read then
    "question.added": _added,
    "question.edited": _edited,
    "question.dismissed": _dismissed,
    "question.restored": _restored,
    "question.asked_again": _asked_again,
    "message.written": _written,
    "message.withdrawn": _withdrawn,
    "promise.made": _promised,
    **dict.fromkeys(
        (
            "promise.kept",
            "promise.reopened",
            "promise.offered",
            "promise.moved",
            "promise.disputed",
            "promise.withdrawn",
            "promise.resumed",
        ),
        _about_a_promise,
    ),
    "relay.called_off": _called_off,
    "case.turned": _called_off,
    "case.merged": _merged,
    "case.spammed": _spammed,
    "case.cleared": _cleared,
    "case.closed": _closed,
    "case.reopened": _reopened,
    "case.disputed": _reopened,
    "error.touched": _touched,
    "error.mended": _mended,
    "error.told": _told,
}
