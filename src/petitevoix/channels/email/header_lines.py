"""The header of a letter, written line by line so that no name or title can add a line of its own.

Python's own policy is not used for it: before 3.13 it folds long names with accents in ways that some readers do not
understand. Each value is one printable line first; then words that are not ASCII become encoded words (RFC 2047).
"""

import base64
import re
from collections.abc import Iterable, Sequence

from petitevoix.kit.text import one_line

MOST_COLUMNS = 76
WORD_BYTES = 39  # 52 letters of base64, 12 around them and the name of the header stay within a line
WORD = re.compile(r"\s*\S+\s*")
PLAIN_NAME = re.compile(r"[A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]*")
IDENTIFIER = re.compile(r"[\x21-\x3b\x3d\x3f-\x7e]{1,900}")
ADDRESS = re.compile(r"[^\s<>()\[\]\\,;:@\"\x00-\x20\x7f-\x9f]{1,64}@[A-Za-z0-9.-]{1,190}")


def text_line(name: str, value: str, most: int = 900) -> str:
    """Write a header that holds words, such as Subject."""
    return fold(name, _words(one_line(value, most)))


def mailbox_line(name: str, display: str, address: str) -> str:
    """Write a header that holds one person or mailbox. Raises ValueError for what is no address."""
    if not ADDRESS.fullmatch(address):
        raise ValueError(f"“{one_line(address, 80)}” is not an e-mail address.")
    return fold(name, [*_phrase(one_line(display, 200)), f"<{address}>"])


def mailboxes_line(name: str, mailboxes: Iterable[Sequence[str]]) -> str:
    """Write a header that holds several, each a display name and an address; "" for none. Raises ValueError."""
    words: list[str] = []
    for display, address in mailboxes:
        if not ADDRESS.fullmatch(address):
            raise ValueError(f"“{one_line(address, 80)}” is not an e-mail address.")
        words += [*_phrase(one_line(display, 200)), f"<{address}>,"]
    return fold(name, [*words[:-1], words[-1].removesuffix(",")]) if words else ""


def identifiers_line(name: str, identifiers: Iterable[str]) -> str:
    """Write Message-ID, In-Reply-To or References; what cannot be one is left out, and "" where none is left."""
    kept = [f"<{one}>" for one in identifiers if IDENTIFIER.fullmatch(one)]
    return fold(name, kept) if kept else ""


def fold(name: str, words: list[str]) -> str:
    """Put words on lines of at most 76 columns where spaces allow it, each line ended by CRLF."""
    lines, line = [], f"{name}:"
    for word in words:
        if len(line) + 1 + len(word) > MOST_COLUMNS and line != f"{name}:":
            lines.append(line)
            line = ""
        line += f" {word}"
    return "\r\n".join([*lines, line]) + "\r\n"


def _phrase(display: str) -> list[str]:
    if PLAIN_NAME.fullmatch(display) and "=?" not in display:
        return display.split()
    if _is_plain(display):
        quoted = display.replace("\\", "\\\\").replace('"', '\\"')
        return [f'"{quoted}"']
    return _encoded(display)


def _words(text: str) -> list[str]:
    return text.split(" ") if _is_plain(text) else _encoded(text)


def _is_plain(text: str) -> bool:
    # A word that looks encoded would be decoded by the reader; one too long for a line cannot be folded.
    return text.isascii() and text.isprintable() and "=?" not in text and max(map(len, text.split(" "))) < 400


def _encoded(text: str) -> list[str]:
    # Cut between words where it can be: some readers put a space where two encoded words meet.
    chunks, chunk = [], b""
    for sign in (part for word in WORD.findall(text) for part in ([word] if _size(word) <= WORD_BYTES else word)):
        piece = sign.encode("utf-8", "replace")
        if len(chunk) + len(piece) > WORD_BYTES:
            chunks.append(chunk)
            chunk = b""
        chunk += piece
    return [f"=?utf-8?b?{base64.b64encode(one).decode()}?=" for one in [*chunks, chunk] if one]


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace"))
