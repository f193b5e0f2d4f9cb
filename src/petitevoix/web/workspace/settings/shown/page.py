"""As persons read me. Each of these pages is about who asks for it: nobody sets or changes it for another."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petitevoix.people import showing
from petitevoix.people.models import Advisor
from petitevoix.people.refusals import Unchanged
from petitevoix.web.workspace.door import StaffRequest
from petitevoix.web.workspace.settings.frame import answering, draw

HOME = "/desk/settings/shown/"
SHOWN = ("first_name", "alias", "signs_as", "is_introduced", "since_year", "is_asked_again")


class ShownForm(forms.Form):
    first_name = forms.CharField(label=gettext_lazy("My first name"), required=False, max_length=60)
    alias = forms.CharField(
        label=gettext_lazy("My alias"),
        required=False,
        max_length=60,
        help_text=gettext_lazy("A name you chose for yourself. Nobody else sets or changes it."),
    )
    signs_as = forms.ChoiceField(
        label=gettext_lazy("I sign with"),
        choices=[
            ("first", gettext_lazy("my first name")),
            ("alias", gettext_lazy("my alias")),
            ("team", gettext_lazy("the name of the team")),
        ],
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "You can choose otherwise in each case. The history, which only staff read, says who wrote."
        ),
    )
    is_introduced = forms.BooleanField(
        label=gettext_lazy("Persons may read one line about me"),
        required=False,
        help_text=gettext_lazy("The name you sign with, since when, and what you are good at. No photo."),
    )
    since_year = forms.IntegerField(
        label=gettext_lazy("I have been here since"),
        required=False,
        help_text=gettext_lazy("A year, as it stands in that line; empty: it says nothing of it."),
    )
    is_asked_again = forms.BooleanField(
        label=gettext_lazy("Persons I have answered may wait for me"),
        required=False,
        help_text=gettext_lazy("Their new cases are held out to you first; you take them or leave them."),
    )

    def __init__(self, given: QueryDict | None = None, *, me: Advisor) -> None:
        kept = {name: getattr(me, name) for name in SHOWN} | {"first_name": me.signed("first")}
        super().__init__(given, initial=kept)


@answering("GET", "POST")
def show(request: StaffRequest) -> HttpResponse:
    """Show how persons read me, and change it."""
    form = ShownForm(request.POST or None, me=request.user)
    if form.is_valid():
        try:
            showing.show_oneself(request.user, **form.cleaned_data)
        except Unchanged as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Kept."))
            return HttpResponseRedirect(HOME)
    return _page(request, form)


@answering("POST")
def declare(request: StaffRequest) -> HttpResponse:
    """Say what I am good at."""
    try:
        showing.declare(request.user, word=request.POST.get("word", ""))
    except Unchanged as refused:
        messages.error(request, str(refused))
    return HttpResponseRedirect(HOME + "#good-at")


@answering("POST")
def withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a strength of mine back."""
    showing.withdraw(request.user, pk)
    return HttpResponseRedirect(HOME + "#good-at")


def _page(request: StaffRequest, form: ShownForm) -> HttpResponse:
    strengths = request.user.strengths.all()
    status = 422 if form.errors else 200
    return draw(request, "shown/shown.html", "shown", status=status, form=form, strengths=strengths)
