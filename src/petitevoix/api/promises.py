"""Promises: what we committed ourselves to, kept or moved."""

from typing import Literal

from django.http import Http404, HttpResponse
from ninja import Path, Query, Router

from petitevoix.api import answers, schemas
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import me, the_case
from petitevoix.api.idempotency import once
from petitevoix.api.paging import LARGEST, LIMIT, After, Digits, cursor_of, page, place
from petitevoix.api.telling import answer, promise_told
from petitevoix.cases import access
from petitevoix.cases.actions import promising
from petitevoix.cases.models import Case, Promise

router = Router(tags=["promises"])
NUMBER = Path(..., ge=1, le=LARGEST)


@router.get("/cases/{reference}/promises", auth=Bearer("cases:read"), response=answers.PromisePage)
def list_promises(request: Call, reference: str, after: After = "", limit: Digits = LIMIT) -> HttpResponse:
    """Read what was promised in a case, in order; the reading is recorded."""
    case = the_case(request, reference)
    access.opened(case, by=me(request), token=request.auth.pk)
    promises = Promise.objects.filter(case=case).select_related("owner").order_by("id")
    if after:
        promises = promises.filter(id__gt=place(after)[1])
    rows, following = page(promises, limit, lambda one: cursor_of(one.pk))
    return answer({"items": [promise_told(one, case.reference) for one in rows], "next": following})


@router.get("/promises", auth=Bearer("cases:read"), response=answers.PromisePage)
def list_due(
    request: Call, whose: Literal["all", "me"] = Query("all"), dated: Literal["yes", "no"] = Query("yes"),
    after: After = "", limit: Digits = LIMIT,
) -> HttpResponse:  # fmt: skip
    """Read the promises that go on: those with a date, the next due first, or those without, as they were made."""
    going_on = Promise.objects.going_on().visible_to(me(request))
    promises = going_on.next_due_first() if dated == "yes" else going_on.undated()
    if whose == "me":
        promises = promises.filter(owner=me(request))
    if after:
        promises = promises.after(*place(after)) if dated == "yes" else promises.filter(id__gt=place(after)[1])
    rows, following = page(promises.select_related("owner", "case"), limit, lambda one: cursor_of(one.pk, one.due_at))
    return answer({"items": [promise_told(one, one.case.reference) for one in rows], "next": following})


@router.post("/cases/{reference}/promises/{number}/kept", auth=Bearer("cases:write"), response={200: answers.Promise})
@once
def keep_promise(request: Call, reference: str, number: Digits = NUMBER) -> HttpResponse:
    """Say that a promise is kept."""
    case = the_case(request, reference)
    return answer(promise_told(promising.keep(_of(case, number), by=me(request), by_hand=True), case.reference))


@router.delete("/cases/{reference}/promises/{number}/kept", auth=Bearer("cases:write"), response={200: answers.Promise})
@once
def reopen_promise(request: Call, reference: str, number: Digits = NUMBER) -> HttpResponse:
    """Take back, within a day, that a promise was called kept."""
    case = the_case(request, reference)
    return answer(promise_told(promising.reopen(_of(case, number), by=me(request)), case.reference))


@router.post("/cases/{reference}/promises/{number}/offer", auth=Bearer("cases:write"), response={200: answers.Promise})
@once
def offer_date(request: Call, reference: str, body: schemas.Offer, number: Digits = NUMBER) -> HttpResponse:
    """Ask the person to accept another date, before the one promised is due."""
    case = the_case(request, reference)
    moved = promising.offer(_of(case, number), by=me(request), due_at=body.due, because=body.because)
    return answer(promise_told(moved, case.reference))


def _of(case: Case, number: int) -> Promise:
    promise = Promise.objects.filter(pk=number, case=case).first()
    if promise is None:
        raise Http404
    return promise
