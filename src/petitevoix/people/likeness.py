"""Likeness: which two persons may be one, looked for when something is learnt of one of them, never in a request."""

import re
from difflib import SequenceMatcher

from django.db import transaction

from petitevoix.jobs.tasks import task
from petitevoix.kit.text import plain
from petitevoix.people.models import Address, Person, Trait, Twins

MOST = 20  # who shares a trait with more than so many shares nothing that says who they are
PAGE = 500
DOTLESS = {"gmail.com": "gmail.com", "googlemail.com": "gmail.com"}
_ANYBODYS = """info contact hello bonjour accueil admin office bureau support help aide service mail email courrier
    news newsletter noreply sales ventes compta comptabilite facturation billing secretariat direction team equipe
    postmaster webmaster root famille family maison home"""
ANYBODYS = frozenset(_ANYBODYS.split())


@task(queue="default", priority=7)
def look_for_twins(person_id: int) -> None:
    """Write down anew what a person might share with another, and suggest those who share it."""
    person = Person.objects.living().filter(pk=person_id).prefetch_related("addresses").first()
    if person is None:
        return
    with transaction.atomic():
        traits = traits_of(person)
        person.traits.exclude(value__in=traits).delete()
        Trait.objects.bulk_create([Trait(person=person, value=value) for value in traits], ignore_conflicts=True)
        for value in sorted(traits):
            alike = Trait.objects.filter(value=value, person__merged_into=None).exclude(person=person)
            others = [one.person for one in alike.select_related("person")[: MOST + 1]]
            if len(others) <= MOST:
                _suggest(person, [one for one in others if _may_be(person, one, value)], value.partition(":")[0])


@task(queue="default", priority=9)
def look_at_everybody(after: int = 0) -> None:
    """Look for the twins of everybody, some hundred at a time; once, when this house learns to."""
    numbers = list(Person.objects.living().filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:PAGE])
    for number in numbers:
        look_for_twins(person_id=number)
    if len(numbers) == PAGE:
        look_at_everybody.enqueue(after=numbers[-1], key="look-at-everybody")


def traits_of(person: Person) -> set[str]:
    """Give what a person might share with another and only they, as `kind:words`."""
    name = plain(person.name)
    traits = set()
    for address in person.addresses.all():
        if address.kind == Address.Kind.PHONE:
            traits |= {f"phone:{address.value} {name}"} if name else set()
            continue
        local, _at, domain = address.value.partition("@")
        local = local.partition("+")[0]
        traits.add(f"mail:{_folded(local, domain)}")
        if len(local) >= 5 and local not in ANYBODYS:
            traits.add(f"local:{local}")
    if person.organisation_id and name:
        traits.add(f"house:{person.organisation_id} {name}")
    return {trait[:300] for trait in traits}


def _folded(local: str, domain: str) -> str:
    if domain in DOTLESS:
        return f"{local.replace('.', '')}@{DOTLESS[domain]}"
    return f"{local}@{domain}"


def _may_be(person: Person, other: Person, trait: str) -> bool:
    if not trait.startswith("local:"):
        return True
    mine, theirs = plain(person.name), plain(other.name)
    if not mine or not theirs:  # the same unusual word before two @ is not enough where a name is missing
        return False
    same_words = set(re.findall(r"\w{3,}", mine)) & set(re.findall(r"\w{3,}", theirs))
    return bool(same_words) or SequenceMatcher(None, mine, theirs).ratio() >= 0.8


def _suggest(person: Person, others: list[Person], because: str) -> None:
    pairs = [sorted((person.pk, other.pk)) for other in others]
    Twins.objects.bulk_create(
        [Twins(one_id=one, other_id=other, because=because) for one, other in pairs], ignore_conflicts=True
    )
