"""The small forms of a case's page: a question we missed, and how we are to go about it."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petitevoix.cases.models import Case
from petitevoix.people.models import Person
from petitevoix.web.portal import limits

QUESTION_MOST = 500  # characters
MISSED_PER_HOUR = 20


class MissedForm(forms.Form):
    words = forms.CharField(
        max_length=QUESTION_MOST,
        error_messages={
            "required": gettext_lazy("Write the question that we missed; a few words are enough."),
            "max_length": gettext_lazy("This is long for one question; write it to us below instead."),
        },
    )

    def __init__(self, *arguments: Any, person: Person | None = None) -> None:
        super().__init__(*arguments)
        self.person = person

    def clean_words(self) -> str:
        if self.person and not limits.within("missed", self.person.actor, MISSED_PER_HOUR):
            raise forms.ValidationError(_("That is a great many questions within the hour; write them to us below."))
        return self.cleaned_data["words"]


class WishForm(forms.Form):
    wish = forms.ChoiceField(choices=[("", ""), *Case.Wish.choices], required=False)
