"""Teams and advisors: who answers, and together with whom."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.people import actions
from petitevoix.people.models import Advisor, Team
from petitevoix.people.refusals import Unchanged
from petitevoix.web.account.welcome import one_time_link
from petitevoix.web.workspace.door import StaffRequest
from petitevoix.web.workspace.settings.frame import admins, draw
from petitevoix.web.workspace.settings.staff.forms import ROLES, AdvisorForm

HOME = "/desk/settings/staff/"


@admins("GET")
def show(request: StaffRequest) -> HttpResponse:
    """List teams and their members, and everybody who has or had an account."""
    everybody = list(Advisor.objects.prefetch_related("teams")[:2000])
    known: dict[str, Any] = {
        "teams": Team.objects.prefetch_related("members")[:500],
        "advisors": [one for one in everybody if one.is_active],
        "departed": [one for one in everybody if not one.is_active],
        "roles": {key: str(words).partition(":")[0] for key, words in ROLES},
    }
    return draw(request, "staff/staff.html", "staff", **known)


@admins("GET", "POST")
def add(request: StaffRequest) -> HttpResponse:
    """Make an account, and show the one-time link by which its holder chooses a password."""
    form = AdvisorForm(request.POST or None, initial={"language": request.user.language})
    if form.is_valid():
        try:
            advisor = actions.add_advisor(**form.cleaned_data, by=request.user)
        except Unchanged as refused:
            form.add_error(None, str(refused))
        else:
            return draw(request, "staff/link.html", "staff", advisor=advisor, link=one_time_link(advisor))
    return draw(request, "staff/advisor.html", "staff", status=422 if form.errors else 200, form=form)


@admins("GET", "POST")
def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Show one account, and change it."""
    advisor = get_object_or_404(Advisor, pk=pk)
    form = AdvisorForm(request.POST or None, advisor=advisor)
    if form.is_valid():
        try:
            actions.change_advisor(advisor, by=request.user, **form.cleaned_data)
        except Unchanged as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Kept."))
            return HttpResponseRedirect(HOME)
    return draw(request, "staff/advisor.html", "staff", status=422 if form.errors else 200, form=form, advisor=advisor)


@admins("POST")
def depart(request: StaffRequest, pk: int) -> HttpResponse:
    """Close an account."""
    advisor = get_object_or_404(Advisor.objects.active(), pk=pk)
    try:
        actions.deactivate_advisor(advisor, by=request.user)
    except Unchanged as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("%(name)s can no longer sign in.") % {"name": advisor.name})
    return HttpResponseRedirect(HOME)


@admins("POST")
def readmit(request: StaffRequest, pk: int) -> HttpResponse:
    """Open a closed account again, and show its one-time link."""
    advisor = get_object_or_404(Advisor, pk=pk, is_active=False)
    advisor = actions.readmit_advisor(advisor, by=request.user)
    return draw(request, "staff/link.html", "staff", advisor=advisor, link=one_time_link(advisor))


@admins("POST")
def link(request: StaffRequest, pk: int) -> HttpResponse:
    """Show another one-time link, for somebody who has not chosen a password yet."""
    advisor = get_object_or_404(Advisor.objects.active(), pk=pk)
    if advisor.has_usable_password():
        words = _("%(name)s has a password already. A forgotten one is replaced from the sign-in page.")
        messages.error(request, words % {"name": advisor.name})
        return HttpResponseRedirect(f"{HOME}{pk}/")
    return draw(request, "staff/link.html", "staff", advisor=advisor, link=one_time_link(advisor))
