"""What is written and chosen on the page of a case."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, cast

from babel.dates import format_date
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petitevoix.cases.actions.addressing import as_written
from petitevoix.cases.actions.asking import Mark
from petitevoix.cases.actions.closing import set_state, watch
from petitevoix.cases.actions.drafting import keep_draft
from petitevoix.cases.actions.replying import reply, say_not_yet
from petitevoix.cases.actions.snoozing import until_of
from petitevoix.cases.models import Case, Draft, Message
from petitevoix.cases.refusals import Refused
from petitevoix.hours.week import Hours
from petitevoix.kit import clock, words
from petitevoix.kit.text import in_words
from petitevoix.people.models import Advisor, Team
from petitevoix.web.shared.language import page_language

RESTS = [Case.State.PENDING, Case.State.OPEN, Case.State.HELD]


class Words(forms.CharField):
    """Words as they were typed, with the line ends of a text: browsers send those of a telegram."""

    def __init__(self) -> None:
        super().__init__(required=False, strip=False)

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n")


class ReplyForm(forms.Form):
    words = Words()
    seen = forms.IntegerField(required=False, min_value=0)
    then = forms.ChoiceField(required=False, choices=[(state, state) for state in RESTS])
    news = forms.ChoiceField(required=False)
    news_date = forms.DateField(required=False)
    ask = forms.ModelChoiceField(Advisor.objects.active(), required=False)
    also = forms.CharField(required=False, max_length=2000)
    bcc = forms.CharField(required=False, max_length=2000)
    sign = forms.ChoiceField(required=False, choices=Advisor.Signs.choices)
    leave = forms.ChoiceField(required=False, choices=[(key, key) for key in ("tomorrow", "monday", "at")])
    leave_at = forms.DateTimeField(required=False)

    def __init__(self, *arguments: Any, case: Case, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.case = case
        news = self.fields["news"]
        assert isinstance(news, forms.ChoiceField)
        news.choices = [(key, key) for key in ("", "tomorrow", "friday", "date")]

    def send(self, *, by: Advisor) -> Message:
        """Send the reply, or say honestly that we do not know yet. Raises Refused and Unseen."""
        given = self.cleaned_data
        how = {
            "words": given["words"],
            "seen": given.get("seen"),
            "draft": Draft.objects.of(self.case, by).get(Draft.Mode.REPLY),
            "marks": marks_in(self.data),
            "confirmed": confirmed_in(self.data),
            "leaves_at": self._leaves_at(),
            "sign": given.get("sign", ""),
            **readers_in(cast(QueryDict, self.data)),
        }
        news = given.get("news")
        if news_on := news and news_at(news, given.get("news_date"), self.case.hours):
            return say_not_yet(self.case, by=by, news_on=news_on, ask=given.get("ask"), **how)
        then = given.get("then") or Case.State.PENDING
        return reply(self.case, by=by, then=then, **how)

    def _leaves_at(self) -> datetime | None:
        choice, at = self.cleaned_data.get("leave"), self.cleaned_data.get("leave_at")
        if choice == "at" and at is None:
            raise Refused(_("Say when it leaves."))
        return at if choice == "at" else until_of(choice, hours=self.case.hours) if choice else None


class LaterForm(forms.Form):
    by = forms.ChoiceField(choices=[(key, key) for key in ("tomorrow", "friday", "date")])
    day = forms.DateField(required=False)
    seen = forms.IntegerField(required=False, min_value=0)


class NoteForm(forms.Form):
    words = Words()


class DraftForm(forms.Form):
    mode = forms.ChoiceField(choices=Draft.Mode.choices)
    words = Words()
    known = forms.CharField(required=False)
    leaving = forms.BooleanField(required=False)  # the window goes away: nobody is there to be asked
    also = forms.CharField(required=False, max_length=2000)
    bcc = forms.CharField(required=False, max_length=2000)

    def clean_known(self) -> datetime | None:
        try:
            return datetime.fromisoformat(self.cleaned_data["known"])
        except ValueError:
            return None

    def keep(self, case: Case, *, by: Advisor) -> Draft:
        """Keep what was written, and whom it goes to where the form says so. Raises Elsewhere and Refused."""
        data, given = cast(QueryDict, self.data), dict(self.cleaned_data)
        also, bcc = given.pop("also"), given.pop("bcc")
        readers = as_written(case, data.getlist("cc"), also, bcc) if "readers" in data else None
        return keep_draft(case, by=by, readers=readers, **given)


class AssignmentForm(forms.Form):
    advisor = forms.ModelChoiceField(Advisor.objects.active(), required=False)
    team = forms.ModelChoiceField(Team.objects.all(), required=False)
    word = forms.CharField(required=False, max_length=2000)
    summary = Words()


def turn(case: Case, given: Mapping[str, Any], *, by: Advisor) -> None:
    """Say whose turn it is; an observation takes its `plan` and its end, `until`. Raises Refused."""
    state = given.get("state", "")
    if state != Case.State.WATCHED:
        set_state(case, state, by=by)
        return
    until = end_of(given.get("until", ""))
    if until is None:
        raise Refused(_("Say until which day we keep an eye on it; the person is called then."))
    watch(case, by=by, plan=given.get("plan", ""), until=until)


class ClosureForm(forms.Form):
    what_it_was = forms.CharField(required=False, max_length=5000, label=gettext_lazy("What it was"))
    what_was_done = forms.CharField(required=False, max_length=5000, label=gettext_lazy("What was done"))
    how_to_avoid = forms.CharField(
        required=False, max_length=5000, label=gettext_lazy("How to avoid it, or do it oneself")
    )
    whose_fault = forms.ChoiceField(required=False, choices=[("", ""), *Case.Fault.choices])
    acknowledgment = forms.CharField(required=False, max_length=5000, label=gettext_lazy("What we say of our fault"))
    repair = forms.CharField(required=False, max_length=5000, label=gettext_lazy("How we repair it"))
    what_changes = forms.CharField(required=False, max_length=5000, label=gettext_lazy("What changes from now on"))
    seen = forms.IntegerField(required=False, min_value=0)


def addresses_in(typed: str) -> list[str]:
    """Read addresses as people type them one behind the other."""
    return [one for one in re.split(r"[\s,;]+", typed) if one]


def readers_in(given: QueryDict) -> dict[str, list[str]]:
    """Read who receives a letter besides its person; only a form that says who takes part can take somebody off."""
    bcc = addresses_in(given.get("bcc", ""))
    if "readers" not in given:
        return {"bcc": bcc}
    return {"cc": [*given.getlist("cc"), *addresses_in(given.get("also", ""))], "bcc": bcc}


def marks_in(given: Mapping[str, Any]) -> list[Mark]:
    """Read how each question leaves: `mark-7`, with `due-7` (a day) or `reason-7`; `promised 2026-11-27` is both."""
    marks = []
    for name, value in given.items():
        number = name.removeprefix("mark-")
        mark, _space, day = value.partition(" ")
        if name == number or not number.isdecimal() or mark not in {"answered", "promised", "declined"}:
            continue
        due = end_of(day or given.get(f"due-{number}", "")) if mark == "promised" else None
        marks.append(Mark(int(number), mark, due, given.get(f"reason-{number}", "").strip()))
    return marks


def confirmed_in(given: Mapping[str, Any]) -> dict[str, str]:
    """Read which findings are bypassed, each with its reason: `because-placeholder`; without a reason, none is."""
    reasons = {
        name.removeprefix("because-"): in_words(why) for name, why in given.items() if name.startswith("because-")
    }
    return {code: why for code, why in reasons.items() if why}


def end_of(day: str) -> datetime | None:
    """Give the hour until which a day counts: six in the evening; None for what is no day."""
    try:
        return datetime.combine(date.fromisoformat(day), time(18), words.zone())
    except ValueError:
        return None


def news_presets(hours: Hours) -> list[tuple[str, str]]:
    """Dates for news that can be kept: the next working day at noon, Friday at six; each with its words."""
    spoken = page_language()
    return _presets(clock.now().astimezone(words.zone()).date(), spoken, hours)


@lru_cache(maxsize=64)
def _presets(today: date, spoken: str, hours: Hours) -> list[tuple[str, str]]:
    found = {key: news_at(key, None, hours) for key in ("tomorrow", "friday")}
    return [(key, words.moment(at, spoken)) for key, at in found.items() if at]


def due_presets(hours: Hours) -> list[tuple[str, str]]:
    """Days that an answer is promised for in one gesture: the next working day, and Friday; each with its name."""
    return _days(clock.now().astimezone(words.zone()).date(), page_language(), hours)


@lru_cache(maxsize=64)
def _days(today: date, spoken: str, hours: Hours) -> list[tuple[str, str]]:
    found = [at.date() for key in ("tomorrow", "friday") if (at := news_at(key, None, hours))]
    return [(day.isoformat(), _day_name(day, today, spoken)) for day in dict.fromkeys(found)]


def _day_name(day: date, today: date, spoken: str) -> str:
    if day - today == timedelta(days=1):
        return _("tomorrow")
    near = day - today < timedelta(days=7)
    return str(format_date(day, "EEEE" if near else "EEEE d MMMM", locale="fr" if spoken == "fr" else "en_GB"))


def news_at(choice: str, chosen: date | None, hours: Hours) -> datetime | None:
    """Say when a chosen date for news is; None where none was chosen. Raises nothing: a missing date is no choice."""
    today = clock.now().astimezone(hours.zone)
    if choice == "tomorrow":
        day = today + timedelta(days=1)
        while not hours.is_working(day.date()):
            day += timedelta(days=1)
        return datetime.combine(day.date(), time(12), hours.zone)
    if choice == "friday":
        day = today + timedelta(days=(4 - today.weekday()) % 7 or 7)
        return hours.ends(day.date())
    if choice == "date" and chosen:
        return hours.ends(chosen)
    return None


def refusal_of(form: forms.Form) -> str:
    """Say what is wrong with a form in one sentence."""
    errors = [error for sentences in form.errors.values() for error in sentences]
    return str(errors[0]) if errors else _("Something is missing.")
