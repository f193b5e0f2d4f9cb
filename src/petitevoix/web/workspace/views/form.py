"""The form of a view: each condition with what may be chosen for it."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from petitevoix.cases.condition import Condition
from petitevoix.cases.conditions import CONDITIONS, condition_named
from petitevoix.cases.conditions_of_fields import conditions_of_fields
from petitevoix.cases.models import Tag
from petitevoix.kit import ids
from petitevoix.people.models import Advisor, Team
from petitevoix.web.workspace.wording import CHANNELS, STATES, faults, wishes
from petitevoix.web.workspace.written import choices_of


class Field(NamedTuple):
    key: str
    label: str
    kind: str
    unit: str
    choices: list[tuple[str, str]]
    given: Any  # a list for several, else what stands in the field


def fields(given: dict[str, Any], reader: Advisor) -> list[Field]:
    """Give each condition as it stands in the form, those on custom fields last."""
    ours = [_field(one, _(one.label), given, reader) for one in CONDITIONS.values()]
    return ours + [_field(one, one.label, given, reader) for one in conditions_of_fields(reader, asked=given)]


def _field(one: Condition, label: str, given: dict[str, Any], reader: Advisor) -> Field:
    is_several = one.kind == "several"
    asked = given.get(one.key, [] if is_several else "")
    choices = [(str(value), name) for value, name in _choices(one, reader)] if is_several else []
    if is_several:
        # What a view asks for stays in its form though it is offered no longer: else keeping the view would widen it.
        choices += [(value, _called(one.key, value, reader)) for value in asked if value not in dict(choices)]
    unit = _(one.unit) if one.unit else ""
    return Field(one.key, label, one.kind, unit, choices, asked)


def _called(key: str, value: str, reader: Advisor) -> str:
    """Name what was once to be chosen: a tag that was merged or dropped, a colleague who left."""
    nouns: dict[str, QuerySet[Any]] = {
        "tag": Tag.objects.all(), "without_tag": Tag.objects.all(), "advisor": Advisor.objects.all(),
        "team": Team.objects.visible_to(reader),
    }  # fmt: skip
    found = nouns[key].filter(pk=ids.number(value) or 0).first() if key in nouns else None
    return found.name if found else value


def given_in(sent: QueryDict) -> dict[str, Any]:
    """Take the conditions out of a form as it was sent."""
    known = {key: condition_named(key) for key in sent if key in CONDITIONS or "." in key}
    return {key: sent.getlist(key) if one.kind == "several" else sent.get(key, "") for key, one in known.items() if one}


def _choices(condition: Condition, reader: Advisor) -> Iterable[tuple[Any, str]]:
    if condition.field:
        return choices_of(condition.field)
    match condition.key:
        case "state":
            return [(value, _(name)) for value, name in STATES.items()]
        case "team":
            teams = Team.objects.visible_to(reader).values_list("pk", "name")
            return [("mine", _("my teams")), ("none", _("no team")), *teams]
        case "advisor":
            colleagues = Advisor.objects.active().exclude(pk=reader.pk).values_list("pk", "name")
            return [("me", _("me")), ("none", _("nobody yet")), *colleagues]
        case "tag" | "without_tag":
            return Tag.objects.in_use().values_list("pk", "name")
        case "channel":
            return [(value, _(name)) for value, name in CHANNELS.items() if value not in {"page", "note"}]
        case "language":
            return [("fr", _("French")), ("en", _("English"))]
        case "wish":
            return wishes()
        case "fault":
            return faults()
    raise LookupError(f"Nothing is to be chosen for the condition {condition.key}.")
