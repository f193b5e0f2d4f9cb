"""The shapes of persons who are one, and of blocks, as they are sent and told."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from petitevoix.api.answers import Name, Told
from petitevoix.api.schemas import Id, Moment, Sent, Words


class NewMerge(Sent):
    person: Id = Field(description="Who goes over to the person in the address.")
    take: list[Annotated[str, Field(max_length=60)]] = Field(
        [], max_length=80, description="Names of values to take from them where both have one: `name`, `fields.floor`…"
    )


class NewBlock(Sent):
    reason: Annotated[str, Field(min_length=1, max_length=500, pattern=r"[^\s\x00-\x1f]")]
    until: Moment = Field(description="Within three months.")


class BlockDecision(Sent):
    agreed: bool


class WithheldRead(Sent):
    queue: bool = Field(True, description="Whether it waits for an answer now; or is read, and no more.")


class AppealAnswer(Sent):
    text: Words
    stays: bool = Field(description="Whether the block goes on until its day.")


class PersonMerge(Told):
    id: int
    kept: int
    merged: Name
    by: Name
    at: datetime
    can_be_undone: bool
    undone_at: datetime | None


class PersonMergePage(Told):
    items: list[PersonMerge]
    next: str | None


class Pair(Told):
    id: int
    one: Name
    other: Name
    because: str = Field(description="What they share: `mail`, `local`, `phone` or `house`.")


class TwinsPage(Told):
    items: list[Pair]
    next: str | None


class PairApart(Told):
    id: int
    apart: bool


class Block(Told):
    id: int
    person: int
    state: Literal["proposed", "declined", "in force", "over"]
    reason: str
    proposed_by: Name
    proposed_at: datetime
    decided_by: Name | None
    decided_at: datetime | None
    until: datetime
    ended_at: datetime | None
    appeal: str = Field(description="What the person says against it.")
    appealed_at: datetime | None
    answer: str
    answered_by: Name | None
    answered_at: datetime | None


class BlockPage(Told):
    items: list[Block]
    next: str | None
