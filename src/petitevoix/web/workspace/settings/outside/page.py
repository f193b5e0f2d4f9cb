"""Outside systems: listed, named, changed, removed."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petitevoix.outside.actions import NotKept, forget_system, keep_system
from petitevoix.outside.models import OutsideSystem
from petitevoix.web.workspace.door import StaffRequest
from petitevoix.web.workspace.settings.frame import admins, draw

HOME = "/desk/settings/outside/"
_PLAIN = {"autocomplete": "off", "spellcheck": "false"}


class SystemForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=80, widget=forms.TextInput({"autocomplete": "off"}))
    link = forms.CharField(
        label=gettext_lazy("Link to its page"), max_length=1000, required=False, widget=forms.TextInput(_PLAIN),
        help_text=gettext_lazy("{person}, {email} and {case} are filled in; it is signed, for a quarter of an hour."),
    )  # fmt: skip
    look_up = forms.CharField(
        label=gettext_lazy("Address that is asked"), max_length=1000, required=False, widget=forms.TextInput(_PLAIN),
        help_text=gettext_lazy("It answers a signed question with a flat JSON object, within two seconds."),
    )  # fmt: skip
    secret = forms.CharField(
        label=gettext_lazy("Secret"), max_length=200, required=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        help_text=gettext_lazy("Sixteen letters or more; never shown again. Left empty, it stays as it is."),
    )  # fmt: skip
    allows_private = forms.BooleanField(
        label=gettext_lazy("It stands in our own network"), required=False,
        help_text=gettext_lazy("Private and local addresses are refused unless you say so."),
    )  # fmt: skip


@admins("GET")
def show(request: StaffRequest) -> HttpResponse:
    """List the systems."""
    return draw(request, "outside/outside.html", "outside", systems=OutsideSystem.objects.all())


@admins("GET", "POST")
def add(request: StaffRequest) -> HttpResponse:
    """Name a system."""
    return _keep(request, None, SystemForm(request.POST or None))


@admins("GET", "POST")
def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Change a system; its secret is not shown."""
    system = get_object_or_404(OutsideSystem, pk=pk)
    said = {name: getattr(system, name) for name in ("name", "link", "look_up", "allows_private")}
    return _keep(request, system, SystemForm(request.POST or None, initial=said))


@admins("POST")
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    """Show and ask a system no longer."""
    forget_system(get_object_or_404(OutsideSystem, pk=pk), by=request.user)
    messages.success(request, _("It is shown and asked no longer."))
    return HttpResponseRedirect(HOME)


def _keep(request: StaffRequest, system: OutsideSystem | None, form: SystemForm) -> HttpResponse:
    if form.is_valid():
        try:
            keep_system(system, by=request.user, **form.cleaned_data)
        except NotKept as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Kept."))
            return HttpResponseRedirect(HOME)
    known: dict[str, Any] = {"form": form, "system": system}
    return draw(request, "outside/system.html", "outside", status=422 if form.errors else 200, **known)
