"""What was drawn, copied by the database: a house of a million cases in minutes."""

from typing import Any


def copied(model: Any, where: str, changed: dict[str, str]) -> None:
    """Copy rows, each column as it is but those `changed`, given as SQL; a number of its own unless that is given."""
    from django.db import connection

    columns = [
        field.column for field in model._meta.concrete_fields if not field.primary_key or field.column in changed
    ]
    values = ", ".join(changed.get(column, f'"{column}"') for column in columns)
    into = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {model._meta.db_table} ({into}) SELECT {values} FROM {model._meta.db_table} {where}"
        )


def moved(column: str, seconds: float) -> str:
    """Give a moment so many seconds later, as SQL."""
    from django.db import connection

    if connection.vendor == "postgresql":
        return f"{column} + interval '{seconds} seconds'"
    return f"strftime('%Y-%m-%d %H:%M:%f000', {column}, '+{seconds} seconds')"
