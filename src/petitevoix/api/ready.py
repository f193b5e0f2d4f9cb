"""Ready answers, for programs."""

from typing import Any, Literal

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router

from petitevoix.api import answers, schemas
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import me, the_team
from petitevoix.api.idempotency import once
from petitevoix.api.paging import LARGEST, LIMIT, After, Digits, cursor_of, page, place
from petitevoix.api.telling import answer, moment
from petitevoix.cases.actions.ready import keep_answer, put_answer_away
from petitevoix.cases.models import ReadyAnswer

router = Router(tags=["ready answers"])
NUMBER = Path(..., ge=1, le=LARGEST)


@router.get("/ready-answers", auth=Bearer("cases:read"), response=answers.ReadyAnswerPage)
def list_ready_answers(
    request: Call,
    q: str = "",
    which: Literal["in_use", "put_away"] = Query("in_use"),
    after: After = "",
    limit: Digits = LIMIT,
) -> HttpResponse:
    """List the ready answers you may use; `q` is the beginnings of words of their names."""
    known = ReadyAnswer.objects.exclude(put_away_at=None) if which == "put_away" else ReadyAnswer.objects.in_use()
    found = known.visible_to(me(request)).called(q[:100]).order_by("id")
    if after:
        found = found.filter(id__gt=place(after)[1])
    rows, following = page(found, limit, lambda row: cursor_of(row.pk))
    return answer({"items": [_told(row) for row in rows], "next": following})


@router.post("/ready-answers", auth=Bearer("cases:write"), response={201: answers.ReadyAnswer})
@once
def keep_ready_answer(request: Call, body: schemas.NewReadyAnswer) -> HttpResponse:
    """Keep a ready answer, in French, in English or in both, for a team or for all."""
    team = the_team(request, body.team)
    return answer(_told(keep_answer(by=me(request), name=body.name, fr=body.fr, en=body.en, team=team)), 201)


@router.patch("/ready-answers/{number}", auth=Bearer("cases:write"), response={200: answers.ReadyAnswer})
@once
def change_ready_answer(request: Call, body: schemas.ReadyAnswerChange, number: Digits = NUMBER) -> HttpResponse:
    """Change a ready answer; what is left out stays, a team of `null` is all. Refused where it is somebody else's."""
    known = _the(request, number)
    given = {name: word for name, word in body.model_dump(exclude={"team"}).items() if word is not None}
    words = {name: getattr(known, name) for name in ("name", "fr", "en")} | given
    team = the_team(request, body.team) if "team" in body.model_fields_set else known.team
    return answer(_told(keep_answer(by=me(request), team=team, known=known, **words)))


@router.delete("/ready-answers/{number}", auth=Bearer("cases:write"), response={200: answers.ReadyAnswer})
@once
def put_ready_answer_away(request: Call, number: Digits = NUMBER) -> HttpResponse:
    """Put a ready answer away; refused where it is somebody else's."""
    return answer(_told(put_answer_away(_the(request, number), by=me(request))))


@router.post("/ready-answers/{number}/restoration", auth=Bearer("cases:write"), response={200: answers.ReadyAnswer})
@once
def restore_ready_answer(request: Call, number: Digits = NUMBER) -> HttpResponse:
    """Bring a ready answer back; refused where it is somebody else's."""
    return answer(_told(put_answer_away(_the(request, number), by=me(request), is_away=False)))


def _the(request: Call, number: int) -> ReadyAnswer:
    return get_object_or_404(ReadyAnswer.objects.visible_to(me(request)), pk=number)


def _told(row: ReadyAnswer) -> dict[str, Any]:
    return {
        "id": row.pk, "name": row.name, "fr": row.fr, "en": row.en, "team": row.team_id,
        "changed_at": moment(row.changed_at),
    }  # fmt: skip
