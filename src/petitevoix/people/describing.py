"""Custom fields: which there are, and what is written in them of persons and organisations."""

from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from petitevoix.journal.record import record
from petitevoix.kit.text import one_line, storable
from petitevoix.people.models import Advisor, Field, Organisation, Person, Team
from petitevoix.people.models.field import KEY, LONGEST_CHOICE, read_all
from petitevoix.people.refusals import Unchanged

MOST_FIELDS = 60
MOST_CHOICES = 60


def add_field(*, by: Advisor, target: str, key: str, kind: str, **words: Any) -> Field:
    """Have something more written down of each case, person or organisation. `words` as for `change_field`.

    Raises Unchanged: no right to, no label, a key that is none or is taken, a kind that is none.
    """
    _must_run_the_house(by)
    if target not in Field.Target.values or kind not in Field.Kind.values:
        raise Unchanged(_("Say what it is written of, and of which kind it is."))
    if not KEY.fullmatch(key):
        raise Unchanged(_("The key is small letters, digits and underscores, and begins with a letter."))
    if Field.objects.filter(target=target).count() >= MOST_FIELDS:
        raise Unchanged(_("That is a great many fields; archive one first."))
    field = Field(target=target, key=key, kind=kind)
    _describe(field, **words)
    try:
        with transaction.atomic():
            field.save()
            record("field.added", field, by=by, proven=True, target=target, key=key, kind=kind)
    except IntegrityError:
        raise Unchanged(_("There is a field with the key “%(key)s” already.") % {"key": key}) from None
    return field


def change_field(field: Field, *, by: Advisor, **words: Any) -> Field:
    """Change what a field is called (`label_fr`, `label_en`), its `choices`, its `team`, its `position`.

    Its key and its kind stay: values were written under them. Raises Unchanged.
    """
    _must_run_the_house(by)
    with transaction.atomic():
        field = Field.objects.select_for_update().get(pk=field.pk)
        _describe(field, **words)
        field.save()
        record("field.changed", field, by=by, proven=True, target=field.target, key=field.key)
    return field


def archive_field(field: Field, *, by: Advisor, archived: bool = True) -> Field:
    """Ask for a field no longer, or again; what was written in it stays."""
    _must_run_the_house(by)
    with transaction.atomic():
        field = Field.objects.select_for_update().get(pk=field.pk)
        field.is_archived = archived
        field.save(update_fields=["is_archived"])
        name = "field.archived" if archived else "field.restored"
        record(name, field, by=by, proven=True, target=field.target, key=field.key)
    return field


def describe_person(person: Person, *, by: Advisor, values: dict[str, Any]) -> Person:
    """Write custom fields of a person; None takes one away, what is not given stays. Raises Unchanged, WrongValue."""
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=person.pk)
        write_fields(person, Field.Target.PERSON, "person.described", by=by, values=values)
    return person


def describe_organisation(organisation: Organisation, *, by: Advisor, values: dict[str, Any]) -> Organisation:
    """Write custom fields of an organisation, as `describe_person` does. Raises Unchanged, WrongValue."""
    with transaction.atomic():
        organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
        write_fields(organisation, Field.Target.ORGANISATION, "organisation.described", by=by, values=values)
    return organisation


def write_fields(noun: Person | Organisation, target: str, event: str, *, by: Advisor, values: dict[str, Any]) -> None:
    """Write the custom fields of a noun that the caller has locked, and record what they were."""
    if not by.answers:
        raise Unchanged(_("Your role reads these pages but changes nothing in them."))
    after = read_all(Field.objects.of(target), noun.fields, values)
    if after != noun.fields:
        before, noun.fields = noun.fields, after
        noun.save(update_fields=["fields"])
        record(event, noun, by=by, **difference(before, after))


def difference(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """Say what changed between two sets of values: `before` and `after`, None where there was nothing."""
    changed = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    return {
        "before": {key: before.get(key) for key in changed},
        "after": {key: after.get(key) for key in changed},
    }


def _describe(
    field: Field, *, label_fr: str, label_en: str, choices: Sequence[str] = (), team: Team | None = None,
    position: int = 0,
) -> None:  # fmt: skip
    field.label_fr, field.label_en = one_line(storable(label_fr), 80), one_line(storable(label_en), 80)
    if not field.label_fr and not field.label_en:
        raise Unchanged(_("A field has a name that people read, in French or in English."))
    words = list(dict.fromkeys(word for one in choices if (word := one_line(storable(one), LONGEST_CHOICE))))
    if field.kind == Field.Kind.CHOICE and not 2 <= len(words) <= MOST_CHOICES:
        raise Unchanged(_("A choice has two words to choose from, or more, up to sixty."))
    if team and field.target != Field.Target.CASE:
        raise Unchanged(_("Only a field of cases can belong to one team."))
    if not 0 <= position <= 999:
        raise Unchanged(_("The place of a field is a number from 0 to 999."))
    field.choices = words if field.kind == Field.Kind.CHOICE else []
    field.team, field.position = team, position


def _must_run_the_house(by: Advisor) -> None:
    if not by.runs_the_house:
        raise Unchanged(_("This is decided by those who run the house."))
