"""The shapes of what programs send. Unknown fields are refused, and a number is never taken for a text."""

from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from petitevoix.api.paging import LARGEST

EMAIL = r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,8}$"
STATES = ["open", "pending", "held", "watched", "closed", "spam"]


def _limit_in_words(schema: dict[str, Any]) -> None:
    # A pattern with so large a maxLength keeps the programs that read descriptions busy for a minute.
    schema["description"] = f"{schema.get('description', '')} At most {schema.pop('maxLength')} characters.".strip()


Words = Annotated[
    str, Field(min_length=1, max_length=100_000, pattern=r"[^\s\x00-\x1f]", json_schema_extra=_limit_in_words)
]
Standard = Annotated[
    str, Field(min_length=1, max_length=20_000, pattern=r"[^\s\x00-\x1f]", json_schema_extra=_limit_in_words)
]
Line = Annotated[str, Field(min_length=1, max_length=200, pattern=r"[^\s\x00-\x1f]")]
Email = Annotated[
    str, Field(max_length=254, pattern=EMAIL, description="An internationalised domain in its ASCII form (xn--…).")
]
Language = Literal["fr", "en"]


def whole(number: Any) -> Any:
    # JSON knows one kind of number: 7.0 is 7.
    return int(number) if isinstance(number, float) and number.is_integer() else number


Id = Annotated[int, Field(ge=1, le=LARGEST), BeforeValidator(whole)]
Seen = Annotated[int, Field(ge=0, le=LARGEST), BeforeValidator(whole)]
Tag = Annotated[str, Field(min_length=1, max_length=50, pattern=r"[^\s\x00-\x1f#, ]")]
Named = Id | Annotated[str, Field(min_length=1, max_length=254)]


def _written_out(moment: Any) -> Any:
    if not isinstance(moment, str) or "-" not in moment[1:]:
        raise PydanticCustomError("moment", "Write a moment as in 2026-09-18T18:00:00+02:00")
    return moment


def _in_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise PydanticCustomError("moment", "This moment lies outside the calendar") from None


Moment = Annotated[AwareDatetime, BeforeValidator(_written_out), AfterValidator(_in_utc), Field(strict=False)]


class Sent(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class PersonAsking(Sent):
    email: Email
    name: Annotated[str, Field(max_length=120)] = ""


class NewCase(Sent):
    person: PersonAsking
    title: Line
    text: Words = Field(description="What the person said.")
    channel: Literal["form", "email", "chat", "phone", "counter", "community"] = Field(
        "form", description="The way they came by."
    )
    team: Named | None = Field(None, description="Number or name of a team.")
    silent: bool = Field(False, description="Send no acknowledgement to the person.")


class QuestionMark(Sent):
    """How one question leaves: a promised one takes its `due`, a declined one its `reason`."""

    id: Id
    mark: Literal["answered", "promised", "declined"]
    due: Moment | None = None
    reason: Annotated[str, Field(max_length=2000)] | None = None


class Addressed(Sent):
    """Whom a letter goes to."""

    to: list[Email] | None = Field(None, max_length=30, description="Else the person.")
    cc: list[Email] | None = Field(None, max_length=30, description="Else all who take part besides; `[]` for nobody.")
    bcc: list[Email] = Field([], max_length=30, description="They read this letter and take no part in the case.")


class NewReview(Addressed):
    case: Annotated[str, Field(max_length=20)] = Field(description="The reference of the case that the draft answers.")
    text: Words
    questions: list[QuestionMark] = Field([], max_length=1_000, description="Marks as the reply would carry them.")


class NewQuestion(Sent):
    text: Annotated[str, Field(min_length=1, max_length=500, pattern=r"[^\s\x00-\x1f]")]


class QuestionChange(Sent):
    """What is left out stays as it is."""

    text: Annotated[str, Field(min_length=1, max_length=500, pattern=r"[^\s\x00-\x1f]")] | None = None
    dismissed: bool | None = Field(None, description="It is no question; `false` says that it is one after all.")


class Offer(Sent):
    due: Moment = Field(description="Another date; it binds once the person accepts it, before the first one is due.")
    because: Annotated[str, Field(max_length=500)] = ""


class Wish(Sent):
    wish: Literal["", "fix", "explain", "do"] = Field(description="What the person wants of this request.")


class Blame(Sent):
    fault: Literal["", "ours", "other", "person", "nobody"] = Field(description="Whose fault it is, as far as we know.")


class Tags(Sent):
    add: list[Tag] = Field([], max_length=30, description="Names; a new one is made.")
    remove: list[Tag] = Field([], max_length=30)


class NewReadyAnswer(Sent):
    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["fr"]}, {"required": ["en"]}]})
    name: Annotated[str, Field(min_length=1, max_length=80, pattern=r"[^\s\x00-\x1f]")]
    fr: Standard = ""
    en: Standard = ""
    team: Id | None = Field(None, description="The team it is for; all, where none is named.")


