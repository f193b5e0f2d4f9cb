"""The words and files of one letter while they are gathered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

from .letter import Attachment

WORD = re.compile(r"\w")


@dataclass(slots=True)
class Words:
    """One stretch of the letter's body, as text and, where it was HTML, as cleaned HTML."""

    text: str
    html: str | None
    is_html: bool = False


@dataclass(slots=True)
class Body:
    """What was found so far."""

    defects: list[str]
    words: list[Words] = field(default_factory=list)
    forwarded: list[str] = field(default_factory=list)
    invitations: list[str] = field(default_factory=list)
    spare: list[Words] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Give all the words of the letter itself, then those of spare parts when it has none."""
        own = joined(piece.text for piece in self.words)
        if not WORD.search(own):
            own = joined([own, *(piece.text for piece in self.spare)]) if self.spare else own
        if not WORD.search(own) and self.invitations:
            own = joined(self.invitations)
        return own

    @property
    def html(self) -> str | None:
        """Give the cleaned HTML of the letter, or None when it was plain.

        It is that of a spare part where the words are a spare part's too, or say just what the letter says plainly.
        """
        if any(piece.html for piece in self.words):
            return "\n".join(piece.html or _paragraphs(piece.text) for piece in self.words if piece.html or piece.text)
        own = " ".join(joined(piece.text for piece in self.words).split())
        spare = [piece for piece in self.spare if piece.html]
        if WORD.search(own):
            return next((piece.html for piece in spare if " ".join(piece.text.split()) == own), None)
        return "\n".join(str(piece.html) for piece in spare) or None


def joined(texts: Iterable[str]) -> str:
    """Join stretches of text with an empty line between them, leaving out the empty ones."""
    return "\n\n".join(text.strip("\n") for text in texts if text.strip())


def _paragraphs(text: str) -> str:
    return "<p>" + escape(text.strip()).replace("\n", "<br>\n") + "</p>" if text.strip() else ""
