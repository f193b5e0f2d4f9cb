"""The Date header, in the forms that letters have."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_tz

ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?")


def read_date(value: str) -> datetime | None:
    """Read a date as an aware UTC time; a date without zone is taken as UTC; None when it is no date."""
    try:
        return _rfc(value) or _iso(value)
    except (ValueError, OverflowError, TypeError, IndexError, AttributeError):
        return None


def _rfc(value: str) -> datetime | None:
    if ISO.search(value):
        return None
    fields = parsedate_tz(value[:200])
    if fields is None:
        return None
    second = min(fields[5], 59)
    plain = datetime(*fields[:5], second, tzinfo=UTC)
    offset = fields[9] or 0
    if abs(offset) > 86_400:
        return plain
    return datetime.fromtimestamp(plain.timestamp() - offset, UTC)


def _iso(value: str) -> datetime | None:
    match = ISO.search(value)
    if not match:
        return None
    zone = (match[7] or "Z").replace("Z", "+00:00")
    text = f"{match[1]}-{match[2]}-{match[3]}T{match[4] or '00'}:{match[5] or '00'}:{match[6] or '00'}{zone}"
    return datetime.fromisoformat(text).astimezone(UTC)
