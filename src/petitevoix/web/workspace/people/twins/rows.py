"""Pairs of persons who may be one, as far as their reader may see both."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from petitevoix.cases.access import persons_visible_to
from petitevoix.people.models import Advisor, Person, Twins

MOST = 5
PAGE = 30


class Pair(NamedTuple):
    id: int
    one: Person
    other: Person
    because: str


def twins_of(person: Person, *, reader: Advisor) -> list[Pair]:
    """Say who a person may also be; nobody learns of somebody whose every case is hidden from them."""
    pairs = Twins.objects.to_look_at().of(person).order_by("-pk")[: MOST * 4]
    return _seen(list(pairs), reader)[:MOST]


def every_pair(reader: Advisor, before: int | None) -> tuple[list[Pair], int | None]:
    """Read one page of all pairs, newest first, and where the next begins."""
    rows = Twins.objects.to_look_at().order_by("-pk")
    found = list((rows.filter(pk__lt=before) if before else rows)[: PAGE + 1])
    return _seen(found[:PAGE], reader), found[PAGE - 1].pk if len(found) > PAGE else None


def _seen(pairs: list[Twins], reader: Advisor) -> list[Pair]:
    numbers = {number for pair in pairs for number in (pair.one_id, pair.other_id)}
    persons = persons_visible_to(reader).prefetch_related("addresses").in_bulk(numbers)
    return [
        Pair(pair.pk, persons[pair.one_id], persons[pair.other_id], because(pair.because))
        for pair in pairs
        if pair.one_id in persons and pair.other_id in persons
    ]


def because(kind: str) -> str:
    """Say what two persons share."""
    return {
        "mail": _("the same address, but for a dot or what stands behind a plus"),
        "local": _("the same words before the @, and names that are near"),
        "phone": _("the same name and telephone number"),
        "house": _("the same name in the same organisation"),
    }.get(kind, "")
