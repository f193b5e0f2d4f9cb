"""One act on the cases chosen in a list: begun, watched, taken back."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from petitevoix.cases.actions import bulk
from petitevoix.cases.models import BulkAct, Case, Macro
from petitevoix.cases.refusals import Refused
from petitevoix.kit import ids
from petitevoix.people.models import Advisor
from petitevoix.web.shared.htmx import blocks, page
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.today.lists import listing_named

TEMPLATE = "workspace/bulk/bulk.html"
MOST = 100  # macros


@staff("GET", "POST")
def begin_act(request: StaffRequest) -> HttpResponse:
    """Begin an act on the cases chosen, or on all of a list; say to whom they can be handed, and which macros do."""
    if request.method == "GET":
        if request.GET.get("with") == "macros":
            macros = [one for one in Macro.objects.in_use().visible_to(request.user)[:MOST] if one.acts]
            return blocks(request, TEMPLATE, "which", macros=macros)
        resting = [Advisor.Role.MAKER, Advisor.Role.KEEPER]
        colleagues = Advisor.objects.active().exclude(role__in=resting).values_list("pk", "name")
        return blocks(request, TEMPLATE, "whom", colleagues=colleagues)
    try:
        act, arguments = _asked(request)
        begun = bulk.begin(act, _chosen(request), by=request.user, **arguments)
    except Refused as refusal:
        return _draw(request, None, status=422, refusal=str(refusal))
    if request.headers.get("HX-Request") == "true":
        return _draw(request, begun)
    return HttpResponseRedirect(f"/desk/bulk/{begun.pk}/")


@staff("GET")
def show(request: StaffRequest, pk: int) -> HttpResponse:
    """Show how far it is."""
    return _draw(request, _own(request, pk))


@staff("POST")
def take_back(request: StaffRequest, pk: int) -> HttpResponse:
    """Take it back in each case that still stands as it left it."""
    try:
        undone = bulk.undo(_own(request, pk), by=request.user)
    except Refused as refusal:
        return _draw(request, _own(request, pk), status=422, refusal=str(refusal))
    if request.headers.get("HX-Request") == "true":
        return _draw(request, undone)
    return HttpResponseRedirect(f"/desk/bulk/{pk}/")


def _own(request: StaffRequest, pk: int) -> BulkAct:
    return get_object_or_404(BulkAct.objects.filter(by=request.user), pk=pk)


def _chosen(request: StaffRequest) -> list[int]:
    if "all" in request.POST:
        return list(_list_of(request).values_list("pk", flat=True)[: bulk.MOST + 1])
    references = request.POST.getlist("cases")[: bulk.MOST + 1]
    found = dict(Case.objects.visible_to(request.user).filter(reference__in=references).values_list("reference", "pk"))
    return [found[one] for one in references if one in found]


def _list_of(request: StaffRequest) -> Any:
    chosen = listing_named(request.POST.get("list", ""), request.user)
    if chosen is None:
        raise Http404
    return chosen.cases


def _asked(request: StaffRequest) -> tuple[str, dict[str, Any]]:
    sent, act = request.POST, request.POST.get("act", "")
    if act == "take":
        return "assign", {"advisor": request.user.pk}
    if act == "hand":
        to: dict[str, Any] = {}
        for key in ("advisor", "team"):
            value = sent.get(key, "")
            number = ids.number(value)
            if value == "none" or number is not None:
                to[key] = number
        if not to:
            raise Refused(_("Say to whom."))
        return "assign", to
    if act in {"tag", "untag"}:
        names = [name.strip() for name in sent.get("tags", "").split(",") if name.strip()][:20]
        if not names:
            raise Refused(_("Write the name of the tag."))
        return "tag", {"add" if act == "tag" else "remove": names}
    if act == "macro":
        return "macro", {"macro": ids.number(sent.get("macro", ""))}
    return ("turn", {"state": act.removeprefix("turn-")}) if act.startswith("turn-") else (act, {})


def _draw(request: StaffRequest, act: BulkAct | None, *, status: int = 200, refusal: str = "") -> HttpResponse:
    context: dict[str, Any] = {"act": act, "refusal": refusal}
    if act:
        context |= {"said": _said(act), "many": len(act.cases), "refused": act.refused[:50]}
    if request.headers.get("HX-Request") == "true":
        return blocks(request, TEMPLATE, "told", status=status, **context)
    return page(request, TEMPLATE, status=status, **context)


def _said(act: BulkAct) -> str:
    many, changed = len(act.cases), len(act.before)
    if act.state == BulkAct.State.WORKING:
        return _("%(reached)s of %(many)s cases") % {"reached": act.reached, "many": many}
    if act.state == BulkAct.State.UNDOING:
        return _("Taking it back: %(reached)s of %(many)s cases") % {"reached": act.reached, "many": many}
    if act.state == BulkAct.State.UNDONE:
        return _("Taken back.")
    if not changed:
        return _("Done: nothing had to change.")
    return ngettext("Done: %(num)s case changed.", "Done: %(num)s cases changed.", changed) % {"num": changed}