class ReadyAnswerChange(Sent):
    """What is left out stays as it is."""

    name: Annotated[str, Field(min_length=1, max_length=80, pattern=r"[^\s\x00-\x1f]")] | None = None
    fr: Standard | None = None
    en: Standard | None = None
    team: Id | None = Field(None, description="The team it is for; `null` for all.")


class NewSnooze(Sent):
    until: Moment
    why: Annotated[str, Field(max_length=200)] = ""


class NewError(Sent):
    title: Line
    effect: Words = Field(description="What it did to people.")
    cause: Annotated[str, Field(max_length=20_000)] = ""
    since: Moment | None = None
    cases: list[Annotated[str, Field(max_length=20)]] = Field([], max_length=5000, description="References it touched.")


class TouchedCases(Sent):
    cases: list[Annotated[str, Field(max_length=20)]] = Field(min_length=1, max_length=5000)


class Mending(Sent):
    cause: Words
    repair: Words
    text: Words = Field(description="What is written to each person touched, each in their case.")
    translation: Annotated[
        str,
        Field(
            max_length=20_000,
            description="For those who read the other of our languages.",
            json_schema_extra=_limit_in_words,
        ),
    ] = ""


_WHO_ASKS_SAYS_WHEN: dict[str, Any] = {
    "if": {"properties": {"ask": {"type": "null"}}},
    "else": {"required": ["news_on"], "properties": {"news_on": {"type": "string"}}},
}


class NewReply(Addressed):
    model_config = ConfigDict(json_schema_extra=_WHO_ASKS_SAYS_WHEN)

    text: Words
    seen: Seen | None = Field(
        None,
        description="The last message you have read. Where something arrived since, the reply is stopped (`unseen`).",
    )
    then: Literal["pending", "held", "open"] = Field(
        "pending", description="Whose turn it is after that. An observation takes its plan: see state."
    )
    news_on: Moment | None = Field(None, description="The case stays with us, and the person has news by then.")
    leaves_at: Moment | None = Field(None, description="When it leaves; held back if the person writes before.")
    sign: Literal["first", "alias", "team"] | None = Field(
        None, description="How you sign in this case from now on; yours alone to choose."
    )
    ask: Named | None = Field(None, description="We do not know yet: the advisor who is asked. Needs `news_on`.")
    questions: list[QuestionMark] = Field(
        [],
        max_length=1_000,
        description="How each question of the case leaves; one that is not marked stops the reply.",
    )
    confirmed: list[Annotated[str, Field(max_length=60)]] = Field(
        [], max_length=50, description="Codes of findings that you pass by; each is recorded with `because`."
    )
    because: Annotated[str, Field(max_length=2000)] = Field(
        "", description="Why what is confirmed is right; where it is left out, that is what is kept."
    )

    @model_validator(mode="after")
    def _who_asks_says_when(self) -> "NewReply":
        if self.ask is not None and self.news_on is None:
            raise PydanticCustomError("ask", "Say with `news_on` when the person has news; then somebody can be asked")
        return self


class NewNote(Sent):
    text: Words


class Assignment(Sent):
    """What is left out stays as it is; `null` means nobody, or no team."""

    advisor: Named | None = Field(None, description="Number, e-mail address or name of an advisor, or `me`.")
    team: Named | None = Field(None, description="Number or name of a team.")
    word: Annotated[str, Field(max_length=100_000)] = Field("", description="A word to who receives it, as a note.")
    summary: Annotated[str, Field(max_length=2000)] = Field(
        "", description="What an advisor who receives it needs to know first; the person reads it, too."
    )


class Turn(Sent):
    state: Literal["open", "pending", "held", "watched"] = Field(
        description="`closed` takes words: see closure. `watched` takes a plan and an end."
    )
    plan: Annotated[str, Field(max_length=500)] = Field("", description="What is watched, and how.")
    until: Moment | None = Field(None, description="The end of the observation: we call then, result or not.")


