"""Pages of a list by key: newest first, each beginning behind the last row of the one before."""

from typing import Protocol, TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest

from petitevoix.kit import ids

PAGE = 50


class Numbered(Protocol):
    @property
    def id(self) -> int: ...


Row = TypeVar("Row", bound=Numbered)


def behind(request: HttpRequest, rows: QuerySet, most: int = PAGE) -> QuerySet:
    """Cut the rows of the asked page, and one more, out of a list; `?before=` names the last row that was read."""
    before = ids.number(request.GET.get("before", ""))
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return rows.order_by("-pk")[: most + 1]


def turned(rows: list[Row], most: int = PAGE) -> tuple[list[Row], int | None]:
    """Part one page from the row behind it: the page, and the key its next page begins behind, or nothing."""
    if len(rows) <= most:
        return rows, None
    return rows[:most], rows[most - 1].id
