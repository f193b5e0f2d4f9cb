"""Operators: each is a few words it goes by, and one function that says what it asks for.

A function gets the question, the value, and whether it is unwanted (`-tag:refund`); it adds to the question and says
whether the value meant something to it. What means nothing is searched as words.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.db.models import Q

from petitevoix.cases.conditions import CONDITIONS
from petitevoix.cases.models import Tag
from petitevoix.kit.words import zone
from petitevoix.people.models import Advisor, Team
from petitevoix.search.asking import Asked, Term, bad_date, bad_state
from petitevoix.search.models import first_number
from petitevoix.search.words import addresses_in, fold, safe, words_in

Operator = Callable[[Asked, str, bool], bool]

STATES = {
    "open": "open", "waiting": "open", "ouvert": "open", "pending": "pending", "repondu": "pending", "held": "held",
    "ailleurs": "held", "watched": "watched", "observation": "watched", "closed": "closed", "clos": "closed",
    "spam": "spam", "indesirable": "spam", "indesirables": "spam",
}  # fmt: skip
NOBODY = {"none", "nobody", "personne", "aucun", "aucune"}
ME = {"me", "moi", "mine"}
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_DAY_FRENCH = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def apply(asked: Asked, operator: str, value: str, is_unwanted: bool) -> bool:
    """Add what an operator asks for; say whether it is one, and its value meant something."""
    known = OPERATORS.get(fold(operator))
    return known is not None and known(asked, value, is_unwanted)


def _by(asked: Asked, value: str, is_unwanted: bool) -> bool:
    return _named(asked, "f:", value, is_unwanted)


def _to(asked: Asked, value: str, is_unwanted: bool) -> bool:
    return _named(asked, "t:", value, is_unwanted)


def _named(asked: Asked, mark: str, value: str, is_unwanted: bool) -> bool:
    """Somebody's address, a domain, or words of a name."""
    lower = value.lower().lstrip("@")
    whole = bool(addresses_in(value)) or ("." in lower and " " not in lower)
    words = [lower] if whole else [fold(word) for word in words_in(lower)]
    asked.terms += [Term(frozenset({mark + safe(word)}), is_unwanted) for word in words]
    return bool(words)


def _team(asked: Asked, value: str, is_unwanted: bool) -> bool:
    """One of the teams the reader may know of; any other name is nobody's, whether it exists or not."""
    if fold(value.lower()) in NOBODY:
        return _where(asked, Q(team=None), is_unwanted)
    sought = words_in(value)
    teams = Team.objects.visible_to(asked.reader).values_list("pk", "name")
    plain = [fold(word) for word in sought]
    found = [pk for pk, name in teams if set(plain) <= {fold(word) for word in words_in(name)}]
    return _where(asked, Q(team__in=found), is_unwanted)


def _tag(asked: Asked, value: str, is_unwanted: bool) -> bool:
    """One tag, by either name where it was merged; a name that is no tag's is on no case."""
    found = Tag.objects.called(value)
    return _where(asked, CONDITIONS["tag"].asks([str(found.pk)] if found else [], asked.reader), is_unwanted)


def _advisor(asked: Asked, value: str, is_unwanted: bool) -> bool:
    if fold(value.lower()) in NOBODY:
        return _where(asked, Q(advisor=None), is_unwanted)
    if fold(value.lower()) in ME:
        return _where(asked, Q(advisor=asked.reader), is_unwanted)
    plain = {fold(word) for word in words_in(value)}
    rows = Advisor.objects.values_list("pk", "name", "email")
    found = [
        pk
        for pk, name, email in rows
        if email.lower() == value.lower() or plain <= {fold(word) for word in words_in(name)}
    ]
    return _where(asked, Q(advisor__in=found), is_unwanted)


def _is(asked: Asked, value: str, is_unwanted: bool) -> bool:
    word = fold(value.lower())
    if word in STATES:
        return _where(asked, Q(state=STATES[word]), is_unwanted)
    if word in ME:
        return _where(asked, Q(advisor=asked.reader), is_unwanted)
    if word in NOBODY | {"unassigned"}:
        return _where(asked, Q(advisor=None), is_unwanted)
    asked.mistakes.append(bad_state(value))
    return True


def _has(asked: Asked, value: str, is_unwanted: bool) -> bool:
    if fold(value.lower()) not in {"file", "files", "attachment", "fichier", "piece"}:
        return False
    asked.terms.append(Term(frozenset({"h:file"}), is_unwanted))
    return True


def _before(asked: Asked, value: str, is_unwanted: bool) -> bool:
    """The last words were written before a day."""
    return _when(asked, value, before=not is_unwanted)


def _after(asked: Asked, value: str, is_unwanted: bool) -> bool:
    """The last words were written on a day or later."""
    return _when(asked, value, before=is_unwanted)


def _when(asked: Asked, value: str, *, before: bool) -> bool:
    day = day_of(value)
    if day is None:
        asked.mistakes.append(bad_date(value))
        return True
    number = first_number(datetime.combine(day, time(), zone()))
    if before:
        asked.until = min(number - 1, asked.until if asked.until is not None else number)
    else:
        asked.since = max(number, asked.since or 0)
    return True


def day_of(value: str) -> date | None:
    """Read a day as 2026-03-31, 2026-03, 2026 or 31/03/2026; nothing where it is none."""
    try:
        if match := _DAY.fullmatch(value):
            return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
        if match := _DAY_FRENCH.fullmatch(value):
            return date(int(match[3]), int(match[2]), int(match[1]))
        ago = {"today": 0, "aujourd'hui": 0, "aujourd’hui": 0, "yesterday": 1, "hier": 1}.get(value.lower())
        return None if ago is None else _today() - timedelta(days=ago)
    except ValueError:
        return None


def _today() -> date:
    from petitevoix.kit import clock

    return clock.now().astimezone(zone()).date()


def _where(asked: Asked, filters: Q, is_unwanted: bool) -> bool:
    asked.filters &= ~filters if is_unwanted else filters
    return True


# By the words one writes them with, in French without accents.
OPERATORS: dict[str, Operator] = {
    "from": _by, "de": _by,
    "to": _to, "a": _to, "vers": _to,
    "team": _team, "equipe": _team,
    "tag": _tag, "etiquette": _tag,
    "advisor": _advisor, "conseiller": _advisor, "conseillere": _advisor,
    "is": _is, "est": _is,
    "has": _has, "avec": _has,
    "before": _before, "avant": _before,
    "after": _after, "since": _after, "apres": _after, "depuis": _after,
}  # fmt: skip