class NewClosure(Sent):
    what_it_was: Words
    what_was_done: Words
    how_to_avoid: Annotated[str, Field(max_length=20_000)] = Field("", description="Or how to do it oneself.")
    whose_fault: Literal["", "ours", "other", "person", "nobody"] = Field(
        "", description="Where it is ours, `acknowledgment`, `repair` and `what_changes` are needed."
    )
    acknowledgment: Annotated[str, Field(max_length=20_000)] = ""
    repair: Annotated[str, Field(max_length=20_000)] = ""
    what_changes: Annotated[str, Field(max_length=20_000)] = ""
    questions: list[QuestionMark] = Field([], max_length=1_000, description="As for a reply.")
    confirmed: list[Annotated[str, Field(max_length=60)]] = Field([], max_length=50, description="As for a reply.")
    because: Annotated[str, Field(max_length=2000)] = ""
    seen: Seen | None = None


Written = Annotated[
    dict[Annotated[str, Field(max_length=40)], str | bool | float | None],
    Field(max_length=60, description="Custom fields, by key; `null` takes one away, what is left out stays."),
]
Label = Annotated[str, Field(max_length=80)]


class CaseChange(Sent):
    fields: Written


class NewField(Sent):
    target: Literal["case", "person", "organisation"]
    key: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
    kind: Literal["text", "number", "date", "choice", "yes-no", "link"]
    label_fr: Label = Field("", description="One of the two labels is enough.")
    label_en: Label = ""
    choices: list[Label] = Field([], max_length=60, description="Of a choice: two or more.")
    team: Named | None = Field(None, description="Number or name of the only team whose cases are asked for it.")
    position: Annotated[int, Field(ge=0, le=999), BeforeValidator(whole)] = 0


class FieldChange(Sent):
    """What is left out stays as it is."""

    label_fr: Label | None = None
    label_en: Label | None = None
    choices: Annotated[list[Label], Field(max_length=60)] | None = None
    team: Named | None = Field(None, description="`null` for every team.")
    position: Annotated[int, Field(ge=0, le=999), BeforeValidator(whole)] | None = None
    archived: bool | None = None


class NewPerson(Sent):
    email: Email
    name: Annotated[str, Field(max_length=120)] = ""
    language: Language | None = None
    fields: Written = {}


class PersonChange(Sent):
    """What is left out stays as it is."""

    name: Annotated[str, Field(max_length=120)] | None = None
    legal_name: Annotated[str, Field(max_length=120)] | None = None
    language: Language | None = None
    preferred_language: Literal["", "fr", "en"] | None = None
    reached_by: Literal["", "email", "phone", "face", "post"] | None = None
    reached_when: Annotated[str, Field(max_length=200)] | None = None
    organisation: Id | None = Field(None, description="The number of an organisation; `null` leaves it.")
    fields: Written = {}
    add_email: Email | None = None
    add_phone: Annotated[str, Field(max_length=40)] | None = Field(None, description="In any form people write it.")


class NewOrganisation(Sent):
    name: Annotated[str, Field(min_length=1, max_length=120, pattern=r"[^\s\x00-\x1f]")]
    notes: Annotated[str, Field(max_length=20_000)] = ""
    domains: list[Annotated[str, Field(max_length=253)]] = Field([], max_length=50)
    admits_by_domain: bool = False
    shares_cases: Literal["no", "members", "named"] = "no"
    fields: Written = {}


class OrganisationChange(Sent):
    """What is left out stays as it is."""

    name: Annotated[str, Field(min_length=1, max_length=120, pattern=r"[^\s\x00-\x1f]")] | None = None
    notes: Annotated[str, Field(max_length=20_000)] | None = None
    domains: Annotated[list[Annotated[str, Field(max_length=253)]], Field(max_length=50)] | None = None
    admits_by_domain: bool | None = None
    shares_cases: Literal["no", "members", "named"] | None = None
    fields: Written = {}


class PersonNote(Sent):
    text: Annotated[
        str, Field(min_length=1, max_length=10_000, pattern=r"[^\s\x00-\x1f]", json_schema_extra=_limit_in_words)
    ]
    pinned: bool = False


class SharedWords(Sent):
    text: Words | None = Field(None, description="The words of the draft; left out, they stay as they are.")
