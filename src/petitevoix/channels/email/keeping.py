"""How letters are kept: their bytes in a store of their own, and the fingerprint by which a letter is known again."""

import hashlib
import re

from django.conf import settings

from petitevoix.kit.files import Store

HEADER_END = re.compile(rb"\r?\n[ \t]*\r?\n|\r\r")
HEADER_KEPT = 64 * 1024  # of a letter that is too large
_FIELD = re.compile(rb"(?im)^(message-id|from|date)[ \t]*:((?:[^\r\n]|\r?\n[ \t])*)")


def letters() -> Store:
    """Where raw letters lie."""
    return Store(settings.DATA / "mail")


def fingerprint(raw: bytes) -> str:
    """Give what makes a letter this letter: the same through two doors, whatever the servers on the way wrote on it.

    With a Message-ID it is that, sender, date and body, line ends and trailing blanks apart: machines that give every
    letter the same Message-ID lose none. Without one it is every byte.
    """
    end = HEADER_END.search(raw)
    header, body = (raw[: end.start()], raw[end.end() :]) if end else (raw, b"")
    fields: dict[bytes, bytes] = {}
    for name, value in _FIELD.findall(header):
        fields.setdefault(name.lower(), b" ".join(value.split()))
    if not fields.get(b"message-id"):
        return hashlib.sha256(raw).hexdigest()
    known = b"\0".join(fields.get(name, b"") for name in (b"message-id", b"from", b"date"))
    return hashlib.sha256(known + b"\0" + body.replace(b"\r\n", b"\n").rstrip()).hexdigest()


def header_of(raw: bytes) -> bytes:
    """Give the header of a letter, at most 64 KB of it: what is kept where the letter is not."""
    end = HEADER_END.search(raw[:HEADER_KEPT])
    return raw[: end.end()] if end else raw[:HEADER_KEPT]
