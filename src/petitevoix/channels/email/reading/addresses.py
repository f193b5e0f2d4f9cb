"""Address headers: names and addresses out of whatever stands there."""

from __future__ import annotations

import email.utils
import re

from .encoded_words import decode_words
from .letter import Mailbox
from .limits import MAX_ADDRESSES, MAX_HEADER_BYTES

# Bounded, because on a long run of letters without "@" an open repetition takes the square of its length.
ADDRESS = re.compile(r"[^\s<>()\[\],;:\"']{1,128}@(?:[^\s<>()\[\],;:\"'@]{1,255}|\[[^\]\s]{1,255}\])")
QUOTED_ADDRESS = re.compile(r'"[^"]*"@\S+')
# « ana@example.org <ana@example.org> » is two addresses to the standard library unless the name is quoted.
UNQUOTED_NAME = re.compile(r'(^|[,;:])\s*([^"<>,;:()]{0,200}@[^"<>,;:()]{0,200}?)\s*(?=<)')
# In « <ana@example.org> (Ana) » it drops the name.
NOTE_BEHIND = re.compile(r"(^|,)\s*<([^<>]{1,300})>\s*(?=\()")
# Since the fix of CVE-2023-27043 it drops the whole list when one address is odd, unless asked not to.
LENIENT = {"strict": False} if getattr(email.utils, "supports_strict_parsing", False) else {}


def read_mailboxes(value: str) -> tuple[Mailbox, ...]:
    """Read a list of addresses from an address header (unfolded, encoded words not yet decoded). Never raises."""
    value = UNQUOTED_NAME.sub(r'\1 "\2" ', NOTE_BEHIND.sub(r"\1 \2 ", value[:MAX_HEADER_BYTES]))
    try:
        pairs = email.utils.getaddresses([value], **LENIENT)
    except (RecursionError, IndexError, ValueError, TypeError):
        pairs = []  # thousands of brackets inside each other
    found = [_mailbox(_clean(decode_words(name)), _clean(decode_words(address))) for name, address in pairs]
    if not any("@" in one.address for one in found):
        found = [Mailbox("", address) for address in bare_addresses(value)] or found
    return tuple(one for one in found if one.name or one.address)[:MAX_ADDRESSES]


def read_one(value: str) -> Mailbox | None:
    """Read the first address of a header, preferring one that has an "@"."""
    found = read_mailboxes(value)
    return next((one for one in found if "@" in one.address), found[0] if found else None)


def bare_addresses(value: str) -> list[str]:
    """Find every address written in a text, in order, each once."""
    return list(dict.fromkeys(match.strip(".") for match in ADDRESS.findall(value[:MAX_HEADER_BYTES])))


def _mailbox(name: str, address: str) -> Mailbox:
    if QUOTED_ADDRESS.fullmatch(address) or ADDRESS.fullmatch(address):
        return Mailbox(name, address)
    # Some mailers encode the whole « Ana <ana@example.com> » as one word; some write <mailto:ana@example.com>.
    whole = f"{name} {address}"
    if found := ADDRESS.search(whole):
        rest = re.sub(r"[<>]|mailto:?", " ", whole.replace(found[0], " ", 1))
        return Mailbox(_clean(rest), found[0].strip("."))
    return Mailbox(name, address) if name else Mailbox(address, "")


def _clean(text: str) -> str:
    return " ".join(text.split()).strip(" '\"") if text[:1] in "'\"" and "@" not in text else " ".join(text.split())
