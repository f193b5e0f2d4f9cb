"""Finding what a request names: cases, people, advisors and teams, within what its advisor may see."""

import re

from django.db.models import QuerySet
from django.http import Http404

from petitevoix.api.auth import Call
from petitevoix.api.problems import unknown
from petitevoix.cases.access import persons_visible_to
from petitevoix.cases.models import Case
from petitevoix.kit import ids
from petitevoix.kit.text import storable
from petitevoix.people.models import Address, Advisor, Person, Team
from petitevoix.people.models.person import normal
from petitevoix.search.people import persons_called

MOST_PEOPLE = 200  # of one name; whoever means another writes more of it


def me(request: Call) -> Advisor:
    """The advisor in whose name a token acts."""
    return request.auth.advisor


def the_case(request: Call, reference: str) -> Case:
    """Find a case by its reference in any case of letters. Raises Http404, the same for a missing and a hidden one.

    One that was joined to another is read there; what is to be written in it is refused by the act itself.
    """
    found = canonical(reference)
    case = Case.objects.filter(reference=found).first() if found else None
    if case is None or not Case.objects.visible_to(me(request)).filter(pk=case.present.pk).exists():
        raise Http404
    return case.present if request.method == "GET" else case


def canonical(reference: str) -> str:
    """Write a reference as we do, or give "" for what is none."""
    return f"PV-{match[1].upper()}" if (match := ids.REFERENCE.fullmatch(reference)) and reference.isascii() else ""


def the_person(request: Call, pk: int) -> Person:
    """Find a person by number. Raises Http404, the same for a missing and a hidden one."""
    person = persons_visible_to(me(request)).filter(pk=pk).first()
    if person is None:
        raise Http404
    return person


def advisor_named(who: int | str, request: Call) -> Advisor | None:
    """Find an advisor by number, e-mail address or name, or `me`; None for nobody, or for several of one name."""
    if who == "me":
        return me(request)
    who = storable(str(who)).strip()
    active = Advisor.objects.active()
    if _is_number(who):
        return active.filter(pk=int(who)).first()
    found = list(active.filter(**{"email__iexact" if "@" in who else "name__iexact": who})[:2])
    return found[0] if len(found) == 1 else None


def team_named(which: int | str, request: Call) -> Team | None:
    """Find a team by number or name among those this advisor may see."""
    which = storable(str(which)).strip()
    teams = Team.objects.visible_to(me(request))
    return teams.filter(pk=int(which)).first() if _is_number(which) else teams.filter(name__iexact=which).first()


def the_team(request: Call, which: int | str | None) -> Team | None:
    """Find the team that a body names; None where it names none. Raises Problem 409 for one that is not here."""
    found = None if which is None else must_exist(team_named(which, request), "team")
    return found if isinstance(found, Team) else None


def must_exist(found: Advisor | Team | None, field: str) -> Advisor | Team:
    """Refuse a name that nobody here has. Raises Problem 409: the request is well formed, the house is otherwise."""
    if found is None:
        raise unknown(field, f"No {field} here is called that.")
    return found


def people_like(words: str, request: Call) -> QuerySet[Person]:
    """People whose e-mail address begins so, or whose name has words that do."""
    if "@" in words:
        return Person.objects.at(words)
    begin = normal(words)
    # A range, so that the index of addresses serves it: no letter comes behind the last one of Unicode.
    by_address = Address.objects.filter(kind="email", value__gte=begin, value__lt=begin + "\U0010ffff")
    found = {*by_address.values_list("person_id", flat=True)[:MOST_PEOPLE]}
    found |= {person.pk for person in persons_called(words, by=me(request), most=MOST_PEOPLE)}
    return Person.objects.filter(pk__in=sorted(found))


def _is_number(written: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{1,18}", written))
