"""A title set large: it never breaks after « est- »."""

import re

from petitevoix.kit.typography import typeset

_INVERTED = re.compile(r"(?<=\w)-(?=(?:ce|t|il|ils|elle|elles|on|je|tu|nous|vous|moi|y|en|le|la|les|là|ci)\b)")


def set_title(title: str, language: str) -> str:
    """Set a title by the rules of its language; a French inversion stays in one piece."""
    language = language or "fr"
    words = typeset(title, language)
    return _INVERTED.sub("\u2011", words) if language.startswith("fr") else words
