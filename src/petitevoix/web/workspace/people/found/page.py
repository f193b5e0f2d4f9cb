"""Finding a person: by the beginnings of words of their name or address; else those who wrote last."""

from typing import Any, NamedTuple

from django.http import HttpResponse

from petitevoix.cases.access import persons_visible_to
from petitevoix.cases.models import Case
from petitevoix.kit import ids
from petitevoix.kit.text import one_line
from petitevoix.people.models import Address, Advisor, Person
from petitevoix.people.reaching import phone
from petitevoix.search.people import persons_called
from petitevoix.web.shared.htmx import page
from petitevoix.web.workspace.door import StaffRequest, staff

MOST = 40
LATEST_CASES = 200  # among which those who wrote last are looked for


class Row(NamedTuple):
    id: int
    name: str
    address: str


@staff("GET")
def show(request: StaffRequest) -> HttpResponse:
    """Show whom the words in `q` may mean, or who wrote last."""
    asked = one_line(request.GET.get("q", ""), 100)
    persons = rows(sought(request.user, asked) if asked else latest(request.user))
    known: dict[str, Any] = {"asked": asked, "persons": persons[:MOST], "more": len(persons) > MOST}
    known["with"] = ids.number(request.GET.get("with", "")) or 0  # somebody who may be one with who is looked for
    return page(request, "workspace/people/found/found.html", **known)


def sought(advisor: Advisor, asked: str) -> list[Person]:
    """Find persons by the beginning of a name or an address, or by a telephone number."""
    number = phone(asked)
    if not number:
        return persons_called(asked, by=advisor, most=MOST + 1)
    holders = Address.objects.filter(kind=Address.Kind.PHONE, value=number).values("person")
    return list(persons_visible_to(advisor).filter(pk__in=holders).prefetch_related("addresses")[: MOST + 1])


def latest(advisor: Advisor) -> list[Person]:
    """List the persons of the latest cases, the last to write first."""
    recent = Case.objects.visible_to(advisor).order_by("-pk").values_list("person", flat=True)[:LATEST_CASES]
    order = list(dict.fromkeys(recent))[:MOST]
    known = Person.objects.prefetch_related("addresses").in_bulk(order)
    return [known[pk] for pk in order if pk in known]


def rows(persons: list[Person]) -> list[Row]:
    return [Row(person.pk, person.name, person.email) for person in persons]
