"""My account: how I am called, and which language I work in."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petitevoix.people import actions
from petitevoix.people.refusals import Unchanged
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.settings.frame import draw


class MeForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("My name"),
        max_length=120,
        widget=forms.TextInput({"autocomplete": "name"}),
        help_text=gettext_lazy("The first name stands under your answers."),
    )
    language = forms.ChoiceField(label=gettext_lazy("My language here"), choices=settings.LANGUAGES)


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
    return draw(request, "me/me.html", "me", status=422 if form.errors else 200, form=form)
