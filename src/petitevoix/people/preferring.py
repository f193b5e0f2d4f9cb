"""How a person prefers to be reached: theirs to say, to change and to take back. It ranks nothing and labels nobody."""

from django.db import transaction

from petitevoix.journal.record import record
from petitevoix.people.models import Person

CHOICES = (Person.Way.EMAIL, Person.Way.PHONE, Person.Way.FACE)
OBEYED = frozenset({"", Person.Way.EMAIL})  # we have only writing


def prefer(person: Person, way: str) -> Person:
    """Have a person say how they prefer to be reached, or with "" that they leave it to us; else nothing changes."""
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=person.pk)
        if way in {"", *CHOICES} and way != person.reached_by:
            before, person.reached_by = person.reached_by, way
            person.save(update_fields=["reached_by"])
            record("person.way_chosen", person, by=person, before=before, after=way)
    return person


def learn_way(person: Person, way: str) -> Person:
    """Learn what somebody says as they ask: who asks has not proved who they are, so what is known stays."""
    return person if person.reached_by or not way else prefer(person, way)


def is_obeyed(way: str) -> bool:
    """Tell whether we can reach somebody as they prefer."""
    return way in OBEYED
