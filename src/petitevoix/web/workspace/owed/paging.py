"""Pages of a register by key: each begins behind the last row of the one before."""

from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse

from petitevoix.web.shared.htmx import blocks, page

PAGE, MOST = 50, 300
_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


def behind(request: HttpRequest) -> tuple[datetime, int] | None:
    """Give the moment and the number behind which the asked page begins; None for the first."""
    head, _dot, number = request.GET.get("after", "").partition(".")
    if not (head.isdecimal() and number.isdecimal()) or len(head) + len(number) > 40:
        return None
    try:
        return _EPOCH + timedelta(microseconds=int(head)), int(number)
    except OverflowError:
        return None


def cursor(at: datetime, pk: int) -> str:
    """Name the place behind a row."""
    return f"{(at - _EPOCH) // timedelta(microseconds=1)}.{pk}"


def wanted(request: HttpRequest) -> int:
    """Say how many rows are asked for: a page, or as many as an open one shows already."""
    rows = request.GET.get("rows", "")
    return min(max(int(rows), PAGE), MOST) if rows.isdecimal() and len(rows) < 4 else PAGE


def draw(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    """Draw a register, or the rows that an open page of it wants again."""
    target = request.headers.get("HX-Target", "")
    if target == "rows":
        return blocks(request, template, "rows", "counters", **context)
    if target == "more":
        return blocks(request, template, "rows", is_more=True, **context)
    return page(request, template, **context)
