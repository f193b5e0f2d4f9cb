"""Small truths about text."""

import re
import unicodedata

# What is typed so that a field is not empty.
_NO_WORDS = re.compile(r"\W*(?:n\W?a|r\W?a\W?s|s\W?o|néant|idem|ditto|nil|none|ok|x+|tbd|todo)\W*", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
# Controls and directional overrides have no place in a name or a title (line feeds and tabs are spaces, folded below).
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def one_line(text: str, most: int = 200) -> str:
    """Fold a text to one printable line of at most `most` characters, cut at a word with an ellipsis."""
    line = _SPACE.sub(" ", _UNPRINTABLE.sub("", text[: most * 8])).strip()
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    head, _, tail = cut.rpartition(" ")
    return (head if head and len(tail) < 30 else cut).rstrip(" ,;:") + "…"


def storable(text: str) -> str:
    """Take out what a database refuses to store: NUL and lone surrogates."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def in_words(text: str) -> str:
    """Give what was written, or nothing where it says nothing: a dash, three dots, « RAS », "n/a"."""
    said = storable(text).strip()
    return said if any(map(str.isalnum, said)) and not _NO_WORDS.fullmatch(said) else ""


def plain(text: str) -> str:
    """Fold case, accents and spaces, to compare what people type."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return _SPACE.sub(" ", "".join(c for c in decomposed if not unicodedata.combining(c))).strip()
