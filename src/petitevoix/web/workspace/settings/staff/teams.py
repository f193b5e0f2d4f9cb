"""A team: made, renamed, made private."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.people import actions
from petitevoix.people.models import Team
from petitevoix.people.refusals import Unchanged
from petitevoix.web.workspace.door import StaffRequest
from petitevoix.web.workspace.settings.frame import admins, draw
from petitevoix.web.workspace.settings.staff.forms import TeamForm

HOME = "/desk/settings/staff/"


@admins("GET", "POST")
def add(request: StaffRequest) -> HttpResponse:
    """Make a team."""
    form = TeamForm(request.POST or None)
    if form.is_valid():
        try:
            team = actions.add_team(**form.cleaned_data, by=request.user)
        except Unchanged as refused:
            form.add_error("name", str(refused))
        else:
            messages.success(request, _("%(name)s is a team now.") % {"name": team.name})
            return HttpResponseRedirect(HOME)
    return draw(request, "staff/team.html", "staff", status=422 if form.errors else 200, form=form)


@admins("GET", "POST")
def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Rename a team, or change who sees its cases."""
    team = get_object_or_404(Team, pk=pk)
    form = TeamForm(request.POST or None, initial={"name": team.name, "is_private": team.is_private})
    if form.is_valid():
        try:
            actions.change_team(team, **form.cleaned_data, by=request.user)
        except Unchanged as refused:
            form.add_error("name", str(refused))
        else:
            messages.success(request, _("Kept."))
            return HttpResponseRedirect(HOME)
    return draw(request, "staff/team.html", "staff", status=422 if form.errors else 200, form=form, team=team)
