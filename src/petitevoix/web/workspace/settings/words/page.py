"""Internal words: read by all guards of a draft, edited by those who lead."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.cases.actions.wording import drop_word, keep_word
from petitevoix.cases.models import InternalWord
from petitevoix.cases.refusals import Refused
from petitevoix.web.workspace.door import StaffRequest
from petitevoix.web.workspace.settings.frame import draw, leads

HOME = "/desk/settings/words/"
MOST = 1000


@leads("GET", "POST")
def show(request: StaffRequest) -> HttpResponse:
    """List the words, and add one."""
    return _keep(request, None) if request.method == "POST" else _draw(request)


@leads("POST")
def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Change a word, or what to say instead."""
    return _keep(request, get_object_or_404(InternalWord, pk=pk))


@leads("POST")
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a word out of the list."""
    dropped = get_object_or_404(InternalWord, pk=pk)
    word = dropped.word
    drop_word(dropped, by=request.user)
    messages.success(request, _("“%(word)s” may be said again.") % {"word": word})
    return HttpResponseRedirect(HOME)


def _keep(request: StaffRequest, known: InternalWord | None) -> HttpResponse:
    word, instead = request.POST.get("word", ""), request.POST.get("instead", "")
    try:
        keep_word(by=request.user, word=word, instead=instead, known=known)
    except Refused as refusal:
        return _draw(request, refusal=str(refusal), typed={"word": word, "instead": instead})
    messages.success(request, _("Kept."))
    return HttpResponseRedirect(HOME)


def _draw(request: StaffRequest, refusal: str = "", typed: dict[str, str] | None = None) -> HttpResponse:
    known = {"words": InternalWord.objects.all()[:MOST], "refusal": refusal, "typed": typed or {}}
    return draw(request, "words/words.html", "words", status=422 if refusal else 200, **known)
