"""The only clock of the house, so that a test can stop it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta

_stopped: ContextVar[datetime | None] = ContextVar("stopped", default=None)


def now() -> datetime:
    """Say what time it is, in UTC."""
    return _stopped.get() or datetime.now(UTC)  # noqa: TID251 (this is the clock)


@contextmanager
def stopped_at(moment: datetime) -> Iterator[None]:
    """Stop the clock at a moment for the time of a block; for tests and for the demo's past."""
    token = _stopped.set(moment)
    try:
        yield
    finally:
        _stopped.reset(token)


def ago(**span: float) -> datetime:
    """Give the moment that lies a span (`hours=2`, `days=1`…) before now."""
    return now() - timedelta(**span)
