"""What other systems know, asked once the page is there: signed links, and facts as they answered."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from petitevoix.cases.access import kept_open, persons_visible_to
from petitevoix.cases.models import Case
from petitevoix.outside.actions import look_up
from petitevoix.outside.models import OutsideSystem
from petitevoix.outside.signing import About, signed_link
from petitevoix.vault.seal import unseal
from petitevoix.web.shared.htmx import page
from petitevoix.web.shared.remembering import remembered
from petitevoix.web.workspace.door import StaffRequest, staff


@staff("GET")
def of_person(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what other systems know of a person."""
    person = get_object_or_404(persons_visible_to(request.user), pk=pk)
    return _draw(request, About(person.pk, person.email))


@staff("GET")
def of_case(request: StaffRequest, reference: str) -> HttpResponse:
    """Show what other systems know of a case and its person."""
    cases = Case.objects.visible_to(request.user).select_related("person")
    case = get_object_or_404(cases, reference=reference)
    kept_open(case, by=request.user)
    return _draw(request, About(case.person_id, case.person.email, case.reference))


def _draw(request: StaffRequest, about: About) -> HttpResponse:
    shown = []
    for system in remembered("outside", lambda: list(OutsideSystem.objects.all())):
        link = ""
        try:
            link = signed_link(system.link, about, unseal(system.secret)) if system.link else ""
        except ValueError:  # the installation's key has changed: the admin enters the secret again
            link = ""
        facts = look_up(system, about, by=request.user) if system.look_up else []
        shown.append((system.name, link, facts))
    return page(request, "workspace/outside/shown.html", systems=shown)
