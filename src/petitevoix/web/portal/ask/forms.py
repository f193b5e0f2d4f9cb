"""What is needed to ask: words, and an address to answer to."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petitevoix.cases.models import Case
from petitevoix.people.models.person import normal
from petitevoix.web.portal import limits, stamps
from petitevoix.web.portal.words import WordsForm

FASTEST = 2  # seconds; nobody reads this page and writes to us quicker than that
CASES_PER_ADDRESS, CASES_PER_PLACE = 8, 40  # in an hour; a whole office may share one place


class AskForm(WordsForm):
    name = forms.CharField(required=False, max_length=120)
    email = forms.EmailField(
        max_length=254,
        error_messages={
            "required": gettext_lazy("Without an address we could not answer you."),
            "invalid": gettext_lazy("Something is missing in this address; it looks like ana@example.org."),
        },
    )
    before_signing = forms.BooleanField(required=False)
    wish = forms.CharField(required=False, max_length=20)
    reached_by = forms.CharField(required=False, max_length=20)
    # A trap for programs that fill whatever they find. Nobody is turned away for it without a word.
    more = forms.CharField(required=False)

    def __init__(self, *arguments: Any, place: str = "", **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.place = place

    def clean_wish(self) -> str:
        wish = self.cleaned_data["wish"]
        return wish if wish in Case.Wish.values else ""

    @property
    def no_words(self) -> str:
        return _("Tell us what brings you here; one sentence is enough.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not cleaned.get("words"):
            self.add_error("words", self.no_words)
        if not self.errors and (doubt := self._doubt(cleaned)):
            self.add_error(None, doubt)
        return cleaned

    def _doubt(self, cleaned: dict[str, Any]) -> str:
        age = stamps.age(cleaned["stamp"])
        if age is None or age < FASTEST or cleaned["more"]:
            return _("That went by so fast that we took it for a machine. Press Send once more, and it leaves.")
        if not (
            limits.within("ask", normal(cleaned["email"]), CASES_PER_ADDRESS)
            and limits.within("ask-from", self.place, CASES_PER_PLACE)
        ):
            return _(
                "A great deal has come from here within the hour. Try again a little later, or write to us by e-mail."
            )
        return ""
