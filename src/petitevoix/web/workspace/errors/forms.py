"""What is said of an error of ours."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petitevoix.cases.models import Case
from petitevoix.kit import clock
from petitevoix.kit.words import zone
from petitevoix.people.models import Advisor

MOST = 2000  # cases at once


class References(forms.CharField):
    """References of cases, one on each line; every one must be a case that its reader may see."""

    widget = forms.Textarea({"rows": 4, "spellcheck": "false", "autocomplete": "off"})
    reader: Advisor

    def to_python(self, value: Any) -> list[Case]:  # type: ignore[override]
        wanted = list(dict.fromkeys(word.upper() for word in (value or "").replace(",", " ").split()))
        if len(wanted) > MOST:
            raise forms.ValidationError(_("That is too much at once; add them in parts."))
        found = {case.reference: case for case in Case.objects.visible_to(self.reader).filter(reference__in=wanted)}
        strange = [reference for reference in wanted if reference not in found]
        if strange:
            words = _("There is no case of that name here: %(names)s. None was added.")
            raise forms.ValidationError(words % {"names": ", ".join(strange[:8])})
        return [found[reference] for reference in wanted]

    def validate(self, value: Any) -> None:
        if self.required and not value:
            raise forms.ValidationError(_("Write the reference of a case, such as PV-7K3F9Q."))


class CasesForm(forms.Form):
    cases = References(label=gettext_lazy("Cases it touched"), help_text=gettext_lazy("One reference on each line."))

    def __init__(self, *arguments: Any, reader: Advisor, **named: Any) -> None:
        super().__init__(*arguments, **named)
        field = self.fields["cases"]
        assert isinstance(field, References)
        field.reader = reader


class ErrorForm(CasesForm):
    title = forms.CharField(label=gettext_lazy("What went wrong"), max_length=200)
    effect = forms.CharField(
        label=gettext_lazy("What it did to people"), max_length=5000, widget=forms.Textarea({"rows": 3})
    )
    cause = forms.CharField(
        label=gettext_lazy("What caused it"), max_length=5000, required=False, widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("As far as we know; it can be said later."),
    )  # fmt: skip
    since = forms.DateField(
        label=gettext_lazy("Since when"), required=False, widget=forms.DateInput({"type": "date"}),
        help_text=gettext_lazy("Today, where you leave it empty."),
    )  # fmt: skip

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["cases"].required = False
        self.order_fields(["title", "effect", "cause", "since", "cases"])

    def clean_since(self) -> datetime | None:
        day = self.cleaned_data["since"]
        if day is None:
            return None
        since = datetime(day.year, day.month, day.day, tzinfo=zone())
        if since > clock.now():
            raise forms.ValidationError(_("That day is still to come."))
        return since


class MendingForm(forms.Form):
    cause = forms.CharField(label=gettext_lazy("What caused it"), max_length=5000, widget=forms.Textarea({"rows": 2}))
    repair = forms.CharField(
        label=gettext_lazy("How it is repaired"), max_length=5000, widget=forms.Textarea({"rows": 2})
    )
    words = forms.CharField(
        label=gettext_lazy("What you write to each person"), max_length=20000, widget=forms.Textarea({"rows": 6}),
        help_text=gettext_lazy("Each receives it in their own case, and can answer it."),
    )  # fmt: skip
    translation = forms.CharField(
        label=gettext_lazy("The same in the other language"), max_length=20000, required=False,
        widget=forms.Textarea({"rows": 4}), help_text=gettext_lazy("For those who read it: English, or French."),
    )  # fmt: skip
