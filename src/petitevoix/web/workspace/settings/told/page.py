"""What I am told: what I have letters about, and that I can answer them."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petitevoix.people.models import Advisor
from petitevoix.people.refusals import Unchanged
from petitevoix.people.telling import be_told_of
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.settings.frame import draw

WORDS = {
    Advisor.ToldOf.MENTIONS: gettext_lazy("a colleague mentions me in a note"),
    Advisor.ToldOf.HANDED: gettext_lazy("somebody gives me a case"),
    Advisor.ToldOf.MINE: gettext_lazy("a person writes in a case of mine"),
    Advisor.ToldOf.FOLLOWED: gettext_lazy("a person writes in a case that I follow"),
}


class ToldForm(forms.Form):
    of = forms.MultipleChoiceField(
        label=gettext_lazy("I have a letter when"),
        required=False,
        choices=list(WORDS.items()),
        widget=forms.CheckboxSelectMultiple,
    )


@staff("GET", "POST")
def show(request: StaffRequest) -> HttpResponse:
    """Show what I have letters about, and change it."""
    form = ToldForm(request.POST if request.method == "POST" else None, initial={"of": request.user.told_of})
    if form.is_valid():
        try:
            be_told_of(request.user, of=form.cleaned_data["of"])
        except Unchanged as refused:
            form.add_error("of", str(refused))
        else:
            messages.success(request, _("Kept."))
            return HttpResponseRedirect("/desk/settings/told/")
    return draw(request, "told/told.html", "told", status=422 if form.errors else 200, form=form)
