"""Knowing a person better: a name put right, the language they read, another address they write from."""

from django.db import IntegrityError, transaction

from petitevoix.journal.record import Actor, record
from petitevoix.kit.text import one_line, storable
from petitevoix.people.models import Address, Person
from petitevoix.people.models.person import normal


class Taken(Exception):
    """Another person writes from this address. Nothing was changed."""


def correct(
    person: Person,
    *,
    by: Actor | str,
    name: str | None = None,
    language: str | None = None,
    new_email: str | None = None,
) -> Person:
    """Correct what is given and leave the rest; an address they have already is no change. Raises Taken."""
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=person.pk)
        before = (person.name, person.language)
        person.name = person.name if name is None else one_line(storable(name), 120)
        person.language = language or person.language
        is_new = new_email is not None and _add_address(person, normal(new_email))
        changed = [
            field for field, old in zip(("name", "language"), before, strict=True) if getattr(person, field) != old
        ]
        if changed:
            person.save(update_fields=changed)
        if changed or is_new:
            # The words themselves stay out of the history, so that a person can be forgotten.
            record("person.corrected", person, by=by, fields=changed + ["address"] * is_new)
    return person


def _add_address(person: Person, email: str) -> bool:
    holder = Person.objects.at(email).first()
    if holder is None:
        try:
            with transaction.atomic():
                Address.objects.create(person=person, kind=Address.Kind.EMAIL, value=email)
        except IntegrityError:
            raise Taken from None
        return True
    if holder != person:
        raise Taken
    return False
