"""The Date header, in the forms that letters have."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def read_date(value: str) -> datetime | None:
    """Read a date as an aware UTC time; a date without zone is taken as UTC; None when it is no date."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(value[:200].strip())
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, OverflowError, TypeError, IndexError, AttributeError):
            continue
    return None
