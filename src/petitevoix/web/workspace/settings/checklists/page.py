"""Procedures: kept, offered where they fit, and mended by what did not; of whom, nobody reads."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.cases.actions.procedures import MOST_STEPS, keep_procedure, mend, put_procedure_away
from petitevoix.cases.models import Procedure, ReadyAnswer, Snag, Tag
from petitevoix.cases.refusals import Refused
from petitevoix.kit import ids
from petitevoix.people.models import Team
from petitevoix.web.workspace.door import StaffRequest
from petitevoix.web.workspace.settings.frame import answering, draw

HOME = "/desk/settings/checklists/"
MOST = 200
EMPTY = 5  # lines beside those that are filled in


@answering("GET", "POST")
def show(request: StaffRequest) -> HttpResponse:
    """List the procedures one may use, or keep a new one."""
    return _draw(request) if request.method == "GET" else _keep(request, None)


@answering("GET")
def new(request: StaffRequest) -> HttpResponse:
    """Write a procedure."""
    return _draw_one(request, None)


@answering("GET", "POST")
def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a procedure with what did not fit in it, or change it."""
    known = _visible(request, pk)
    return _draw_one(request, known) if request.method == "GET" else _keep(request, known)


@answering("POST")
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    """Put a procedure away."""
    known = _visible(request, pk)
    return _do(request, known, lambda: put_procedure_away(known, by=request.user), HOME)


@answering("POST")
def restore(request: StaffRequest, pk: int) -> HttpResponse:
    """Bring a procedure back."""
    known = _visible(request, pk)
    return _do(request, known, lambda: put_procedure_away(known, by=request.user, is_away=False), HOME)


@answering("POST")
def mending(request: StaffRequest, pk: int, snag: int) -> HttpResponse:
    """Say that what did not fit is mended, or is not after all."""
    known = _visible(request, pk)
    found = get_object_or_404(Snag.objects.select_related("procedure"), procedure=known, pk=snag)
    is_mended = request.POST.get("mended") != "no"
    return _do(request, known, lambda: mend(found, by=request.user, is_mended=is_mended), f"{HOME}{pk}/")


def _visible(request: StaffRequest, pk: int) -> Procedure:
    return get_object_or_404(Procedure.objects.visible_to(request.user).select_related("keeper", "team"), pk=pk)


def _keep(request: StaffRequest, known: Procedure | None) -> HttpResponse:
    sent, seen = request.POST, _chosen(request)
    asked: dict[str, Any] = {
        "name": sent.get("name", ""),
        "language": sent.get("language", ""),
        "steps": _steps(sent),
        "team": dict(seen["teams"]).get(sent.get("team", "")),
        "when_tag": dict(seen["tags"]).get(sent.get("when_tag", "")),
        "when_team": dict(seen["every_team"]).get(sent.get("when_team", "")),
    }
    return _do(request, known, lambda: keep_procedure(by=request.user, known=known, **asked), HOME)


def _do(request: StaffRequest, known: Procedure | None, act: Callable[[], object], then: str) -> HttpResponse:
    try:
        act()
    except Refused as refusal:
        return _draw_one(request, known, refusal=str(refusal))
    messages.success(request, _("Kept."))
    return HttpResponseRedirect(then)


def _steps(sent: Mapping[str, str]) -> list[dict[str, Any]]:
    lines = []
    for number in range(MOST_STEPS + EMPTY):
        lines.append(
            {
                "words": sent.get(f"words-{number}", ""),
                "link": sent.get(f"link-{number}", ""),
                "answer": ids.number(sent.get(f"answer-{number}", "")),
            }
        )
    return lines


def _draw(request: StaffRequest) -> HttpResponse:
    me = request.user
    visible = Procedure.objects.visible_to(me).select_related("team", "keeper", "when_tag", "when_team")
    known: dict[str, Any] = {
        "procedures": list(visible.in_use()[:MOST]),
        "away": [one for one in visible.exclude(put_away_at=None)[:MOST] if one.may_be_changed_by(me)],
    }
    return draw(request, "checklists/checklists.html", "checklists", **known)


def _draw_one(request: StaffRequest, procedure: Procedure | None, refusal: str = "") -> HttpResponse:
    typed: Mapping[str, Any] = request.POST if request.method == "POST" else _held(procedure)
    filled = [step for step in (_steps(typed) if request.method == "POST" else typed["steps"]) if step["words"]]
    known: dict[str, Any] = {
        "procedure": procedure,
        "mine": procedure is None or procedure.may_be_changed_by(request.user),
        "typed": typed,
        "steps": [*filled, *({} for _line in range(EMPTY))][:MOST_STEPS],
        "answers": list(ReadyAnswer.objects.in_use().visible_to(request.user).values_list("pk", "name")[:MOST]),
        "snags": list(procedure.snags.filter(is_mended=False)[:MOST]) if procedure else [],
        "mended": list(procedure.snags.filter(is_mended=True)[:20]) if procedure else [],
        "refusal": refusal,
        **_chosen(request),
    }
    return draw(request, "checklists/one.html", "checklists", status=422 if refusal else 200, **known)


def _held(procedure: Procedure | None) -> dict[str, Any]:
    if procedure is None:
        return {"steps": []}
    names = ("team_id", "when_tag_id", "when_team_id")
    held = {name.removesuffix("_id"): str(getattr(procedure, name) or "") for name in names}
    return {**held, "name": procedure.name, "language": procedure.language, "steps": procedure.steps}


def _chosen(request: StaffRequest) -> dict[str, list[tuple[str, Any]]]:
    me = request.user
    teams = Team.objects.all() if me.sees_all else Team.objects.filter(members=me)
    numbered = lambda found: [(str(one.pk), one) for one in found]
    return {
        "teams": numbered(teams),
        "every_team": numbered(Team.objects.visible_to(me)),
        "tags": numbered(Tag.objects.in_use()),
    }
