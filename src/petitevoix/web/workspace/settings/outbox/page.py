"""The outbox: what is in trouble first, then the latest."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.cases.access import parcels_visible_to
from petitevoix.delivery import actions
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.settings.frame import answering, draw
from petitevoix.web.workspace.settings.outbox.rows import STATES, Row, parcels, rows
from petitevoix.web.workspace.settings.paging import behind, turned

FIRST = 20  # of those in trouble, above the latest


@staff("GET")
def show(request: StaffRequest) -> HttpResponse:
    """List what leaves: a view of one state, or trouble above the latest."""
    state = request.GET.get("state", "")
    state = state if state in {"trouble", *STATES} else ""
    found, cursor = turned(rows(behind(request, parcels(request.user, state))))
    trouble: list[Row] = []
    more = None
    if not state and "before" not in request.GET:
        trouble, more = turned(rows(parcels(request.user, "trouble").order_by("-pk")[: FIRST + 1]), FIRST)
    known: dict[str, Any] = {"parcels": found, "cursor": cursor, "trouble": trouble, "more": more, "state": state}
    return draw(request, "outbox/outbox.html", "outbox", **known)


@answering("POST")
def retry(request: StaffRequest, pk: int) -> HttpResponse:
    """Try a parcel once more."""
    actions.retry(get_object_or_404(parcels_visible_to(request.user).in_trouble(), pk=pk), by=request.user)
    messages.success(request, _("We are trying once more, now."))
    return HttpResponseRedirect("/desk/settings/outbox/")
