"""Persons: known by their addresses, reached by links that nobody can guess."""

import pytest

from petitevoix.people.models import Address, Person
from petitevoix.people.models.person import normal

pytestmark = pytest.mark.django_db


def test_the_same_address_in_other_letters_is_the_same_person(ana):
    assert Person.objects.meet(" Ana@Letters.EXAMPLE ") == ana


def test_a_person_with_two_addresses_is_one_person(ana):
    Address.objects.create(person=ana, value="ana.ferreira@work.example")
    assert Person.objects.meet("ana.ferreira@work.example") == ana


def test_a_missing_name_is_learnt_and_a_known_one_kept(db):
    person = Person.objects.meet("x@letters.example")
    assert Person.objects.meet("x@letters.example", name="Xavier").name == "Xavier"
    assert Person.objects.meet("x@letters.example", name="Somebody else").name == "Xavier"
    assert Person.objects.count() == 1
    assert person.email == "x@letters.example"


def test_a_link_opens_for_its_person_only(ana, bruno):
    assert Person.objects.holding(ana.token).get() == ana
    forged = ana.token.replace(str(ana.pk), str(bruno.pk), 1)
    assert not Person.objects.holding(forged).exists()
    for nonsense in ("", "-", "1", "1-", "x-y", "9" * 40 + "-abc", "1-é"):
        assert not Person.objects.holding(nonsense).exists()


def test_links_stop_working_when_their_epoch_ends(ana):
    token = ana.token
    ana.link_epoch += 1
    ana.save()
    assert not Person.objects.holding(token).exists()


def test_an_international_domain_is_written_one_way():
    assert normal("Zoé@Bücher.Example") == "zoé@xn--bcher-kva.example"
