"""Prepared reads, changes and inserts: their SQL is worked out once. (`line` and `folded` know Django as well.)

Building a statement costs Django several times what the database needs for it. What is done all day says its read once,
as a function from parameters to a queryset; the SQL is kept, and only the parameters are new.

    told = Prepared(lambda case: Message.objects.filter(case_id=case).values_list("id", "words"), int)
    told(42)    # a list of rows; of objects where the queryset names no values

    count = Change(lambda case, step: (Case.objects.filter(pk=case), {"waiting": F("waiting") + step}), int, int)
    count(42, 1)    # how many rows were changed
"""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import AutoField, BigAutoField, Field, Model, QuerySet
from django.db.models.query import get_related_populators
from django.db.models.sql import UpdateQuery

from petitevoix.kit.line import changed, line, rows

# What stands for the parameters while the SQL is worked out: values that no query of ours holds by itself.
_MARKS: dict[type, list[Any]] = {
    int: [910_000_000_000_001, 910_000_000_000_002, 910_000_000_000_003, 910_000_000_000_004],
    str: ["\ue000 one", "\ue000 two", "\ue000 three", "\ue000 four"],
    datetime: [datetime(9001, 1, number, tzinfo=UTC) for number in (1, 2, 3, 4)],
}


Row = TypeVar("Row", bound=Model)


def insert(row: Row) -> Row:
    """Insert a new row, as `save` does, and give it with its number. Raises IntegrityError."""
    return insert_all([row])[0]


def insert_all(new: list[Row]) -> list[Row]:
    """Insert new rows of one kind with one statement, and give them with their numbers. Raises IntegrityError."""
    if not new:
        return new
    returning = f' RETURNING "{type(new[0])._meta.pk.column}"'  # type: ignore[union-attr]
    for row, (number,) in zip(new, _insert(new, returning), strict=True):
        row.pk, row._state.adding, row._state.db = number, False, connection.alias
    return new


def insert_unless_there(row: Model) -> bool:
    """Insert a new row unless one that is unique like it is there already; tell whether it was inserted."""
    return bool(_insert([row], " ON CONFLICT DO NOTHING RETURNING 1"))


def update(row: Model, fields: Sequence[str]) -> None:
    """Write these fields of a row that is there, as `save(update_fields=…)` does."""
    if not fields:
        return
    sql, written = _updating(type(row), tuple(fields))
    here = line()
    values = [field.get_db_prep_save(field.pre_save(row, False), here) for field in written]
    changed(here, sql, [*values, row.pk])


@lru_cache(maxsize=500)
def _updating(model: type[Model], names: tuple[str, ...]) -> tuple[str, list[Field]]:
    meta = model._meta
    written = [meta.get_field(name) for name in names]
    places = ", ".join(f'"{field.column}" = %s' for field in written)  # type: ignore[union-attr]
    return f'UPDATE "{meta.db_table}" SET {places} WHERE "{meta.pk.column}" = %s', written  # type: ignore  # noqa: S608


def _insert(new: Sequence[Model], behind: str) -> list[Any]:
    into, places, fields = _insertion(type(new[0]))
    here = line()
    values = [field.get_db_prep_save(field.pre_save(row, True), here) for row in new for field in fields]
    return rows(here, into + ", ".join([places] * len(new)) + behind, values)


@cache
def _insertion(model: type[Model]) -> tuple[str, str, list[Field]]:
    meta = model._meta
    fields = [field for field in meta.local_concrete_fields if not isinstance(field, AutoField | BigAutoField)]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join(["%s"] * len(fields))
    return f'INSERT INTO "{meta.db_table}" ({columns}) VALUES ', f"({places})", fields  # noqa: S608


class _Statement(NamedTuple):
    sql: str
    places: list[tuple[bool, Any]]  # a parameter's number, or a value that is always the same

    def values(self, parameters: Sequence[Any]) -> list[Any]:
        return [_kept(parameters[place]) if is_ours else place for is_ours, place in self.places]


class _Worked(NamedTuple):
    made: Callable[[list], Any]  # what a row becomes
    statement: "_Statement"
    converters: list[tuple[int, tuple[list[Callable], Any]]]


