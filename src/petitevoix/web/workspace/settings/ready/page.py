"""Ready answers: looked for, kept, changed, put away and brought back."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.cases.actions.ready import PLACES, keep_answer, put_answer_away
from petitevoix.cases.models import ReadyAnswer
from petitevoix.cases.refusals import Refused
from petitevoix.people.models import Advisor, Team
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.door import StaffRequest
from petitevoix.web.workspace.settings.frame import answering, draw

HOME = "/desk/settings/ready-answers/"
MOST = 100  # whoever has more looks for them by name


@answering("GET", "POST")
def show(request: StaffRequest) -> HttpResponse:
    """List the ready answers, those called as asked, and add one."""
    return _draw(request) if request.method == "GET" else _keep(request, None)


@answering("POST")
def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Change a ready answer."""
    return _keep(request, get_object_or_404(ReadyAnswer.objects.visible_to(request.user), pk=pk))


@answering("POST")
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    """Put a ready answer away."""
    answer = get_object_or_404(ReadyAnswer.objects.visible_to(request.user), pk=pk)
    return _do(request, lambda: put_answer_away(answer, by=request.user))


@answering("POST")
def restore(request: StaffRequest, pk: int) -> HttpResponse:
    """Bring a ready answer back."""
    answer = get_object_or_404(ReadyAnswer.objects.visible_to(request.user), pk=pk)
    return _do(request, lambda: put_answer_away(answer, by=request.user, is_away=False))


def _keep(request: StaffRequest, known: ReadyAnswer | None) -> HttpResponse:
    number = request.POST.get("team", "")
    team = dict(_teams(request.user)).get(number)
    if number and team is None:
        return _draw(request, refusal=_("Choose one of your teams, or all."))
    words = {name: request.POST.get(name, "") for name in ("name", "fr", "en")}
    return _do(request, lambda: keep_answer(by=request.user, **words, team=team, known=known))


def _do(request: StaffRequest, act: Callable[[], ReadyAnswer]) -> HttpResponse:
    try:
        act()
    except Refused as refusal:
        return _draw(request, refusal=str(refusal))
    messages.success(request, _("Kept."))
    return HttpResponseRedirect(HOME)


def _draw(request: StaffRequest, refusal: str = "") -> HttpResponse:
    me, asked = request.user, request.GET.get("q", "")[:100]
    visible = ReadyAnswer.objects.visible_to(me).called(asked).select_related("team", "keeper")
    found = list(visible.in_use()[: MOST + 1])
    known = {
        "answers": [(one, one.may_be_changed_by(me)) for one in found[:MOST]],
        "has_more": len(found) > MOST,
        "away": [one for one in visible.exclude(put_away_at=None)[:MOST] if one.may_be_changed_by(me)],
        "teams": _teams(me),
        "places": [f"{{{place}}}" for place in PLACES[page_language() == "fr"]],
        "asked": asked,
        "typed": request.POST,
        "refusal": refusal,
    }
    return draw(request, "ready/ready.html", "ready-answers", status=422 if refusal else 200, **known)


def _teams(advisor: Advisor) -> list[tuple[str, Team]]:
    teams = Team.objects.all() if advisor.sees_all else Team.objects.filter(members=advisor)
    return [(str(team.pk), team) for team in teams]
