"""Macros: looked for, written with what they will say beside them, put away and brought back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.cases.actions.macros import keep_macro, put_macro_away, said_of
from petitevoix.cases.actions.ready import PLACES
from petitevoix.cases.models import Macro
from petitevoix.cases.refusals import Refused
from petitevoix.people.models import Team
from petitevoix.web.shared.htmx import blocks
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.door import StaffRequest
from petitevoix.web.workspace.settings.frame import answering, draw
from petitevoix.web.workspace.settings.macros.form import choices, filled_in, given, said_by

HOME = "/desk/settings/macros/"
MOST = 100  # whoever has more looks for them by name


@answering("GET", "POST")
def show(request: StaffRequest) -> HttpResponse:
    """List the macros one may use, and write one."""
    return _draw(request) if request.method == "GET" else _keep(request, None)


@answering("GET", "POST")
def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a macro, or change it."""
    known = get_object_or_404(Macro.objects.visible_to(request.user), pk=pk)
    return _draw_one(request, known) if request.method == "GET" else _keep(request, known)


@answering("POST")
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    """Put a macro away."""
    known = get_object_or_404(Macro.objects.visible_to(request.user), pk=pk)
    return _do(request, known, lambda: put_macro_away(known, by=request.user))


@answering("POST")
def restore(request: StaffRequest, pk: int) -> HttpResponse:
    """Bring a macro back."""
    known = get_object_or_404(Macro.objects.visible_to(request.user), pk=pk)
    return _do(request, known, lambda: put_macro_away(known, by=request.user, is_away=False))


@answering("POST")
def preview(request: StaffRequest) -> HttpResponse:
    """Say what a macro will do, as it is being written."""
    return blocks(request, "workspace/settings/macros/one.html", "said", **said_by(request.POST, request.user))


def _keep(request: StaffRequest, known: Macro | None) -> HttpResponse:
    try:
        keep_macro(by=request.user, known=known, **given(request.POST, _teams(request)))
    except Refused as refusal:
        return _draw_one(request, known, refusal=str(refusal))
    messages.success(request, _("Kept."))
    return HttpResponseRedirect(HOME)


def _do(request: StaffRequest, known: Macro, act: Callable[[], Macro]) -> HttpResponse:
    try:
        act()
    except Refused as refusal:
        return _draw_one(request, known, refusal=str(refusal))
    messages.success(request, _("Kept."))
    return HttpResponseRedirect(HOME)


def _draw(request: StaffRequest) -> HttpResponse:
    me, asked = request.user, request.GET.get("q", "")[:100]
    visible = Macro.objects.visible_to(me).called(asked).select_related("team", "keeper")
    found = list(visible.in_use()[: MOST + 1])
    known: dict[str, Any] = {
        "macros": [(one, said_of(one.acts, by=me)) for one in found[:MOST]],
        "has_more": len(found) > MOST,
        "away": [one for one in visible.exclude(put_away_at=None)[:MOST] if one.may_be_changed_by(me)],
        "asked": asked,
    }
    return draw(request, "macros/macros.html", "macros", **known)


def _draw_one(request: StaffRequest, macro: Macro | None, refusal: str = "") -> HttpResponse:
    typed = request.POST if request.method == "POST" else filled_in(macro)
    known: dict[str, Any] = {
        "macro": macro,
        "mine": macro is None or macro.may_be_changed_by(request.user),
        "typed": typed,
        "teams": _teams(request),
        "places": [f"{{{place}}}" for place in PLACES[page_language() == "fr"]],
        "refusal": refusal,
        **choices(request.user),
        **said_by(typed, request.user),
    }
    return draw(request, "macros/one.html", "macros", status=422 if refusal else 200, **known)


@answering("GET")
def new(request: StaffRequest) -> HttpResponse:
    """Write a macro."""
    return _draw_one(request, None)


def _teams(request: StaffRequest) -> dict[str, Team]:
    me = request.user
    teams = Team.objects.all() if me.sees_all else Team.objects.filter(members=me)
    return {str(team.pk): team for team in teams}
