"""What programs send to sort cases: views, and one act on many cases. As tight as what is done with it."""

from typing import Annotated, Any, Literal, TypeVar

from pydantic import BeforeValidator, ConfigDict, Field, StrictBool, StrictFloat, StrictInt

from petitevoix.api.schemas import Id, Sent, Tag, whole

Reference = Annotated[str, Field(max_length=20)]
References = Annotated[list[Reference], Field(min_length=1, max_length=5000, description="References of cases.")]
T = TypeVar("T")
Several = Annotated[list[T], Field(min_length=1, max_length=50)]
Word = Annotated[str, Field(pattern=r"^[a-z-]{1,20}$")]
Number = Annotated[str, Field(pattern=r"^[0-9]{1,18}$")]
_UNPRINTABLE = r"\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff"  # what no line of words holds
OneLine = Annotated[str, Field(pattern=rf"^[^\s{_UNPRINTABLE}]([^{_UNPRINTABLE}]{{0,118}}[^\s{_UNPRINTABLE}])?$")]
_OF_A_FIELD = r"^(case|person|organisation)\.[a-z][a-z0-9_]{0,39}$"
Asked = Annotated[str, Field(pattern=_OF_A_FIELD)]
Count = Annotated[int, Field(ge=1, le=100_000), BeforeValidator(whole)]


class BulkAssign(Sent):
    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["advisor"]}, {"required": ["team"]}]})
    act: Literal["assign"]
    cases: References
    advisor: Id | None = Field(None, description="Number of an advisor; null for nobody.")
    team: Id | None = Field(None, description="Number of a team; null for none.")


class BulkTag(Sent):
    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["add"]}, {"required": ["remove"]}]})
    act: Literal["tag"]
    cases: References
    add: Several[Tag] = []
    remove: Several[Tag] = []


class BulkTurn(Sent):
    act: Literal["turn"]
    cases: References
    state: Literal["open", "pending", "held"]


class BulkMacro(Sent):
    """The acts of a macro; its words are for one case at a time."""

    act: Literal["macro"]
    cases: References
    macro: Id = Field(description="Number of a macro.")


class BulkSpam(Sent):
    """As `POST /cases/{reference}/spam` says it of one; `clear` as `DELETE` does."""

    act: Literal["spam", "clear"]
    cases: References


NewBulkAct = Annotated[BulkAssign | BulkTag | BulkTurn | BulkMacro | BulkSpam, Field(discriminator="act")]


def _closed(schema: dict[str, Any]) -> None:
    """Say that beside the conditions named there are those on custom fields, and no others."""
    schema["minProperties"] = 1
    schema["patternProperties"] = {_OF_A_FIELD: schema.pop("additionalProperties")}
    schema["additionalProperties"] = False


class Conditions(Sent):
    """As docs/views.md lists them; at least one. A custom field is named with its noun: `case.colour`."""

    __pydantic_extra__: dict[Asked, Several[OneLine | StrictBool] | OneLine | StrictBool | StrictInt | StrictFloat]
    model_config = ConfigDict(extra="allow", json_schema_extra=_closed)
    state: Several[Literal["open", "pending", "held", "watched", "closed", "spam"]] = []
    team: Several[Number | Literal["mine", "none"]] = []
    advisor: Several[Number | Literal["me", "none"]] = []
    tag: Several[Number] = []
    without_tag: Several[Number] = []
    channel: Several[Word] = []
    language: Several[Word] = []
    wish: Several[Literal["fix", "explain", "do"]] = []
    fault: Several[Literal["ours", "other", "person", "nobody"]] = []
    person: Annotated[str, Field(pattern=rf"^[^\s{_UNPRINTABLE}]{{1,120}}$", description="An address, or @domain.")] = (
        ""
    )
    organisation: OneLine = ""
    title: OneLine = ""
    waiting_over: Count = Field(1, description="Hours.")
    opened_within: Count = Field(1, description="Days.")
    opened_before: Count = Field(1, description="Days.")
    quiet_for: Count = Field(1, description="Days.")
    owed: Literal[True] = True
    late: Literal[True] = True
    news_late: Literal[True] = True
    missed: Literal[True] = True
    snoozed: Literal[True] = True
    files: Literal[True] = True


def of_a_team() -> dict[str, Any]:
    named = {"required": ["team"], "properties": {"team": {"type": "integer"}}}
    return {"if": {"required": ["audience"], "properties": {"audience": {"const": "team"}}}, "then": named}


class NewView(Sent):
    model_config = ConfigDict(json_schema_extra=of_a_team())
    name: Annotated[str, Field(min_length=1, max_length=60, pattern=r"[^\s\x00-\x1f]")]
    audience: Literal["me", "team", "everyone"] = "me"
    team: Id | None = Field(None, description="One of your teams, to share it with.")
    conditions: Conditions


class ViewChange(Sent):
    """What is left out stays as it is."""

    model_config = ConfigDict(json_schema_extra=of_a_team())
    name: Annotated[str, Field(min_length=1, max_length=60, pattern=r"[^\s\x00-\x1f]")] | None = None
    audience: Literal["me", "team", "everyone"] | None = None
    team: Id | None = Field(None, description="One of your teams, to share it with.")
    conditions: Conditions | None = None


Colour = Literal["grey", "blue", "green", "yellow", "orange", "red", "purple", "brown"]


class NewTag(Sent):
    name: Tag
    colour: Colour = "grey"


class TagChange(Sent):
    """What is left out stays as it is."""

    name: Tag | None = None
    colour: Colour | None = None


class TagMerge(Sent):
    into: Id = Field(description="Number of a tag one can give.")
