"""Tabs as rows: whose case, what is new in it, what is begun there."""

from typing import NamedTuple

from django.db.models import CharField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from petitevoix.cases.models import Tab
from petitevoix.cases.models.tab import MOST
from petitevoix.people.models import Address, Advisor

_address = Address.objects.filter(person=OuterRef("case__person"), kind=Address.Kind.EMAIL).values("value")[:1]
_who = Coalesce(NullIf("case__person__name", Value("")), Subquery(_address), Value("…"), output_field=CharField())


class Row(NamedTuple):
    reference: str
    who: str
    title: str
    is_new: bool
    has_words: bool

    @property
    def path(self) -> str:
        return f"/desk/cases/{self.reference}/"


def tabs_of(advisor: Advisor) -> list[Row]:
    """Read the tabs of an advisor in one query."""
    found = Tab.objects.shown_to(advisor).annotate(who=_who)
    return [
        Row(*one) for one in found.values_list("case__reference", "who", "case__title", "is_new", "has_words")[:MOST]
    ]
