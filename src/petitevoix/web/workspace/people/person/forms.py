"""What an advisor may write down about a person."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LANGUAGES = [("fr", "français"), ("en", "English")]
WAYS = [
    ("", "—"), ("email", _("by e-mail")), ("phone", _("by phone")), ("face", _("face to face")), ("post", _("by post")),
]  # fmt: skip


def _words(label: Any, most: int, hint: Any = "") -> forms.CharField:
    plain = forms.TextInput({"autocomplete": "off"})
    return forms.CharField(label=label, max_length=most, required=False, widget=plain, help_text=hint)


class PersonForm(forms.Form):
    name = _words(_("The name they chose"), 120)
    legal_name = _words(_("Another name they go by"), 120, _("On papers, on a bill. It is never what we call them."))
    language = forms.ChoiceField(label=_("They write in"), choices=[("", "—"), *LANGUAGES], required=False)
    preferred_language = forms.ChoiceField(
        label=_("We write to them in"), choices=[("", _("the language they write in")), *LANGUAGES], required=False
    )
    reached_by = forms.ChoiceField(label=_("They like to be reached"), choices=WAYS, required=False)
    reached_when = _words(_("When"), 200, _("In their words: after six, never on a Monday…"))
