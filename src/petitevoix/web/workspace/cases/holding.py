"""Whose turn it is, and whose case: taking, handing over, states; whose fault, and what the person wants."""

from django.http import HttpResponse

from petitevoix.cases.actions.assigning import assign, take
from petitevoix.cases.actions.closing import choose, mark_before_signing, mark_fault
from petitevoix.cases.actions.describing import describe, fields_of
from petitevoix.cases.actions.summarising import summarise
from petitevoix.cases.actions.tagging import tag
from petitevoix.cases.models import Case
from petitevoix.cases.refusals import Refused
from petitevoix.people.models import Advisor, Team
from petitevoix.people.refusals import Unchanged
from petitevoix.web.shared.htmx import page
from petitevoix.web.shared.remembering import forget
from petitevoix.web.workspace.cases.forms import AssignmentForm, refusal_of, turn
from petitevoix.web.workspace.cases.page import acted, done, refused, visible_case
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.wording import presence_words
from petitevoix.web.workspace.written import given_in


@staff("GET", "POST")
def assignment(request: StaffRequest, reference: str) -> HttpResponse:
    """Take a case in one click, or hand it over with a word."""
    case = visible_case(request, reference)
    if request.method == "GET":
        return _ask_to_whom(request, case)
    form = AssignmentForm(request.POST)
    if not form.is_valid():
        return refused(request, case, refusal_of(form))
    try:
        if "take" in request.POST:
            take(case, by=request.user)
        else:
            assign(case, by=request.user, **form.cleaned_data)
    except Refused as refusal:
        return refused(request, case, str(refusal))
    return done(request, case)


@staff("POST")
def state(request: StaffRequest, reference: str) -> HttpResponse:
    """Say whose turn it is; an eye is kept on a case with a plan, until a day."""
    case = visible_case(request, reference)
    return acted(request, case, lambda: turn(case, request.POST, by=request.user))


@staff("POST")
def wish(request: StaffRequest, reference: str) -> HttpResponse:
    """Say what the person wants of this request."""
    case = visible_case(request, reference)
    return acted(request, case, lambda: choose(case, by=request.user, wish=request.POST.get("wish", "")))


@staff("POST")
def fault(request: StaffRequest, reference: str) -> HttpResponse:
    """Say whose fault it is, as far as we know."""
    case = visible_case(request, reference)
    return acted(request, case, lambda: mark_fault(case, by=request.user, whose=request.POST.get("whose", "")))


@staff("POST")
def tags(request: StaffRequest, reference: str) -> HttpResponse:
    """Give tags to a case, or take one off."""
    case = visible_case(request, reference)
    given = [name.strip() for name in request.POST.get("add", "").split(",") if name.strip()]
    try:
        tag(case, by=request.user, add=given, remove=request.POST.getlist("remove"))
    except Refused as refusal:
        return refused(request, case, str(refusal))
    forget("tags")
    return done(request, case)


@staff("POST")
def signing(request: StaffRequest, reference: str) -> HttpResponse:
    """Say whether they ask before they sign, and which contract it led to."""
    case = visible_case(request, reference)
    before, contract = bool(request.POST.get("before")), request.POST.get("contract", "")
    return acted(request, case, lambda: mark_before_signing(case, by=request.user, before=before, contract=contract))


@staff("POST")
def fields(request: StaffRequest, reference: str) -> HttpResponse:
    """Write down what this house wants to know besides."""
    case = visible_case(request, reference)
    values = given_in(request.POST, fields_of(case))
    try:
        describe(case, by=request.user, values=values)
    except (Refused, Unchanged) as refusal:
        return refused(request, case, str(refusal), fields=True)
    return done(request, case)


def _ask_to_whom(request: StaffRequest, case: Case) -> HttpResponse:
    answering = Advisor.objects.active().exclude(role__in=[Advisor.Role.MAKER, Advisor.Role.KEEPER])
    colleagues = [(one.pk, one.name, presence_words(one)) for one in answering]
    teams = Team.objects.all()
    return page(
        request, "workspace/cases/assignment.html", case=case, colleagues=colleagues, teams=teams,
        summary=summarise(case), inside=request.headers.get("HX-Request") == "true",
    )  # fmt: skip
