"""Sorting: one act on many cases."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Router

from petitevoix.api import answers
from petitevoix.api import sorting_schemas as sent
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import advisor_named, canonical, me, must_exist, team_named
from petitevoix.api.idempotency import once
from petitevoix.api.paging import LARGEST
from petitevoix.api.problems import unknown
from petitevoix.api.telling import answer
from petitevoix.cases.actions import bulk
from petitevoix.cases.models import BulkAct, Case, Macro

router = Router(tags=["sorting"])
NUMBER = Path(..., ge=1, le=LARGEST)


@router.post("/bulk", auth=Bearer("cases:write"), response={202: answers.BulkAct})
@once
def begin_bulk_act(request: Call, body: sent.NewBulkAct) -> HttpResponse:
    """Begin one act on many cases; it goes on by itself, and `GET /bulk/{id}` says how far it is."""
    references = [found for one in body.cases if (found := canonical(one))]
    rows = Case.objects.visible_to(me(request)).filter(reference__in=references).values_list("reference", "pk")
    known = dict(rows)
    cases = [known[one] for one in references if one in known]
    if not cases:
        raise unknown("cases", "None of these references is a case you may see.")
    act = bulk.begin(body.act, cases, by=me(request), **_arguments(request, body))
    return answer(_act_told(act), 202, location=f"/api/v1/bulk/{act.pk}")


@router.get("/bulk/{number}", auth=Bearer("cases:read"), response=answers.BulkAct)
def read_bulk_act(request: Call, number: int = NUMBER) -> HttpResponse:
    """Read how far an act on many cases is."""
    return answer(_act_told(get_object_or_404(BulkAct.objects.filter(by=me(request)), pk=number)))


@router.post("/bulk/{number}/undo", auth=Bearer("cases:write"), response={202: answers.BulkAct})
@once
def undo_bulk_act(request: Call, number: int = NUMBER) -> HttpResponse:
    """Take an act on many cases back, in each that still stands as it left it."""
    act = get_object_or_404(BulkAct.objects.filter(by=me(request)), pk=number)
    return answer(_act_told(bulk.undo(act, by=me(request))), 202)


def _arguments(request: Call, body: sent.NewBulkAct) -> dict[str, Any]:
    if isinstance(body, sent.BulkAssign):
        if body.advisor is not None:
            must_exist(advisor_named(body.advisor, request), "advisor")
        if body.team is not None:
            must_exist(team_named(body.team, request), "team")
    macros = Macro.objects.in_use().visible_to(me(request))
    if isinstance(body, sent.BulkMacro) and not any(one.acts for one in macros.filter(pk=body.macro)):
        raise unknown("macro", "No macro with acts has this number.")
    return body.model_dump(exclude={"act", "cases"}, exclude_unset=True)


def _act_told(act: BulkAct) -> dict[str, Any]:
    return {
        "id": act.pk, "act": act.act, "state": act.state, "cases": len(act.cases), "reached": act.reached,
        "changed": len(act.before), "refused": act.refused,
    }  # fmt: skip
