"""Ready answers where one writes: offered as one types, and put into a draft without a script."""

from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from petitevoix.cases.actions.drafting import keep_words, put_with_draft
from petitevoix.cases.actions.ready import offer, offers
from petitevoix.cases.models import Draft, ReadyAnswer
from petitevoix.cases.refusals import Refused
from petitevoix.kit import ids
from petitevoix.web.shared.htmx import page
from petitevoix.web.workspace.cases.page import refused, visible_case
from petitevoix.web.workspace.door import StaffRequest, staff

MOST = 200  # in a list without a script


@staff("GET", "POST")
def choose(request: StaffRequest, reference: str) -> HttpResponse:
    """Offer ready answers: as JSON while one types `::`; as a page to those without a script, their draft kept."""
    case, asked = visible_case(request, reference), request.GET.get("q", "")[:100]
    try:
        if request.method == "POST":
            words = request.POST.get("words", "").replace("\r\n", "\n")
            keep_words(case, by=request.user, mode=Draft.Mode.REPLY, words=words)
            return HttpResponseRedirect(request.path)
        is_typed = request.headers.get("Accept") == "application/json"
        found = offers(case, asked, by=request.user, **({} if is_typed else {"most": MOST}))
    except Refused as refusal:
        return refused(request, case, refusal, reply=request.POST.get("words", ""))
    if is_typed:
        shown = [
            {"name": one.name, "words": one.words, "note": "" if one.is_theirs else _only(one.language)}
            for one in found
        ]
        return JsonResponse({"offers": shown, "said": _said(len(found))}, headers={"Cache-Control": "no-store"})
    rows = [(one, "" if one.is_theirs else _only(one.language)) for one in found]
    base = f"/desk/cases/{case.reference}/"
    return page(request, "workspace/cases/ready.html", case=case, base=base, offers=rows, asked=asked)


@staff("POST")
def insertion(request: StaffRequest, reference: str) -> HttpResponse:
    """Put a ready answer behind the words of one's draft."""
    case = visible_case(request, reference)
    visible = ReadyAnswer.objects.in_use().visible_to(request.user)
    known = get_object_or_404(visible, pk=ids.number(request.POST.get("answer", "")) or 0)
    try:
        with transaction.atomic():
            words = offer(known, case, by=request.user).words
            put_with_draft(case, by=request.user, mode=Draft.Mode.REPLY, words=words)
    except Refused as refusal:
        return refused(request, case, refusal)
    return HttpResponseRedirect(f"/desk/cases/{case.reference}/")


def _said(count: int) -> str:
    if not count:
        return _("No ready answer is called that.")
    return ngettext("%(num)s ready answer", "%(num)s ready answers", count) % {"num": count}


def _only(language: str) -> str:
    return _("only in French") if language == "fr" else _("only in English")
