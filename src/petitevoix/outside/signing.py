"""Signatures by which an outside system knows that it is asked by us; the formula stands in docs/context.md."""

import hashlib
import hmac
from datetime import timedelta
from typing import NamedTuple
from urllib.parse import quote

from petitevoix.kit import clock

VALID = timedelta(minutes=15)


class About(NamedTuple):
    """Whom a page is about: what an outside system may be told."""

    person: int
    email: str = ""
    case: str = ""


def signed_link(template: str, about: About, secret: str) -> str:
    """Write the address of a system's page: filled in, with `expires` (Unix seconds) and `signature` at its end."""
    address = template
    for name, value in about._asdict().items():
        address = address.replace("{" + name + "}", quote(str(value), safe=""))
    address, _hash, _anchor = address.partition("#")
    expires = int((clock.now() + VALID).timestamp())
    address += f"{'&' if '?' in address else '?'}expires={expires}"
    return f"{address}&signature={digest(secret, address)}"


def digest(secret: str, words: str) -> str:
    """Give the HMAC-SHA256 of some words (RFC 2104, in UTF-8), in small hexadecimal letters."""
    return hmac.new(secret.encode(), words.encode(), hashlib.sha256).hexdigest()
