"""Who a case is about, and who else is in it: what stands beside the thread."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from django.conf import settings
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from petitevoix.cases.models import Case, Participant
from petitevoix.kit import clock
from petitevoix.kit.words import exactly, moment, when
from petitevoix.people.models import Advisor, Person
from petitevoix.web.workspace.wording import state_name

OTHERS = 6


@dataclass
class Someone:
    id: int
    name: str
    language: str
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


def _persons(case: Case) -> dict[int, Someone]:
    taking_part = Participant.objects.filter(case=case).values("person")
    rows = Person.objects.filter(Q(pk=case.person_id) | Q(pk__in=taking_part)).order_by("id", "addresses__id")
    persons: dict[int, Someone] = {}
    for pk, name, language, address in rows.values_list("id", "name", "language", "addresses__value"):
        someone = persons.setdefault(pk, Someone(pk, name, language))
        if address:
            someone.addresses.append(address)
    return persons


def _others(case: Case, reader: Advisor) -> list[Other]:
    others = Case.objects.visible_to(reader).filter(person=case.person_id).exclude(pk=case.pk).order_by("-id")[:OTHERS]
    spoken = _spoken()
    return [
        Other(f"/desk/cases/{reference}/", title, state_name(state), when(at, spoken))
        for reference, title, state, at in others.values_list("reference", "title", "state", "changed_at")
    ]


def _news(due: datetime | None) -> tuple[str, str, str]:
    if due is None:
        return "", "", ""
    spoken = _spoken()
    words, in_full = _dated(due, spoken)
    return words, in_full, "late" if due < clock.now() else ""


@lru_cache(maxsize=1024)
def _dated(at: datetime, spoken: str) -> tuple[str, str]:
    return moment(at, spoken), exactly(at, spoken)


def _spoken() -> str:
    return (translation.get_language() or settings.LANGUAGE_CODE)[:2]
