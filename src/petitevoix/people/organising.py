"""Organisations: made, described, joined and left; whose cases their members may read."""

import re

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from petitevoix.journal.record import record
from petitevoix.kit.text import one_line, storable
from petitevoix.people.likeness import look_for_twins
from petitevoix.people.models import Advisor, Domain, Organisation, Person
from petitevoix.people.models.organisation import PUBLIC
from petitevoix.people.models.person import normal
from petitevoix.people.reaching import must_answer
from petitevoix.people.refusals import Unchanged

MOST_DOMAINS = 50
_DOMAIN = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}")


def found_organisation(
    *, by: Advisor, name: str, domains: list[str] | None = None, notes: str = "", admits_by_domain: bool = False,
    shares_cases: str = Organisation.Sharing.NOBODY,
) -> Organisation:  # fmt: skip
    """Make an organisation. Raises Unchanged: no name, a domain that is none, everybody's, or another's."""
    with transaction.atomic():
        organisation = Organisation(name="")
        _write(organisation, name, notes, admits_by_domain, shares_cases, by=by)
        _set_domains(organisation, domains or [])
        record("organisation.added", organisation, by=by, shares_cases=shares_cases)
    return organisation


def change_organisation(
    organisation: Organisation, *, by: Advisor, name: str, domains: list[str], notes: str, admits_by_domain: bool,
    shares_cases: str,
) -> Organisation:  # fmt: skip
    """Change what an organisation is called, its domains, and whose cases its members may read. Raises Unchanged."""
    with transaction.atomic():
        organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
        before = {"name": organisation.name, "shares_cases": organisation.shares_cases}
        _write(organisation, name, notes, admits_by_domain, shares_cases, by=by)
        _set_domains(organisation, domains)
        after = {"name": organisation.name, "shares_cases": organisation.shares_cases}
        # Who may read whose cases must be provable.
        record("organisation.changed", organisation, by=by, proven=True, before=before, after=after)
    return organisation


def join(person: Person, organisation: Organisation | None, *, by: Advisor) -> Person:
    """Have a person belong to an organisation, or to none: who leaves no longer sees what it shares."""
    must_answer(by)
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=person.pk)
        before = person.organisation_id
        if before == (organisation and organisation.pk):
            return person
        person.organisation, person.sees_shared = organisation, False
        person.save(update_fields=["organisation", "sees_shared"])
        facts = {"before": before, "organisation": organisation and organisation.pk}
        record("person.joined" if organisation else "person.left", person, by=by, proven=True, **facts)
        look_for_twins.enqueue(person_id=person.pk)
    return person


def name_member(person: Person, *, by: Advisor, sees: bool) -> Person:
    """Name a member who sees the cases of all, where the organisation shares them with named members only."""
    must_answer(by)
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=person.pk)
        if person.organisation_id is None:
            raise Unchanged(_("This person belongs to no organisation."))
        person.sees_shared = sees
        person.save(update_fields=["sees_shared"])
        record("person.named", person, by=by, proven=True, organisation=person.organisation_id, sees=sees)
    return person


def shared_with(person: Person) -> Organisation | None:
    """Give the organisation whose cases a person may read, if it allows that."""
    organisation = person.organisation
    if organisation is None or organisation.shares_cases == Organisation.Sharing.NOBODY:
        return None
    if organisation.shares_cases == Organisation.Sharing.NAMED and not person.sees_shared:
        return None
    return organisation


def _write(
    organisation: Organisation, name: str, notes: str, admits_by_domain: bool, shares_cases: str, *, by: Advisor
) -> None:
    must_answer(by)
    name = one_line(storable(name), 120)
    if not name:
        raise Unchanged(_("An organisation needs a name."))
    if shares_cases not in Organisation.Sharing.values:
        raise Unchanged(_("Say whether its members see its cases: none of them, all of them, or those it names."))
    organisation.name, organisation.notes = name, storable(notes).strip()[:20_000]
    organisation.admits_by_domain, organisation.shares_cases = admits_by_domain, shares_cases
    organisation.save()


def _set_domains(organisation: Organisation, written: list[str]) -> None:
    names = list(dict.fromkeys(name for one in written if (name := normal(f"x@{one.strip().lstrip('@')}")[2:])))
    if len(names) > MOST_DOMAINS:
        raise Unchanged(_("That is a great many domains; fifty are enough."))
    for name in names:
        if not _DOMAIN.fullmatch(name):
            raise Unchanged(_("“%(name)s” is no domain; it looks like example.org.") % {"name": one_line(name, 80)})
        if name in PUBLIC:
            words = _("Anybody can have an address at %(name)s: it says nothing of whom they belong to.")
            raise Unchanged(words % {"name": name})
    organisation.domains.exclude(name__in=names).delete()
    known = set(organisation.domains.values_list("name", flat=True))
    try:
        with transaction.atomic():
            Domain.objects.bulk_create([Domain(organisation=organisation, name=n) for n in names if n not in known])
    except IntegrityError:
        raise Unchanged(_("One of these domains is another organisation’s already.")) from None
