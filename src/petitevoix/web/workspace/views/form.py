"""The form of a view: each condition with what may be chosen for it."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.http import QueryDict
from django.utils.translation import gettext as _

from petitevoix.cases.conditions import CONDITIONS
from petitevoix.cases.models import Tag
from petitevoix.people.models import Advisor, Team
from petitevoix.web.workspace.wording import CHANNELS, STATES, faults, wishes


class Field(NamedTuple):
    key: str
    label: str
    kind: str
    unit: str
    choices: list[tuple[str, str]]
    given: Any  # a list for several, else what stands in the field


def fields(given: dict[str, Any], reader: Advisor) -> list[Field]:
    """Give each condition as it stands in the form."""
    return [
        Field(
            one.key, _(one.label), one.kind, _(one.unit) if one.unit else "",
            [(str(value), name) for value, name in _choices(one.key, reader)] if one.kind == "several" else [],
            given.get(one.key, [] if one.kind == "several" else ""),
        )
        for one in CONDITIONS.values()
    ]  # fmt: skip


def given_in(sent: QueryDict) -> dict[str, Any]:
    """Take the conditions out of a form as it was sent."""
    return {
        key: sent.getlist(key) if one.kind == "several" else sent.get(key, "")
        for key, one in CONDITIONS.items()
        if key in sent
    }


def _choices(key: str, reader: Advisor) -> Iterable[tuple[Any, str]]:
    match key:
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
    raise LookupError(f"Nothing is to be chosen for the condition {key}.")
