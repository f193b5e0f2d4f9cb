"""A person's page: how they are called, where we reach them, one line of time of everything its reader may see."""

from typing import Any

from django.contrib import messages
from django.contrib.messages import get_messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.cases.access import person_opened, persons_visible_to
from petitevoix.cases.models import Block
from petitevoix.kit import words
from petitevoix.people.models import Address, Field, Note, Person
from petitevoix.people.reaching import change_person, spoken_phone
from petitevoix.people.refusals import Unchanged
from petitevoix.web.shared.htmx import page
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.people.person.forms import PersonForm
from petitevoix.web.workspace.people.person.signing import said_before_signing
from petitevoix.web.workspace.people.person.story import story
from petitevoix.web.workspace.people.twins.rows import twins_of
from petitevoix.web.workspace.wording import way_unmet
from petitevoix.web.workspace.written import all_fields, written


@staff("GET", "POST")
def show(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a person; change what they are called and how they like to be reached."""
    try:
        person = visible(request, pk)
    except Http404:
        merged = get_object_or_404(Person.objects.exclude(merged_into=None), pk=pk)
        return HttpResponseRedirect(f"/desk/people/{visible(request, merged.merged_into_id or 0).pk}/")
    form = PersonForm(request.POST or None, initial=_said_of(person))
    if form.is_valid():
        try:
            change_person(person, by=request.user, **{k: v for k, v in form.cleaned_data.items() if k in request.POST})
        except Unchanged as refused:
            return draw(request, person, form=form, refused=str(refused))
        return kept(request, person)
    return draw(request, person, form=form)


def visible(request: StaffRequest, pk: int) -> Person:
    """Find a person whose page this reader may open; one they may not is as if they were not there."""
    return get_object_or_404(persons_visible_to(request.user).select_related("organisation"), pk=pk)


def kept(request: StaffRequest, person: Person, said: str = "") -> HttpResponse:
    """Lead back to the page, where what was done is said."""
    messages.success(request, said or _("Kept."))
    return HttpResponseRedirect(f"/desk/people/{person.pk}/")


def draw(
    request: StaffRequest, person: Person, *, form: PersonForm | None = None, refused: str = "", **typed: Any
) -> HttpResponse:
    """Draw the page, with the reason why an act was refused and what was typed."""
    # Whoever sees this page has opened the file of a person, also where an act on it was refused.
    person_opened(person, by=request.user)
    status = 422 if refused or (form and form.errors) else 200
    entries, cursor = story(person, reader=request.user, before=request.GET.get("before", ""))
    fields = all_fields(Field.Target.PERSON)
    known: dict[str, Any] = {
        "person": person,
        "met_on": words.on_day(person.met_at, page_language()),
        "addresses": [(one, spoken_phone(one.value) if one.kind == Address.Kind.PHONE else one.value)
                      for one in person.addresses.all()],
        "entries": entries,
        "cursor": cursor,
        "said_before": said_before_signing(person, reader=request.user),
        "pinned": Note.objects.filter(person=person, is_pinned=True, removed_at=None).select_related("by").first(),
        "blocked": Block.objects.filter(person=person, ended_at=None).select_related("proposed_by").first(),
        "twins": twins_of(person, reader=request.user),
        "way_unmet": way_unmet(person.reached_by),
        "written": written(fields, person.fields, request.POST if refused else None),
        "ways": {"email": _("by e-mail"), "phone": _("by phone"), "face": _("face to face"), "post": _("by post")},
    }  # fmt: skip
    form = form or PersonForm(initial=_said_of(person))
    known |= {"form": form, "refused": refused, "typed": typed, "said": list(get_messages(request))}
    return page(request, "workspace/people/person/person.html", status=status, **known)


def _said_of(person: Person) -> dict[str, str]:
    return {name: getattr(person, name) for name in PersonForm.base_fields}
