"""Closing a case: what it was, what was done, whose fault; the person reads it, and writing back opens it again."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect

from petitevoix.cases.actions.checklists import still_open
from petitevoix.cases.actions.closing import close
from petitevoix.cases.models import Case, Closure
from petitevoix.cases.refusals import Refused, Unseen
from petitevoix.people.models import Advisor
from petitevoix.web.shared.htmx import page
from petitevoix.web.workspace.cases.asked import asked
from petitevoix.web.workspace.cases.card import card
from petitevoix.web.workspace.cases.forms import ClosureForm, confirmed_in, due_presets, marks_in, refusal_of
from petitevoix.web.workspace.cases.onward import go_on, onward
from petitevoix.web.workspace.cases.page import stopped, visible_case
from petitevoix.web.workspace.cases.promised import promises_of
from petitevoix.web.workspace.cases.thread import arrived
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.wording import faults


@staff("GET", "POST")
def closure(request: StaffRequest, reference: str) -> HttpResponse:
    """Close a case with its explanation."""
    case = visible_case(request, reference)
    if request.method == "GET":
        return _ask_for_words(request, case)
    form = ClosureForm(request.POST)
    if not form.is_valid():
        return _ask_for_words(request, case, refusal=refusal_of(form))
    going_to = onward(request, case)
    try:
        marks, confirmed = marks_in(request.POST), confirmed_in(request.POST)
        closed = close(case, by=request.user, marks=marks, confirmed=confirmed, **form.cleaned_data)
    except Refused as refusal:
        return _ask_for_words(request, case, refusal=refusal, form=form)
    if going_to:
        return go_on(request, going_to, case.messages.filter(advisor=request.user, at=closed.at).latest("id"))
    return HttpResponseRedirect(f"/desk/cases/{case.reference}/")


def _ask_for_words(
    request: StaffRequest, case: Case, *, refusal: Refused | str = "", form: ClosureForm | None = None
) -> HttpResponse:
    status = (409 if isinstance(refusal, Unseen) else 422) if refusal else 200
    context = stopped(request, case, refusal, _words(case, request.user, form))
    questions = asked(case, promises_of(case, {}), request.POST, context["lacks"])
    told = case.messages.told().select_related("person", "advisor").order_by("-id")
    heard = [message for message in told[:20] if message.voice == "person"][:1]
    known: dict[str, Any] = {
        "case": case,
        "base": f"/desk/cases/{case.reference}/",
        "card": card(case, request.user),
        "last": max([context["seen_now"], *[message.pk for message in told[:1]]]),
        "questions": [one for one in questions if one.is_owed],
        "due_presets": due_presets(case.hours),
        "open_steps": still_open(case),
        "faults": faults(),
        "fault": request.POST.get("whose_fault", case.fault),
        "heard": arrived(heard, request.user),
    }
    return page(request, "workspace/cases/closure.html", status=status, **known, **context)


def _words(case: Case, by: Advisor, form: ClosureForm | None) -> str:
    """Give the words as they would leave: what was found in them is quoted from there."""
    given = form.cleaned_data if form else {}
    closing = Closure(case=case, by=by, **{name: said for name, said in given.items() if name != "seen"})
    return closing.words.strip()
