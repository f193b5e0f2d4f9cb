"""What a guard looks at: a draft and what its case knows, as plain data, so that any door can have it looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

from petitevoix.kit.words import zone
from petitevoix.language.detect import language_of
from petitevoix.review.parts import Parts, parts
from petitevoix.review.seeing import fold, own


class Working(Protocol):
    """When a team works: what `language.promises` is told, too. All moments are aware."""

    def is_working(self, day: date) -> bool: ...
    def ends(self, day: date) -> datetime: ...
    def after(self, moment: datetime, hours: float) -> datetime: ...


@dataclass(frozen=True)
class Person:
    """Who will read the draft. `language` is an ISO 639-1 code."""

    name: str = ""
    addresses: Sequence[str] = ()
    language: str = ""


@dataclass(frozen=True)
class Question:
    """One question of the person, and how the advisor marked it."""

    id: int
    words: str = ""
    mark: Literal["", "answered", "promised", "declined"] = ""
    due: datetime | None = None
    reason: str = ""
    asks_why: bool = False


@dataclass(frozen=True)
class Sent:
    """One earlier reply of ours on this case; a first word from a machine is no answer."""

    words: str
    at: datetime
    to: Sequence[str] = ()
    is_answer: bool = True


@dataclass(frozen=True)
class Known:
    """What is this person's and this case's, so that what is another's can be told.

    `references` are ours (PV-…); `addresses` are e-mail addresses or domains of the house and of those who take part;
    `numbers` are orders, serials, telephones, accounts of the house; `names` are persons and advisors in the case.
    `others` is what the caller looked up and found to be somebody else's: names, addresses, numbers.
    """

    references: Sequence[str] = ()
    addresses: Sequence[str] = ()
    numbers: Sequence[str] = ()
    names: Sequence[str] = ()
    others: Sequence[str] = ()


@dataclass(frozen=True)
class Draft:
    """An advisor's words just before they leave, and what the case knows.

    `language` is the one the case is held in; `facts` what the file says by kind (serial, order, email, phone,
    address, birth_date, contract, iban, name); `heard` the person's messages and `sent` our replies, oldest first;
    `standard` ready texts and replies sent to others; `jargon` word → what to say instead; `to` the addresses it goes
    to; `missed` that the person said our last answer missed;
    `summary_unread` that its writer has not read what went with the case.
    """

    words: str
    at: datetime
    language: str = ""
    zone: ZoneInfo = field(default_factory=zone)
    working: Working | None = None
    person: Person = Person()
    questions: Sequence[Question] = ()
    sent: Sequence[Sent] = ()
    heard: Sequence[str] = ()
    facts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    known: Known = Known()
    standard: Sequence[str] = ()
    jargon: Mapping[str, str] = field(default_factory=dict)
    to: Sequence[str] = ()
    files: int = 0
    missed: bool = False
    fault_is_ours: bool = False
    summary_unread: bool = False

    @cached_property
    def own(self) -> str:
        """Give the advisor's own words: what is quoted is blank, every offset stays."""
        return own(self.words)

    @cached_property
    def seen(self) -> str:
        """Give the advisor's own words in plain letters, every offset kept."""
        return fold(self.own)

    @cached_property
    def parts(self) -> Parts:
        return parts(self.seen)

    @cached_property
    def body(self) -> str:
        """Give the words between greeting and closing in plain letters; offsets start at `parts.body`."""
        start, end = self.parts.body
        return self.seen[start:end]

    @cached_property
    def written(self) -> str:
        """Give the language that the draft is written in (ISO 639-1); of few words, the one it should be in."""
        start, end = self.parts.body
        return language_of(self.own[start:end], self.reads or None)

    @property
    def reads(self) -> str:
        """Give the language that its reader reads (ISO 639-1), "" where nothing tells."""
        return (self.person.language or self.language).split("-")[0].lower()

    @cached_property
    def said(self) -> str:
        """Give all that the person has said, in plain letters."""
        return fold("\n".join(self.heard))
