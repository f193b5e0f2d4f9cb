"""Whose turn it is, and whose case: taking, handing over, states, closing."""

from django.http import HttpResponse

from petitevoix.cases.actions.assigning import assign, take
from petitevoix.cases.actions.closing import close, set_state
from petitevoix.cases.models import Case
from petitevoix.cases.refusals import Refused, Unseen
from petitevoix.people.models import Advisor, Team
from petitevoix.web.shared.htmx import page
from petitevoix.web.workspace.cases.card import card
from petitevoix.web.workspace.cases.forms import AssignmentForm, ClosureForm, confirmed_in, marks_in, refusal_of
from petitevoix.web.workspace.cases.page import done, refused, visible_case
from petitevoix.web.workspace.door import StaffRequest, staff


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
    """Say whose turn it is."""
    case = visible_case(request, reference)
    try:
        set_state(case, request.POST.get("state", ""), by=request.user)
    except Refused as refusal:
        return refused(request, case, str(refusal))
    return done(request, case)


@staff("GET", "POST")
def closure(request: StaffRequest, reference: str) -> HttpResponse:
    """Close a case with its explanation."""
    case = visible_case(request, reference)
    if request.method == "GET":
        return _ask_for_words(request, case)
    form = ClosureForm(request.POST)
    if not form.is_valid():
        return refused(request, case, refusal_of(form))
    try:
        marks, confirmed = marks_in(request.POST), confirmed_in(request.POST)
        close(case, by=request.user, marks=marks, confirmed=confirmed, **form.cleaned_data)
    except Unseen as stopped:
        return refused(request, case, str(stopped), status=409, unseen=stopped.messages, closure=form.cleaned_data)
    except Refused as refusal:
        return refused(request, case, str(refusal), closure=form.cleaned_data)
    return done(request, case)


def _ask_to_whom(request: StaffRequest, case: Case) -> HttpResponse:
    colleagues = Advisor.objects.active().exclude(role__in=[Advisor.Role.MAKER, Advisor.Role.KEEPER])
    teams = Team.objects.all()
    return page(request, "workspace/cases/assignment.html", case=case, colleagues=colleagues, teams=teams)


def _ask_for_words(request: StaffRequest, case: Case) -> HttpResponse:
    last = case.messages.told().values_list("id", flat=True).last()
    base, beside = f"/desk/cases/{case.reference}/", card(case, request.user)
    return page(request, "workspace/cases/closure.html", case=case, last=last, base=base, card=beside)
