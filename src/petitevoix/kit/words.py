"""Times as people say them."""

import os
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_timezone_name

from petitevoix.kit import clock


@lru_cache(maxsize=1)
def zone() -> ZoneInfo:
    """Give the time zone of the house: its settings put it where every program of this machine looks for it."""
    return ZoneInfo(os.environ.get("TZ") or "Europe/Paris")


def moment(at: datetime, language: str) -> str:
    """Say a day and an hour in words that stay true in a letter: « vendredi 18 septembre à 18 h »."""
    local = at.astimezone(zone())
    between = " à " if language == "fr" else ", "
    return f"{_day(local.date(), 'EEEE d MMMM', language)}{between}{_hour(local, language)}"


def hour(at: datetime, language: str) -> str:
    """Say an hour: « 18 h 30 », "6:30 pm"."""
    return _hour(at.astimezone(zone()), language)


def when(at: datetime, language: str) -> str:
    """Say when something was, the nearer the shorter: an hour today, a weekday this week, a date before."""
    local, today = at.astimezone(zone()), clock.now().astimezone(zone()).date()
    day = local.date()
    days = (today - day).days
    if days == 0:
        return _hour(local, language)
    if days == 1:
        return f"{'hier' if language == 'fr' else 'yesterday'} {_hour(local, language)}"
    if 1 < days < 7:
        return f"{_day(day, 'EEEE', language)} {_hour(local, language)}"
    return _day(day, "d MMMM" if day.year == today.year else "d MMM y", language)


def dated(at: datetime, language: str) -> str:
    """Say when something was, behind a verb: « le 12 novembre », « à 18 h » ("on 12 November", "at 6 pm")."""
    days = (clock.now().astimezone(zone()).date() - at.astimezone(zone()).date()).days
    if days == 1 or (language == "fr" and 1 < days < 7):
        return when(at, language)
    today, before = ("à", "le") if language == "fr" else ("at", "on")
    return f"{before if days else today} {when(at, language)}"


def on_day(at: datetime, language: str) -> str:
    """Say the day, with its article where French has one: « le 12 novembre 2026 », "12 November 2026"."""
    day = _day(at.astimezone(zone()).date(), "long", language)
    return f"le {day}" if language == "fr" else day


def exactly(at: datetime, language: str) -> str:
    """Say a moment in full, for a hover and for screen readers."""
    local = at.astimezone(zone())
    between = " à " if language == "fr" else " at "
    named = _named(zone(), bool(local.dst()), language)
    return f"{_day(local.date(), 'full', language)}{between}{local:%H:%M:%S} {named}"


def span(length: timedelta, language: str) -> str:
    """Say how long: 46 min, 1 h 52, 3 j (3 d)."""
    minutes = max(int(length.total_seconds() // 60), 0)
    if minutes < 60:
        return f"{minutes}\u00a0min"
    if minutes < 24 * 60:
        return f"{minutes // 60}\u00a0h\u00a0{minutes % 60:02d}"
    return f"{minutes // 1440}\u00a0{'j' if language == 'fr' else 'd'}"


def _hour(local: datetime, language: str) -> str:
    if language == "fr":
        return f"{local.hour}\u00a0h\u00a0{local.minute:02d}" if local.minute else f"{local.hour}\u00a0h"
    minutes = f":{local.minute:02d}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}\u202f{'am' if local.hour < 12 else 'pm'}"


# What Babel works out is kept: a page says many moments, and few days.
@lru_cache(maxsize=4096)
def _day(day: date, form: str, language: str) -> str:
    return format_date(day, form, locale="fr" if language == "fr" else "en_GB")


@lru_cache(maxsize=8)
def _named(zone: ZoneInfo, is_summer: bool, language: str) -> str:
    return get_timezone_name(
        zone, zone_variant="daylight" if is_summer else "standard", locale="fr" if language == "fr" else "en_GB"
    )
