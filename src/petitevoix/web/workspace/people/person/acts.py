"""Acts on a person: addresses, notes, custom fields, the organisation they belong to."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.kit.folded import is_called
from petitevoix.people import reaching
from petitevoix.people.describing import describe_person
from petitevoix.people.models import Field, Note, Organisation
from petitevoix.people.organising import join, name_member
from petitevoix.people.refusals import Unchanged
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.people.person.page import draw, kept, visible
from petitevoix.web.workspace.written import all_fields, given_in


@staff("POST")
def addresses(request: StaffRequest, pk: int) -> HttpResponse:
    """Learn another address or telephone number of a person."""
    person, typed = visible(request, pk), (request.POST.get("email") or request.POST.get("phone") or "")[:254]
    try:
        if "phone" in request.POST:
            reaching.add_phone(person, number=typed, by=request.user)
        else:
            reaching.add_address(person, email=typed, by=request.user)
    except Unchanged as refused:
        kind = "phone" if "phone" in request.POST else "email"
        kept_typed: dict[str, Any] = {kind: typed}
        return draw(request, person, refused=str(refused), **kept_typed)
    return kept(request, person)


@staff("POST")
def first(request: StaffRequest, pk: int, address: int) -> HttpResponse:
    """Have an address be the one we write to."""
    person = visible(request, pk)
    try:
        reaching.put_first(person, get_object_or_404(person.addresses, pk=address), by=request.user)
    except Unchanged as refused:
        return draw(request, person, refused=str(refused))
    return kept(request, person)


@staff("POST")
def remove_address(request: StaffRequest, pk: int, address: int) -> HttpResponse:
    """Forget an address of a person."""
    person = visible(request, pk)
    try:
        reaching.remove_address(person, get_object_or_404(person.addresses, pk=address), by=request.user)
    except Unchanged as refused:
        return draw(request, person, refused=str(refused))
    return kept(request, person)


@staff("POST")
def notes(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down what no case holds."""
    person, words = visible(request, pk), request.POST.get("words", "")
    try:
        reaching.add_note(person, words=words, by=request.user, pinned="pinned" in request.POST)
    except Unchanged as refused:
        return draw(request, person, refused=str(refused), note=words)
    return kept(request, person)


@staff("POST")
def note(request: StaffRequest, pk: int, note: int, act: str) -> HttpResponse:
    """Pin a note, take it away, or put it back."""
    person = visible(request, pk)
    one = get_object_or_404(Note, person=person, pk=note)
    try:
        if act in {"pin", "unpin"}:
            reaching.pin(one, by=request.user, pinned=act == "pin")
        else:
            reaching.remove_note(one, by=request.user, removed=act == "removal")
    except Unchanged as refused:
        return draw(request, person, refused=str(refused))
    return kept(request, person)


@staff("POST")
def fields(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down what this house wants to know besides."""
    person = visible(request, pk)
    values = given_in(request.POST, all_fields(Field.Target.PERSON))
    try:
        describe_person(person, by=request.user, values=values)
    except Unchanged as refused:
        return draw(request, person, refused=str(refused), fields=True)
    return kept(request, person)


@staff("POST")
def membership(request: StaffRequest, pk: int) -> HttpResponse:
    """Have a person join an organisation by its name, leave it, or be one of its named members."""
    person = visible(request, pk)
    name = request.POST.get("organisation", "").strip()
    try:
        if "sees" in request.POST:
            name_member(person, by=request.user, sees=request.POST["sees"] == "1")
        elif not name:
            join(person, None, by=request.user)
        else:
            found = list(Organisation.objects.filter(is_called("name", name))[:2])
            if len(found) != 1:
                words = _("There is no organisation called %(name)s here. Add it first, or write its whole name.")
                raise Unchanged(words % {"name": name[:80]})
            join(person, found[0], by=request.user)
    except Unchanged as refused:
        return draw(request, person, refused=str(refused), organisation=name)
    return kept(request, person)
