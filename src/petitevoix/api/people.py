"""People: anyone who asks, with their addresses and their cases."""

from typing import Annotated

from django.db import transaction
from django.http import HttpResponse
from ninja import Path, Query, Router

from petitevoix.api import answers, schemas
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.cases import newest_first
from petitevoix.api.finding import me, people_like, the_person
from petitevoix.api.history import EVENT, events_told
from petitevoix.api.idempotency import once
from petitevoix.api.paging import LARGEST, LIMIT, After, Digits, cursor_of, page, place
from petitevoix.api.problems import Problem
from petitevoix.api.telling import PERSON, answer, people_told, person_told
from petitevoix.cases import access
from petitevoix.cases.access import persons_visible_to
from petitevoix.cases.models import Case
from petitevoix.journal.models import Event
from petitevoix.kit.text import storable
from petitevoix.people import organising, reaching
from petitevoix.people.describing import describe_person
from petitevoix.people.models import Organisation, Person

router = Router(tags=["people"])
NUMBER = Path(..., ge=1, le=LARGEST)
SAID = {"name", "legal_name", "language", "preferred_language", "reached_by", "reached_when"}


@router.get("/people", auth=Bearer("people:read"), response=answers.PersonPage)
def list_people(
    request: Call,
    q: Annotated[
        str, Query(max_length=254, description="A whole e-mail address, or the beginning of an address or a name.")
    ] = "",
    after: After = "",
    limit: Digits = LIMIT,
) -> HttpResponse:
    """List the people we know, those we met last first."""
    words = storable(q).strip()
    people = persons_visible_to(me(request))
    people = people.filter(pk__in=people_like(words, request).values("id")) if words else people
    if after:
        people = people.filter(id__lt=place(after)[1])
    rows, following = page(people.order_by("-id").values(*PERSON), limit, lambda row: cursor_of(row["id"]))
    return answer({"items": people_told(rows), "next": following})


@router.post("/people", auth=Bearer("people:write"), response={200: answers.Person, 201: answers.Person})
@once
def meet_person(request: Call, body: schemas.NewPerson) -> HttpResponse:
    """Make somebody's acquaintance: 201; or 200 with the person who writes from that address, whom we know already."""
    with transaction.atomic():
        known = Person.objects.at(body.email).first()
        if known and not persons_visible_to(me(request)).filter(pk=known.pk).exists():
            raise Problem(409, "unchanged", "This address cannot be used here; ask somebody who leads a team.")
        person = Person.objects.meet(body.email, name=storable(body.name), language=body.language or "")
        describe_person(person, by=me(request), values=body.fields)
    return answer(person_told(person.pk), 200 if known else 201, location=f"/api/v1/people/{person.pk}")


@router.get("/people/{number}", auth=Bearer("people:read"), response=answers.Person)
def read_person(request: Call, number: Digits = NUMBER) -> HttpResponse:
    """Read who somebody is; the reading is recorded."""
    person = the_person(request, number)
    access.person_opened(person, by=me(request), token=request.auth.pk)
    return answer(person_told(person.pk))


@router.patch("/people/{number}", auth=Bearer("people:write"), response=answers.Person)
@once
def change_person(request: Call, body: schemas.PersonChange, number: Digits = NUMBER) -> HttpResponse:
    """Correct a name or a language, write custom fields, add an address."""
    person, by = the_person(request, number), me(request)
    with transaction.atomic():
        said = {name: storable(word) for name, word in body.model_dump(include=SAID).items() if word is not None}
        reaching.change_person(person, by=by, **said)
        if "organisation" in body.model_fields_set:
            organising.join(person, _organisation(body.organisation), by=by)
        describe_person(person, by=by, values=body.fields)
        if body.add_email is not None and person not in Person.objects.at(body.add_email):
            reaching.add_address(person, email=body.add_email, by=by)
        if body.add_phone is not None:
            reaching.add_phone(person, number=storable(body.add_phone), by=by)
    return answer(person_told(person.pk))


@router.post("/people/{number}/notes", auth=Bearer("people:write"), response={201: answers.Event})
@once
def note_person(request: Call, body: schemas.PersonNote, number: Digits = NUMBER) -> HttpResponse:
    """Write down what no case holds, among us."""
    person = the_person(request, number)
    reaching.add_note(person, words=body.text, by=me(request), pinned=body.pinned)
    event = Event.objects.filter(topic=f"person:{person.pk}", name="person.noted").order_by("-id")
    return answer(events_told(event.values(*EVENT)[:1], me(request))[0], 201)


def _organisation(number: int | None) -> Organisation | None:
    if number is None:
        return None
    found = Organisation.objects.filter(pk=number).first()
    if found is None:
        raise Problem(409, "unknown", "No organisation has this number.")
    return found


@router.get("/people/{number}/cases", auth=Bearer("cases:read"), response=answers.CasePage)
def list_cases_of_person(
    request: Call, number: Digits = NUMBER, after: After = "", limit: Digits = LIMIT
) -> HttpResponse:
    """List the cases of a person that you may see, and those they take part in, the newest first."""
    return newest_first(Case.objects.of(the_person(request, number)).visible_to(me(request)), after, limit)
