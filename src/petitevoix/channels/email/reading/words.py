"""The language room, asked only when a letter is read, so that importing this package stays light."""

from __future__ import annotations

from .limits import MAX_TEXT_TO_SPLIT


def reply_of(text: str) -> str:
    """Give the new words of a body, without quotes and signature; the whole text when it cannot be told."""
    if not text or len(text) > MAX_TEXT_TO_SPLIT:
        return text
    try:
        from petitevoix.language.reply import split
    except ImportError:
        return text
    return str(split(text).reply)


def language_of(text: str) -> str | None:
    """Name the language of a text ("fr", "en", …), or None when it cannot be told."""
    if not text.strip():
        return None
    try:
        from petitevoix.language.detect import language_of as detect
    except ImportError:
        return None
    return detect(text[:4_000]) or None
