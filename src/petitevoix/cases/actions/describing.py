"""What a house writes down of its cases besides: their custom fields."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from petitevoix.cases.access import must_answer
from petitevoix.cases.models import Case
from petitevoix.journal.record import record
from petitevoix.people.describing import difference
from petitevoix.people.models import Advisor, Field
from petitevoix.people.models.field import read_all


def fields_of(case: Case, fields: Iterable[Field] | None = None) -> list[Field]:
    """Give the custom fields a case is asked for: those of all cases, and those of its team."""
    known = Field.objects.of(Field.Target.CASE) if fields is None else fields
    return [field for field in known if field.team_id in {None, case.team_id}]


def describe(case: Case, *, by: Advisor, values: dict[str, Any]) -> Case:
    """Write custom fields of a case; None takes one away, what is not given stays. Raises Refused, WrongValue."""
    must_answer(by)
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        before, after = case.fields, read_all(fields_of(case), case.fields, values)
        if before != after:
            with case.changing():
                case.fields = after
            record("case.described", case, by=by, team=case.team_id, **difference(before, after))
    return case
