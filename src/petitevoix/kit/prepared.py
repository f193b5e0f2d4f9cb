"""Prepared reads and inserts: statements whose SQL is worked out once. (The one file of the kit that knows Django.)

Building a statement costs Django several times what the database needs for it. What is done all day says its read once,
as a function from parameters to a queryset; the SQL is kept, and only the parameters are new.

    told = Prepared(lambda case: Message.objects.filter(case_id=case).values_list("id", "words"), int)
    told(42)    # a list of rows; of objects where the queryset names no values
"""

from collections.abc import Callable
from functools import cache, lru_cache, partial
from typing import Any, NamedTuple, TypeVar

from django.db import connection
from django.db.models import AutoField, BigAutoField, Field, Model, QuerySet

# What stands for the parameters while the SQL is worked out: values that no query of ours holds by itself.
_MARKS: dict[type, list[Any]] = {
    int: [910_000_000_000_001, 910_000_000_000_002, 910_000_000_000_003],
    str: ["\ue000 one", "\ue000 two", "\ue000 three"],
}


Row = TypeVar("Row", bound=Model)


def insert(row: Row) -> Row:
    """Insert a new row, as `save` does, and give it with its number. Raises IntegrityError."""
    sql, fields = _insertion(type(row))
    with connection.cursor() as cursor:
        cursor.execute(sql, [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields])
        ((row.pk,),) = cursor.fetchall()
    row._state.adding, row._state.db = False, connection.alias
    return row


@cache
def _insertion(model: type[Model]) -> tuple[str, list[Field]]:
    meta = model._meta
    fields = [field for field in meta.local_concrete_fields if not isinstance(field, AutoField | BigAutoField)]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join(["%s"] * len(fields))
    assert meta.pk
    return f'INSERT INTO "{meta.db_table}" ({columns}) VALUES ({places}) RETURNING "{meta.pk.column}"', fields  # noqa: S608


class _Worked(NamedTuple):
    made: Callable[[list], Any]  # what a row becomes
    sql: str
    places: list[tuple[bool, Any]]  # a parameter's number, or a value that is always the same
    converters: list[tuple[int, tuple[list[Callable], Any]]]


class Prepared:
    """A read with integers or strings as parameters; they decide no shape: no None, no list, no slice.

    Of related objects it reads none (no `select_related`).
    """

    def __init__(self, read: Callable[..., QuerySet], *kinds: type) -> None:
        self.read, self.kinds = read, kinds
        self._worked_out = lru_cache(maxsize=None)(self._work_out)

    def __call__(self, *parameters: Any) -> list[Any]:
        """Run the read with these parameters."""
        worked = self._worked_out(connection.vendor)
        with connection.cursor() as cursor:
            cursor.execute(worked.sql, [parameters[place] if is_ours else place for is_ours, place in worked.places])
            rows = [list(row) for row in cursor.fetchall()]
        for position, (converters, expression) in worked.converters:
            for converter in converters:
                for row in rows:
                    row[position] = converter(row[position], expression, connection)
        return [worked.made(row) for row in rows]

    def _work_out(self, vendor: str) -> _Worked:
        marks = [_MARKS[kind][number] for number, kind in enumerate(self.kinds)]
        found_by = self.read(*marks)
        compiler = found_by.query.get_compiler(connection=connection)
        sql, found = compiler.as_sql()
        places = [(True, marks.index(value)) if value in marks else (False, value) for value in found]
        if {place for is_ours, place in places if is_ours} != set(range(len(marks))):
            raise ValueError("A parameter of a prepared read does not stand in its SQL as it is.")
        converters = compiler.get_converters(column[0] for column in compiler.select)
        made: Callable[[list], Any] = list
        if not found_by.query.values_select and not found_by.query.annotations:
            names = [column[0].target.attname for column in compiler.select]
            made = partial(found_by.model.from_db, connection.alias, names)
        return _Worked(made, sql, places, list(converters.items()))
