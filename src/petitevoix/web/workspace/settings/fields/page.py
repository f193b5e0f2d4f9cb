"""Custom fields: listed, added, changed, archived."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.people import describing
from petitevoix.people.models import Field
from petitevoix.people.refusals import Unchanged
from petitevoix.web.workspace.door import StaffRequest
from petitevoix.web.workspace.settings.fields.forms import KINDS, TARGETS, FieldForm
from petitevoix.web.workspace.settings.frame import admins, draw

HOME = "/desk/settings/fields/"


@admins("GET")
def show(request: StaffRequest) -> HttpResponse:
    """List the fields, by what they are written of."""
    every = list(Field.objects.select_related("team"))
    groups = [
        (name, [one for one in every if one.target == target and not one.is_archived]) for target, name in TARGETS
    ]
    archived = [one for one in every if one.is_archived]
    known: dict[str, Any] = {"groups": groups, "archived": archived, "kinds": dict(KINDS), "targets": dict(TARGETS)}
    return draw(request, "fields/fields.html", "fields", **known)


@admins("GET", "POST")
def add(request: StaffRequest) -> HttpResponse:
    """Add a field."""
    form = FieldForm(request.POST or None)
    if form.is_valid():
        try:
            describing.add_field(by=request.user, **form.cleaned_data)
        except Unchanged as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Kept."))
            return HttpResponseRedirect(HOME)
    return draw(request, "fields/field.html", "fields", status=422 if form.errors else 200, form=form)


@admins("GET", "POST")
def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Change what a field is called, its words to choose from, its place."""
    field = get_object_or_404(Field, pk=pk)
    form = FieldForm(request.POST or None, field=field)
    if form.is_valid():
        try:
            describing.change_field(field, by=request.user, **form.cleaned_data)
        except Unchanged as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Kept."))
            return HttpResponseRedirect(HOME)
    return draw(request, "fields/field.html", "fields", status=422 if form.errors else 200, form=form, field=field)


@admins("POST")
def archive(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask for a field no longer; what was written stays."""
    field = describing.archive_field(get_object_or_404(Field, pk=pk), by=request.user)
    messages.success(request, _("“%(name)s” is asked no longer. What was written in it stays.") % {"name": field.label})
    return HttpResponseRedirect(HOME)


@admins("POST")
def restore(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask for a field again."""
    field = describing.archive_field(get_object_or_404(Field, pk=pk), by=request.user, archived=False)
    messages.success(request, _("“%(name)s” is asked again.") % {"name": field.label})
    return HttpResponseRedirect(HOME)
