"""The hours of a team, as they are written: "9-12:30, 14-18"."""

import re
from datetime import date
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petitevoix.hours.week import MOST_CLOSED, Hours, Span, agreed_hours, read_spans, say_spans
from petitevoix.people.actions import MOST_HOURS
from petitevoix.people.models import Team
from petitevoix.people.models.advisor import hours_of

DAYS = [
    gettext_lazy("Monday"), gettext_lazy("Tuesday"), gettext_lazy("Wednesday"), gettext_lazy("Thursday"),
    gettext_lazy("Friday"), gettext_lazy("Saturday"), gettext_lazy("Sunday"),
]  # fmt: skip


class Spans(forms.CharField):
    def clean(self, value: Any) -> tuple[Span, ...]:
        try:
            return read_spans(super().clean(value))
        except ValueError:
            raise forms.ValidationError(_("Write hours like 9-12:30, 14-18; leave it empty for a day off.")) from None


class HoursForm(forms.Form):
    zone = forms.CharField(
        label=gettext_lazy("Time zone"), max_length=60, widget=forms.TextInput({"list": "zones", "autocomplete": "off"})
    )

    def __init__(self, given: Any, *, team: Team) -> None:
        hours = hours_of(team)
        super().__init__(given, initial={"zone": hours.zone.key})
        for number, (name, spans) in enumerate(zip(DAYS, hours.days, strict=True)):
            widget = forms.TextInput({"autocomplete": "off"})
            self.fields[f"day{number}"] = Spans(
                label=name, required=False, max_length=60, initial=say_spans(spans), widget=widget
            )
        self.fields["keeps_holidays"] = forms.BooleanField(
            label=_("Closed on the public holidays of France"), required=False, initial=hours.keeps_holidays
        )
        self.fields["closed"] = forms.CharField(
            label=_("Closed besides on these days"),
            required=False,
            max_length=4000,
            initial="\n".join(sorted(day.isoformat() for day in hours.closed)),
            widget=forms.Textarea({"rows": 3}),
            help_text=_("One day a line, as in 2026-12-24."),
        )
        self.fields["returns_after_hours"] = forms.IntegerField(
            label=_("A case comes back to the team after"),
            min_value=1,
            max_value=MOST_HOURS,
            initial=team.returns_after_hours,
            help_text=_(
                "Working hours in which it waits on us and its owner gives no sign. No case hangs on one person."
            ),
        )

    def clean_zone(self) -> str:
        zone: str = self.cleaned_data["zone"].strip()
        if zone not in available_timezones():
            raise forms.ValidationError(_("We know no time zone “%(zone)s”.") % {"zone": zone})
        return zone

    def clean_closed(self) -> list[date]:
        try:
            days = [date.fromisoformat(day) for day in re.split(r"[\s,;]+", self.cleaned_data["closed"]) if day]
        except ValueError:
            raise forms.ValidationError(_("Write each day like 2026-12-24.")) from None
        if len(days) > MOST_CLOSED:
            raise forms.ValidationError(_("That is a great many days; write those of a year."))
        return days

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if not self.errors and not any(given[f"day{number}"] for number in range(7)):
            raise forms.ValidationError(_("A team works on one day at least."))
        return given

    def hours(self) -> Hours:
        """Give the hours that were written; the form is valid."""
        given = self.cleaned_data
        return agreed_hours(
            zone=given["zone"],
            days=[given[f"day{number}"] for number in range(7)],
            closed=given["closed"],
            keeps_holidays=given["keeps_holidays"],
        )
