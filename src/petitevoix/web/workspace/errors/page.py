"""The register of our errors, and the page of one: what it did, why, how it is mended, and who has been told."""

from typing import Any

from django.db.models import Count, Q
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404

from petitevoix.cases.actions import mending as acts
from petitevoix.cases.models import OurError
from petitevoix.cases.models.case import seen_by
from petitevoix.cases.refusals import Refused
from petitevoix.web.shared.htmx import page
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.errors.forms import CasesForm, ErrorForm, MendingForm
from petitevoix.web.workspace.settings.frame import answering
from petitevoix.web.workspace.settings.paging import behind, turned

HOME = "/desk/errors/"
SHOWN = 200  # cases on the page of an error
_counted = {"reached": Count("touched"), "told": Count("touched", filter=Q(touched__told_at__isnull=False))}


@staff("GET")
def show(request: StaffRequest) -> HttpResponse:
    """List our errors, the latest first."""
    found, cursor = turned(list(behind(request, OurError.objects.annotate(**_counted))))
    return page(request, "workspace/errors/errors.html", errors=found, cursor=cursor, here="errors")


@answering("GET", "POST")
def declare(request: StaffRequest) -> HttpResponse:
    """Declare an error of ours."""
    form = ErrorForm(request.POST or None, reader=request.user)
    if form.is_valid():
        try:
            error = acts.declare(by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return HttpResponseRedirect(f"{HOME}{error.pk}/")
    status = 422 if form.errors else 200
    return page(request, "workspace/errors/declare.html", status=status, form=form, here="errors")


@staff("GET")
def one(request: StaffRequest, pk: int) -> HttpResponse:
    """Show one error, and how far its repair has come."""
    return _draw(request, pk)


@answering("POST")
def add_cases(request: StaffRequest, pk: int) -> HttpResponse:
    """Say which other cases it touched."""
    error, form = get_object_or_404(OurError, pk=pk), CasesForm(request.POST, reader=request.user)
    if form.is_valid():
        try:
            acts.touch(error, form.cleaned_data["cases"], by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return HttpResponseRedirect(f"{HOME}{pk}/")
    return _draw(request, pk, touching=form)


@answering("POST")
def mending(request: StaffRequest, pk: int) -> HttpResponse:
    """Say that it is mended, and write to each person it touched."""
    error, form = get_object_or_404(OurError, pk=pk), MendingForm(request.POST)
    if form.is_valid():
        try:
            acts.mend(error, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return HttpResponseRedirect(f"{HOME}{pk}/")
    return _draw(request, pk, mending=form)


def _draw(request: StaffRequest, pk: int, **forms: Form) -> HttpResponse:
    error: Any = get_object_or_404(OurError.objects.annotate(**_counted).select_related("by"), pk=pk)
    visible = error.touched.filter(seen_by(request.user, "case__")).order_by("-case_id")
    cases = list(visible.values_list("case__reference", "case__title", "told_at")[:SHOWN])
    known: dict[str, Any] = {
        "error": error,
        "cases": cases,
        "hidden": error.reached - len(cases),
        "touching": CasesForm(reader=request.user),
        "mending": MendingForm(initial={"cause": error.cause}),
        "here": "errors",
        **forms,
    }
    return page(request, "workspace/errors/error.html", status=422 if forms else 200, **known)
