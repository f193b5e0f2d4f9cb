"""A person's page for one case, and their page for all of them.

Both are opened by a signed link. Its signature has 80 bits, so guessing needs no brake: at a million tries a second,
the first of a billion links would be found after some nine years of trying. A link that does not hold, a case of
somebody else and a case that never was are one and the same page.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any, TypedDict

from django.contrib import messages
from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from petitevoix.cases.models import Block, Case, Message
from petitevoix.channels.form.asking import write_back
from petitevoix.journal.tail import last_id
from petitevoix.kit import clock
from petitevoix.people.models import Person
from petitevoix.web.portal import stamps, ways, wishes
from petitevoix.web.portal.cases import owed, reading, standing
from petitevoix.web.portal.cases.forms import MissedForm
from petitevoix.web.portal.cases.who import who_answers
from petitevoix.web.portal.drawing import draw, speak_to
from petitevoix.web.portal.words import WordsForm
from petitevoix.web.shared.titles import set_title

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    from petitevoix.web.portal.cases.reading import TheCase

    Reader = WithAnnotations[Person, "Blocked"]


class Blocked(TypedDict):
    """What is read with whoever holds a link."""

    blocked_until: datetime | None


@require_http_methods(["GET", "HEAD", "POST"])
def case_page(request: HttpRequest, token: str, reference: str) -> HttpResponse:
    """One case: where it stands, everything said, and a place to write back."""
    person = reader(request, token)
    case = _present(person, reference)
    if case is None:
        shared = reading.shared_case(person, reference) if request.method != "POST" else None
        if shared is None:
            raise Http404
        return draw(request, "portal/cases/shared.html", _shared(shared, person, token))
    if case.reference != reference and request.method != "POST":
        return redirect("portal:case", token=token, reference=case.reference)
    form = WordsForm(request.POST, request.FILES) if request.method == "POST" else WordsForm()
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        write_back(case, person, words=said["words"], files=form.arrived_files(), stamp=said["stamp"])
        said_so = _("We have your words. They are here and on the desk of whoever answers you.")
        said_so = read_first() if person.blocked_until else said_so
        messages.success(request, said_so, extra_tags="written")
        return redirect("portal:case", token=token, reference=case.reference)
    return draw_case(request, person, case, token, form=form)


def _shared(case: Case, person: Person, token: str) -> dict[str, Any]:
    said = Message.objects.read_by(person).filter(case=case)
    rows = said.select_related("advisor", "person").order_by("-id").defer("html", "rest")
    return {"case": case, "title": set_title(case.title, case.language), "person": person, "token": token,
            "thread": rows, "is_closed": case.state == Case.State.CLOSED}  # fmt: skip


def draw_case(
    request: HttpRequest, person: Person, case: "TheCase", token: str, *,
    form: WordsForm | None = None, missed: MissedForm | None = None,
) -> HttpResponse:  # fmt: skip
    """Draw the page of a case, with what is wrong in the form that was just sent."""
    last_event = last_id()  # before the rest is read: what happens meanwhile is told to the page again
    form, missed = form or WordsForm(), missed or MissedForm()
    promises = owed.owed_to(person, case, case.unsaid_since)
    said = reading.thread(case, person)
    context = {
        "case": case,
        "title": set_title(case.own_title or case.title, case.language),
        "person": person,
        "is_owner": case.person_id == person.pk,
        "standing": standing.of_case(case),
        "held": reading.held(case),
        "who": who_answers(case),
        "watched": standing.watched(case, promises),
        "questions": owed.asked_by(person, case, promises),
        "promises": [one for one in promises if one.stands_alone],
        "missed": missed,
        "is_answered": any(row["ours"] and row["who"] for row in said) or case.closure is not None,
        "wishes": wishes.wishes(),
        "wished": wishes.said(case.wish),
        "way": way_of(person),
        "thread": said,
        "others": reading.other_cases(case, person),
        "form": form,
        "stamp": form.fresh_stamp if form.is_bound else stamps.fresh(),
        "token": token,
        "last_event": last_event,
    }
    return draw(request, "portal/cases/page.html", context, status=422 if form.errors or missed.errors else 200)


@require_safe
def everything(request: HttpRequest, token: str) -> HttpResponse:
    """All cases of a person, those that go on first."""
    person = reader(request, token)
    before = request.GET.get("before", "")
    closed, next_before = reading.closed_cases(person, int(before) if before.isascii() and before.isdecimal() else None)
    going_on = [] if before else reading.open_cases(person)
    for row in [*going_on, *closed]:
        row["standing"] = standing.of_row(row)
        row["set_title"] = set_title(row["own_title"] or row["title"], row["language"])
    context = {
        "person": person,
        "token": token,
        "going_on": going_on,
        "closed": closed,
        "next_before": next_before,
        "way": way_of(person),
        "older": before,
    }
    context["said"] = [] if before else owed.said_before_signing(person)
    shared = [] if before else reading.shared_cases(person)
    context |= {"shared": shared}
    for row in shared:
        row["set_title"] = set_title(row["title"], row["language"])
    return draw(request, "portal/cases/all.html", context)


def read_first() -> str:
    """Say to a blocked person that their words are here, and who reads them."""
    return _("We have your words. Somebody who leads the team reads them first; the answer comes in writing.")


def way_of(person: Person) -> dict[str, Any]:
    """How a person prefers to be reached, as their pages show it."""
    return {"ways": ways.ways(), "chosen": ways.chosen(person), "why_not": ways.why_not(person)}


def reader(request: HttpRequest, token: str) -> "Reader":
    """The person who holds a signed link, and until when they are blocked, if so. Raises Http404."""
    block = Block.objects.in_force().filter(person=OuterRef("pk"), until__gt=clock.now())
    found = Person.objects.holding(token).annotate(blocked_until=Subquery(block.values("until")[:1]))
    person = found.prefetch_related("addresses").first()
    if person is None:
        raise Http404
    speak_to(request, person)
    return person


def reader_and_case(request: HttpRequest, token: str, reference: str) -> tuple["Reader", "TheCase"]:
    """The person who holds a signed link, and a case of theirs. Raises Http404."""
    person = reader(request, token)
    case = _present(person, reference)
    if case is None:
        raise Http404
    return person, case


def _present(person: Person, reference: str) -> "TheCase | None":
    """A case of a person by its reference; one that was joined to another is found where it goes on."""
    if case := reading.the_case(person, reference):
        return case
    stub = Case.objects.of(person).filter(reference=reference).exclude(joined_into=None).first()
    return reading.the_case(person, stub.present.reference) if stub else None


def owner_and_case(request: HttpRequest, token: str, reference: str) -> tuple["Reader", "TheCase"]:
    """The person whose matter a case is: who only takes part decides nothing for them. Raises Http404."""
    person, case = reader_and_case(request, token, reference)
    if case.person_id != person.pk:
        raise Http404
    return person, case
