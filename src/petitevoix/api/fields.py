"""Custom fields: which there are, decided by those who run the house."""

from typing import Any, Literal

from django.db import transaction
from django.http import Http404, HttpResponse
from ninja import Path, Query, Router

from petitevoix.api import answers, schemas
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import me, must_exist, team_named
from petitevoix.api.idempotency import once
from petitevoix.api.paging import LARGEST, Digits
from petitevoix.api.problems import Problem
from petitevoix.api.telling import answer
from petitevoix.people import describing
from petitevoix.people.models import Field

router = Router(tags=["fields"])
NUMBER = Path(..., ge=1, le=LARGEST)
FIXED = {"target", "key", "kind"}  # values were written under them


@router.get("/fields", auth=Bearer("people:read"), response=answers.CustomFields)
def list_fields(request: Call, target: Literal["case", "person", "organisation", "any"] = Query("any")) -> HttpResponse:
    """List the custom fields, archived ones too; there are a few dozen at most."""
    fields = Field.objects.select_related("team")
    fields = fields if target == "any" else fields.filter(target=target)
    return answer({"items": [_told(field) for field in fields]})


@router.post("/fields", auth=Bearer("people:write"), response={201: answers.CustomField})
@once
def add_field(request: Call, body: schemas.NewField) -> HttpResponse:
    """Have something more written down of each case, person or organisation. For those who run the house."""
    _must_run_the_house(request)
    words = body.model_dump() | {"team": _team(body.team, request)}
    field = describing.add_field(by=me(request), **words)
    return answer(_told(field), 201)


@router.patch("/fields/{number}", auth=Bearer("people:write"), response=answers.CustomField)
@once
def change_field(request: Call, body: schemas.FieldChange, number: Digits = NUMBER) -> HttpResponse:
    """Change what a field is called, its choices, its team, its place; or archive it. Its key and kind stay."""
    _must_run_the_house(request)
    field = Field.objects.select_related("team").filter(pk=number).first()
    if field is None:
        raise Http404
    given = body.model_dump(exclude_unset=True)
    archived = given.pop("archived", None)
    if "team" in given:
        given["team"] = _team(body.team, request)
    words: dict[str, Any] = {name: getattr(field, name) for name in schemas.NewField.model_fields if name not in FIXED}
    words |= {name: value for name, value in given.items() if value is not None or name == "team"}
    with transaction.atomic():
        field = describing.change_field(field, by=me(request), **words)
        if archived is not None:
            field = describing.archive_field(field, by=me(request), archived=archived)
    return answer(_told(field))


def _must_run_the_house(request: Call) -> None:
    if not me(request).runs_the_house:
        raise Problem(403, "role", "This is decided by those who run the house.")


def _team(named: int | str | None, request: Call) -> Any:
    return None if named is None else must_exist(team_named(named, request), "team")


def _told(field: Field) -> dict[str, Any]:
    names = ("id", "target", "key", "label_fr", "label_en", "kind", "choices", "position")
    team = field.team and {"id": field.team.pk, "name": field.team.name}
    return {name: getattr(field, name) for name in names} | {"team": team, "archived": field.is_archived}
