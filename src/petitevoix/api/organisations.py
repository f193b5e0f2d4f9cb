"""Organisations: what several persons belong to."""

from typing import Annotated, Any

from django.db import transaction
from django.http import Http404, HttpResponse
from ninja import Path, Query, Router

from petitevoix.api import answers, schemas
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import me
from petitevoix.api.idempotency import once
from petitevoix.api.paging import LARGEST, LIMIT, After, Digits, cursor_of, page, place
from petitevoix.api.telling import answer, organisation_told
from petitevoix.kit.text import storable
from petitevoix.people import organising
from petitevoix.people.describing import describe_organisation
from petitevoix.people.models import Organisation

router = Router(tags=["organisations"])
NUMBER = Path(..., ge=1, le=LARGEST)
WORDS = ("name", "notes", "admits_by_domain", "shares_cases")


@router.get("/organisations", auth=Bearer("people:read"), response=answers.OrganisationPage)
def list_organisations(
    request: Call,
    q: Annotated[str, Query(max_length=120, description="The beginning of a name.")] = "",
    after: After = "",
    limit: Digits = LIMIT,
) -> HttpResponse:
    """List the organisations, the newest first."""
    rows = Organisation.objects.prefetch_related("domains").order_by("-id")
    rows = rows.filter(name__istartswith=storable(q).strip()) if q.strip() else rows
    if after:
        rows = rows.filter(id__lt=place(after)[1])
    found, following = page(rows, limit, lambda one: cursor_of(one.pk))
    return answer({"items": [organisation_told(one) for one in found], "next": following})


@router.post("/organisations", auth=Bearer("people:write"), response={201: answers.Organisation})
@once
def add_organisation(request: Call, body: schemas.NewOrganisation) -> HttpResponse:
    """Make an organisation."""
    words = _storable(body.model_dump(exclude={"fields"}))
    with transaction.atomic():
        made = organising.found_organisation(by=me(request), **words)
        made = describe_organisation(made, by=me(request), values=body.fields)
    return answer(organisation_told(made), 201)


@router.get("/organisations/{number}", auth=Bearer("people:read"), response=answers.Organisation)
def read_organisation(request: Call, number: Digits = NUMBER) -> HttpResponse:
    """Read one organisation."""
    return answer(organisation_told(_the(number)))


@router.patch("/organisations/{number}", auth=Bearer("people:write"), response=answers.Organisation)
@once
def change_organisation(request: Call, body: schemas.OrganisationChange, number: Digits = NUMBER) -> HttpResponse:
    """Change what an organisation is called, its domains, and whose cases its members may read."""
    one = _the(number)
    words: dict[str, Any] = {name: getattr(one, name) for name in WORDS}
    words["domains"] = [domain.name for domain in one.domains.all()]
    given = body.model_dump(exclude_unset=True, exclude={"fields"})
    words |= _storable({name: value for name, value in given.items() if value is not None})
    with transaction.atomic():
        organising.change_organisation(one, by=me(request), **words)
        describe_organisation(one, by=me(request), values=body.fields)
    return answer(organisation_told(_the(number)))


def _the(number: int) -> Organisation:
    found = Organisation.objects.prefetch_related("domains").filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def _storable(words: dict[str, Any]) -> dict[str, Any]:
    if "domains" in words:
        words["domains"] = [storable(one) for one in words["domains"]]
    return words
