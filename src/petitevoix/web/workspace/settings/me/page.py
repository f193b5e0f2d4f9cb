"""My account: how I am called, and which language I work in."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petitevoix.people import actions
from petitevoix.people.models import Advisor
from petitevoix.people.refusals import Unchanged
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.settings.frame import draw


class MeForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("My name"),
        max_length=120,
        widget=forms.TextInput({"autocomplete": "name"}),
        help_text=gettext_lazy("As colleagues read it. What persons read is under “As persons read me”."),
    )
    language = forms.ChoiceField(label=gettext_lazy("My language here"), choices=settings.LANGUAGES)


class OnwardForm(forms.Form):
    afterwards = forms.ChoiceField(
        label=gettext_lazy("When an answer has left"),
        choices=[
            (Advisor.Afterwards.STAY, gettext_lazy("I stay in the case")),
            (Advisor.Afterwards.NEXT, gettext_lazy("the next case of the list comes")),
            (Advisor.Afterwards.LIST, gettext_lazy("I am back in the list")),
        ],
        help_text=gettext_lazy("Wherever you are, it can be taken back for a moment."),
    )


class AwayForm(forms.Form):
    away_from = forms.DateField(
        label=gettext_lazy("My first day away"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    away_until = forms.DateField(
        label=gettext_lazy("My last day away"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    substitute = forms.ModelChoiceField(
        Advisor.objects.none(),
        label=gettext_lazy("Who stands in for me"),
        required=False,
        empty_label=gettext_lazy("the team"),
        help_text=gettext_lazy("They keep my promises that fall due while I am away."),
    )

    def __init__(self, given: QueryDict | None = None, *, me: Advisor) -> None:
        when_shown = {"away_from": me.away_from, "away_until": me.away_until, "substitute": me.substitute_id}
        super().__init__(given, initial=when_shown)
        substitute = self.fields["substitute"]
        assert isinstance(substitute, forms.ModelChoiceField)
        readers = [Advisor.Role.MAKER, Advisor.Role.KEEPER]
        substitute.queryset = Advisor.objects.active().exclude(pk=me.pk).exclude(role__in=readers)


@staff("POST")
def absence(request: StaffRequest) -> HttpResponse:
    """Say when I am away, and who stands in; empty days say that I am there."""
    form = AwayForm(request.POST, me=request.user)
    if form.is_valid():
        try:
            actions.go_away(request.user, **form.cleaned_data)
        except Unchanged as refused:
            form.add_error("away_from", str(refused))
        else:
            messages.success(request, _("Kept."))
            return HttpResponseRedirect("/desk/settings/me/")
    me = MeForm(initial={"name": request.user.name, "language": request.user.language})
    return draw(request, "me/me.html", "me", status=422, form=me, away=form, onward=_onward(request))


@staff("POST")
def onward(request: StaffRequest) -> HttpResponse:
    """Choose what comes when an answer has left."""
    try:
        actions.go_on_with(request.user, request.POST.get("afterwards", ""))
    except Unchanged as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Kept."))
    return HttpResponseRedirect("/desk/settings/me/")


@staff("GET", "POST")
def show(request: StaffRequest) -> HttpResponse:
    """Show my account, and change it; the language is spoken at once."""
    form = MeForm(request.POST or None, initial={"name": request.user.name, "language": request.user.language})
    if form.is_valid():
        try:
            actions.introduce(request.user, **form.cleaned_data)
        except Unchanged as refused:
            form.add_error("name", str(refused))
        else:
            with translation.override(form.cleaned_data["language"]):
                messages.success(request, _("Kept."))
            return HttpResponseRedirect(f"/desk/settings/me/?language={form.cleaned_data['language']}")
    away = AwayForm(me=request.user)
    return draw(
        request, "me/me.html", "me", status=422 if form.errors else 200, form=form, away=away, onward=_onward(request)
    )


def _onward(request: StaffRequest) -> OnwardForm:
    return OnwardForm(initial={"afterwards": request.user.afterwards})
