"""Persons who are one, for programs: suggested, brought together, told apart, and given back."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Router

from petitevoix.api import answers
from petitevoix.api import people_shapes as shapes
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import me, the_person
from petitevoix.api.idempotency import once
from petitevoix.api.paging import LARGEST, LIMIT, After, Digits, cursor_of, page, place
from petitevoix.api.problems import conflict
from petitevoix.api.telling import answer, moment, person_told
from petitevoix.cases import access
from petitevoix.cases.actions import merging_persons
from petitevoix.cases.models import PersonMerge
from petitevoix.people.models import Person, Twins

router = Router(tags=["people"])
NUMBER = Path(..., ge=1, le=LARGEST)


@router.get("/twins", auth=Bearer("people:read"), response=shapes.TwinsPage)
def list_twins(request: Call, after: After = "", limit: Digits = LIMIT) -> HttpResponse:
    """List pairs of persons who may be one and whom nobody has judged, the newest first; both are yours to see."""
    pairs = Twins.objects.to_look_at().order_by("-id")
    if after:
        pairs = pairs.filter(id__lt=place(after)[1])
    rows, following = page(pairs, limit, lambda pair: cursor_of(pair.pk))
    return answer({"items": _pairs_told(request, rows), "next": following})


@router.get("/people/{number}/twins", auth=Bearer("people:read"), response=shapes.TwinsPage)
def list_twins_of_person(
    request: Call, number: Digits = NUMBER, after: After = "", limit: Digits = LIMIT
) -> HttpResponse:
    """List who a person may also be, the newest first; the reading is recorded."""
    person = the_person(request, number)
    access.person_opened(person, by=me(request), token=request.auth.pk)
    pairs = Twins.objects.to_look_at().of(person).order_by("-id")
    if after:
        pairs = pairs.filter(id__lt=place(after)[1])
    rows, following = page(pairs, limit, lambda pair: cursor_of(pair.pk))
    return answer({"items": _pairs_told(request, rows), "next": following})


@router.post("/twins/{number}/apart", auth=Bearer("people:write"), response={200: shapes.PairApart})
@once
def tell_apart(request: Call, number: Digits = NUMBER) -> HttpResponse:
    """Say that two persons are two; the pair is not suggested again."""
    pair = get_object_or_404(Twins, pk=number)
    for person in (pair.one_id, pair.other_id):
        the_person(request, person)
    merging_persons.keep_apart(pair, by=me(request))
    return answer({"id": pair.pk, "apart": True})


@router.get("/people/{number}/merges", auth=Bearer("people:read"), response=shapes.PersonMergePage)
def list_merges(request: Call, number: Digits = NUMBER, after: After = "", limit: Digits = LIMIT) -> HttpResponse:
    """List who was brought over to a person, the newest first, undone or not; the reading is recorded."""
    person = the_person(request, number)
    access.person_opened(person, by=me(request), token=request.auth.pk)
    merges = PersonMerge.objects.filter(kept=person).select_related("merged", "by").order_by("-id")
    if after:
        merges = merges.filter(id__lt=place(after)[1])
    rows, following = page(merges, limit, lambda merge: cursor_of(merge.pk))
    return answer({"items": [_merge_told(merge) for merge in rows], "next": following})


@router.post("/people/{number}/merges", auth=Bearer("people:write"), response={200: answers.Person})
@once
def merge_person(request: Call, body: shapes.NewMerge, number: Digits = NUMBER) -> HttpResponse:
    """Bring another person over to this one; for thirty days it can be undone (`GET …/merges` has its number)."""
    kept, merged = the_person(request, number), the_person(request, body.person)
    with conflict():
        merging_persons.merge(kept, merged, by=me(request), take=body.take)
    return answer(person_told(kept.pk))


@router.post("/merges/{number}/undo", auth=Bearer("people:write"), response={200: shapes.PersonMerge})
@once
def undo_merge(request: Call, number: Digits = NUMBER) -> HttpResponse:
    """Part two persons again: each has what was theirs, what came since stays. Refused after thirty days."""
    done = get_object_or_404(PersonMerge, pk=number)
    the_person(request, done.kept_id)
    merging_persons.part(done, by=me(request))
    return answer(_merge_told(PersonMerge.objects.select_related("merged", "by").get(pk=done.pk)))


def _pairs_told(request: Call, pairs: Sequence[Twins]) -> list[dict[str, Any]]:
    """Tell pairs; nobody learns of somebody whose every case is hidden from them."""
    numbers = {number for pair in pairs for number in (pair.one_id, pair.other_id)}
    seen = access.persons_visible_to(me(request)).in_bulk(numbers)
    return [
        {"id": pair.pk, "one": _name(seen[pair.one_id]), "other": _name(seen[pair.other_id]), "because": pair.because}
        for pair in pairs
        if pair.one_id in seen and pair.other_id in seen
    ]


def _merge_told(merge: PersonMerge) -> dict[str, Any]:
    return {
        "id": merge.pk, "kept": merge.kept_id, "merged": _name(merge.merged),
        "by": {"id": merge.by.pk, "name": merge.by.name}, "at": moment(merge.at),
        "can_be_undone": merge.can_be_undone, "undone_at": moment(merge.undone_at),
    }  # fmt: skip


def _name(person: Person) -> dict[str, Any]:
    return {"id": person.pk, "name": person.name}
