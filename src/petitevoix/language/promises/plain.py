"""A text as the rules see it: lower case, no accents, straight apostrophes, plain spaces, every offset kept."""

import re
import unicodedata

# What somebody else said, between quotation marks on one line, and lines quoted by a mail program.
_SAID = re.compile(r"«[^«»\n]{1,400}»|“[^“”\n]{1,400}”|(?<![\w\d])\"[^\"\n]{1,400}\"(?!\w)")
_QUOTED = re.compile(r"^[ \t]{0,20}>.*$", re.MULTILINE)
_OLDER = re.compile(
    r"^[ \t]*(?:-{2,20} ?(?:message d'origine|message original|original message|message transfere|forwarded message)"
    r"|(?:le|on) [^\n]{6,160}(?:a ecrit|wrote) ?:[ \t]*$)",
    re.MULTILINE,
)
# Nothing matches this character, and no word runs across it.
HIDDEN = "\x01"


def plain(text: str) -> str:
    """Return a text of the same length in plain letters, with all that its writer only quotes hidden."""
    seen = text.translate(_PLAIN)
    if ">" in seen:
        seen = _QUOTED.sub(_hidden, seen)
    if "«" in seen or "“" in seen or '"' in seen:
        seen = _SAID.sub(_hidden, seen)
    if (older := _OLDER.search(seen)) and seen[: older.start()].strip():
        seen = seen[: older.start()] + HIDDEN * (len(seen) - older.start())
    return seen


def hide(seen: str, start: int, end: int) -> str:
    """Hide one part of a plain text."""
    return seen[:start] + HIDDEN * (end - start) + seen[end:]


def _hidden(match: re.Match[str]) -> str:
    return HIDDEN * len(match[0])


class _Plain(dict[int, str]):
    """One plain character for each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        found = chr(code)
        if found in "’‘ʼ`´":
            letter = "'"
        elif found in "–—−‑‐":
            letter = "-"
        elif found == "\n":
            letter = found
        elif found.isspace() or code < 32:
            letter = " "
        else:
            base = unicodedata.normalize("NFD", found)[0].lower()
            letter = base if len(base) == 1 else found
        if len(self) < _MOST_KEPT:
            self[code] = letter
        return letter


_MOST_KEPT = 5_000
_PLAIN = _Plain()
