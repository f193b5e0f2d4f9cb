"""Remembering for a few seconds what every request asks and what changes once a week: who is signed in, which teams.

Another process may go on for so many seconds (`settings.REMEMBER_SECONDS`) with what was true; this one forgets at
once.
"""

import time
from collections.abc import Callable, Hashable
from typing import Any

from django.conf import settings

MOST = 10_000
_remembered: dict[Hashable, tuple[float, Any]] = {}


def remembered(key: Hashable, find: Callable[[], Any]) -> Any:
    """Give what `find` found under this key some seconds ago, or find it now. Who gets it must not change it."""
    now = time.monotonic()
    until, value = _remembered.get(key, (0.0, None))
    if until <= now:
        value = find()
        if len(_remembered) >= MOST:
            _remembered.clear()
        _remembered[key] = (now + settings.REMEMBER_SECONDS, value)
    return value


def forget(key: Hashable) -> None:
    """Find it anew next time."""
    _remembered.pop(key, None)


def forget_all() -> None:
    """Find everything anew: something in the house was changed."""
    _remembered.clear()
