"""Address headers: names and addresses out of whatever stands there."""

from __future__ import annotations

import re

from .encoded_words import decode_words
from .letter import Mailbox
from .limits import MAX_ADDRESSES, MAX_HEADER_BYTES

TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"?|<([^<>]*)>?|([,;])|(:)|\(|([^",;:<>(]+)|(.)', re.DOTALL)
# Bounded, because on a long run of letters without "@" an open repetition takes the square of its length.
ADDRESS = re.compile(r"[^\s<>()\[\],;:\"']{1,128}@(?:[^\s<>()\[\],;:\"'@]{1,255}|\[[^\]\s]{1,255}\])")


def read_mailboxes(value: str) -> tuple[Mailbox, ...]:
    """Read a list of addresses from an address header (unfolded, encoded words not yet decoded). Never raises."""
    found: list[Mailbox] = []
    words: list[str] = []
    notes: list[str] = []
    angle: str | None = None
    position = 0
    value = value[:MAX_HEADER_BYTES]

    def close() -> None:
        nonlocal angle
        one = _mailbox(words, angle, notes)
        if one and len(found) < MAX_ADDRESSES:
            found.append(one)
        words.clear()
        notes.clear()
        angle = None

    while position < len(value):
        match = TOKEN.match(value, position)
        if match is None:
            break
        position = match.end()
        quoted, inside, separator, colon, word, _ = match.groups()
        if match[0] == "(":
            note, position = _note(value, position)
            notes.append(note)
        elif match[0].startswith('"'):
            text = re.sub(r"\\(.)", r"\1", quoted or "")
            # "a b"@example.com is an address; "Ana" <a@example.com> begins with a name.
            words.append(f'"{text}"' if value[position : position + 1] == "@" else text)
        elif match[0].startswith("<"):
            if angle is None or not angle.strip():
                angle = inside
            elif "@" in (inside or ""):
                close()
                angle = inside
        elif separator:
            close()
        elif colon and not any("@" in piece for piece in words) and angle is None:
            words.clear()  # the name of a group
        elif colon:
            words.append(":")
        elif word and word.strip():
            words.append(word)
    close()
    return tuple(found)


def read_one(value: str) -> Mailbox | None:
    """Read the first address of a header, preferring one that has an "@"."""
    found = read_mailboxes(value)
    return next((one for one in found if "@" in one.address), found[0] if found else None)


def bare_addresses(value: str) -> list[str]:
    """Find every address written in a text, in order, each once."""
    return list(dict.fromkeys(match.strip(".") for match in ADDRESS.findall(value[:MAX_HEADER_BYTES])))


def _note(value: str, position: int) -> tuple[str, int]:
    depth, start = 1, position
    while position < len(value):
        letter = value[position]
        if letter == "\\":
            position += 1
        elif letter == "(":
            depth += 1
        elif letter == ")":
            depth -= 1
            if not depth:
                return value[start:position], position + 1
        position += 1
    return value[start:], position


def _mailbox(words: list[str], angle: str | None, notes: list[str]) -> Mailbox | None:
    name = _clean(decode_words(" ".join(piece.strip() for piece in words)))
    if angle is None:
        joined = "".join(words)
        if "@" not in name:
            return Mailbox(name, "") if name else None
        if re.fullmatch(r'\s*"[^"]*"@\S+\s*', joined):
            return Mailbox(_clean(decode_words(" ".join(notes))), joined.strip())
        # Some mailers encode the whole « Ana <ana@example.com> » as one word.
        match = re.search(r"<([^<>\s]+@[^<>\s]+)>", name) or ADDRESS.search(name)
        if not match:
            return Mailbox(name, "")
        address = match[match.lastindex or 0]
        rest = name.replace(match[0], " ", 1)
        return Mailbox(_clean(rest) or _clean(decode_words(" ".join(notes))), address.strip("."))
    address = re.sub(r"\([^()]*\)", "", _clean(decode_words(angle))).replace(" ", "")
    address = re.sub(r"^(?:mailto|smtp):", "", address, flags=re.IGNORECASE)
    if address.startswith("@") and ":" in address:
        address = address.partition(":")[2]  # a source route of RFC 822
    if not address and not name:
        return None
    if "@" not in address and "@" in name and (match := ADDRESS.search(name)):
        return Mailbox(_clean(name.replace(match[0], " ")), match[0])
    return Mailbox(name or _clean(decode_words(" ".join(notes))), address)


def _clean(text: str) -> str:
    return " ".join(text.split()).strip(" '\"") if text[:1] in "'\"" or text[-1:] in "'\"" else " ".join(text.split())
