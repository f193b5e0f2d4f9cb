"""Ready answers, for programs."""

from typing import Any

from django.http import HttpResponse
from ninja import Router

from petitevoix.api import answers, schemas
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import me, must_exist, team_named
from petitevoix.api.idempotency import once
from petitevoix.api.paging import LIMIT, After, Digits, cursor_of, page, place
from petitevoix.api.telling import answer, moment
from petitevoix.cases.actions.ready import keep_answer
from petitevoix.cases.models import ReadyAnswer
from petitevoix.people.models import Team

router = Router(tags=["ready answers"])


@router.get("/ready-answers", auth=Bearer("cases:read"), response=answers.ReadyAnswerPage)
def list_ready_answers(request: Call, q: str = "", after: After = "", limit: Digits = LIMIT) -> HttpResponse:
    """List the ready answers you may use; `q` is the beginnings of words of their names."""
    found = ReadyAnswer.objects.in_use().visible_to(me(request)).called(q[:100]).order_by("id")
    if after:
        found = found.filter(id__gt=place(after)[1])
    rows, following = page(found, limit, lambda row: cursor_of(row.pk))
    return answer({"items": [_told(row) for row in rows], "next": following})


@router.post("/ready-answers", auth=Bearer("cases:write"), response={201: answers.ReadyAnswer})
@once
def keep_ready_answer(request: Call, body: schemas.NewReadyAnswer) -> HttpResponse:
    """Keep a ready answer, in French, in English or in both, for a team or for all."""
    found = must_exist(team_named(body.team, request), "team") if body.team else None
    team = found if isinstance(found, Team) else None
    return answer(_told(keep_answer(by=me(request), name=body.name, fr=body.fr, en=body.en, team=team)), 201)


def _told(row: ReadyAnswer) -> dict[str, Any]:
    return {
        "id": row.pk, "name": row.name, "fr": row.fr, "en": row.en, "team": row.team_id,
        "changed_at": moment(row.changed_at),
    }  # fmt: skip
