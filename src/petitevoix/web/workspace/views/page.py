"""The pages of views: the list of them, and the form in which one is made or changed."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.cases.actions.viewing import keep_view, put_away
from petitevoix.cases.conditions import cleaned
from petitevoix.cases.models import View
from petitevoix.cases.refusals import Refused
from petitevoix.kit import ids
from petitevoix.people.models import Team
from petitevoix.web.shared.htmx import blocks, page
from petitevoix.web.shared.remembering import forget
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.today.lists import listing
from petitevoix.web.workspace.today.rows import rows
from petitevoix.web.workspace.views.form import fields, given_in

HOME = "/desk/views/"
FORM = "workspace/views/form.html"
GLIMPSE = 8  # rows of a preview


@staff("GET")
def show(request: StaffRequest) -> HttpResponse:
    """List the views one may see, and those one has put away."""
    kept = View.objects.visible_to(request.user).select_related("owner", "team")
    away = View.objects.put_away_by(request.user).order_by("-put_away_at")[:10]
    known = [(view, view.may_be_changed_by(request.user)) for view in kept]
    return page(request, "workspace/views/views.html", here="views", views=known, away=away)


@staff("GET", "POST")
def make(request: StaffRequest) -> HttpResponse:
    """Make a view; conditions may come with the address, as from another view or from a list."""
    if request.method == "POST":
        return _keep(request, None)
    return _draw(request, None, given_in(request.GET))


@staff("GET", "POST")
def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Change a view."""
    view = get_object_or_404(View.objects.visible_to(request.user), pk=pk)
    return _keep(request, view) if request.method == "POST" else _draw(request, view, view.conditions)


@staff("GET")
def preview(request: StaffRequest) -> HttpResponse:
    """Show the first cases of a view that is not saved yet."""
    return blocks(request, FORM, "glimpse", **_glimpse(request, given_in(request.GET)))


@staff("POST")
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    """Put a view away; it can be brought back."""
    return _put(request, get_object_or_404(View.objects.visible_to(request.user), pk=pk), is_away=True)


@staff("POST")
def restore(request: StaffRequest, pk: int) -> HttpResponse:
    """Bring a view back."""
    return _put(request, get_object_or_404(View.objects.put_away_by(request.user), pk=pk), is_away=False)


def _put(request: StaffRequest, view: View, *, is_away: bool) -> HttpResponse:
    try:
        put_away(view, by=request.user, is_away=is_away)
    except Refused as refusal:
        return _draw(request, view, view.conditions, refusal=str(refusal))
    forget(("views", request.user.pk))
    return HttpResponseRedirect(HOME)


def _keep(request: StaffRequest, view: View | None) -> HttpResponse:
    given, sent = given_in(request.POST), request.POST
    team = Team.objects.visible_to(request.user).filter(pk=ids.number(sent.get("share_with", "")) or 0).first()
    try:
        kept = keep_view(
            by=request.user, name=sent.get("name", ""), audience=sent.get("audience", ""), team=team, asked=given,
            known=view,
        )  # fmt: skip
    except Refused as refusal:
        return _draw(request, view, given, refusal=str(refusal), typed=sent)
    forget(("views", request.user.pk))
    return HttpResponseRedirect(f"{HOME}{kept.pk}/")


def _draw(request: StaffRequest, view: View | None, given: dict[str, Any], **context: Any) -> HttpResponse:
    context = {
        "view": view,
        "fields": fields(given, request.user),
        "teams": Team.objects.visible_to(request.user),
        "mine": request.user.sees_all or (view is None) or view.owner_id == request.user.pk,
        **_glimpse(request, given),
        **context,
    }
    return page(request, FORM, status=422 if context.get("refusal") else 200, **context)


def _glimpse(request: StaffRequest, given: dict[str, Any]) -> dict[str, Any]:
    try:
        asked = cleaned(given)
    except Refused as refusal:
        return {"rows": [], "cannot": str(refusal), "asks": False}
    shown = listing("view", request.user, view=View(pk=0, name=_("This view"), conditions=asked))
    found, more = rows(shown, most=GLIMPSE, reader=request.user)
    return {"rows": found, "more": bool(more), "asks": bool(asked), "list": shown}
