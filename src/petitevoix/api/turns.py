"""Turns: who holds a case, whose turn it is, and how it ends."""

from typing import Any

from django.http import HttpResponse
from ninja import Router

from petitevoix.api import answers, schemas
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import advisor_named, me, must_exist, team_named, the_case
from petitevoix.api.idempotency import once
from petitevoix.api.telling import answer, closure_told, whole_case_told
from petitevoix.cases.actions import closing
from petitevoix.cases.actions.assigning import assign

router = Router(tags=["turns"])


@router.post("/cases/{reference}/assignment", auth=Bearer("cases:write"), response={200: answers.WholeCase})
@once
def assign_case(request: Call, reference: str, body: schemas.Assignment) -> HttpResponse:
    """Give a case to an advisor, to a team, or back to nobody, with a word to who receives it."""
    case = the_case(request, reference)
    who: Any = case.advisor if "advisor" not in body.model_fields_set else None
    team: Any = case.team if "team" not in body.model_fields_set else None
    if body.advisor is not None:
        who = must_exist(advisor_named(body.advisor, request), "advisor")
    if body.team is not None:
        team = must_exist(team_named(body.team, request), "team")
    assign(case, by=me(request), advisor=who, team=team, word=body.word)
    return answer(whole_case_told(case.pk))


@router.post("/cases/{reference}/state", auth=Bearer("cases:write"), response={200: answers.WholeCase})
@once
def turn_case(request: Call, reference: str, body: schemas.Turn) -> HttpResponse:
    """Say whose turn it is: ours (`open`), the person's (`pending`), a third party's (`held`), time's (`watched`)."""
    case = the_case(request, reference)
    closing.set_state(case, body.state, by=me(request))
    return answer(whole_case_told(case.pk))


@router.post("/cases/{reference}/closure", auth=Bearer("cases:write"), response={201: answers.Closure})
@once
def close_case(request: Call, reference: str, body: schemas.NewClosure) -> HttpResponse:
    """Close a case with what it was and what was done; the person reads it, and writing back opens it again."""
    case = the_case(request, reference)
    words = {"what_it_was": body.what_it_was, "what_was_done": body.what_was_done}
    closure = closing.close(case, by=me(request), seen=body.seen, **words)
    return answer(closure_told(closure), 201)
