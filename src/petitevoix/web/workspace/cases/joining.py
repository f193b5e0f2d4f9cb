"""Cases joined, split, linked; whose matter one is, and what one has just done undone."""

from collections.abc import Callable

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.cases.actions import joining, linking, splitting, taking_part, undoing
from petitevoix.cases.models import Case, Message
from petitevoix.cases.refusals import Refused
from petitevoix.journal.models import Event
from petitevoix.kit import ids
from petitevoix.kit.text import one_line
from petitevoix.kit.words import when
from petitevoix.people.models import Person
from petitevoix.web.shared.htmx import page
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.cases.page import done, refused, visible_case
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.wording import link_kinds, state_name


@staff("GET", "POST")
def merge(request: StaffRequest, reference: str) -> HttpResponse:
    """Join a case to another, picked among those one may see."""
    case = visible_case(request, reference)
    if request.method == "GET":
        return _pick(request, case, "merge")
    try:
        into = joining.join(case, into=_picked(request), by=request.user).into
    except Refused as refusal:
        return _pick(request, case, "merge", str(refusal))
    return HttpResponseRedirect(f"/desk/cases/{into.reference}/")


@staff("GET", "POST")
def links(request: StaffRequest, reference: str) -> HttpResponse:
    """Link a case to another, picked among those one may see."""
    case = visible_case(request, reference)
    if request.method == "GET":
        return _pick(request, case, "links")
    try:
        linking.link(case, _picked(request), by=request.user, kind=request.POST.get("kind", ""))
    except Refused as refusal:
        return _pick(request, case, "links", str(refusal))
    return HttpResponseRedirect(f"/desk/cases/{case.reference}/")


@staff("POST")
def link_removal(request: StaffRequest, reference: str, link: int) -> HttpResponse:
    """Take a link away."""
    case = visible_case(request, reference)
    if link not in {one.id for one in linking.links_of(case, reader=request.user)}:
        return done(request, case)
    return _act(request, case, lambda: linking.unlink(case, link, by=request.user))


@staff("GET", "POST")
def split(request: StaffRequest, reference: str) -> HttpResponse:
    """Make some words a case of their own."""
    case = visible_case(request, reference)
    if request.method == "GET":
        return _choose_words(request, case)
    chosen = [pk for typed in request.POST.getlist("message") if (pk := ids.number(typed)) is not None]
    try:
        splitting.split(case, chosen, by=request.user, title=request.POST.get("title", ""))
    except Refused as refusal:
        return _choose_words(request, case, str(refusal), chosen)
    return HttpResponseRedirect(f"/desk/cases/{case.reference}/")


@staff("GET", "POST")
def whose(request: StaffRequest, reference: str) -> HttpResponse:
    """Say that a case is somebody else's matter."""
    case = visible_case(request, reference)
    if request.method == "GET":
        return _ask_whose(request, case)
    try:
        to = taking_part.address(request.POST.get("email", ""))
        person = Person.objects.meet(to, name=one_line(request.POST.get("name", ""), 120))
        taking_part.change_person(case, to=person, by=request.user, keep="keep" in request.POST)
    except Refused as refusal:
        return _ask_whose(request, case, str(refusal))
    return HttpResponseRedirect(f"/desk/cases/{case.reference}/")


@staff("POST")
def leaving(request: StaffRequest, reference: str, person: int) -> HttpResponse:
    """Have somebody take part no more."""
    case = visible_case(request, reference)
    other = get_object_or_404(Person, pk=person, participations__case=case)
    return _act(request, case, lambda: taking_part.take_out(case, other, by=request.user))


@staff("POST")
def undo(request: StaffRequest, reference: str, event: int) -> HttpResponse:
    """Undo what one has just done here; a joining, at any time."""
    case = visible_case(request, reference)
    happened = get_object_or_404(Event.objects.about(case.topic), pk=event)
    try:
        undoing.undo(happened, by=request.user)
    except Refused as refusal:
        return refused(request, case, str(refusal))
    return done(request, case, undone=happened.pk)


def _act(request: StaffRequest, case: Case, act: Callable[[], object]) -> HttpResponse:
    try:
        act()
    except Refused as refusal:
        return refused(request, case, str(refusal))
    return done(request, case)


def _picked(request: StaffRequest) -> Case:
    other = joining.called(request.POST.get("case", ""), reader=request.user)
    if other is None:
        raise Refused(_("Choose one of the cases, or write its reference."))
    return other


def _pick(request: StaffRequest, case: Case, act: str, refusal: str = "") -> HttpResponse:
    asked, spoken = one_line(request.GET.get("q", request.POST.get("q", "")), 100), page_language()
    found = joining.could_be_one_with(case, reader=request.user, asked=asked)
    rows = [
        {
            "reference": one.reference, "title": one.title, "who": str(one.person), "state": state_name(one.state),
            "when": when(one.changed_at, spoken), "is_theirs": one.person_id == case.person_id,
        }
        for one in found
    ]  # fmt: skip
    return _page(request, case, f"{act}.html", refusal, found=rows, asked=asked, kinds=link_kinds(), act=act)


def _choose_words(
    request: StaffRequest, case: Case, refusal: str = "", chosen: list[int] | None = None
) -> HttpResponse:
    given = request.GET.get("message", "")
    told = case.messages.told().let_through().filter(relay=None).exclude(voice=Message.Voice.NOTE)
    told = told.select_related("person", "advisor")
    spoken = page_language()
    rows = [
        {
            "id": one.pk, "words": one_line(one.words, 300), "when": when(one.at, spoken),
            "who": str(one.person or one.advisor or ""),
            "is_chosen": one.pk in chosen if chosen is not None else str(one.pk) == given,
        }
        for one in told.defer("html", "rest").order_by("-id")[:60]
    ]  # fmt: skip
    return _page(request, case, "split.html", refusal, rows=rows, title=request.POST.get("title", ""))


def _ask_whose(request: StaffRequest, case: Case, refusal: str = "") -> HttpResponse:
    return _page(request, case, "whose.html", refusal, given=request.POST, person=case.person)


def _page(request: StaffRequest, case: Case, template: str, refusal: str, **context: object) -> HttpResponse:
    base, status = f"/desk/cases/{case.reference}/", 422 if refusal else 200
    return page(request, f"workspace/cases/{template}", status=status, case=case, base=base, refusal=refusal, **context)
