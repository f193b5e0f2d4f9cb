"""Accesses: each opening of a person's file by a member of staff."""

from typing import Any

from django.db import transaction

from petitevoix.vault import log
from petitevoix.vault.models import Entry


def record(who: str, name: str, what: str, **facts: Any) -> Entry:
    """Record that somebody opened something (`advisor:3`, `case.opened`, `case:42`), with whatever explains it."""
    with transaction.atomic():
        return log.append("access", who=who, name=name, what=what, facts=facts)
