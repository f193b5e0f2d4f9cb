"""Who is away: for all staff, since the promises of who is away go to who stands in for them."""

from typing import NamedTuple

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petitevoix.insight.telling import words_of
from petitevoix.kit import clock
from petitevoix.kit.words import zone
from petitevoix.people.actions import MOST_MINUTES, be_present
from petitevoix.people.models import Advisor
from petitevoix.people.refusals import Unchanged
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.settings.frame import draw
from petitevoix.web.workspace.wording import presence_words, presences

MOST = 500


class Away(NamedTuple):
    name: str
    first: str
    last: str
    is_away: bool
    substitute: str


class PresenceForm(forms.Form):
    presence = forms.ChoiceField(label=gettext_lazy("I am"))
    minutes = forms.IntegerField(
        label=gettext_lazy("For so many minutes"),
        required=False,
        min_value=1,
        max_value=MOST_MINUTES,
        help_text=gettext_lazy("Empty: until you say otherwise. What you say here is kept in no history."),
    )

    def __init__(self, given: QueryDict | None = None, *, me: Advisor) -> None:
        super().__init__(given, initial={"presence": me.present_as})
        chosen = self.fields["presence"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = presences()


@staff("POST")
def say(request: StaffRequest) -> HttpResponse:
    """Say how I am present."""
    form = PresenceForm(request.POST, me=request.user)
    if form.is_valid():
        try:
            be_present(request.user, **form.cleaned_data)
        except Unchanged as refused:
            form.add_error("minutes", str(refused))
        else:
            messages.success(request, _("Kept."))
            return HttpResponseRedirect("/desk/settings/away/")
    return _page(request, form, status=422)


@staff("GET")
def show(request: StaffRequest) -> HttpResponse:
    """List who is away today or will be, who is back first before the others; and how the others are present."""
    return _page(request, PresenceForm(me=request.user))


def _page(request: StaffRequest, form: PresenceForm, status: int = 200) -> HttpResponse:
    today = clock.now().astimezone(zone()).date()
    found = Advisor.objects.active().filter(away_until__gte=today).select_related("substitute")
    spoken = page_language()
    rows = [
        Away(
            name=one.name,
            first=words_of(one.away_from, spoken),
            last=words_of(one.away_until, spoken),
            is_away=one.away_from <= today,
            substitute=one.substitute.name if one.substitute else "",
        )
        for one in found.order_by("away_until", "name")[:MOST]
        if one.away_from and one.away_until
    ]
    here, later = [one for one in rows if one.is_away], [one for one in rows if not one.is_away]
    busy = Advisor.objects.active().exclude(presence=Advisor.Presence.HERE).order_by("name")[:MOST]
    said = [(one.name, words) for one in busy if (words := presence_words(one))]
    return draw(request, "away/away.html", "away", status=status, now=here, later=later, said_so=said, form=form)
