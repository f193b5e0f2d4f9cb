"""A person's page for one case, and their page for all of them.

Both are opened by a signed link. Its signature has 80 bits, so guessing needs no brake: at a million tries a second,
the first of a billion links would be found after some nine years of trying. A link that does not hold, a case of
somebody else and a case that never was are one and the same page.
"""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from petitevoix.channels.form.asking import write_back
from petitevoix.journal.tail import last_id
from petitevoix.people.models import Person
from petitevoix.web.portal import stamps
from petitevoix.web.portal.cases import reading, standing
from petitevoix.web.portal.cases.titles import set_title
from petitevoix.web.portal.drawing import draw, speak_to
from petitevoix.web.portal.words import WordsForm

if TYPE_CHECKING:
    from petitevoix.web.portal.cases.reading import TheCase


@require_http_methods(["GET", "HEAD", "POST"])
def case_page(request: HttpRequest, token: str, reference: str) -> HttpResponse:
    """One case: where it stands, everything said, and a place to write back."""
    last_event = last_id()  # before the page is read: what happens meanwhile is told to it again
    person, case = reader_and_case(request, token, reference)
    form = WordsForm(request.POST, request.FILES) if request.method == "POST" else WordsForm()
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        write_back(case, person, words=said["words"], files=form.arrived_files(), stamp=said["stamp"])
        messages.success(request, _("We have your words. They are here and on the desk of whoever answers you."))
        return redirect("portal:case", token=token, reference=reference)
    context = {
        "case": case,
        "title": set_title(case.title, case.language),
        "person": person,
        "standing": standing.of_case(case),
        "thread": reading.thread(case, person),
        "others": reading.other_cases(case, person),
        "form": form,
        "stamp": form.fresh_stamp if form.is_bound else stamps.fresh(),
        "token": token,
        "last_event": last_event,
    }
    return draw(request, "portal/cases/page.html", context, status=422 if form.errors else 200)


@require_safe
def everything(request: HttpRequest, token: str) -> HttpResponse:
    """All cases of a person, those that go on first."""
    person = reader(request, token)
    before = request.GET.get("before", "")
    closed, next_before = reading.closed_cases(person, int(before) if before.isascii() and before.isdecimal() else None)
    going_on = [] if before else reading.open_cases(person)
    for row in [*going_on, *closed]:
        row["standing"] = standing.of_row(row)
        row["set_title"] = set_title(row["title"], row["language"])
    context = {"person": person, "token": token, "going_on": going_on, "closed": closed, "next_before": next_before}
    return draw(request, "portal/cases/all.html", context)


def reader(request: HttpRequest, token: str) -> Person:
    """The person who holds a signed link. Raises Http404."""
    person = Person.objects.holding(token).prefetch_related("addresses").first()
    if person is None:
        raise Http404
    speak_to(request, person)
    return person


def reader_and_case(request: HttpRequest, token: str, reference: str) -> tuple[Person, "TheCase"]:
    """The person who holds a signed link, and a case of theirs. Raises Http404."""
    person = reader(request, token)
    case = reading.the_case(person, reference)
    if case is None:
        raise Http404
    return person, case
