"""The list of tags: coloured, renamed, merged, dropped, each of which can be taken back."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.cases.actions.tagging import drop_tag, keep_tag, merge_tag, part_tag
from petitevoix.cases.models import Tag
from petitevoix.cases.refusals import Refused
from petitevoix.kit import ids
from petitevoix.web.workspace.door import StaffRequest
from petitevoix.web.workspace.settings.frame import draw, leads

HOME = "/desk/settings/tags/"
MOST = 500


@leads("GET", "POST")
def show(request: StaffRequest) -> HttpResponse:
    """List the tags, and add one."""
    if request.method == "GET":
        return _draw(request)
    sent = request.POST
    return _do(request, lambda: keep_tag(by=request.user, name=sent.get("name", ""), colour=sent.get("colour", "")))


@leads("POST")
def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Rename a tag, or give it another colour."""
    known, sent = get_object_or_404(Tag, pk=pk), request.POST
    name, colour = sent.get("name", ""), sent.get("colour", "")
    return _do(request, lambda: keep_tag(by=request.user, name=name, colour=colour, known=known))


@leads("POST")
def merge(request: StaffRequest, pk: int) -> HttpResponse:
    """Have a tag stand for another."""
    merged, number = get_object_or_404(Tag, pk=pk), ids.number(request.POST.get("into", ""))
    if number is None:
        return _draw(request, refusal=_("Choose another tag to merge it into."))
    into = get_object_or_404(Tag.objects.in_use(), pk=number)
    return _do(request, lambda: merge_tag(merged, by=request.user, into=into))


@leads("POST")
def part(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a merged tag apart again."""
    parted = get_object_or_404(Tag, pk=pk)
    return _do(request, lambda: part_tag(parted, by=request.user))


@leads("POST")
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a tag out of the list."""
    dropped = get_object_or_404(Tag, pk=pk)
    return _do(request, lambda: drop_tag(dropped, by=request.user))


@leads("POST")
def restore(request: StaffRequest, pk: int) -> HttpResponse:
    """Bring a tag back."""
    dropped = get_object_or_404(Tag, pk=pk)
    return _do(request, lambda: drop_tag(dropped, by=request.user, is_dropped=False))


def _do(request: StaffRequest, act: Callable[[], Tag]) -> HttpResponse:
    try:
        act()
    except Refused as refusal:
        return _draw(request, refusal=str(refusal))
    messages.success(request, _("Kept."))
    return HttpResponseRedirect(HOME)


def _draw(request: StaffRequest, refusal: str = "") -> HttpResponse:
    merged = Prefetch("merged", Tag.objects.filter(is_dropped=False), to_attr="others")
    known = {
        "tags": Tag.objects.in_use().prefetch_related(merged)[:MOST],
        "dropped": Tag.objects.filter(is_dropped=True, stands_for=None)[:MOST],
        "colours": _colours(),
        "refusal": refusal,
    }
    return draw(request, "tags/tags.html", "tags", status=422 if refusal else 200, **known)


def _colours() -> list[tuple[str, str]]:
    return [
        ("grey", _("grey")), ("blue", _("blue")), ("green", _("green")), ("yellow", _("yellow")),
        ("orange", _("orange")), ("red", _("red")), ("purple", _("purple")), ("brown", _("brown")),
    ]  # fmt: skip
