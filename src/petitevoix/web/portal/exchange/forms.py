"""What a visitor of the demo fills in to write as somebody."""

from django import forms
from django.utils.translation import gettext_lazy

_NO_ADDRESS = {
    "required": gettext_lazy("A letter needs somebody to come from."),
    "invalid": gettext_lazy("Something is missing in this address; it looks like ana@example.org."),
}


class NewcomerForm(forms.Form):
    name = forms.CharField(required=False, max_length=120)
    email = forms.EmailField(max_length=254, error_messages=_NO_ADDRESS)


class LetterForm(forms.Form):
    name = forms.CharField(required=False, max_length=120)
    to = forms.EmailField(required=False)
    subject = forms.CharField(required=False, max_length=200)
    text = forms.CharField(
        max_length=50_000,
        error_messages={"required": gettext_lazy("There are no words here yet; one sentence is enough.")},
    )
    answer = forms.CharField(required=False, max_length=40)
