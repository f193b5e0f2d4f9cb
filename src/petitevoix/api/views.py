"""Views: questions about cases, kept, changed, put away and brought back."""

from typing import Any, Literal

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router

from petitevoix.api import answers
from petitevoix.api import sorting_schemas as sent
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import me, the_team
from petitevoix.api.idempotency import once
from petitevoix.api.paging import LARGEST, LIMIT, After, Digits, cursor_of, page, place
from petitevoix.api.problems import Problem, unknown
from petitevoix.api.telling import answer
from petitevoix.cases.actions import viewing
from petitevoix.cases.models import View
from petitevoix.cases.models.shared import Audience
from petitevoix.cases.refusals import Refused
from petitevoix.people.models import Team

router = Router(tags=["sorting"])
NUMBER = Path(..., ge=1, le=LARGEST)


@router.get("/views", auth=Bearer("cases:read"), response=answers.ViewPage)
def list_views(
    request: Call, which: Literal["in_use", "put_away"] = Query("in_use"), after: After = "", limit: Digits = LIMIT
) -> HttpResponse:
    """List the views you may see, or those you put away; `GET /cases?view=` reads the cases of one."""
    kept, by = View.objects, me(request)
    views = (kept.put_away_by(by) if which == "put_away" else kept.visible_to(by)).order_by("id")
    if after:
        views = views.filter(id__gt=place(after)[1])
    rows, following = page(views, limit, lambda view: cursor_of(view.pk))
    return answer({"items": [_told(view) for view in rows], "next": following})


@router.post("/views", auth=Bearer("cases:write"), response={201: answers.View})
@once
def make_view(request: Call, body: sent.NewView) -> HttpResponse:
    """Keep a view: a question about cases, for yourself, a team or everyone."""
    if viewing.has_enough(me(request)):
        raise Problem(409, "enough", f"You have {viewing.MOST} views; put one away first.")
    asked = body.conditions.model_dump(exclude_unset=True)
    team = the_team(request, body.team)
    return answer(_told(_kept(request, name=body.name, audience=body.audience, team=team, asked=asked)), 201)


@router.patch("/views/{number}", auth=Bearer("cases:write"), response={200: answers.View})
@once
def change_view(request: Call, body: sent.ViewChange, number: Digits = NUMBER) -> HttpResponse:
    """Change a view; what is left out stays. Conditions are sent whole. Refused where it is somebody else's."""
    view = get_object_or_404(View.objects.visible_to(me(request)), pk=number)
    asked = view.conditions if body.conditions is None else body.conditions.model_dump(exclude_unset=True)
    team = view.team if body.team is None else the_team(request, body.team)
    name, audience = body.name or view.name, body.audience or view.audience
    return answer(_told(_kept(request, name=name, audience=audience, team=team, asked=asked, known=view)))


@router.delete("/views/{number}", auth=Bearer("cases:write"), response={200: answers.View})
@once
def put_view_away(request: Call, number: Digits = NUMBER) -> HttpResponse:
    """Put a view away; whose it is brings it back. Refused where it is somebody else's."""
    view = get_object_or_404(View.objects.visible_to(me(request)), pk=number)
    viewing.put_away(view, by=me(request))
    return answer(_told(view))


@router.post("/views/{number}/restoration", auth=Bearer("cases:write"), response={200: answers.View})
@once
def restore_view(request: Call, number: Digits = NUMBER) -> HttpResponse:
    """Bring back a view that you put away."""
    view = get_object_or_404(View.objects.put_away_by(me(request)), pk=number)
    viewing.put_away(view, by=me(request), is_away=False)
    return answer(_told(view))


def _kept(request: Call, *, audience: str, team: Team | None, asked: dict[str, Any], **how: Any) -> View:
    if audience == Audience.TEAM and team and not me(request).may_share_with(team):
        raise Problem(409, "not_yours", "Share it with one of your teams.")
    try:
        return viewing.keep_view(by=me(request), audience=audience, team=team, asked=asked, **how)
    except Refused as refusal:  # well formed: it is the house that has no such field, or none of such words
        if not any("." in key for key in asked):
            raise
        raise unknown("conditions", str(refusal)) from None


def _told(view: View) -> dict[str, Any]:
    return {
        "id": view.pk, "name": view.name, "audience": view.audience, "team": view.team_id,
        "conditions": view.conditions,
    }  # fmt: skip
