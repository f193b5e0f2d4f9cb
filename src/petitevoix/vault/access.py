"""Accesses: each opening of a person's file by a member of staff."""

from datetime import timedelta
from typing import Any

from django.db import transaction

from petitevoix.kit import clock
from petitevoix.kit.prepared import Prepared
from petitevoix.vault import log
from petitevoix.vault.models import Entry


def record(who: str, name: str, what: str, **facts: Any) -> Entry:
    """Record that somebody opened something (`advisor:3`, `case.opened`, `case:42`), with whatever explains it."""
    with transaction.atomic(savepoint=False):
        return log.append("access", who=who, name=name, what=what, facts=facts)


def recorded_within(span: timedelta, who: str, name: str, what: str) -> bool:
    """Tell whether this very access was recorded not longer ago than a span."""
    return any(at > clock.now() - span for (at,) in _latest(what, who, name))


_latest = Prepared(
    lambda what, who, name: (
        Entry.objects.filter(what=what, who=who, name=name).order_by("-position").values_list("at")[:1]
    ),
    str,
    str,
    str,
)
