"""The shapes of what is one's own: presence, open cases, strengths, paces, and the hand one is asked for."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from petitevoix.api.answers import Name, Told
from petitevoix.api.schemas import Named, Sent, whole
from petitevoix.people.actions import MOST_MINUTES
from petitevoix.people.pacing import MOST_AT_ONCE

Presence = Literal["here", "writing", "research", "pause", "away"]
AtOnce = Annotated[int, Field(ge=1, le=MOST_AT_ONCE, description="Open cases at once."), BeforeValidator(whole)]


class BeingPresent(Sent):
    presence: Presence
    minutes: Annotated[int, Field(ge=1, le=MOST_MINUTES), BeforeValidator(whole)] | None = Field(
        None, description="Then one is here again; `research` needs them."
    )


class Me(Told):
    id: int
    name: str
    email: str
    role: Literal["advisor", "lead", "maker", "keeper", "admin"]
    presence: Presence
    presence_until: str | None
    away_from: str | None = Field(description="First day of an absence.")
    away_until: str | None = Field(description="Its last day.")
    lends_a_hand_to: Name | None = Field(description="The team one lends a hand to just now.")
    lends_until: str | None


class Tab(Told):
    case: str
    title: str
    who: str
    is_new: bool = Field(description="Something happened since one last looked.")
    has_words: bool = Field(description="One began to write there.")


class Tabs(Told):
    items: list[Tab]


class NewStrength(Sent):
    word: Annotated[str, Field(min_length=1, max_length=60, pattern=r"[^\W_]")]


class Strength(Told):
    id: int
    word: str


class Strengths(Told):
    items: list[Strength]


class NewPace(Sent):
    """A pace between oneself and `other`."""

    other: Named
    cases: AtOnce
    as_lead: bool = Field(False, description="It is the other's pace, and one agrees on it as a lead.")


class Pace(Told):
    id: int
    advisor: Name
    lead: Name
    cases: int | None = Field(description="Agreed on.")
    proposed: int | None = Field(description="Proposed by one, until the other agrees.")
    proposed_by: int | None = Field(description="The number of the one of the two.")


class Paces(Told):
    items: list[Pace]


class Load(Told):
    team: Name
    waiting: int
    wait_hours: float | None = Field(description="Expected, in working hours; nothing where too little was answered.")


class Hand(Told):
    id: int
    advisor: Name
    from_team: Name
    to_team: Name
    until: str
    to_wait: float = Field(description="Working hours a case waits in the team that is helped.")
    to_wait_then: float
    from_wait: float
    from_wait_then: float
    lends: bool


class Loads(Told):
    teams: list[Load]
    hands: list[Hand] = Field(description="What one is asked and lends; those who lead see what everybody is.")


class HandAnswer(Sent):
    answer: Literal["yes", "no"] = Field(description="A no after a yes ends it.")
