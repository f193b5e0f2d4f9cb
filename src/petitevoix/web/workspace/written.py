"""Custom fields on a page: shown with what stands in them, and read from what a form brings back."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from babel.dates import format_date
from babel.numbers import format_decimal
from django.http import QueryDict
from django.utils.translation import gettext as _

from petitevoix.people.models import Field
from petitevoix.web.shared.language import page_language
from petitevoix.web.shared.remembering import remembered

PREFIX = "field-"


class Written(NamedTuple):
    """One field: what is shown of it, and what its form holds."""

    key: str
    label: str
    kind: str
    shown: str  # "" where nothing is written
    typed: str
    choices: list[tuple[str, str]]

    @property
    def name(self) -> str:
        return f"{PREFIX}{self.key}"

    @property
    def input(self) -> str:
        """The type of its input; a link is typed as text, so that our sentence answers and not the browser's."""
        return "date" if self.kind == Field.Kind.DATE else "text"


def all_fields(target: str) -> list[Field]:
    """Read the fields of one noun that are in use, once for all requests of some seconds."""
    return remembered(f"fields-{target}", lambda: list(Field.objects.of(target)))


def written(fields: Iterable[Field], values: Mapping[str, Any], given: QueryDict | None = None) -> list[Written]:
    """Make rows of fields and their values; `given` is what was typed and not kept."""
    return [_row(field, values.get(field.key), given) for field in fields]


def given_in(form: QueryDict, fields: Iterable[Field]) -> dict[str, Any]:
    """Read what a form says of the fields it shows."""
    names = {field.key: f"{PREFIX}{field.key}" for field in fields}
    return {key: form[name] for key, name in names.items() if name in form}


def what_changed(target: str, facts: Mapping[str, Any]) -> str:
    """Say which fields of a noun an event such as `case.described` wrote, by their labels of today."""
    fields = {field.key: field for field in all_fields(target)}
    named = []
    for key, value in (facts.get("after") or {}).items():
        field = fields.get(key)
        shown = _shown(field.kind, value) if field else ""
        named.append(f"{field.label if field else key} ({shown})" if shown else field.label if field else key)
    return ", ".join(named)


def choices_of(field: Field) -> list[tuple[str, str]]:
    """Give what may be chosen for a field, each value with its words; nothing where one writes."""
    if field.kind == Field.Kind.YES_NO:
        return [("yes", _("yes")), ("no", _("no"))]
    return [(word, word) for word in field.choices]


def _row(field: Field, value: Any, given: QueryDict | None) -> Written:
    typed = "" if value is None else {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
    if given is not None:
        typed = given.get(f"{PREFIX}{field.key}", typed)
    choices = choices_of(field)
    if field.kind == Field.Kind.CHOICE and typed and typed not in field.choices:
        choices.append((typed, typed))  # chosen when it could be; the next time it is kept, it must be another
    return Written(field.key, field.label, field.kind, _shown(field.kind, value), typed, choices)


def _shown(kind: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if kind == Field.Kind.DATE:
        return format_date(date.fromisoformat(value), "long", page_language())
    return format_decimal(value, locale=page_language()) if isinstance(value, int | float) else str(value)
