"""A person's page: how they are called, where we reach them, everything they asked that its reader may see."""

from django.contrib import messages
from django.contrib.messages import get_messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.cases.access import person_opened, persons_visible_to
from petitevoix.kit import words
from petitevoix.people import actions
from petitevoix.people.models import Person
from petitevoix.people.refusals import Unchanged
from petitevoix.web.shared.htmx import page
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.people.person.forms import PersonForm
from petitevoix.web.workspace.people.person.rows import cases_of, said_before_signing


@staff("GET", "POST")
def show(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a person; change their name and language."""
    person = _person(request, pk)
    form = PersonForm(request.POST or None, initial={"name": person.name, "language": person.language})
    if form.is_valid():
        try:
            actions.change_person(person, by=request.user, **form.cleaned_data)
        except Unchanged as refused:
            return _page(request, person, form=form, refused=str(refused))
        return _kept(request, person)
    return _page(request, person, form=form)


@staff("POST")
def add_address(request: StaffRequest, pk: int) -> HttpResponse:
    """Learn another address of a person."""
    person = _person(request, pk)
    try:
        actions.add_address(person, email=request.POST.get("email", ""), by=request.user)
    except Unchanged as refused:
        return _page(request, person, refused=str(refused), typed=request.POST.get("email", "")[:254])
    return _kept(request, person)


@staff("POST")
def remove_address(request: StaffRequest, pk: int, address: int) -> HttpResponse:
    """Forget an address of a person."""
    person = _person(request, pk)
    try:
        actions.remove_address(person, get_object_or_404(person.addresses, pk=address), by=request.user)
    except Unchanged as refused:
        return _page(request, person, refused=str(refused))
    return _kept(request, person)


def _person(request: StaffRequest, pk: int) -> Person:
    return get_object_or_404(persons_visible_to(request.user), pk=pk)


def _page(
    request: StaffRequest, person: Person, *, form: PersonForm | None = None, refused: str = "", typed: str = ""
) -> HttpResponse:
    # Whoever sees this page has opened the file of a person, also where an act on it was refused.
    person_opened(person, by=request.user)
    status = 422 if refused or (form and form.errors) else 200
    cases, cursor = cases_of(person, reader=request.user, before=request.GET.get("before", ""))
    met_on = words.on_day(person.met_at, page_language())
    known = {
        "person": person,
        "met_on": met_on,
        "addresses": list(person.addresses.all()),
        "cases": cases,
        "cursor": cursor,
        "said_before": said_before_signing(person, reader=request.user),
    }
    form = form or PersonForm(initial={"name": person.name, "language": person.language})
    known |= {"form": form, "refused": refused, "typed": typed, "said": list(get_messages(request))}
    return page(request, "workspace/people/person/person.html", status=status, **known)


def _kept(request: StaffRequest, person: Person) -> HttpResponse:
    messages.success(request, _("Kept."))
    return HttpResponseRedirect(f"/desk/people/{person.pk}/")
