"""The form of a macro: what stands in it, what it asks for, and what that will do."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N

from petitevoix.cases.actions.macros import read_acts, said_of
from petitevoix.cases.actions.ready import filled
from petitevoix.cases.models import Case, Macro, Procedure
from petitevoix.cases.refusals import Refused
from petitevoix.kit import ids
from petitevoix.people.models import Advisor, Field, Person, Team
from petitevoix.web.workspace.wording import faults, turns, wishes

UNTIL = [("hours", N("three hours of work")), ("tomorrow", N("tomorrow")), ("monday", N("Monday"))]
EXAMPLE = "Camille Martin"


def choices(reader: Advisor) -> dict[str, Any]:
    """Give what can be chosen in the form."""
    resting = [Advisor.Role.MAKER, Advisor.Role.KEEPER]
    return {
        "colleagues": Advisor.objects.active().exclude(role__in=resting).values_list("pk", "name"),
        "seen_teams": Team.objects.visible_to(reader).values_list("pk", "name"),
        "turns": turns(),
        "wishes": wishes(),
        "faults": faults(),
        "until": [(key, _(said)) for key, said in UNTIL],
        "fields": [(one.key, one.label) for one in Field.objects.of(Field.Target.CASE)],
        "procedures": Procedure.objects.in_use().visible_to(reader).values_list("pk", "name"),
    }


def filled_in(macro: Macro | None) -> dict[str, str]:
    """Give what the form of a macro holds."""
    if macro is None:
        return {}
    acts = macro.acts
    hand, tag, field = acts.get("hand", {}), acts.get("tag", {}), acts.get("field", {})
    said = {True: "yes", False: "no"}
    held = {
        "name_fr": macro.name_fr, "name_en": macro.name_en, "fr": macro.fr, "en": macro.en,
        "for": f"team-{macro.team_id}" if macro.audience == "team" else macro.audience,
        "to": hand.get("to", ""), "team": hand.get("team", ""),
        "add": ", ".join(tag.get("add", ())), "remove": ", ".join(tag.get("remove", ())),
        "state": acts.get("turn", {}).get("state", ""), "wish": acts.get("wish", {}).get("wish", ""),
        "until": acts.get("snooze", {}).get("until", ""), "days": acts.get("snooze", {}).get("days", ""),
        "whose": acts.get("fault", {}).get("whose", ""), "note": acts.get("note", {}).get("words", ""),
        "field": field.get("key", ""), "procedure": acts.get("checklist", {}).get("procedure", ""),
        "value": said[field["value"]] if isinstance(field.get("value"), bool) else field.get("value", ""),
    }  # fmt: skip
    return {name: str(value) for name, value in held.items()}


def given(typed: Mapping[str, str], teams: Mapping[str, Team]) -> dict[str, Any]:
    """Read what a form asks to be kept."""
    audience, _dash, number = typed.get("for", "me").partition("-")
    words = {name: typed.get(name, "") for name in ("name_fr", "name_en", "fr", "en")}
    return {**words, "audience": audience, "team": teams.get(number), "acts": acts_in(typed)}


def acts_in(typed: Mapping[str, str]) -> dict[str, Any]:
    """Read the acts of a form, as they were typed."""
    names = {side: [one.strip() for one in typed.get(side, "").split(",") if one.strip()] for side in ("add", "remove")}
    return {
        "hand": {"to": "me" if typed.get("to") == "me" else _number(typed, "to"), "team": _number(typed, "team")},
        "tag": names,
        "field": {"key": typed.get("field", ""), "value": typed.get("value", "")},
        "wish": {"wish": typed.get("wish", "")},
        "fault": {"whose": typed.get("whose", "")},
        "checklist": {"procedure": _number(typed, "procedure")},
        "note": {"words": typed.get("note", "")},
        "turn": {"state": typed.get("state", "")},
        "snooze": {"until": typed.get("until", ""), "days": _number(typed, "days")},
    }


def said_by(typed: Mapping[str, str], by: Advisor) -> dict[str, Any]:
    """Say what a macro as typed will do and put into a reply, for somebody as an example; or why it cannot."""
    example = Case(person=Person(name=EXAMPLE), team=by.teams.first(), reference="PV-7K3F9Q")
    texts = [(filled(typed.get(key, "").strip(), example, by, key), key) for key in ("fr", "en")]
    known: dict[str, Any] = {"texts": [one for one in texts if one[0]], "example": EXAMPLE}
    try:
        return known | {"says": said_of(read_acts(acts_in(typed), by=by), by=by), "cannot": ""}
    except Refused as refusal:
        return known | {"says": [], "cannot": str(refusal)}


def _number(typed: Mapping[str, str], name: str) -> int | None:
    return ids.number(typed.get(name, "").strip())
