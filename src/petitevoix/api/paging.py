"""Paging by where one stands, never by counting: rows that arrive meanwhile shift nothing."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from django.db.models import QuerySet
from ninja import Query
from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

CURSOR = r"^(([0-7][0-9a-f]{15}){2})?$"  # two positive 64-bit numbers: a moment and an id
LARGEST = 2**63 - 1
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST = datetime(9999, 12, 31, tzinfo=UTC)


def in_digits(written: Any) -> Any:
    """Take a number only as plain digits (not "１２", "1_000", "+1" or "1.0"), and no longer than 64 bits are."""
    if isinstance(written, str) and not (written.isascii() and written.isdigit() and len(written) <= 19):
        raise PydanticCustomError("digits", "Write a whole number in digits")
    return written


Digits = Annotated[int, BeforeValidator(in_digits)]
After = Annotated[str, Query(pattern=CURSOR, description="The `next` of the page before.")]
LIMIT = Query(50, ge=1, le=200, description="How many at most.")


def page(rows: QuerySet, limit: int, cursor: Callable[[Any], str]) -> tuple[Sequence[Any], str | None]:
    """Read one page of ordered rows, and the cursor behind its last one (None at the end)."""
    found = list(rows[: limit + 1])
    return found[:limit], cursor(found[limit - 1]) if len(found) > limit else None


def cursor_of(pk: int, at: datetime | None = None) -> str:
    """Write down a place in a list."""
    moment = (at - _EPOCH) // timedelta(microseconds=1) if at else 0
    return f"{max(moment, 0):016x}{pk:016x}"


def place(cursor: str) -> tuple[datetime, int]:
    """Read a place; any cursor of the right form is one."""
    moment, pk = int(cursor[:16], 16), int(cursor[16:], 16)
    try:
        return _EPOCH + timedelta(microseconds=moment), pk
    except OverflowError:
        return _LATEST, pk
