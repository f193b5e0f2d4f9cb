"""Cases that have to do with each other say so, in both."""

from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.models import Case, Link
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.people.models import Advisor

# How a case may stand to another → which of the two the link begins with, and its kind.
KINDS = {
    "related": (False, Link.Kind.RELATED),
    "parent": (True, Link.Kind.PARENT),  # the other is its parent
    "child": (False, Link.Kind.PARENT),
    "duplicate": (False, Link.Kind.DUPLICATE),  # it is a duplicate of the other
    "original": (True, Link.Kind.DUPLICATE),  # the other is a duplicate of it
}


class Linked(NamedTuple):
    """One link as one of its two cases sees it."""

    id: int
    kind: str
    case: Case


def link(case: Case, other: Case, *, by: Advisor, kind: str = "related") -> Link:
    """Link two cases; two that are linked already are linked in this way from now on.

    Raises Refused: the same case, or no kind of link.
    """
    must_answer(by)
    if kind not in KINDS:
        raise Refused(_("“%(kind)s” is no way in which cases are linked.") % {"kind": kind})
    other = other.present
    if case.pk == other.pk:
        raise Refused(_("A case is not linked to itself."))
    turned, kept_as = KINDS[kind]
    one, two = (other, case) if turned else (case, other)
    with transaction.atomic():
        for pk in sorted([case.pk, other.pk]):
            Case.objects.locked(pk)
        _between(case, other).delete()
        made = Link.objects.create(one=one, other=two, kind=kept_as)
        for here, there in ((case, other), (other, case)):
            seen = kind if here == case else _turned(kind)
            record("case.linked", here, by=by, team=here.team_id, kind=seen, other=there.pk, link=made.pk)
    return made


def unlink(case: Case, link: int, *, by: Advisor) -> None:
    """Take a link of a case away; one that is gone already is let be."""
    must_answer(by)
    with transaction.atomic():
        gone = Link.objects.filter(Q(one=case) | Q(other=case), pk=link).select_related("one", "other").first()
        if gone is None:
            return
        for here, there in ((gone.one, gone.other), (gone.other, gone.one)):
            facts: dict[str, Any] = {"other": there.pk, "link": gone.pk, "kind": _kind(gone, here)}
            record("case.unlinked", here, by=by, team=here.team_id, **facts)
        gone.delete()


def links_of(case: Case, *, reader: Advisor) -> list[Linked]:
    """Give what a case is linked to, as far as a reader may see it."""
    rows = list(Link.objects.filter(Q(one=case) | Q(other=case)).order_by("id"))
    if not rows:
        return []
    others = Case.objects.filter(pk__in=[_other(row, case) for row in rows]).select_related("joined_into")
    present = {one.pk: one.present for one in others}
    seen = Case.objects.visible_to(reader).in_bulk([one.pk for one in present.values()])
    return [
        Linked(row.pk, _kind(row, case), seen[present[_other(row, case)].pk])
        for row in rows
        if present[_other(row, case)].pk in seen and present[_other(row, case)].pk != case.pk
    ]


def _between(case: Case, other: Case) -> QuerySet[Link]:
    return Link.objects.filter(Q(one=case, other=other) | Q(one=other, other=case))


def _other(row: Link, case: Case) -> int:
    return row.other_id if row.one_id == case.pk else row.one_id


def _kind(row: Link, case: Case) -> str:
    begins = row.one_id == case.pk
    if row.kind == Link.Kind.PARENT:
        return "child" if begins else "parent"
    if row.kind == Link.Kind.DUPLICATE:
        return "duplicate" if begins else "original"
    return "related"


def _turned(kind: str) -> str:
    return {"parent": "child", "child": "parent", "duplicate": "original", "original": "duplicate"}.get(kind, kind)
