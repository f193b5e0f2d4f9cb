"""Macros, for programs: kept, rehearsed, done and taken back as one."""

from typing import Any, Literal

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Path, Query, Router

from petitevoix.api import macro_schemas as shapes
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import me, the_case, the_team
from petitevoix.api.idempotency import once
from petitevoix.api.paging import LARGEST, LIMIT, After, Digits, cursor_of, page, place
from petitevoix.api.problems import Problem
from petitevoix.api.telling import answer, moment
from petitevoix.cases.actions.macros import keep_macro, put_macro_away, read_acts, rehearse, run, take_back
from petitevoix.cases.models import Macro, MacroRun
from petitevoix.cases.models.shared import Audience
from petitevoix.cases.refusals import Refused
from petitevoix.people.models import Team

router = Router(tags=["macros"])
NUMBER = Path(..., ge=1, le=LARGEST)


@router.get("/macros", auth=Bearer("cases:read"), response=shapes.MacroPage)
def list_macros(
    request: Call,
    q: str = "",
    which: Literal["in_use", "put_away"] = Query("in_use"),
    after: After = "",
    limit: Digits = LIMIT,
) -> HttpResponse:
    """List the macros you may use; `q` is the beginnings of words of their names."""
    known = Macro.objects.exclude(put_away_at=None) if which == "put_away" else Macro.objects.in_use()
    found = known.visible_to(me(request)).called(q[:100]).order_by("id")
    if after:
        found = found.filter(id__gt=place(after)[1])
    rows, following = page(found, limit, lambda row: cursor_of(row.pk))
    return answer({"items": [_told(row) for row in rows], "next": following})


@router.post("/macros", auth=Bearer("cases:write"), response={201: shapes.Macro})
@once
def keep_new_macro(request: Call, body: shapes.NewMacro) -> HttpResponse:
    """Keep a macro: acts, words for the reply, or both; for yourself, a team or everyone."""
    team = _team(request, body)
    given = body.model_dump(exclude={"team", "acts"}, exclude_unset=True)
    acts = body.acts.model_dump(exclude_unset=True)
    _can_be_done(request, acts, has_words=bool(body.fr or body.en))
    return answer(_told(keep_macro(by=me(request), team=team, acts=acts, **given)), 201)


@router.patch("/macros/{number}", auth=Bearer("cases:write"), response={200: shapes.Macro})
@once
def change_macro(request: Call, body: shapes.MacroChange, number: Digits = NUMBER) -> HttpResponse:
    """Change a macro; what is left out stays. Acts are sent whole. Refused where it is somebody else's."""
    known = _the(request, number)
    given = {name: word for name, word in body.model_dump(exclude={"team", "acts"}).items() if word is not None}
    words = {name: getattr(known, name) for name in ("name_fr", "name_en", "fr", "en", "audience")} | given
    team = known.team if body.team is None else _team(request, body)
    acts = known.acts if body.acts is None else body.acts.model_dump(exclude_unset=True)
    if body.acts is not None and known.may_be_changed_by(me(request)):
        _can_be_done(request, acts, has_words=bool(words["fr"] or words["en"]))
    return answer(_told(keep_macro(by=me(request), team=team, acts=acts, known=known, **words)))


@router.delete("/macros/{number}", auth=Bearer("cases:write"), response={200: shapes.Macro})
@once
def put_away_macro(request: Call, number: Digits = NUMBER) -> HttpResponse:
    """Put a macro away; refused where it is somebody else's."""
    return answer(_told(put_macro_away(_the(request, number), by=me(request))))


@router.post("/macros/{number}/restoration", auth=Bearer("cases:write"), response={200: shapes.Macro})
@once
def restore_macro(request: Call, number: Digits = NUMBER) -> HttpResponse:
    """Bring a macro back; refused where it is somebody else's."""
    return answer(_told(put_macro_away(_the(request, number), by=me(request), is_away=False)))


@router.post("/cases/{reference}/macros/{number}", auth=Bearer("cases:write"), response={200: shapes.MacroAnswer})
@once
def run_macro(request: Call, reference: str, body: shapes.RunMacro, number: Digits = NUMBER) -> HttpResponse:
    """Say what a macro would do in a case (`preview`), or do it: all its acts or none, its words into your draft."""
    case = the_case(request, reference)
    macro = get_object_or_404(Macro.objects.in_use().visible_to(me(request)), pk=number)
    planned = rehearse(case, macro, by=me(request))
    done = None if body.preview else run(case, macro, by=me(request))
    acts = [{"act": one.act, "says": one.says, "refused": one.refused, "changes": one.changes} for one in planned.acts]
    told = {"acts": acts, "text": planned.words, "language": planned.language}
    return answer({"done": not body.preview, "run": done and done.pk, **told})


@router.post("/cases/{reference}/runs/{number}/undo", auth=Bearer("cases:write"), response={200: shapes.RunUndone})
@once
def undo_macro(request: Call, reference: str, number: Digits = NUMBER) -> HttpResponse:
    """Take back all that a macro did in a case, as one; refused where one act no longer stands as it left it."""
    case = the_case(request, reference)
    done = get_object_or_404(MacroRun, case=case, pk=number)
    take_back(done, by=me(request))
    return answer({"run": done.pk, "undone": True})


def _the(request: Call, number: int) -> Macro:
    return get_object_or_404(Macro.objects.visible_to(me(request)), pk=number)


def _team(request: Call, body: shapes.NewMacro | shapes.MacroChange) -> Team | None:
    team = the_team(request, body.team)
    if body.audience == Audience.TEAM and team and not me(request).may_share_with(team):
        raise Problem(409, "not_yours", "Share it with one of your teams.")
    return team


def _can_be_done(request: Call, acts: dict[str, Any], *, has_words: bool) -> None:
    try:
        if acts and not (read_acts(acts, by=me(request)) or has_words):
            raise Refused(_("Say what the macro does, or write what it says."))
    except Refused as refusal:  # well formed: it is the house that has no such colleague, team, field or procedure
        raise Problem(409, "refused", str(refusal)) from refusal


def _told(row: Macro) -> dict[str, Any]:
    return {
        "id": row.pk, "name_fr": row.name_fr, "name_en": row.name_en, "audience": row.audience, "team": row.team_id,
        "fr": row.fr, "en": row.en, "acts": row.acts, "changed_at": moment(row.changed_at),
    }  # fmt: skip
