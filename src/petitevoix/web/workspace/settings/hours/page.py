"""The hours of the teams: read and agreed on by those who lead."""

from typing import NamedTuple
from zoneinfo import available_timezones

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.hours.week import say_spans
from petitevoix.people.actions import agree_on_hours
from petitevoix.people.models import Team
from petitevoix.people.models.advisor import hours_of
from petitevoix.web.workspace.door import StaffRequest
from petitevoix.web.workspace.settings.frame import draw, leads
from petitevoix.web.workspace.settings.hours.forms import DAYS, HoursForm

HOME = "/desk/settings/hours/"


class Row(NamedTuple):
    path: str
    name: str
    zone: str
    week: list[tuple[str, str]]
    returns_after: int


@leads("GET")
def show(request: StaffRequest) -> HttpResponse:
    """Say when each team works."""
    rows = [_row(team) for team in Team.objects.all()]
    return draw(request, "hours/hours.html", "hours", teams=rows)


@leads("GET", "POST")
def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Agree on the hours of one team."""
    team = get_object_or_404(Team, pk=pk)
    form = HoursForm(request.POST or None, team=team)
    if form.is_valid():
        agree_on_hours(
            team, hours=form.hours(), returns_after_hours=form.cleaned_data["returns_after_hours"], by=request.user
        )
        messages.success(request, _("Kept."))
        return HttpResponseRedirect(HOME)
    zones = sorted(name for name in available_timezones() if "/" in name)
    status = 422 if form.errors else 200
    return draw(request, "hours/one.html", "hours", status=status, form=form, team=team, zones=zones)


def _row(team: Team) -> Row:
    hours = hours_of(team)
    week = [(str(name), say_spans(spans)) for name, spans in zip(DAYS, hours.days, strict=True) if spans]
    return Row(f"{HOME}{team.pk}/", team.name, hours.zone.key, week, team.returns_after_hours)
