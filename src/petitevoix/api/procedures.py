"""Procedures, for programs: the steps that checklists are made of, kept, changed, put away and brought back."""

from typing import Any, Literal

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router

from petitevoix.api import macro_schemas as shapes
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import me, the_team
from petitevoix.api.idempotency import once
from petitevoix.api.paging import LARGEST, LIMIT, After, Digits, cursor_of, page, place
from petitevoix.api.problems import conflict, unknown
from petitevoix.api.telling import answer
from petitevoix.cases.actions.procedures import keep_procedure, put_procedure_away
from petitevoix.cases.models import Procedure, Tag

router = Router(tags=["checklists"])
NUMBER = Path(..., ge=1, le=LARGEST)


@router.get("/procedures", auth=Bearer("cases:read"), response=shapes.ProcedurePage)
def list_procedures(
    request: Call, which: Literal["in_use", "put_away"] = Query("in_use"), after: After = "", limit: Digits = LIMIT
) -> HttpResponse:
    """List the procedures you may make checklists of."""
    known = Procedure.objects.exclude(put_away_at=None) if which == "put_away" else Procedure.objects.in_use()
    found = known.visible_to(me(request)).order_by("id")
    if after:
        found = found.filter(id__gt=place(after)[1])
    rows, following = page(found, limit, lambda row: cursor_of(row.pk))
    return answer({"items": [_told(row) for row in rows], "next": following})


@router.post("/procedures", auth=Bearer("cases:write"), response={201: shapes.Procedure})
@once
def keep_new_procedure(request: Call, body: shapes.NewProcedure) -> HttpResponse:
    """Keep a procedure: its steps, for a team or for all, offered in cases with a tag or of a team."""
    return answer(_told(_kept(request, body)), 201)


@router.patch("/procedures/{number}", auth=Bearer("cases:write"), response={200: shapes.Procedure})
@once
def change_procedure(request: Call, body: shapes.ProcedureChange, number: Digits = NUMBER) -> HttpResponse:
    """Change a procedure; what is left out stays, and steps are sent whole. Refused where it is somebody else's."""
    return answer(_told(_kept(request, body, _the(request, number))))


@router.delete("/procedures/{number}", auth=Bearer("cases:write"), response={200: shapes.Procedure})
@once
def put_away_procedure(request: Call, number: Digits = NUMBER) -> HttpResponse:
    """Put a procedure away; checklists made of it stay. Refused where it is somebody else's."""
    return answer(_told(put_procedure_away(_the(request, number), by=me(request))))


@router.post("/procedures/{number}/restoration", auth=Bearer("cases:write"), response={200: shapes.Procedure})
@once
def restore_procedure(request: Call, number: Digits = NUMBER) -> HttpResponse:
    """Bring a procedure back; refused where it is somebody else's."""
    return answer(_told(put_procedure_away(_the(request, number), by=me(request), is_away=False)))


def _kept(
    request: Call, body: shapes.NewProcedure | shapes.ProcedureChange, known: Procedure | None = None
) -> Procedure:
    given = body.model_dump(exclude_unset=True)
    kept: dict[str, Any] = {}
    if known:
        kept = {name: getattr(known, name) for name in ("name", "steps", "language", "team", "when_tag", "when_team")}
    kept |= {name: given[name] for name in ("name", "language") if name in given}
    if "steps" in given:
        kept["steps"] = [{**step, "answer": step.get("ready_answer")} for step in given["steps"]]
    kept |= {name: the_team(request, given[name]) for name in ("team", "when_team") if name in given}
    if "when_tag" in given:
        kept["when_tag"] = Tag.objects.in_use().filter(pk=given["when_tag"]).first()
        if given["when_tag"] and kept["when_tag"] is None:
            raise unknown("when_tag", "No tag one can give has this number.")
    with conflict():  # whose it is, which teams and ready answers there are
        return keep_procedure(by=me(request), known=known, **kept)


def _the(request: Call, number: int) -> Procedure:
    return get_object_or_404(Procedure.objects.visible_to(me(request)), pk=number)


def _told(one: Procedure) -> dict[str, Any]:
    return {
        "id": one.pk, "name": one.name, "language": one.language, "team": one.team_id, "steps": one.steps,
        "when_tag": one.when_tag_id, "when_team": one.when_team_id,
    }  # fmt: skip
