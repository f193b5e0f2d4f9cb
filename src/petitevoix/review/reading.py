"""All guards look at a draft."""

import logging
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from petitevoix.review import guards
from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding

log = logging.getLogger(__name__)


class Guard(Protocol):
    """A file of `guards/`."""

    __name__: str

    def look(self, draft: Draft) -> Iterator[Finding]: ...


def review(draft: Draft) -> list[Finding]:
    """Give what all guards find in a draft, the gravest first, then in the order of the words."""
    return sorted((found for guard in all_guards() for found in _look(guard, draft)), key=lambda found: found.place)


def standing(
    findings: Iterable[Finding], confirmed: Collection[str] = (), seconded: Collection[str] = ()
) -> list[Finding]:
    """Give the findings that still stop a draft, once its writer has confirmed these codes and a second person those.

    Each confirmation has its reason, which is the caller's to keep.
    """
    return [found for found in findings if found.blocks and not _is_let_go(found, confirmed, seconded)]


def _is_let_go(found: Finding, confirmed: Collection[str], seconded: Collection[str]) -> bool:
    by_writer = found.confirmable and found.code in confirmed
    return by_writer or bool(found.facts.get("second_person") and found.code in seconded)


@cache
def all_guards() -> tuple[Guard, ...]:
    """Give the guards: each file of their folder is one."""
    return tuple(cast(Guard, import_module(f"{guards.__name__}.{file.name}")) for file in iter_modules(guards.__path__))


def _look(guard: Guard, draft: Draft) -> list[Finding]:
    # A guard that breaks is our fault, and no reason to keep an answer from a person: it is logged, the others look,
    # the letter can leave. What must never be passed by (an unmarked question) is code that cannot break.
    try:
        return list(guard.look(draft))
    except Exception:
        log.exception("The guard %s broke; its draft was looked at without it.", guard.__name__)
        return []
