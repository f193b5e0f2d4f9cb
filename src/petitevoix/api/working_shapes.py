"""The shapes of what is sent and told in working a case."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from petitevoix.api.answers import Name, State, Told
from petitevoix.api.schemas import Email, Id, Moment, Named, Sent, Words

Reference = Annotated[str, Field(max_length=20, description="The reference of the other case.")]
Awaited = Annotated[str, Field(min_length=1, max_length=300, pattern=r"[^\s\x00-\x1f]")]
ABOUT_NEXT = "When we next look, answered or not; the person is promised news by then."
KIND = "The other is its `parent`, its `child`; it is a `duplicate` of the other, or the `original` of it."


class Merge(Sent):
    into: Reference


class Split(Sent):
    messages: list[Id] = Field(min_length=1, max_length=200)
    title: Annotated[str, Field(max_length=200)] = Field("", description="Else the first words of the messages.")


class NewLink(Sent):
    to: Reference
    kind: Literal["related", "parent", "child", "duplicate", "original"] = Field("related", description=KIND)


class Link(Told):
    id: int
    kind: Literal["related", "parent", "child", "duplicate", "original"] = Field(description=KIND)
    case: str
    title: str
    state: State


class Links(Told):
    items: list[Link]


class Whose(Sent):
    email: Email
    name: Annotated[str, Field(max_length=120)] = ""
    keep: bool = Field(False, description="Whom it was taken for goes on taking part.")


class NewRelay(Sent):
    email: Email
    name: Annotated[str, Field(max_length=120)] = ""
    awaited: Awaited = Field(description="What we await from them; the person reads it, in plain words.")
    text: Words = Field(description="The letter to them.")
    next_at: Moment | None = Field(None, description=ABOUT_NEXT)
    told: Annotated[str, Field(max_length=500)] = Field(
        "", description="What the person reads instead, where it is said."
    )
    follower: Named | None = Field(None, description="The advisor of ours who follows it, or `me`.")
    rest: bool = Field(True, description="The case rests as `held`.")
    tell_person: bool = Field(False, description="Write to the person as well that somebody else holds a part.")


class RelayChange(Sent):
    """What is left out stays as it is."""

    awaited: Awaited | None = None
    told: Annotated[str, Field(max_length=500)] | None = None
    next_at: Moment | None = Field(None, description=ABOUT_NEXT)
    follower: Named | None = None


class RelayLetter(Sent):
    text: Words
    next_at: Moment | None = Field(None, description=ABOUT_NEXT)


class RelayResult(Sent):
    result: Annotated[str, Field(min_length=1, max_length=2000, pattern=r"[^\s\x00-\x1f]")]


class Forwarding(Sent):
    email: Email
    name: Annotated[str, Field(max_length=120)] = ""
    text: Words = Field(description="A word of ours to who receives it.")
    awaited: Annotated[str, Field(max_length=300)] = ""
    next_at: Moment | None = Field(None, description=ABOUT_NEXT)
    attachments: list[Id] = Field([], max_length=50, description="Files of the message that go with it.")


class Relay(Told):
    id: int
    case: str
    name: str
    email: str
    awaited: str
    told: str
    state: Literal["waiting", "answered", "overdue", "closed"]
    since: datetime
    next_at: datetime | None
    follower: Name | None
    answered_at: datetime | None
    closed_at: datetime | None
    result: str


class Relays(Told):
    items: list[Relay]
