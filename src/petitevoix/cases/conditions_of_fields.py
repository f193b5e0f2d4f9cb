"""Conditions on custom fields: what a house writes down of a case, of its person or of their organisation."""

from collections.abc import Container
from functools import partial
from typing import Any

from django.db import connection
from django.db.models import JSONField, Q
from django.db.models.fields.json import KeyTextTransform, KeyTransform, KeyTransformExact

from petitevoix.cases.condition import Condition
from petitevoix.kit.folded import holds
from petitevoix.people.models import Advisor, Field, Team
from petitevoix.people.refusals import WrongValue

_PATHS = {
    Field.Target.CASE: "fields",
    Field.Target.PERSON: "person__fields",
    Field.Target.ORGANISATION: "person__organisation__fields",
}
_KINDS = {Field.Kind.CHOICE: "several", Field.Kind.YES_NO: "several"}


def conditions_of_fields(reader: Advisor, asked: Container[str] = ()) -> list[Condition]:
    """Give a condition for each field in use, or archived and still asked for; none of a hidden team."""
    known = set(Team.objects.visible_to(reader).values_list("pk", flat=True))
    found = [(one, of_field(one)) for one in Field.objects.all() if one.team_id in known | {None}]
    return [condition for field, condition in found if not field.is_archived or condition.key in asked]


def field_condition(key: str) -> Condition | None:
    """Find the condition that `case.KEY`, `person.KEY` or `organisation.KEY` names; one on an archived field too."""
    target, dot, name = key.partition(".")
    field = Field.objects.filter(target=target, key=name).first() if dot else None
    return of_field(field) if field else None


def of_field(field: Field) -> Condition:
    """Make the condition on one field."""
    kind = _KINDS.get(Field.Kind(field.kind), "words")
    return Condition(f"{field.target}.{field.key}", field.label, kind, partial(_asks, field), field=field)


def _asks(field: Field, value: Any, reader: Advisor) -> Q:
    path = _PATHS[Field.Target(field.target)]
    if field.kind in {Field.Kind.TEXT, Field.Kind.LINK}:
        return holds(KeyTextTransform(field.key, path), value)
    asked = Q(pk__in=[])
    for one in value if isinstance(value, list) else [value]:
        try:
            asked |= _is(field.key, path, field.read(one))
        except WrongValue:  # a word that was once among its choices is still written in some
            asked |= _is(field.key, path, one)
    return asked


def _is(key: str, path: str, value: str | float | bool | None) -> Q:
    if connection.vendor == "postgresql" and path == "fields":
        return Q(**{f"{path}__contains": {key: value}})  # which its GIN index answers
    return Q(KeyTransformExact(_value(key, path), value))


def _value(key: str, path: str) -> KeyTransform:
    # By the transform itself: in a look-up a key such as `contains` would be taken for one.
    return KeyTransform(key, path, output_field=JSONField())
