"""Who listens: a member of staff by their session, a person by the signed link to their case."""

from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from importlib import import_module
from types import SimpleNamespace
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user

from petitevoix.cases.models import Case
from petitevoix.cases.models.tally import hidden_teams
from petitevoix.people.models import Person


@dataclass
class StaffReader:
    hidden: frozenset[int] = field(default_factory=frozenset)  # private teams that are not theirs
    is_stale: bool = False  # rights have changed since: look again
    advisor: int = 0


@dataclass
class PersonReader:
    topic: str
    is_stale: bool = False


Reader = StaffReader | PersonReader


def reader_behind(cookies: str, token: str, reference: str) -> Reader | None:
    """Find who may listen by a signed link, else by a session; nobody where neither holds (any more)."""
    return _person(token, reference) if token or reference else _staff(cookies)


def _person(token: str, reference: str) -> Reader | None:
    person = Person.objects.holding(token).first()
    case = person and Case.objects.of(person).filter(reference=reference).only("pk").first()
    return PersonReader(case.topic) if case else None


def _staff(cookies: str) -> Reader | None:
    try:
        morsel = SimpleCookie(cookies).get(settings.SESSION_COOKIE_NAME)
    except CookieError:
        return None
    if morsel is None:
        return None
    session = import_module(settings.SESSION_ENGINE).SessionStore(morsel.value)
    advisor: Any = get_user(SimpleNamespace(session=session))  # type: ignore[arg-type]
    if not advisor.is_authenticated:
        return None
    return StaffReader(
        frozenset() if advisor.sees_all else frozenset(hidden_teams(advisor).values_list("id", flat=True)),
        advisor=advisor.pk,
    )
