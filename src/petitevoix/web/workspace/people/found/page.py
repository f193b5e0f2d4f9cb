"""Finding a person: by the beginnings of words of their name or address; else those who wrote last."""

from typing import NamedTuple

from django.http import HttpResponse

from petitevoix.cases.models import Case
from petitevoix.kit.text import one_line
from petitevoix.people.models import Advisor, Person
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
    persons = rows(persons_called(asked, by=request.user, most=MOST + 1) if asked else latest(request.user))
    return page(
        request, "workspace/people/found/found.html", asked=asked, persons=persons[:MOST], more=len(persons) > MOST
    )


def latest(advisor: Advisor) -> list[Person]:
    """List the persons of the latest cases, the last to write first."""
    recent = Case.objects.visible_to(advisor).order_by("-pk").values_list("person", flat=True)[:LATEST_CASES]
    order = list(dict.fromkeys(recent))[:MOST]
    known = Person.objects.prefetch_related("addresses").in_bulk(order)
    return [known[pk] for pk in order if pk in known]


def rows(persons: list[Person]) -> list[Row]:
    return [Row(person.pk, person.name, person.email) for person in persons]
