"""A person's page about a block: why, until when, and a place to say that it is wrong."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from petitevoix.cases.actions import blocking
from petitevoix.cases.models import Block
from petitevoix.cases.refusals import Refused
from petitevoix.web.portal.cases.views import reader
from petitevoix.web.portal.drawing import draw


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, token: str) -> HttpResponse:
    """Show the last block that was decided; take an appeal against it."""
    person = reader(request, token)
    block = Block.objects.filter(person=person, decided_at__isnull=False).order_by("-pk").first()
    if block is None:
        raise Http404
    known = {"person": person, "token": token, "block": block, "refused": "", "typed": ""}
    if request.method == "POST":
        try:
            blocking.appeal(block, by=person, words=request.POST.get("words", ""))
        except Refused as refused:
            known |= {"refused": str(refused), "typed": request.POST.get("words", "")[:10_000]}
            return draw(request, "portal/block/page.html", known, status=422)
        messages.success(request, _("We have your words. Somebody who leads the team will answer them."))
        return redirect("portal:block", token=token)
    return draw(request, "portal/block/page.html", known)
