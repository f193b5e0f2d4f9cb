"""Gentle limits: enough for anybody who writes, too little for whoever floods."""

import hashlib

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from petitevoix.kit import clock

HOUR = 3600


def within(what: str, who: str, most: int) -> bool:
    """Count one more `what` by `who` in this hour, and tell whether that is still within `most`.

    Two at the same instant may count as one: this is a brake, not a ledger.
    """
    hour = int(clock.now().timestamp()) // HOUR
    # Addresses are not kept: a hash counts as well.
    key = f"limit:{what}:{hashlib.sha256(f'{settings.SECRET_KEY}{who}'.encode()).hexdigest()[:24]}:{hour}"
    count = cache.get(key, 0) + 1
    cache.set(key, count, HOUR)
    return count <= most


def place_of(request: HttpRequest) -> str:
    """The network address a request comes from; behind our own proxy, the one the proxy saw."""
    if settings.SECURE_PROXY_SSL_HEADER:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if forwarded:
            return forwarded
    return request.META.get("REMOTE_ADDR", "")
