"""Tags: given to cases, and the list of them kept in order."""

from typing import Any, Literal

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router

from petitevoix.api import answers, schemas
from petitevoix.api import sorting_schemas as sent
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import me, the_case
from petitevoix.api.idempotency import once
from petitevoix.api.paging import LARGEST, LIMIT, After, Digits, cursor_of, page, place
from petitevoix.api.problems import conflict, unknown
from petitevoix.api.telling import answer, whole_case_told
from petitevoix.cases.actions import tagging
from petitevoix.cases.models import Tag

router = Router(tags=["sorting"])
NUMBER = Path(..., ge=1, le=LARGEST)


@router.post("/cases/{reference}/tags", auth=Bearer("cases:write"), response={200: answers.WholeCase})
@once
def tag_case(request: Call, reference: str, body: schemas.Tags) -> HttpResponse:
    """Give tags to a case by name, new names too, and take others off."""
    case = tagging.tag(the_case(request, reference), by=me(request), add=body.add, remove=body.remove)
    return answer(whole_case_told(case.pk))


@router.get("/tags", auth=Bearer("cases:read"), response=answers.TagPage)
def list_tags(
    request: Call,
    which: Literal["in_use", "merged", "removed"] = Query("in_use"),
    after: After = "",
    limit: Digits = LIMIT,
) -> HttpResponse:
    """List the tags one can give; or those that stand for another, or were taken out of the list."""
    found = {
        "in_use": Tag.objects.in_use(), "merged": Tag.objects.exclude(stands_for=None),
        "removed": Tag.objects.filter(is_dropped=True, stands_for=None),
    }  # fmt: skip
    tags = found[which].order_by("id")
    if after:
        tags = tags.filter(id__gt=place(after)[1])
    rows, following = page(tags, limit, lambda tag: cursor_of(tag.pk))
    return answer({"items": [_told(tag) for tag in rows], "next": following})


@router.post("/tags", auth=Bearer("cases:write"), response={201: answers.Tag})
@once
def add_tag(request: Call, body: sent.NewTag) -> HttpResponse:
    """Add a tag to the list, before any case has it; one that was taken out of the list comes back."""
    with conflict():  # the name may be another's
        return answer(_told(tagging.keep_tag(by=me(request), name=body.name, colour=body.colour)), 201)


@router.patch("/tags/{number}", auth=Bearer("cases:write"), response={200: answers.Tag})
@once
def change_tag(request: Call, body: sent.TagChange, number: Digits = NUMBER) -> HttpResponse:
    """Rename a tag, or give it another colour. For those who lead."""
    known = _the(number)
    name, colour = body.name or known.name, body.colour or known.colour
    return answer(_told(tagging.keep_tag(by=me(request), name=name, colour=colour, known=known)))


@router.delete("/tags/{number}", auth=Bearer("cases:write"), response={200: answers.Tag})
@once
def remove_tag(request: Call, number: Digits = NUMBER) -> HttpResponse:
    """Take a tag out of the list; cases keep it unseen. For those who lead."""
    return answer(_told(tagging.drop_tag(_the(number), by=me(request))))


@router.post("/tags/{number}/restoration", auth=Bearer("cases:write"), response={200: answers.Tag})
@once
def restore_tag(request: Call, number: Digits = NUMBER) -> HttpResponse:
    """Bring a tag back into the list, on each case that kept it. For those who lead."""
    return answer(_told(tagging.drop_tag(_the(number), by=me(request), is_dropped=False)))


@router.post("/tags/{number}/merge", auth=Bearer("cases:write"), response={200: answers.Tag})
@once
def merge_tag(request: Call, body: sent.TagMerge, number: Digits = NUMBER) -> HttpResponse:
    """Have a tag stand for another; answers with that other. For those who lead."""
    merged, into = _the(number), Tag.objects.in_use().exclude(pk=number).filter(pk=body.into).first()
    if into is None:
        raise unknown("into", "No other tag one can give has this number.")
    return answer(_told(tagging.merge_tag(merged, by=me(request), into=into)))


@router.delete("/tags/{number}/merge", auth=Bearer("cases:write"), response={200: answers.Tag})
@once
def part_tag(request: Call, number: Digits = NUMBER) -> HttpResponse:
    """Take a merged tag apart again: each case has what it was given. For those who lead."""
    return answer(_told(tagging.part_tag(_the(number), by=me(request))))


def _the(number: int) -> Tag:
    return get_object_or_404(Tag, pk=number)


def _told(tag: Tag) -> dict[str, Any]:
    return {
        "id": tag.pk, "name": tag.name, "colour": tag.colour, "stands_for": tag.stands_for_id,
        "removed": tag.is_dropped,
    }  # fmt: skip
