"""Persons who may be one: all pairs, one pair side by side, and what is decided of it."""

from typing import Any

from django.contrib import messages
from django.contrib.messages import get_messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.cases.access import person_opened
from petitevoix.cases.actions import merging_persons as merging
from petitevoix.cases.models import Case, PersonMerge
from petitevoix.cases.refusals import Refused
from petitevoix.kit import ids
from petitevoix.people.models import Field, Organisation, Person, Twins
from petitevoix.web.shared.htmx import page
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.people.person.forms import WAYS, PersonForm
from petitevoix.web.workspace.people.person.page import kept, visible
from petitevoix.web.workspace.people.twins.rows import every_pair
from petitevoix.web.workspace.written import all_fields


@staff("GET")
def show(request: StaffRequest) -> HttpResponse:
    """List the pairs that nobody has judged yet."""
    pairs, cursor = every_pair(request.user, ids.number(request.GET.get("before", "")))
    known: dict[str, Any] = {"pairs": pairs, "cursor": cursor, "said": list(get_messages(request))}
    return page(request, "workspace/people/twins/twins.html", **known)


@staff("GET", "POST")
def merge(request: StaffRequest, pk: int, other: int) -> HttpResponse:
    """Show what goes over from one person to another, and bring them together."""
    keeps, goes = visible(request, pk), visible(request, other)
    if request.method == "GET":
        return _preview(request, keeps, goes)
    take = [name for name in merging.conflicts(keeps, goes) if request.POST.get(f"take-{name}") == "other"]
    try:
        merging.merge(keeps, goes, by=request.user, take=take)
    except Refused as refused:
        return _preview(request, keeps, goes, refused=str(refused))
    return kept(request, keeps, _("They are one person now. For thirty days, this can be undone from here."))


@staff("POST")
def part(request: StaffRequest, pk: int, number: int) -> HttpResponse:
    """Undo a merge."""
    person = visible(request, pk)
    done = get_object_or_404(PersonMerge, kept=person, pk=number)
    try:
        merging.part(done, by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
        return HttpResponseRedirect(f"/desk/people/{pk}/")
    return kept(request, person, _("They are two persons again, each with what was theirs."))


@staff("POST")
def apart(request: StaffRequest, number: int) -> HttpResponse:
    """Say that two persons are two."""
    pair = get_object_or_404(Twins, pk=number)
    for person in (pair.one_id, pair.other_id):
        visible(request, person)
    try:
        merging.keep_apart(pair, by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("They are two. This is not suggested again."))
    came_from = ids.number(request.POST.get("from", ""))
    return HttpResponseRedirect("/desk/people/twins/" if came_from is None else f"/desk/people/{came_from}/")


def _preview(request: StaffRequest, keeps: Person, goes: Person, refused: str = "") -> HttpResponse:
    for person in (keeps, goes):
        person_opened(person, by=request.user)
    seen = Case.objects.visible_to(request.user).values("pk")
    known = {
        "keeps": keeps, "goes": goes, "refused": refused, "moves": merging.what_moves(goes, seen),
        "conflicts": _said(merging.conflicts(keeps, goes)), "addresses": [one.value for one in goes.addresses.all()],
    }  # fmt: skip
    return page(request, "workspace/people/twins/merge.html", status=422 if refused else 200, **known)


def _said(conflicts: dict) -> list[tuple[str, str, str, str]]:
    labels = {name: field.label for name, field in PersonForm.base_fields.items()}
    labels |= {f"fields.{one.key}": one.label for one in all_fields(Field.Target.PERSON)}
    labels["organisation_id"] = _("Organisation")
    houses = set(conflicts.get("organisation_id", ()))
    names = {one.pk: one.name for one in Organisation.objects.filter(pk__in=houses)} if houses else {}
    shown: dict[Any, Any] = {**dict(WAYS), "fr": _("French"), "en": _("English"), True: _("yes"), False: _("no")}

    def say(name: str, value: object) -> str:
        if name == "organisation_id":
            return names.get(value, "")  # type: ignore[call-overload]
        if isinstance(value, bool) or name in {"language", "preferred_language", "reached_by"}:
            return str(shown[value])
        return str(value)

    return [(name, str(labels.get(name, name)), say(name, a), say(name, b)) for name, (a, b) in conflicts.items()]
