"""What an advisor may write down about a person."""

from django import forms
from django.utils.translation import gettext_lazy as _


class PersonForm(forms.Form):
    name = forms.CharField(
        label=_("The name they chose"), max_length=120, required=False, widget=forms.TextInput({"autocomplete": "off"})
    )
    language = forms.ChoiceField(
        label=_("We write to them in"),
        choices=[("", _("the language of each case")), ("fr", "français"), ("en", "English")],
        required=False,
    )
