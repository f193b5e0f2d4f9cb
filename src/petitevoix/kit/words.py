"""Times as people say them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_time

from petitevoix.kit import clock

ZONE = ZoneInfo("Europe/Paris")


def moment(at: datetime, language: str, zone: ZoneInfo = ZONE) -> str:
    """Say a day and an hour in words that stay true in a letter: « vendredi 18 septembre à 18 h »."""
    local = at.astimezone(zone)
    if language == "fr":
        return f"{format_date(local, 'EEEE d MMMM', locale='fr')} à {hour(at, language, zone)}"
    return f"{format_date(local, 'EEEE d MMMM', locale='en_GB')}, {hour(at, language, zone)}"


def hour(at: datetime, language: str, zone: ZoneInfo = ZONE) -> str:
    local = at.astimezone(zone)
    if language == "fr":
        return f"{local.hour}\u00a0h\u00a0{local.minute:02d}" if local.minute else f"{local.hour}\u00a0h"
    shape = "h:mm\u202fa" if local.minute else "h\u202fa"
    return format_time(local, shape, locale="en_GB").lower().replace(".", "")


def when(at: datetime, language: str, zone: ZoneInfo = ZONE) -> str:
    """Say when something was, the nearer the shorter: an hour today, a weekday this week, a date before."""
    local, today = at.astimezone(zone), clock.now().astimezone(zone).date()
    days = (today - local.date()).days
    if days == 0:
        return hour(at, language, zone)
    if days == 1:
        return f"hier {hour(at, language, zone)}" if language == "fr" else f"yesterday {hour(at, language, zone)}"
    if 1 < days < 7:
        return f"{format_date(local, 'EEEE', locale=language)} {hour(at, language, zone)}"
    if local.year == today.year:
        return format_date(local, "d MMMM", locale="fr" if language == "fr" else "en_GB")
    return format_date(local, "d MMM y", locale="fr" if language == "fr" else "en_GB")


def exactly(at: datetime, language: str, zone: ZoneInfo = ZONE) -> str:
    """Say a moment in full, for a hover and for screen readers."""
    return format_datetime(at.astimezone(zone), "full", locale="fr" if language == "fr" else "en_GB")


def span(length: timedelta, language: str) -> str:
    """Say how long: 46 min, 1 h 52, 3 j (3 d)."""
    minutes = max(int(length.total_seconds() // 60), 0)
    if minutes < 60:
        return f"{minutes}\u00a0min"
    if minutes < 24 * 60:
        return f"{minutes // 60}\u00a0h\u00a0{minutes % 60:02d}"
    return f"{minutes // 1440}\u00a0{'j' if language == 'fr' else 'd'}"
