"""Organisations: found, made, described; their members."""

from typing import Any

from django.contrib import messages
from django.contrib.messages import get_messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.cases.access import persons_visible_to
from petitevoix.kit.folded import holds
from petitevoix.kit.text import one_line
from petitevoix.people import organising
from petitevoix.people.describing import describe_organisation
from petitevoix.people.models import Field, Organisation
from petitevoix.people.refusals import Unchanged
from petitevoix.web.shared.htmx import page
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.people.organisations.forms import OrganisationForm
from petitevoix.web.workspace.settings.paging import behind, turned
from petitevoix.web.workspace.written import all_fields, given_in, written

HOME = "/desk/people/organisations/"
MOST = 50


@staff("GET")
def show(request: StaffRequest) -> HttpResponse:
    """List organisations by name, from the one asked for on."""
    asked, start = one_line(request.GET.get("q", ""), 100), request.GET.get("from", "")[:120]
    rows = Organisation.objects.order_by("name", "pk")
    rows = rows.filter(holds("name", asked)) if asked else rows
    found = list((rows.filter(name__gte=start) if start else rows)[: MOST + 1])
    following = found[MOST].name if len(found) > MOST else ""
    known: dict[str, Any] = {
        "organisations": found[:MOST],
        "asked": asked,
        "following": following,
        "said": list(get_messages(request)),
    }
    return page(request, "workspace/people/organisations/list.html", **known)


@staff("GET", "POST")
def add(request: StaffRequest) -> HttpResponse:
    """Make an organisation."""
    form = OrganisationForm(request.POST or None)
    if form.is_valid():
        try:
            made = organising.found_organisation(by=request.user, **form.cleaned_data)
        except Unchanged as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Kept."))
            return HttpResponseRedirect(f"{HOME}{made.pk}/")
    return page(
        request, "workspace/people/organisations/one.html", status=422 if form.errors else 200, form=form, said=[]
    )


@staff("GET", "POST")
def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Show an organisation and its members; change it."""
    organisation = get_object_or_404(Organisation, pk=pk)
    form = OrganisationForm(request.POST or None, organisation=organisation)
    if form.is_valid():
        try:
            organising.change_organisation(organisation, by=request.user, **form.cleaned_data)
        except Unchanged as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Kept."))
            return HttpResponseRedirect(f"{HOME}{pk}/")
    return _draw(request, organisation, form)


@staff("POST")
def fields(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down what this house wants to know besides."""
    organisation = get_object_or_404(Organisation, pk=pk)
    values = given_in(request.POST, all_fields(Field.Target.ORGANISATION))
    try:
        describe_organisation(organisation, by=request.user, values=values)
    except Unchanged as refused:
        return _draw(request, organisation, OrganisationForm(organisation=organisation), refused=str(refused))
    messages.success(request, _("Kept."))
    return HttpResponseRedirect(f"{HOME}{pk}/")


def _draw(request: StaffRequest, organisation: Organisation, form: OrganisationForm, refused: str = "") -> HttpResponse:
    seen = persons_visible_to(request.user).filter(organisation=organisation).prefetch_related("addresses")
    members, cursor = turned([_Row(one) for one in behind(request, seen)])
    fields = all_fields(Field.Target.ORGANISATION)
    known: dict[str, Any] = {
        "organisation": organisation, "form": form, "refused": refused, "members": members, "cursor": cursor,
        "written": written(fields, organisation.fields, request.POST if refused else None),
        "said": list(get_messages(request)),
    }  # fmt: skip
    status = 422 if refused or form.errors else 200
    return page(request, "workspace/people/organisations/one.html", status=status, **known)


class _Row:
    def __init__(self, person: Any) -> None:
        self.id, self.person = person.pk, person
