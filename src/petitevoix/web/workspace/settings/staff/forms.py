"""What is asked about advisors and teams."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from petitevoix.people.models import Advisor, Team

ROLES = [
    ("advisor", _("advisor: answers")),
    ("lead", _("lead: answers, sees the cases of every team, and the quarantine")),
    ("maker", _("maker: reads, to mend what breaks")),
    ("keeper", _("keeper: reads, to watch over privacy")),
    ("admin", _("admin: answers, and runs the house")),
]


class AdvisorForm(forms.Form):
    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        widget=forms.TextInput({"autocomplete": "off"}),
        help_text=_("As colleagues read it. What persons read is theirs to choose."),
    )
    email = forms.EmailField(label=_("E-mail address"), widget=forms.EmailInput({"autocomplete": "off"}))
    role = forms.ChoiceField(label=_("Role"), choices=ROLES, initial="advisor", widget=forms.RadioSelect)
    teams = forms.ModelMultipleChoiceField(
        Team.objects.all(), label=_("Teams"), required=False, widget=forms.CheckboxSelectMultiple
    )
    language = forms.ChoiceField(label=_("Language of the workspace"), choices=settings.LANGUAGES)

    def __init__(self, *arguments: Any, advisor: Advisor | None = None, **named: Any) -> None:
        if advisor:
            kept = {field: getattr(advisor, field) for field in ("name", "role", "language")}
            named["initial"] = {**kept, "teams": advisor.teams.all()}
        super().__init__(*arguments, **named)
        if advisor:
            del self.fields["email"]


class TeamForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=80, widget=forms.TextInput({"autocomplete": "off"}))
    is_private = forms.BooleanField(
        label=_("Private"),
        required=False,
        help_text=_("Only its members, leads and admins see its cases: for staff matters, health, the law."),
    )
