"""Errors of ours: the register, and the repair of everybody they touched."""

from django.db.models import Count
from django.http import Http404, HttpResponse
from ninja import Path, Router

from petitevoix.api import answers, schemas
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import canonical, me
from petitevoix.api.idempotency import once
from petitevoix.api.paging import LARGEST, LIMIT, After, Digits, cursor_of, page, place
from petitevoix.api.problems import conflict, unknown
from petitevoix.api.telling import answer, moment
from petitevoix.cases.actions import mending
from petitevoix.cases.models import Case, OurError

router = Router(tags=["errors"])
NUMBER = Path(..., ge=1, le=LARGEST)
_COUNTED = OurError.objects.annotate(touched_count=Count("touched"), told_count=Count("touched__told_at"))


@router.get("/errors", auth=Bearer("cases:read"), response=answers.OurErrorPage)
def list_errors(request: Call, after: After = "", limit: Digits = LIMIT) -> HttpResponse:
    """Read the register of our errors, the newest first."""
    errors = _COUNTED.order_by("-id")
    if after:
        errors = errors.filter(id__lt=place(after)[1])
    rows, following = page(errors, limit, lambda one: cursor_of(one.pk))
    return answer({"items": [_told(one) for one in rows], "next": following})


@router.post("/errors", auth=Bearer("cases:write"), response={201: answers.OurError})
@once
def declare_error(request: Call, body: schemas.NewError) -> HttpResponse:
    """Declare an error of ours, with the cases it touched; it stays in the register."""
    cases = _cases(request, body.cases)
    with conflict():  # which days are still to come depends on the day; whom it may not name, on whom it touched
        error = mending.declare(
            by=me(request), title=body.title, effect=body.effect, cause=body.cause, since=body.since, cases=cases
        )
    return answer(_told(_COUNTED.get(pk=error.pk)), 201)


@router.post("/errors/{number}/cases", auth=Bearer("cases:write"), response={200: answers.OurError})
@once
def touch_cases(request: Call, body: schemas.TouchedCases, number: Digits = NUMBER) -> HttpResponse:
    """Say which cases an error touched besides, whether their persons complained or not."""
    error = _error(number)
    mending.touch(error, _cases(request, body.cases), by=me(request))
    return answer(_told(_COUNTED.get(pk=error.pk)))


@router.post("/errors/{number}/mending", auth=Bearer("cases:write"), response={200: answers.OurError})
@once
def mend_error(request: Call, body: schemas.Mending, number: Digits = NUMBER) -> HttpResponse:
    """Say that an error is mended: each person touched is written to, each in their case, with the explanation."""
    said = {"cause": body.cause, "repair": body.repair, "words": body.text, "translation": body.translation}
    with conflict():  # what cannot be told to all depends on whom it touched
        error = mending.mend(_error(number), by=me(request), **said)
    return answer(_told(_COUNTED.get(pk=error.pk)))


def _cases(request: Call, references: list[str]) -> list[Case]:
    wanted = dict.fromkeys(canonical(reference) for reference in references)
    found = Case.objects.visible_to(me(request)).filter(reference__in=wanted).select_related("person")
    missing = wanted.keys() - {case.reference for case in found}
    if missing:
        detail = "One of these references names no case that you may see."
        raise unknown("cases", detail)
    return list(found)


def _error(number: int) -> OurError:
    error = OurError.objects.filter(pk=number).first()
    if error is None:
        raise Http404
    return error


def _told(error: OurError) -> dict:
    counted = {"touched": error.touched_count, "told": error.told_count}  # type: ignore[attr-defined]
    words = {"id": error.pk, "title": error.title, "effect": error.effect, "cause": error.cause, "repair": error.repair}
    times = {name: moment(getattr(error, name)) for name in ("since", "declared_at", "mended_at")}
    return {**words, **times, **counted}
