"""Sorting: tags, views, and one act on many cases."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Router

from petitevoix.api import answers, schemas
from petitevoix.api import sorting_schemas as sent
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import advisor_named, canonical, me, must_exist, team_named, the_case
from petitevoix.api.idempotency import once
from petitevoix.api.paging import LARGEST, LIMIT, After, Digits, cursor_of, page, place
from petitevoix.api.problems import Problem, unknown
from petitevoix.api.telling import answer, whole_case_told
from petitevoix.cases.actions import bulk, tagging, viewing
from petitevoix.cases.models import BulkAct, Case, Macro, Tag, View
from petitevoix.cases.models.shared import Audience
from petitevoix.cases.refusals import Refused
from petitevoix.people.models import Team

router = Router(tags=["sorting"])
NUMBER = Path(..., ge=1, le=LARGEST)


@router.post("/cases/{reference}/tags", auth=Bearer("cases:write"), response={200: answers.WholeCase})
@once
def tag_case(request: Call, reference: str, body: schemas.Tags) -> HttpResponse:
    """Give tags to a case by name, new names too, and take others off."""
    case = tagging.tag(the_case(request, reference), by=me(request), add=body.add, remove=body.remove)
    return answer(whole_case_told(case.pk))


@router.get("/tags", auth=Bearer("cases:read"), response=answers.TagPage)
def list_tags(request: Call, after: After = "", limit: Digits = LIMIT) -> HttpResponse:
    """List the tags one can give."""
    tags = Tag.objects.in_use().order_by("id")
    if after:
        tags = tags.filter(id__gt=place(after)[1])
    rows, following = page(tags.values("id", "name", "colour"), limit, lambda row: cursor_of(row["id"]))
    return answer({"items": list(rows), "next": following})


@router.get("/views", auth=Bearer("cases:read"), response=answers.ViewPage)
def list_views(request: Call, after: After = "", limit: Digits = LIMIT) -> HttpResponse:
    """List the views you may see; `GET /cases?view=` reads the cases of one."""
    views = View.objects.visible_to(me(request)).order_by("id")
    if after:
        views = views.filter(id__gt=place(after)[1])
    rows, following = page(views, limit, lambda view: cursor_of(view.pk))
    return answer({"items": [_view_told(view) for view in rows], "next": following})


@router.post("/views", auth=Bearer("cases:write"), response={201: answers.View})
@once
def make_view(request: Call, body: sent.NewView) -> HttpResponse:
    """Keep a view: a question about cases, for yourself, a team or everyone."""
    found = must_exist(team_named(body.team, request), "team") if body.team else None
    team = found if isinstance(found, Team) else None
    if body.audience == Audience.TEAM and team and not me(request).may_share_with(team):
        raise Problem(409, "not_yours", "Share it with one of your teams.")
    if viewing.has_enough(me(request)):
        raise Problem(409, "enough", f"You have {viewing.MOST} views; put one away first.")
    asked = body.conditions.model_dump(exclude_unset=True)
    try:
        view = viewing.keep_view(by=me(request), name=body.name, audience=body.audience, team=team, asked=asked)
    except Refused as refusal:  # well formed: it is the house that has no such field, or none of such words
        if not any("." in key for key in asked):
            raise
        raise unknown("conditions", str(refusal)) from None
    return answer(_view_told(view), 201)


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


def _view_told(view: View) -> dict[str, Any]:
    return {
        "id": view.pk, "name": view.name, "audience": view.audience, "team": view.team_id,
        "conditions": view.conditions,
    }  # fmt: skip


def _act_told(act: BulkAct) -> dict[str, Any]:
    return {
        "id": act.pk, "act": act.act, "state": act.state, "cases": len(act.cases), "reached": act.reached,
        "changed": len(act.before), "refused": act.refused,
    }  # fmt: skip
