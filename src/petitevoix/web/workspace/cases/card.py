"""Who a case is about, and who else is in it: what stands beside the thread."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from petitevoix.cases.actions.linking import links_of
from petitevoix.cases.models import Block, Case, Participant
from petitevoix.kit import clock
from petitevoix.kit.prepared import Prepared
from petitevoix.kit.words import exactly, moment, when
from petitevoix.people.models import Advisor, Person
from petitevoix.people.reaching import spoken_phone
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.wording import link_kinds, state_name

OTHERS = 6


@dataclass
class Someone:
    id: int
    name: str
    language: str
    way: str = ""  # how they prefer to be reached
    way_when: str = ""  # and when, in their words
    blocked_until: datetime | None = None
    addresses: list[str] = field(default_factory=list)

    @property
    def called(self) -> str:
        """What to call them: their name, else the address they write from."""
        return self.name or (self.addresses[0] if self.addresses else "…")

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0] if self.name else _("them")


class Other(NamedTuple):
    path: str
    title: str
    state: str
    when: str


@dataclass(frozen=True)
class Card:
    person: Someone
    participants: list[Someone]
    others: list[Other]
    news: str
    news_exactly: str
    news_mark: str


def card(case: Case, reader: Advisor) -> Card:
    """Gather the person, who takes part, and their other cases, in two queries."""
    persons = _persons(case)
    news, news_exactly, mark = _news(case.news_due_at)
    return Card(
        person=persons.pop(case.person_id),
        participants=list(persons.values()),
        others=_others(case, reader),
        news=news,
        news_exactly=news_exactly,
        news_mark=mark,
    )


def _others_among(cases: QuerySet, person: int, case: int) -> QuerySet:
    others = cases.filter(person_id=person, joined_into=None).exclude(pk=case).order_by("-id")
    return others.values_list("reference", "title", "state", "changed_at")[:OTHERS]


_all_others = Prepared(lambda person, case: _others_among(Case.objects.all(), person, case), int, int)
_persons_in = Prepared(
    lambda case, person: (
        # A union, for with an OR here PostgreSQL reads every person there is.
        Person.objects.filter(
            pk__in=Person.objects.filter(pk=person)
            .values("pk")
            .union(Participant.objects.filter(case_id=case).values("person"))
        )
        .annotate(blocked_until=Subquery(Block.objects.in_force().filter(person=OuterRef("pk")).values("until")[:1]))
        .order_by("id", "addresses__position", "addresses__id")
        .values_list(
            "id",
            "name",
            "language",
            "preferred_language",
            "reached_by",
            "reached_when",
            "blocked_until",
            "addresses__value",
        )
    ),
    int,
    int,
)


def links_shown(case: Case, reader: Advisor) -> list[tuple[int, str, Other]]:
    """Give what a case is linked to, as far as its reader may see it: number, how, and the other case."""
    spoken, kinds = page_language(), dict(link_kinds())
    return [
        (one.id, kinds[one.kind], Other(
            f"/desk/cases/{one.case.reference}/", one.case.title, state_name(one.case.state),
            when(one.case.changed_at, spoken),
        ))
        for one in links_of(case, reader=reader)
    ]  # fmt: skip


def _persons(case: Case) -> dict[int, Someone]:
    persons: dict[int, Someone] = {}
    for pk, name, language, preferred, way, way_when, blocked, address in _persons_in(case.pk, case.person_id):
        someone = persons.setdefault(pk, Someone(pk, name, preferred or language, way, way_when, blocked))
        if address:
            someone.addresses.append(spoken_phone(address) if address.startswith("+") else address)
    return persons


def _others(case: Case, reader: Advisor) -> list[Other]:
    others: Iterable[Sequence[Any]]
    if getattr(reader, "hidden_teams", None) == ():  # nothing is hidden from this reader
        others = _all_others(case.person_id, case.pk)
    else:
        others = _others_among(Case.objects.visible_to(reader), case.person_id, case.pk)
    spoken = page_language()
    return [
        Other(f"/desk/cases/{reference}/", title, state_name(state), when(at, spoken))
        for reference, title, state, at in others
    ]


def _news(due: datetime | None) -> tuple[str, str, str]:
    if due is None:
        return "", "", ""
    spoken = page_language()
    words, in_full = _dated(due, spoken)
    return words, in_full, "late" if due < clock.now() else ""


@lru_cache(maxsize=1024)
def _dated(at: datetime, spoken: str) -> tuple[str, str]:
    return moment(at, spoken), exactly(at, spoken)
