"""How the new cases of each team find an owner: read and agreed on by those who lead."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petitevoix.people.actions import MOST_HOURS
from petitevoix.people.models import Team
from petitevoix.people.pacing import agree_on_turns
from petitevoix.web.workspace.door import StaffRequest
from petitevoix.web.workspace.settings.frame import draw, leads

HOME = "/desk/settings/turns/"
WAYS = [
    ("nobody", gettext_lazy("Nobody is given them: they wait until somebody takes them")),
    ("turn", gettext_lazy("In turn: those who are here, as far as the pace each agreed on allows")),
]


class TurnsForm(forms.Form):
    finds_owner = forms.ChoiceField(label=gettext_lazy("Who has a new case"), choices=WAYS, widget=forms.RadioSelect)
    same_within_hours = forms.IntegerField(
        label=gettext_lazy("Who has answered a person before is asked first, for so many working hours"),
        min_value=0,
        max_value=MOST_HOURS,
        help_text=gettext_lazy("0: nobody is asked first. The person may always choose whoever is free first."),
    )

    def __init__(self, given: QueryDict | None = None, *, team: Team) -> None:
        super().__init__(given, initial={"finds_owner": team.finds_owner, "same_within_hours": team.same_within_hours})


@leads("GET")
def show(request: StaffRequest) -> HttpResponse:
    """Say how each team's cases find an owner."""
    ways = {key: str(words).partition(":")[0] for key, words in WAYS}
    return draw(request, "turns/turns.html", "turns", teams=Team.objects.all()[:500], ways=ways)


@leads("GET", "POST")
def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Agree on it for one team."""
    team = get_object_or_404(Team, pk=pk)
    form = TurnsForm(request.POST or None, team=team)
    if form.is_valid():
        agree_on_turns(team, by=request.user, **form.cleaned_data)
        messages.success(request, _("Kept."))
        return HttpResponseRedirect(HOME)
    return draw(request, "turns/one.html", "turns", status=422 if form.errors else 200, form=form, team=team)
