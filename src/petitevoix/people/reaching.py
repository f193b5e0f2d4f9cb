"""Persons: what they are called, where and how they are reached, what staff know of them."""

from typing import Any

import phonenumbers
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.text import one_line, storable
from petitevoix.people.likeness import look_for_twins
from petitevoix.people.models import Address, Advisor, Note, Person
from petitevoix.people.models.person import normal
from petitevoix.people.refusals import Unchanged

MOST_ADDRESSES = 20
MOST_NOTES = 500
LANGUAGES = {"", "fr", "en"}
CHANGEABLE = {"name": 120, "legal_name": 120, "reached_when": 200}


def change_person(person: Person, *, by: Advisor, **given: str) -> Person:
    """Write down what a person is called and how they like to be reached; what is not given stays.

    `given`: name, legal_name, language, preferred_language, reached_by, reached_when. Raises Unchanged.
    """
    must_answer(by)
    if {given.get("language", ""), given.get("preferred_language", "")} - LANGUAGES:
        raise Unchanged(_("We write in French or in English."))
    if given.get("reached_by", "") not in {"", *Person.Way.values}:
        raise Unchanged(_("People are reached by e-mail, by phone, face to face or by post."))
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=person.pk)
        words = {key: one_line(storable(word), CHANGEABLE.get(key, 120)) for key, word in given.items()}
        before = {key: getattr(person, key) for key, word in words.items() if getattr(person, key) != word}
        if before:
            for key in before:
                setattr(person, key, words[key])
            person.save(update_fields=list(before))
            record("person.changed", person, by=by, before=before, after={key: words[key] for key in before})
            look_for_twins.enqueue(person_id=person.pk)
    return person


def add_address(person: Person, *, email: str, by: Advisor) -> Address:
    """Learn another address of a person. Raises Unchanged: it is no address, or it is somebody else's."""
    must_answer(by)
    value = normal(email)
    try:
        validate_email(value)
    except ValidationError:
        raise Unchanged(_("“%(email)s” is no e-mail address.") % {"email": one_line(email, 100)}) from None
    return _add(person, Address.Kind.EMAIL, value, by=by)


def add_phone(person: Person, *, number: str, by: Advisor) -> Address:
    """Learn a telephone number of a person, in any form people write it. Raises Unchanged: it is none."""
    must_answer(by)
    value = phone(number)
    if not value:
        raise Unchanged(_("“%(number)s” is no telephone number.") % {"number": one_line(number, 40)})
    return _add(person, Address.Kind.PHONE, value, by=by)


def phone(written: str) -> str:
    """Write a telephone number in its international form (E.164), or "" for what is none; a national one is ours."""
    try:
        number = phonenumbers.parse(written[:60], settings.COUNTRY)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def spoken_phone(value: str) -> str:
    """Write a number as it is read aloud: « 01 23 45 67 89 » at home, "+44 20 7946 0958" from elsewhere."""
    try:
        number = phonenumbers.parse(value)
    except phonenumbers.NumberParseException:
        return value
    home = phonenumbers.region_code_for_number(number) == settings.COUNTRY
    form = phonenumbers.PhoneNumberFormat.NATIONAL if home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, form)


def put_first(person: Person, address: Address, *, by: Advisor) -> None:
    """Have an address be the one we write to, or a number the one we call."""
    must_answer(by)
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=person.pk)
        first = person.addresses.filter(kind=address.kind).first()
        if first is None or first.pk == address.pk:
            return
        person.addresses.filter(kind=address.kind).update(position=0)
        person.addresses.filter(pk=address.pk).update(position=-1)
        record("person.address_first", person, by=by, address=address.pk, before=first.pk)


def remove_address(person: Person, address: Address, *, by: Advisor) -> None:
    """Forget an address of a person; links sent so far stop working, for whoever reads there holds them.

    Raises Unchanged for the only address we can write to.
    """
    must_answer(by)
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=person.pk)
        is_email = address.kind == Address.Kind.EMAIL
        if is_email and not person.addresses.filter(kind=Address.Kind.EMAIL).exclude(pk=address.pk).exists():
            raise Unchanged(_("This is the only address we can write to. Add another one first."))
        person.addresses.filter(pk=address.pk).delete()
        if is_email:
            same = Person.objects.filter(Q(pk=person.pk) | Q(merged_into=person))
            same.update(link_epoch=F("link_epoch") + 1)
        record("person.address_removed", person, by=by, proven=True, address=address.pk)
        look_for_twins.enqueue(person_id=person.pk)


def add_note(person: Person, *, words: str, by: Advisor, pinned: bool = False) -> Note:
    """Write down what no case holds; the person never reads it, but may ask to. Raises Unchanged: no words."""
    must_answer(by)
    words = storable(words).strip()[:10_000]
    if not words:
        raise Unchanged(_("There are no words in this note yet."))
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        note = Note.objects.create(person=person, by=by, words=words)
        record("person.noted", person, by=by, note=note.pk)
        if pinned:
            pin(note, by=by)
    return note


def pin(note: Note, *, by: Advisor, pinned: bool = True) -> None:
    """Have a note stand on top of the page; one at a time."""
    must_answer(by)
    with transaction.atomic():
        Note.objects.filter(person=note.person_id, is_pinned=True).update(is_pinned=False)
        Note.objects.filter(pk=note.pk, removed_at=None).update(is_pinned=pinned)
        record("person.note_pinned", note.person, by=by, note=note.pk, pinned=pinned)


def remove_note(note: Note, *, by: Advisor, removed: bool = True) -> None:
    """Take a note off the page, or put it back: its author does, or who leads. Raises Unchanged."""
    must_answer(by)
    if by.pk != note.by_id and not by.sees_all:
        raise Unchanged(_("Whoever wrote a note takes it away, or somebody who leads."))
    with transaction.atomic():
        Note.objects.filter(pk=note.pk).update(removed_at=clock.now() if removed else None, is_pinned=False)
        name = "person.note_removed" if removed else "person.note_restored"
        record(name, note.person, by=by, note=note.pk)


def must_answer(by: Advisor) -> None:
    """Refuse an act to those who only read. Raises Unchanged."""
    if not by.answers:
        raise Unchanged(_("Your role reads these pages but changes nothing in them."))


def _add(person: Person, kind: str, value: str, *, by: Advisor) -> Address:
    known: Any = person.addresses
    if known.filter(kind=kind, value=value).exists():
        raise Unchanged(_("We know this address already."))
    if known.count() >= MOST_ADDRESSES:
        raise Unchanged(_("That is a great many addresses; remove one first."))
    try:
        with transaction.atomic():
            address = Address.objects.create(person=person, kind=kind, value=value)
            record("person.address_added", person, by=by, proven=True, address=address.pk)
            look_for_twins.enqueue(person_id=person.pk)
    except IntegrityError:
        raise Unchanged(
            _("Somebody else already writes from %(email)s. An address belongs to one person.") % {"email": value}
        ) from None
    return address
