"""What is asked about a custom field."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from petitevoix.people.models import Field, Team

TARGETS = [("case", _("of cases")), ("person", _("of persons")), ("organisation", _("of organisations"))]
KINDS = [
    ("text", _("a text")), ("number", _("a number")), ("date", _("a day")), ("choice", _("one of several words")),
    ("yes-no", _("yes or no")), ("link", _("a web address")),
]  # fmt: skip


class FieldForm(forms.Form):
    label_fr = forms.CharField(label=_("Its name in French"), max_length=80, required=False)
    label_en = forms.CharField(
        label=_("Its name in English"), max_length=80, required=False,
        help_text=_("One of the two is enough; it is then read in both languages."),
    )  # fmt: skip
    target = forms.ChoiceField(label=_("What it is written of"), choices=TARGETS)
    kind = forms.ChoiceField(label=_("Its kind"), choices=KINDS)
    key = forms.CharField(
        label=_("Its key"), max_length=40, widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
        help_text=_("Small letters, digits and underscores, for programs. It never changes."),
    )  # fmt: skip
    choices = forms.CharField(
        label=_("Words to choose from"), required=False, widget=forms.Textarea({"rows": 4}), max_length=5000,
        help_text=_("For a choice only: one on each line."),
    )  # fmt: skip
    team = forms.ModelChoiceField(
        Team.objects.all(), label=_("Only in the cases of"), required=False, empty_label=_("every team")
    )
    position = forms.IntegerField(label=_("Its place in the list"), min_value=0, max_value=999, initial=0)

    def __init__(self, *arguments: Any, field: Field | None = None, **named: Any) -> None:
        if field:
            kept = {name: getattr(field, name) for name in ("label_fr", "label_en", "team", "position")}
            named["initial"] = {**kept, "choices": "\n".join(field.choices)}
        super().__init__(*arguments, **named)
        for name in ("target", "kind", "key") if field else ():
            del self.fields[name]
        if field and field.kind != Field.Kind.CHOICE:
            del self.fields["choices"]
        if field and field.target != Field.Target.CASE:
            del self.fields["team"]

    def clean_choices(self) -> list[str]:
        return self.cleaned_data["choices"].splitlines()
