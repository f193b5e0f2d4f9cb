"""Notes as the thread draws them: their Markdown, with the colleagues whom they call by `@`."""

import re
from functools import lru_cache
from html import unescape

from markupsafe import Markup, escape

from petitevoix.kit import markdown
from petitevoix.language.mentions import called

_PIECES = re.compile(r"(<code>[^<]*</code>|<a [^>]*>[^<]*</a>|<[^>]*>)")


@lru_cache(maxsize=1024)  # setting words is most of the cost of a page, and words never change
def note(words: str, names: tuple[str, ...], mine: tuple[str, ...]) -> Markup:
    """Draw a note; names that it calls stand out, the reader's own (`mine`) the most."""
    drawn = markdown.to_html(words)
    if "@" not in words:
        return Markup(drawn)  # noqa: S704 (no HTML in it)
    pieces = _PIECES.split(drawn)  # what is between tags, and at each second place a tag, a link or code
    pieces[::2] = [_named(piece, names, mine) for piece in pieces[::2]]
    return Markup("".join(pieces))  # noqa: S704 (made of what was drawn)


def _named(piece: str, names: tuple[str, ...], mine: tuple[str, ...]) -> str:
    if "@" not in piece:
        return piece
    text, at, made = unescape(piece), 0, []
    for one in called(text, names):
        look = "mention me" if one.name in mine else "mention"
        made += [str(escape(text[at : one.start])), f'<b class="{look}">{escape(text[one.start : one.end])}</b>']
        at = one.end
    return "".join([*made, str(escape(text[at:]))])
