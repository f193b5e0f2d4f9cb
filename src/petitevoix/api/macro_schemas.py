"""The shapes of macros and checklists, as they are sent and told."""

from datetime import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from petitevoix.api.answers import Name, Told
from petitevoix.api.schemas import Id, Line, Sent, Standard, Tag, whole
from petitevoix.api.sorting_schemas import Several, of_a_team

Called = Annotated[str, Field(min_length=1, max_length=80, pattern=r"[^\s\x00-\x1f]")]
StepWords = Annotated[str, Field(min_length=1, max_length=300, pattern=r"[^\s\x00-\x1f]")]
Days = Annotated[int, Field(ge=1, le=365), BeforeValidator(whole)]


def _any_of(*names: str) -> ConfigDict:
    return ConfigDict(json_schema_extra={"anyOf": [{"required": [name]} for name in names]})


class Some(Sent):
    """At least one of its parts is named."""

    @model_validator(mode="after")
    def _names_one(self) -> Self:
        if not self.model_fields_set:
            raise PydanticCustomError("empty", "Name at least one part")
        return self


class HandAct(Some):
    model_config = _any_of("to", "team")
    to: Literal["me"] | Id = Field("me", description="`me` is whoever does it; or the number of an advisor.")
    team: Id = Field(1, description="A team alone is handed it with nobody yet.")


class TagAct(Some):
    model_config = _any_of("add", "remove")
    add: Several[Tag] = []
    remove: Several[Tag] = []


class FieldAct(Sent):
    key: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
    value: str | bool | float


class WishAct(Sent):
    wish: Literal["fix", "explain", "do"]


class FaultAct(Sent):
    whose: Literal["ours", "other", "person", "nobody"]


class ChecklistAct(Sent):
    procedure: Id


class NoteAct(Sent):
    words: Standard


class TurnAct(Sent):
    state: Literal["open", "pending", "held"]


class SnoozeAct(Some):
    model_config = _any_of("until", "days")
    until: Literal["hours", "tomorrow", "monday"] = "hours"
    days: Days = 1


class Acts(Some):
    """What it does; each at most once, in this order."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})
    tag: TagAct = Field(default_factory=TagAct.model_construct)
    field: FieldAct = Field(default_factory=FieldAct.model_construct)
    wish: WishAct = Field(default_factory=WishAct.model_construct)
    fault: FaultAct = Field(default_factory=FaultAct.model_construct)
    checklist: ChecklistAct = Field(default_factory=ChecklistAct.model_construct)
    note: NoteAct = Field(default_factory=NoteAct.model_construct)
    turn: TurnAct = Field(default_factory=TurnAct.model_construct)
    snooze: SnoozeAct = Field(default_factory=SnoozeAct.model_construct)
    hand: HandAct = Field(default_factory=HandAct.model_construct)


def _whole_macro() -> dict[str, Any]:
    named = {"anyOf": [{"required": ["name_fr"]}, {"required": ["name_en"]}]}
    does = {"anyOf": [{"required": ["fr"]}, {"required": ["en"]}, {"required": ["acts"]}]}
    return {"allOf": [named, does, of_a_team()]}


class NewMacro(Sent):
    model_config = ConfigDict(json_schema_extra=_whole_macro())
    name_fr: Called = ""
    name_en: Called = ""
    audience: Literal["me", "team", "everyone"] = "me"
    team: Id | None = Field(None, description="One of your teams, to share it with.")
    fr: Standard = ""
    en: Standard = ""
    acts: Acts = Field(default_factory=Acts.model_construct)


class MacroChange(Sent):
    """What is left out stays as it is."""

    model_config = ConfigDict(json_schema_extra=of_a_team())
    name_fr: Called | None = None
    name_en: Called | None = None
    audience: Literal["me", "team", "everyone"] | None = None
    team: Id | None = Field(None, description="One of your teams, to share it with.")
    fr: Standard | None = None
    en: Standard | None = None
    acts: Acts | None = None


class RunMacro(Sent):
    preview: bool = Field(True, description="Say what it would do, and do nothing.")


class Macro(Told):
    id: int
    name_fr: str
    name_en: str
    audience: Literal["me", "team", "everyone"]
    team: int | None
    fr: str = Field(description="With its places, such as {first_name}.")
    en: str
    acts: dict[str, Any]
    changed_at: datetime


class MacroPage(Told):
    items: list[Macro]
    next: str | None


class PlannedAct(Told):
    act: str
    says: str = Field(description="What it does, in words, in the language of the token’s advisor.")
    refused: str = Field(description="Why it would be refused; else empty.")
    changes: bool = Field(description="False where it is so already.")


class MacroAnswer(Told):
    done: bool
    run: int | None = Field(description="What takes it back as one; null where nothing was done.")
    acts: list[PlannedAct]
    text: str = Field(description="What stands, or would stand, in your draft of a reply; it never leaves by itself.")
    language: str


class RunUndone(Told):
    run: int
    undone: bool


class NewChecklist(Sent):
    """Made of a procedure; or of a name and steps."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["procedure"]}, {"required": ["name", "steps"]}]}
    )
    procedure: Id | None = None
    name: Called = ""
    steps: Annotated[list[StepWords], Field(max_length=40)] = []


class TickStep(Some):
    model_config = _any_of("done", "result")
    done: bool | None = None
    result: Annotated[str, Field(max_length=300)] | None = Field(None, description="What came of it.")


class Step(Told):
    id: int
    words: str
    link: str
    ready_answer: int | None
    done_at: datetime | None
    done_by: Name | None
    result: str


class Checklist(Told):
    id: int
    name: str
    procedure: int | None
    left: str | None = Field(description="Why it was left, where it was; leaving is nobody’s fault.")
    steps: list[Step]


class Checklists(Told):
    items: list[Checklist]


class StepToKeep(Sent):
    words: StepWords
    link: Annotated[str, Field(max_length=500, pattern=r"^https?://[a-z0-9.-]{1,253}(/[!-~]*)?$")] | None = Field(
        None, description="A tool, that is opened beside the step."
    )
    ready_answer: Id | None = Field(None, description="Number of a ready answer that the step puts into the reply.")


class NewProcedure(Sent):
    name: Called
    steps: Annotated[list[StepToKeep], Field(min_length=1, max_length=40)]
    language: Literal["", "fr", "en"] = ""
    team: Id | None = Field(None, description="One of your teams; null for all.")
    when_tag: Id | None = Field(None, description="It is offered in cases with this tag.")
    when_team: Id | None = Field(None, description="It is offered in cases of this team.")


class ProcedureChange(Sent):
    """What is left out stays as it is."""

    name: Called = ""
    steps: Annotated[list[StepToKeep], Field(min_length=1, max_length=40)] = []
    language: Literal["", "fr", "en"] = ""
    team: Id | None = Field(None, description="One of your teams; null for all.")
    when_tag: Id | None = Field(None, description="It is offered in cases with this tag; null for any.")
    when_team: Id | None = Field(None, description="It is offered in cases of this team; null for any.")


class Procedure(Told):
    id: int
    name: Line
    language: str
    team: int | None
    steps: list[dict[str, Any]]
    when_tag: int | None
    when_team: int | None


class ProcedurePage(Told):
    items: list[Procedure]
    next: str | None
