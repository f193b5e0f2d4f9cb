"""The cases one has open: a section of the rail, a page of its own where the window is narrow."""

from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.cases.actions.tabs import close_tab, open_tab
from petitevoix.cases.models import Case
from petitevoix.web.shared.htmx import blocks, page
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.undoable import Undoable

TEMPLATE = "workspace/tabs/tabs.html"


@staff("GET")
def show(request: StaffRequest) -> HttpResponse:
    """Show the cases one has open."""
    return page(request, TEMPLATE)


@staff("POST")
def closing(request: StaffRequest, reference: str) -> HttpResponse:
    """Close a tab; it can be brought back."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    place = close_tab(case, by=request.user)
    back = f"/desk/tabs/{reference}/return/?at={place.timestamp() if place else ''}"
    said = _("The tab of %(name)s is closed.") % {"name": case.person.name or case.reference}
    return _done(request, Undoable(said, back, _("Bring it back"), settings.UNDO_SECONDS, target="#tabs"))


@staff("POST")
def come_back(request: StaffRequest, reference: str) -> HttpResponse:
    """Bring a tab back to its place."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    open_tab(case, by=request.user, at=_place(request.GET.get("at", "")))
    return _done(request, None)


def tabs_drawn(request: StaffRequest) -> str:
    """Draw the section of the rail."""
    return blocks(request, TEMPLATE, "section").content.decode()


def _done(request: StaffRequest, undoable: Undoable | None) -> HttpResponse:
    if request.headers.get("HX-Request") != "true":
        return HttpResponseRedirect("/desk/tabs/")
    return blocks(request, TEMPLATE, "section", "told", undoable=undoable)


def _place(written: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(float(written), UTC)
    except (ValueError, OverflowError, OSError):
        return None
