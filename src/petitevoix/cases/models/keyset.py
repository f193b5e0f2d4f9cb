"""Pages by key: the rest of a list behind one row, read from that row on."""

from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

Rows = TypeVar("Rows", bound=QuerySet[Model])


def behind(rows: Rows, column: str, value: Any, pk: int) -> Rows:
    """Give what comes behind a row in rows that are ordered by a column and their number.

    The first condition says nothing that the second does not: it is where an index begins to be read.
    """
    begun = rows.filter(**{f"{column}__gte": value})
    return begun.filter(Q(**{f"{column}__gt": value}) | Q(**{column: value, "pk__gt": pk}))
