"""The cases of a person, newest first, as far as their reader may see them."""

from datetime import datetime
from typing import NamedTuple

from petitevoix.cases.models import Case, Promise
from petitevoix.people.models import Advisor, Person
from petitevoix.web.workspace.wording import channel_name, state_name

PAGE = 50


class Row(NamedTuple):
    id: int
    path: str
    title: str
    reference: str
    state: str
    channel: str
    language: str
    opened_at: datetime
    holder: str
    whose: str  # the name of the other person, where this one only takes part


class Said(NamedTuple):
    words: str
    at: datetime
    path: str
    contract: str
    language: str


def cases_of(person: Person, *, reader: Advisor, before: str) -> tuple[list[Row], int | None]:
    """Read one page of a person's cases, and the key behind which the next one begins, or nothing."""
    cases = Case.objects.visible_to(reader).of(person).order_by("-pk")
    if before.isdecimal() and len(before) < 19:
        cases = cases.filter(pk__lt=int(before))
    fields = ("pk", "reference", "title", "state", "channel", "language", "opened_at", "advisor__name", "team__name",
              "person", "person__name")  # fmt: skip
    found = [_row(person, *values) for values in cases.values_list(*fields)[: PAGE + 1]]
    return found[:PAGE], found[PAGE - 1].id if len(found) > PAGE else None


def said_before_signing(person: Person, *, reader: Advisor) -> list[Said]:
    """Read what we answered a person before they signed, as far as its reader may see it."""
    said = Promise.objects.visible_to(reader).said_before_signing().filter(case__in=Case.objects.filter(person=person))
    fields = ("words", "made_at", "case__reference", "case__contract", "case__language", "message_id")
    return [
        Said(words, at, f"/desk/cases/{reference}/#message-{message}", contract, language)
        for words, at, reference, contract, language, message in said.values_list(*fields)[:PAGE]
    ]


def _row(
    person: Person, pk: int, reference: str, title: str, state: str, channel: str, language: str, opened_at: datetime,
    advisor: str | None, team: str | None, owner: int, owner_name: str,
) -> Row:  # fmt: skip
    return Row(
        id=pk,
        path=f"/desk/cases/{reference}/",
        title=title,
        reference=reference,
        state=state_name(state),
        channel=channel_name(channel),
        language=language,
        opened_at=opened_at,
        holder=advisor or team or "",
        whose="" if owner == person.pk else owner_name or "…",
    )
