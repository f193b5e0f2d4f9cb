"""Turns: who holds a case, whose turn it is, and how it ends."""

from typing import Any

from django.http import HttpResponse
from ninja import Router

from petitevoix.api import answers, schemas
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import advisor_named, me, must_exist, team_named, the_case
from petitevoix.api.idempotency import once
from petitevoix.api.marks import confirmed_by, marks_of
from petitevoix.api.telling import answer, closure_told, whole_case_told
from petitevoix.cases.actions import clearing, closing, following, offering, snoozing, spamming, summarising
from petitevoix.cases.actions.assigning import assign
from petitevoix.cases.models import Case

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
    assign(case, by=me(request), advisor=who, team=team, word=body.word, summary=body.summary)
    return answer(whole_case_told(case.pk))


@router.post("/cases/{reference}/summary/reading", auth=Bearer("cases:write"), response={200: answers.WholeCase})
@once
def read_summary(request: Call, reference: str) -> HttpResponse:
    """Say that you have read the summary that you received with a case."""
    case = the_case(request, reference)
    summarising.read_summary(case, by=me(request))
    return answer(whole_case_told(case.pk))


@router.post("/cases/{reference}/giving-back", auth=Bearer("cases:write"), response={200: answers.WholeCase})
@once
def give_case_back(request: Call, reference: str) -> HttpResponse:
    """Give a case you hold back to its team, without a reason; no turn gives it to you again."""
    case = offering.give_back(the_case(request, reference), by=me(request))
    return answer(whole_case_told(case.pk))


@router.post("/cases/{reference}/state", auth=Bearer("cases:write"), response={200: answers.WholeCase})
@once
def turn_case(request: Call, reference: str, body: schemas.Turn) -> HttpResponse:
    """Say whose turn it is: ours (`open`), the person's (`pending`), a third party's (`held`), time's (`watched`)."""
    case, by = the_case(request, reference), me(request)
    if body.state == Case.State.WATCHED and body.until:
        closing.watch(case, by=by, plan=body.plan, until=body.until)
    else:
        closing.set_state(case, body.state, by=by)
    return answer(whole_case_told(case.pk))


@router.post("/cases/{reference}/snooze", auth=Bearer("cases:write"), response={200: answers.WholeCase})
@once
def snooze_case(request: Call, reference: str, body: schemas.NewSnooze) -> HttpResponse:
    """Set a case aside until a time; the person's words, or a promise that is late, bring it back before."""
    case = snoozing.snooze(the_case(request, reference), by=me(request), until=body.until, why=body.why)
    return answer(whole_case_told(case.pk))


@router.delete("/cases/{reference}/snooze", auth=Bearer("cases:write"), response={200: answers.WholeCase})
@once
def wake_case(request: Call, reference: str) -> HttpResponse:
    """Bring a case back among what waits."""
    return answer(whole_case_told(snoozing.wake(the_case(request, reference), by=me(request)).pk))


@router.post("/cases/{reference}/spam", auth=Bearer("cases:write"), response={200: answers.WholeCase})
@once
def spam_case(request: Call, reference: str) -> HttpResponse:
    """Say that a case is spam: it rests as `spam`, nobody is told, and the filter learns from it."""
    return answer(whole_case_told(spamming.spam(the_case(request, reference), by=me(request)).pk))


@router.delete("/cases/{reference}/spam", auth=Bearer("cases:write"), response={200: answers.WholeCase})
@once
def clear_case(request: Call, reference: str) -> HttpResponse:
    """Say that a case is no spam: it is back as it was."""
    return answer(whole_case_told(clearing.clear(the_case(request, reference), by=me(request)).pk))


@router.post("/cases/{reference}/follow", auth=Bearer("cases:write"), response={200: answers.WholeCase})
@once
def follow_case(request: Call, reference: str) -> HttpResponse:
    """Follow a case: it is among `GET /cases?followed=me`, and letters about it come as its follower chose."""
    return answer(whole_case_told(following.follow(the_case(request, reference), by=me(request)).pk))


@router.delete("/cases/{reference}/follow", auth=Bearer("cases:write"), response={200: answers.WholeCase})
@once
def unfollow_case(request: Call, reference: str) -> HttpResponse:
    """Follow a case no more."""
    return answer(whole_case_told(following.unfollow(the_case(request, reference), by=me(request)).pk))


@router.post("/cases/{reference}/closure", auth=Bearer("cases:write"), response={201: answers.Closure})
@once
def close_case(request: Call, reference: str, body: schemas.NewClosure) -> HttpResponse:
    """Close a case with what it was and what was done; the person reads it, and writing back opens it again."""
    case = the_case(request, reference)
    words = body.model_dump(exclude={"questions", "confirmed", "because"})
    closure = closing.close(case, by=me(request), marks=marks_of(body.questions), confirmed=confirmed_by(body), **words)
    return answer(closure_told(closure), 201)


@router.post("/cases/{reference}/wish", auth=Bearer("cases:write"), response={200: answers.WholeCase})
@once
def choose_wish(request: Call, reference: str, body: schemas.Wish) -> HttpResponse:
    """Say what the person wants of this request: have it fixed, have it explained, be let to do it."""
    case = closing.choose(the_case(request, reference), by=me(request), wish=body.wish)
    return answer(whole_case_told(case.pk))


@router.post("/cases/{reference}/fault", auth=Bearer("cases:write"), response={200: answers.WholeCase})
@once
def mark_fault(request: Call, reference: str, body: schemas.Blame) -> HttpResponse:
    """Say whose fault it is, as far as we know."""
    case = closing.mark_fault(the_case(request, reference), by=me(request), whose=body.fault)
    return answer(whole_case_told(case.pk))
