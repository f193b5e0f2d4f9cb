"""A glimpse of a letter that could not be read: who it says it is from, and about what."""

import logging

from petitevoix.channels.email.keeping import HEADER_KEPT, header_of, letters
from petitevoix.channels.email.reading.parse import parse
from petitevoix.kit.text import one_line

log = logging.getLogger(__name__)


def glimpse(digest: str) -> tuple[str, str]:
    """Give sender and subject, each "" where it cannot be had; only the header is read, and at most 64 KB of it."""
    try:
        with letters().path(digest).open("rb") as file:
            letter = parse(header_of(file.read(HEADER_KEPT)))
    except (OSError, ValueError):
        return "", ""
    except Exception:  # its header may be the very thing that nobody could read
        log.exception("The header of the letter %s could not be read", digest[:8])
        return "", ""
    sender = letter.from_
    named = f"{sender.name} <{sender.address}>" if sender.name and sender.address else sender.name or sender.address
    return one_line(named, 160), one_line(letter.subject, 160)