class Prepared:
    """A read with integers, strings or moments as parameters; they decide no shape: no None, no list, no slice."""

    def __init__(self, read: Callable[..., QuerySet], *kinds: type) -> None:
        self.read, self.kinds = read, kinds
        self._worked_out = lru_cache(maxsize=None)(self._work_out)

    def __call__(self, *parameters: Any) -> list[Any]:
        """Run the read with these parameters."""
        here = line()
        worked = self._worked_out(here.vendor)
        if worked is None:
            return []
        found = [list(row) for row in rows(here, worked.statement.sql, worked.statement.values(parameters))]
        for position, (converters, expression) in worked.converters:
            for converter in converters:
                for row in found:
                    row[position] = converter(row[position], expression, here)
        return [worked.made(row) for row in found]

    def _work_out(self, vendor: str) -> _Worked | None:
        marks = _marks(self.kinds)
        found_by = self.read(*marks)
        compiler = found_by.query.get_compiler(connection=connection)
        try:
            statement = _statement(compiler, marks)
        except EmptyResultSet:  # it asks for what cannot be, such as one of no values
            return None
        converters = compiler.get_converters(column[0] for column in compiler.select)
        made: Callable[[list], Any] = list
        if not found_by.query.values_select and not found_by.query.annotations:
            made = _objects(compiler)
        return _Worked(made, statement, list(converters.items()))


class Numbers:
    """How many rows several reads find, each counted no further than `most`, with one statement."""

    def __init__(self, reads: Callable[..., Sequence[QuerySet]], *kinds: type, most: int) -> None:
        self.reads, self.kinds, self.most = reads, kinds, most
        self._worked_out = lru_cache(maxsize=None)(self._work_out)

    def __call__(self, *parameters: Any) -> list[int]:
        """Count them with these parameters."""
        here = line()
        statement = self._worked_out(here.vendor)
        return list(rows(here, statement.sql, statement.values(parameters))[0])

    def _work_out(self, vendor: str) -> _Statement:
        marks, counts, places = _marks(self.kinds), [], []
        for number, read in enumerate(self.reads(*marks)):
            found = (read if read.query.values_select else read.values("pk")).order_by()[: self.most]
            sql, values = found.query.get_compiler(connection=connection).as_sql()
            counts.append(f"(SELECT COUNT(*) FROM ({sql}) counted_{number})")  # noqa: S608 (no value stands in it)
            places += values
        return _placed(f"SELECT {', '.join(counts)}", places, marks)


class _Done:
    """A statement that changes rows, worked out once, and says how many they were."""

    def __init__(self, said: Callable[..., Any], *kinds: type) -> None:
        self.said, self.kinds = said, kinds
        self._worked_out = lru_cache(maxsize=None)(self._work_out)

    def __call__(self, *parameters: Any) -> int:
        """Do it to the rows, and say how many they were."""
        here = line()
        statement = self._worked_out(here.vendor)
        return changed(here, statement.sql, statement.values(parameters))

    def _work_out(self, vendor: str) -> _Statement:
        marks = _marks(self.kinds)
        return _statement(self._query(*marks).get_compiler(connection=connection), marks)

    def _query(self, *marks: Any) -> Any:
        raise NotImplementedError


class Change(_Done):
    """An update, said as rows and values; its parameters are integers, strings or moments, one written may be None."""

    def _query(self, *marks: Any) -> Any:
        changes, values = self.said(*marks)
        query: Any = changes.query.chain(UpdateQuery)
        query.add_update_values(values)
        return query


def _objects(compiler: Any) -> Callable[[list], Model]:
    of, select = compiler.klass_info, compiler.select
    names = [select[place][0].target.attname for place in of["select_fields"]]
    related = get_related_populators(of, select, connection.alias)  # type: ignore[call-arg]  # stubs ahead

    def make(row: list) -> Model:
        made = of["model"].from_db(connection.alias, names, row[: len(names)])
        for populator in related:
            populator.populate(row, made)
        return made

    return make


def _marks(kinds: Sequence[type]) -> list[Any]:
    return [_MARKS[kind][number] for number, kind in enumerate(kinds)]


def _statement(compiler: Any, marks: list[Any]) -> _Statement:
    sql, found = compiler.as_sql()
    return _placed(sql, found, marks)


def _kept(value: Any) -> Any:
    """Give a parameter as the database keeps it."""
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value


def _placed(sql: str, found: Sequence[Any], marks: list[Any]) -> _Statement:
    marks = [_kept(mark) for mark in marks]
    places: list[tuple[bool, Any]] = []
    values = iter(found)

    def stand(match: re.Match) -> str:
        if match[0] == "%%":
            return "%%"
        value = next(values)
        if value in marks:
            places.append((True, marks.index(value)))
        elif type(value) is int:
            return str(value)
        elif isinstance(value, str) and _PLAIN.fullmatch(value):
            return f"'{value}'"
        else:
            places.append((False, value))
        return "%s"

    sql = re.sub("%[%s]", stand, sql)
    if {place for is_ours, place in places if is_ours} != set(range(len(marks))):
        raise ValueError("A parameter of a prepared statement does not stand in its SQL as it is.")
    return _Statement(sql, places)


# What is always the same and cannot be mistaken stands in the SQL itself: neither driver has to carry it each time, and
# PostgreSQL knows it when it plans once for all, so that it uses a partial index.
_PLAIN = re.compile(r"[a-z0-9_.]*")
