"""Message identifiers, always without angle brackets."""

from __future__ import annotations

import re

from .encoded_words import decode_words
from .limits import MAX_REFERENCES

BRACKETED = re.compile(r"<\s*([^<>]+?)\s*>")


def identifiers(value: str) -> tuple[str, ...]:
    """Read every message identifier of a header, in order, each once; too many keep the first and the newest."""
    # Long ones are folded into encoded words by some mailers, which no standard allows.
    value = decode_words(value)
    found = [re.sub(r"\s+", "", match) for match in BRACKETED.findall(value)]
    if not found:
        words = [word.strip("<>,;\"'()") for word in value.split()]
        found = [word for word in words if "@" in word.strip("@")] or (words if len(words) == 1 else [])
    kept = tuple(dict.fromkeys(word for word in found if word))
    if len(kept) > MAX_REFERENCES:
        return kept[:1] + kept[1 - MAX_REFERENCES :]
    return kept


def identifier(value: str) -> str | None:
    """Read the first message identifier of a header, or None."""
    found = identifiers(value)
    return found[0] if found else None
