"""The line to the database, asked the short way: what is read to its end at once shares one cursor.

Django makes a cursor for each statement, and a wrapper around it, which costs about as much as a small read itself.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections

Told = TypeVar("Told")
_KEPT = "_kept_cursor"  # beside the connection it was made on, which may have been lost since


def line() -> Any:
    """Give the connection itself: what stands for it looks it up anew each time it is asked for anything."""
    return connections[DEFAULT_DB_ALIAS]


def rows(of: Any, sql: str, values: Sequence[Any]) -> list[Any]:
    """Run a statement on a line and give its rows. Raises the errors that Django knows."""
    return _run(of, sql, values, lambda cursor: list(cursor.fetchall()))


def changed(of: Any, sql: str, values: Sequence[Any]) -> int:
    """Run a statement on a line and say how many rows it changed. Raises the errors that Django knows."""
    return _run(of, sql, values, lambda cursor: int(cursor.rowcount))


def _run(of: Any, sql: str, values: Sequence[Any], tells: Callable[[Any], Told]) -> Told:
    if of.queries_logged or of.execute_wrappers:
        with of.cursor() as cursor:
            cursor.execute(sql, values)
            return tells(cursor)
    cursor = _cursor(of)
    with of.wrap_database_errors:
        cursor.execute(sql, values)
        return tells(cursor)


def _cursor(of: Any) -> Any:
    of.close_if_health_check_failed()
    of.ensure_connection()
    of.validate_no_broken_transaction()
    kept = of.__dict__.get(_KEPT)
    if kept is None or kept[0] is not of.connection:
        of.validate_thread_sharing()
        kept = of.__dict__[_KEPT] = (of.connection, of.create_cursor())
    return kept[1]
