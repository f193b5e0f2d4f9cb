"""What a person may do on the page of a case: each act is a noun that is posted to, and leads back to the page."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from petitevoix.cases.actions import asking, closing, offering, promising
from petitevoix.cases.actions.telling_twice import mark_told_twice, unmark_told_twice
from petitevoix.cases.models import Case, Message, Promise
from petitevoix.cases.refusals import Refused
from petitevoix.channels.form.asking import write_back
from petitevoix.people.preferring import prefer
from petitevoix.web.portal.cases import owed
from petitevoix.web.portal.cases.forms import MissedForm, WishForm
from petitevoix.web.portal.cases.views import draw_case, owner_and_case, read_first, reader, reader_and_case

DO: dict[str, Callable[..., Promise]] = {
    "acceptance": promising.accept,
    "dispute": promising.dispute,
    "kept": promising.keep,
    "withdrawal": promising.withdraw,
    "resumption": promising.resume,
    "agreement": promising.agree_to,
}


@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: HttpRequest, token: str, reference: str) -> HttpResponse:
    """Say that we missed a question; the address itself leads to where questions are listed."""
    person, case = reader_and_case(request, token, reference)
    if request.method != "POST":
        return redirect(reverse("portal:case", args=[token, reference]) + "#questions")
    missed = MissedForm(request.POST, person=person)
    if not missed.is_valid():
        return draw_case(request, person, case, token, missed=missed)
    if person.blocked_until:  # what they write is read first by somebody who leads, whichever way it comes
        write_back(case, person, words=missed.cleaned_data["words"], files=[])
        messages.success(request, read_first())
        return back(token, reference)
    with told(request, _("Your question is with us, and it waits for an answer.")):
        asking.add_question(case, by=person, words=missed.cleaned_data["words"])
    return back(token, reference)


@require_POST
def asked_again(request: HttpRequest, token: str, reference: str, number: int) -> HttpResponse:
    """Say that an answer does not answer this question."""
    person, case = reader_and_case(request, token, reference)
    question = get_object_or_404(owed.questions_of(person, case), pk=number)
    with told(request, _("Your question is open again, and whoever answers sees that the first answer missed it.")):
        asking.ask_again(question, by=person)
    return back(token, reference)


@require_POST
def promise(request: HttpRequest, token: str, reference: str, number: int, act: str) -> HttpResponse:
    """Accept another date for a promise, dispute it, say it is kept, or let us off it."""
    person, case = reader_and_case(request, token, reference)
    promise = get_object_or_404(owed.promises_to(person, case), pk=number)
    with told(request, thanks(act)):
        DO[act](promise, by=person)
    return back(token, reference)


@require_POST
def reopening(request: HttpRequest, token: str, reference: str) -> HttpResponse:
    """Say in one press that what we called settled is not."""
    person, case = reader_and_case(request, token, reference)
    if not case.answered_soon:  # a closing that has not left has closed nothing
        closing.not_solved(case, by=person)
    messages.success(request, _("The case is open again, and it is our turn. You may add a word below; you need not."))
    return back(token, reference)


@require_POST
def wish(request: HttpRequest, token: str, reference: str) -> HttpResponse:
    """Choose how we go about this request: fix it, explain it, let me do it, or as we see fit."""
    person, case = owner_and_case(request, token, reference)
    form = WishForm(request.POST)
    if form.is_valid():
        closing.choose(case, by=person, wish=form.cleaned_data["wish"])
        messages.success(request, _("We have noted it. You can change it at any time."))
    return back(token, reference)


@require_POST
def way(request: HttpRequest, token: str) -> HttpResponse:
    """Say how one prefers to be reached, or that one leaves it to us."""
    person, chosen = reader(request, token), request.POST.get("reached_by")
    if chosen is not None:
        prefer(person, chosen)
        messages.success(request, _("We have noted it. You can change it at any time."))
    case = Case.objects.of(person).filter(reference=request.POST.get("case", "")).first()
    return back(token, case.reference) if case else redirect("portal:me", token=token)


@require_POST
def who(request: HttpRequest, token: str, reference: str) -> HttpResponse:
    """Choose between who has answered before and whoever is free first."""
    person, case = owner_and_case(request, token, reference)
    with told(request, _("We have noted it. Your place is the same.")):
        offering.choose_who(case, by=person, who=request.POST.get("who", ""))
    return back(token, reference)


@require_POST
def told_twice(request: HttpRequest, token: str, reference: str, number: int, *, is_told: bool) -> HttpResponse:
    """Say in one press that one had told us this before, or take it back."""
    person, case = owner_and_case(request, token, reference)
    message = get_object_or_404(Message.objects.between_us_and_the_person().filter(case=case), pk=number)
    mark = mark_told_twice if is_told else unmark_told_twice
    with told(request, _("We have noted it, and whoever answers you sees it.") if is_told else _("We have noted it.")):
        mark(message, by=person)
    return back(token, reference)


def thanks(act: str) -> str:
    return {
        "acceptance": _("Thank you. The new date is the one that counts now."),
        "dispute": _("We have noted that it was not kept, and it is our turn."),
        "kept": _("We have noted that it is kept. Thank you for telling us."),
        "resumption": _("It is promised as before."),
        "agreement": _("Thank you. That is the time we keep."),
        "withdrawal": _("We have noted that we need not do it any more. Thank you."),
    }[act]


@contextmanager
def told(request: HttpRequest, done: str) -> Iterator[None]:
    """Tell the person that an act is done, or in one sentence why it is not."""
    try:
        yield
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)


def back(token: str, reference: str) -> HttpResponse:
    """Lead back to the top of the page, where what was done is said."""
    return redirect("portal:case", token=token, reference=reference)
