"""A letter that its signature wraps whole (S/MIME "signed-data", RFC 8551, 3.5.2): what was signed, taken out.

The signature itself is not checked: it proves nothing to us, and the letter is read like any other.
"""

from __future__ import annotations

SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
DATA = bytes.fromhex("2a864886f70d010701")
SEQUENCE, WITHIN, OCTETS, CHUNKED = 0x30, 0xA0, 0x04, 0x24
MAX_DEPTH = 12


def signed_content(raw: bytes) -> bytes | None:
    """Give the bytes that a CMS structure (RFC 5652) signs and holds; None when it is none or holds none."""
    try:
        at = _entered(raw, 0, SEQUENCE)
        at = _named(raw, at, SIGNED_DATA)
        at = _entered(raw, _entered(raw, at, WITHIN), SEQUENCE)
        at = _past(raw, _past(raw, at, 0), 0)  # version, digest algorithms
        at = _named(raw, _entered(raw, at, SEQUENCE), DATA)
        return _octets(raw, _entered(raw, at, WITHIN)) or None
    except (IndexError, ValueError):
        return None


def _head(raw: bytes, at: int) -> tuple[int, int, int]:
    """Read the tag of an element, where its content begins, and how long it is (-1: up to two zero bytes)."""
    tag, size = raw[at], raw[at + 1]
    if size == 0x80:
        return tag, at + 2, -1
    if size < 0x80:
        return tag, at + 2, size
    more = size & 0x7F
    if more > 6:
        raise ValueError("too long")
    return tag, at + 2 + more, int.from_bytes(raw[at + 2 : at + 2 + more])


def _entered(raw: bytes, at: int, wanted: int) -> int:
    tag, start, _ = _head(raw, at)
    if tag != wanted:
        raise ValueError("something else")
    return start


def _named(raw: bytes, at: int, wanted: bytes) -> int:
    _, start, size = _head(raw, at)
    if raw[start : start + size] != wanted:
        raise ValueError("something else")
    return start + size


def _past(raw: bytes, at: int, depth: int) -> int:
    _, start, size = _head(raw, at)
    if size >= 0:
        return start + size
    if depth > MAX_DEPTH:
        raise ValueError("too deep")
    while raw[start : start + 2] != b"\0\0":
        start = _past(raw, start, depth + 1)
    return start + 2


def _octets(raw: bytes, at: int) -> bytes:
    tag, start, size = _head(raw, at)
    if tag == OCTETS:
        return raw[start : start + size]
    if tag != CHUNKED:
        raise ValueError("something else")
    pieces: list[bytes] = []
    end = len(raw) if size < 0 else min(start + size, len(raw))
    while start < end and raw[start] == OCTETS:
        _, inner, length = _head(raw, start)
        pieces.append(raw[inner : inner + max(length, 0)])
        start = inner + max(length, 0)
    return b"".join(pieces)
