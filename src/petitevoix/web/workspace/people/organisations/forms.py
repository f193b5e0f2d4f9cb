"""What is asked about an organisation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from petitevoix.people.models import Organisation

SHARING = [
    ("no", _("each member sees their own cases")),
    ("members", _("each member sees the cases of all")),
    ("named", _("the members named on this page see the cases of all")),
]


class OrganisationForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120, widget=forms.TextInput({"autocomplete": "off"}))
    domains = forms.CharField(
        label=_("Domains of its addresses"), required=False, max_length=5000, widget=forms.Textarea({"rows": 2}),
        help_text=_("What stands behind the @, one on each line: example.org."),
    )  # fmt: skip
    admits_by_domain = forms.BooleanField(
        label=_("Whoever writes to us for the first time from one of them belongs to it"), required=False
    )
    shares_cases = forms.ChoiceField(
        label=_("Who reads whose cases on their page"), choices=SHARING, initial="no", widget=forms.RadioSelect
    )
    notes = forms.CharField(
        label=_("Notes among us"), required=False, max_length=20_000, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, *arguments: Any, organisation: Organisation | None = None, **named: Any) -> None:
        if organisation:
            said = {name: getattr(organisation, name) for name in ("name", "notes", "shares_cases", "admits_by_domain")}
            named["initial"] = {**said, "domains": "\n".join(one.name for one in organisation.domains.all())}
        super().__init__(*arguments, **named)

    def clean_domains(self) -> list[str]:
        return self.cleaned_data["domains"].replace(",", " ").split()
