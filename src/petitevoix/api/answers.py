"""The shapes of what we answer: what the description says. What is sent is built flat, and tested against them."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

State = Literal["open", "pending", "held", "watched", "closed", "spam"]


class Told(BaseModel):
    model_config = ConfigDict(extra="forbid")


Written = Annotated[
    dict[str, str | float | bool], Field(description="Custom fields, by key; what is not written is left out.")
]


class Name(Told):
    id: int
    name: str


class Case(Told):
    id: int
    reference: str
    title: str
    state: State
    channel: str
    language: str
    first_words: str = Field(description="The beginning of what the person said last.")
    person: Name
    team: Name | None
    advisor: Name | None
    opened_at: datetime
    waiting_since: datetime | None = Field(description="The oldest words of the person that we have not answered.")
    news_due_at: datetime | None = Field(description="When the person will next hear from us.")
    snoozed_until: datetime | None = Field(description="Set aside until then; among what waits again at once.")
    wish: Literal["", "fix", "explain", "do"] = Field(description="What the person wants of this request.")
    fault: Literal["", "ours", "other", "person", "nobody"]
    tags: list[str] = Field(description="In the order they were given.")
    fields: Written
    changed_at: datetime


class Tag(Told):
    id: int
    name: str
    colour: str
    stands_for: int | None = Field(description="The tag it was merged into.")
    removed: bool


class TagPage(Told):
    items: list[Tag]
    next: str | None


class ReadyAnswer(Told):
    id: int
    name: str
    fr: str = Field(description="With its places, such as {first_name}.")
    en: str
    team: int | None
    changed_at: datetime


class ReadyAnswerPage(Told):
    items: list[ReadyAnswer]
    next: str | None


class View(Told):
    id: int
    name: str
    audience: Literal["me", "team", "everyone"]
    team: int | None
    conditions: dict[str, Any]


class ViewPage(Told):
    items: list[View]
    next: str | None


class BulkAct(Told):
    id: int
    act: Literal["assign", "tag", "turn", "macro", "spam", "clear"]
    state: Literal["working", "done", "undoing", "undone"]
    cases: int = Field(description="How many were given.")
    reached: int = Field(description="How many have been seen to.")
    changed: int = Field(description="In how many of them something changed.")
    refused: list[Any] = Field(description="Pairs of a reference and the sentence why it stayed as it was.")


class Closure(Told):
    what_it_was: str
    what_was_done: str
    how_to_avoid: str
    whose_fault: str
    acknowledgment: str
    repair: str
    what_changes: str
    by: Name | None = Field(description="None where a case closed for want of an answer.")
    at: datetime


class Question(Told):
    id: int
    case: str
    message: int = Field(description="The person's, that asks it.")
    text: str
    start: int | None = Field(description="Code points within the text of the message.")
    end: int | None
    kind: Literal["question", "request", "why"]
    state: Literal["open", "answered", "promised", "declined", "dismissed"]
    by: str = Field(description="Who found it: `reader`, or an advisor or person.")
    reason: str
    answer: int | None = Field(description="Our message that answers it.")
    asked_at: datetime
    marked_at: datetime | None


class QuestionPage(Told):
    items: list[Question]
    next: str | None


class Promise(Told):
    id: int
    case: str
    kind: Literal["words", "question", "news", "call", "written", "said"]
    text: str
    condition: str
    state: Literal["due", "late", "kept", "disputed", "withdrawn"]
    owner: Name | None
    message: int | None
    question: int | None
    due_at: datetime | None = Field(description="The binding one.")
    first_due_at: datetime | None
    offered_due_at: datetime | None = Field(description="Another date that we ask the person to accept.")
    made_at: datetime
    kept_at: datetime | None


class PromisePage(Told):
    items: list[Promise]
    next: str | None


class OurError(Told):
    id: int
    title: str
    effect: str
    cause: str
    repair: str
    since: datetime
    declared_at: datetime
    mended_at: datetime | None
    touched: int
    told: int


class OurErrorPage(Told):
    items: list[OurError]
    next: str | None


class Summary(Told):
    text: str
    to: Name
    written_at: datetime
    read_at: datetime | None = Field(description="When who received the case said that they read it.")


class WholeCase(Case):
    participants: list[Name]
    last_message: int | None = Field(description="To send as `seen` with a reply.")
    closure: Closure | None
    preferred_way: Literal["", "email", "phone", "face", "post"] = Field(
        description="How its person prefers to be reached."
    )
    preferred_way_met: bool = Field(description="Whether we can; we have only writing.")
    followers: list[Name] = Field(description="Who of the staff follows it.")
    joined: list[str] = Field(description="References of cases that were joined to this one; they lead here.")
    left_unsent: bool = Field(description="Left before it was sent: its person asked for one message, and no offer.")
    summary: Summary | None = Field(description="What went with the case to the advisor who holds it.")


class CasePage(Told):
    items: list[Case]
    next: str | None


class Attachment(Told):
    id: int
    name: str
    media_type: str = Field(description="As its sender says; the bytes always come as application/octet-stream.")
    size: int
    url: str


class Message(Told):
    id: int
    voice: Literal["person", "us", "note"]
    channel: str
    person: Name | None
    advisor: Name | None
    text: str = Field(description="What is new in it.")
    rest: str = Field(description="What it quotes, signatures and footers.")
    withheld: bool = Field(
        description="Somebody who leads is to read it first (a block); to others its words and files are left empty."
    )
    language: str
    automatic: str = Field(description="What kind of machine wrote it; empty for a person.")
    at: datetime
    leaves_at: datetime | None = Field(description="Ours: until then it can be withdrawn.")
    attachments: list[Attachment]
    relay: int | None = Field(description="The relay it is a letter of: between us and a third party.")
    mentions: list[Name] = Field(description="Whom a note calls by `@`, by name or through their team.")
    to: list[str] = Field(description="Ours, where it went to others than the person alone; so `cc` and `bcc`.")
    cc: list[str]
    bcc: list[str]


class SharedDraft(Told):
    id: int
    advisor: Name
    text: str
    shared_at: datetime
    changed_at: datetime


class SharedDrafts(Told):
    items: list[SharedDraft]


class OwnDraft(Told):
    text: str = Field(description="As it stands; it never leaves by itself.")
    shared_at: datetime | None


class MessagePage(Told):
    items: list[Message]
    next: str | None


class Withdrawn(Told):
    id: int = Field(description="The reply that will not leave.")
    draft: str = Field(description="Its words, which are a draft again.")
    state: State


class Event(Told):
    id: int
    name: str
    noun: str
    by: str
    at: datetime
    facts: dict[str, Any]


class EventPage(Told):
    items: list[Event]
    next: str | None


class Address(Told):
    kind: Literal["email", "phone"]
    value: str


class Person(Told):
    id: int
    name: str = Field(description="The one they chose.")
    legal_name: str
    language: str = Field(description="The one they write in.")
    preferred_language: str = Field(description="The one they want to be written to in, where they said so.")
    reached_by: Literal["", "email", "phone", "face", "post"]
    reached_when: str
    organisation: Name | None
    fields: Written
    addresses: list[Address]
    met_at: datetime


class PersonPage(Told):
    items: list[Person]
    next: str | None


class Organisation(Told):
    id: int
    name: str
    notes: str
    domains: list[str]
    admits_by_domain: bool = Field(description="Whoever first writes from one of its domains belongs to it.")
    shares_cases: Literal["no", "members", "named"]
    fields: Written
    founded_at: datetime


class OrganisationPage(Told):
    items: list[Organisation]
    next: str | None


class CustomField(Told):
    id: int
    target: Literal["case", "person", "organisation"]
    key: str
    label_fr: str
    label_en: str
    kind: Literal["text", "number", "date", "choice", "yes-no", "link"]
    choices: list[str]
    team: Name | None = Field(description="Only its cases are asked for it.")
    position: int
    archived: bool


class CustomFields(Told):
    items: list[CustomField]


class Fault(Told):
    model_config = ConfigDict(
        json_schema_extra={"description": "One value that cannot be used."}, populate_by_name=True
    )

    place: str = Field(alias="in", description="body, query, path or header")
    pointer: str
    detail: str


class Finding(Told):
    code: str
    severity: str
    message: str
    spans: list[list[int]]
    blocks: bool
    advice: str = Field("", description="What to do.")
    confirmable: bool = Field(False, description="Whether it can be bypassed, with a reason.")
    facts: dict[str, Any] = Field({}, description="What the finding knows, such as the question or dates to offer.")
    messages: list[int] | None = Field(None, description="What arrived and was not seen.")


class Review(Told):
    findings: list[Finding]


class Problem(Told):
    """What went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    code: str = Field(description="For programs; the sentences may change, this does not.")
    detail: str
    needed: str | None = Field(None, description="The scope that the token lacks.")
    errors: list[Fault] | None = None
    findings: list[Finding] | None = Field(None, description="Why an act was stopped.")
