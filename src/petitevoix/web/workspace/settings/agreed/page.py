"""What we agreed: read by all staff, changed by those who lead."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petitevoix.cases.actions.agreeing import BOUNDS, agree
from petitevoix.cases.models import Agreement
from petitevoix.cases.models.agreed import agreed
from petitevoix.insight.telling import words_of
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.door import StaffRequest
from petitevoix.web.workspace.settings.frame import draw, leads

HOME = "/desk/settings/agreed/"
LINES = {
    "news_after_hours": (
        gettext_lazy("News is owed after"),
        gettext_lazy("Working hours that a case may wait on us without a date; then news is due, as a promise."),
    ),
    "warned_before_hours": (
        gettext_lazy("A promise comes near before its time by"),
        gettext_lazy("Hours. Who keeps it is told then."),
    ),
    "disputable_days": (
        gettext_lazy("A promise called kept can be disputed for"),
        gettext_lazy("Days. “Promises kept” counts a promise once they are over."),
    ),
    "window_days": (
        gettext_lazy("A message may wait for all its answers"),
        gettext_lazy("Days. “Every question answered” judges it then."),
    ),
    "likeness_percent": (
        gettext_lazy("Two answers are the same from"),
        gettext_lazy("Percent of their words, read five by five. For “Same answer twice”."),
    ),
    "told_within_hours": (
        gettext_lazy("After a closing or a repair, the person is told within"),
        gettext_lazy("Working hours. For “Closed without a word”."),
    ),
    "reversible_days": (
        gettext_lazy("A closing undone by the person is told beside the others for"),
        gettext_lazy("Days. For “Closed without a word”."),
    ),
}


class AgreedForm(forms.Form):
    def __init__(self, given: QueryDict | None, *, lines: Agreement) -> None:
        super().__init__(given)
        for name, (label, help_text) in LINES.items():
            least, most = BOUNDS[name]
            initial = lines.news_hours if name == "news_after_hours" else getattr(lines, name)
            self.fields[name] = forms.IntegerField(
                label=label, help_text=help_text, initial=initial, min_value=least, max_value=most
            )


@leads("GET", "POST")
def show(request: StaffRequest) -> HttpResponse:
    """Show what is agreed, and change it from today on."""
    lines = agreed()
    form = AgreedForm(request.POST or None, lines=lines)
    if form.is_valid():
        agree(by=request.user, **form.cleaned_data)
        messages.success(request, _("Kept."))
        return HttpResponseRedirect(HOME)
    since = words_of(lines.since, page_language()) if lines.since else ""
    return draw(request, "agreed/agreed.html", "agreed", status=422 if form.errors else 200, form=form, since=since)
