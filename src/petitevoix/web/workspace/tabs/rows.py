"""Tabs as rows: whose case, what is new in it, what is begun there."""

from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import CharField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from petitevoix.cases.models import Tab
from petitevoix.cases.models.case import seen_but
from petitevoix.cases.models.tab import MOST, TabQuerySet
from petitevoix.kit.prepared import Prepared
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
    hidden = advisor.hidden_teams
    found: Any = _read(Tab.objects.shown_to(advisor)) if hidden is None else _mine_but(hidden)(advisor.pk)
    return [
        Row(who=who, reference=reference, title=title, is_new=bool(is_new), has_words=bool(has_words))
        for reference, who, title, is_new, has_words in found
    ]


def _read(tabs: TabQuerySet) -> QuerySet[Any, Any]:
    fields = ("case__reference", "who", "case__title", "is_new", "has_words")
    return tabs.annotate(who=_who).values_list(*fields)[:MOST]


@lru_cache(maxsize=200)
def _mine_but(hidden: tuple[int, ...]) -> Prepared:
    def mine(me: int) -> QuerySet:
        tabs = Tab.objects.of(me)
        return _read(tabs.filter(seen_but(hidden, me, "case__")) if hidden else tabs)

    return Prepared(mine, int)
