"""What somebody asks for: words, exact words, what must not be there, and operators such as `from:` or `before:`.

Any text is a question: what is no operator we know is words. Only a date that is none gets a sentence back.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import gettext as _

from petitevoix.kit.text import one_line, storable
from petitevoix.people.models import Advisor
from petitevoix.search.words import SMALL, addresses_in, beginning, keys_of, safe, words_in

LONGEST = 400  # characters of a question
MOST_TERMS = 16

_PIECE = re.compile(
    r"""(?P<no>-(?=[\w"“«]))?(?:(?P<operator>[^\W\d_]+):(?=\S))?
        (?:["“”«]\s*(?P<exact>[^"“”«»]*)["“”»]?|(?P<plain>[^\s"“”«»]+))""",
    re.X,
)


@dataclass(frozen=True)
class Term:
    """One thing that must be in a case (or must not): any of its keys will do."""

    keys: frozenset[str]
    is_unwanted: bool = False


@dataclass
class Asked:
    """A question as it was understood."""

    text: str
    reader: Advisor
    terms: list[Term] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # what is marked in what was found
    exact: list[list[str]] = field(default_factory=list)  # words that must stand behind one another
    never: list[list[str]] = field(default_factory=list)  # words that must not
    filters: Q = field(default_factory=Q)  # what must be true of the case now
    since: int | None = None  # numbers of documents
    until: int | None = None
    mistakes: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was asked."""
        return not (self.terms or self.filters or self.since is not None or self.until is not None)


def understand(text: str, reader: Advisor, *, is_typing: bool = False) -> Asked:
    """Read a question; the last word counts as the beginning of one as well. It never raises."""
    from petitevoix.search.operators import apply  # it speaks of `Asked`

    line = one_line(storable(unicodedata.normalize("NFC", text[: LONGEST * 4])), LONGEST).removesuffix("…")
    asked = Asked(line, reader)
    plain: list[tuple[str, bool]] = []
    for match in _PIECE.finditer(line):
        operator, is_unwanted = (match["operator"] or "").lower(), bool(match["no"])
        value = match["exact"] if match["exact"] is not None else match["plain"]
        if operator and value and apply(asked, operator, value, is_unwanted):
            continue
        if match["exact"] is not None and not operator:
            _exactly(asked, value, is_unwanted)
        else:
            plain.append((f"{operator} {value}" if operator else value, is_unwanted))
    _plainly(asked, plain, is_open=not line.endswith(('"', "”", "»")))
    asked.terms = list(dict.fromkeys(asked.terms))[:MOST_TERMS]
    return asked


def _plainly(asked: Asked, pieces: list[tuple[str, bool]], *, is_open: bool) -> None:
    """Take words as they come; small ones only where there is nothing else."""
    found: list[tuple[str, Term]] = []
    for piece, is_unwanted in pieces:
        if addresses := addresses_in(piece):
            found += [(address, Term(frozenset({safe(address)}), is_unwanted)) for address in addresses]
        else:
            found += [(word, Term(keys_of(word), is_unwanted)) for word in words_in(piece)]
    if is_open and found and not found[-1][1].is_unwanted and len(found[-1][0]) > 1:
        word, term = found[-1]
        found[-1] = (word, Term(term.keys | {beginning(word)}))
    telling = [pair for pair in found if pair[0] not in SMALL]
    kept = telling if any(not term.is_unwanted for _word, term in telling) or asked.terms else found
    asked.terms += [term for _word, term in kept]
    asked.words += [word for word, term in kept if not term.is_unwanted]


def _exactly(asked: Asked, value: str, is_unwanted: bool) -> None:
    words = words_in(value)
    if not words:
        return
    (asked.never if is_unwanted else asked.exact).append(words)
    if not is_unwanted:
        asked.terms += [Term(keys_of(word)) for word in words if word not in SMALL] or [
            Term(keys_of(word)) for word in words
        ]
        asked.words += words


def bad_date(value: str) -> str:
    """Say that a date is none."""
    return _("“%(words)s” is no date; write it as 2026-03-31, 31/03/2026 or 2026.") % {"words": one_line(value, 40)}


def bad_state(value: str) -> str:
    """Say that a case cannot be so."""
    said = _("A case is not “%(words)s”; it can be open, pending, held, watched, closed, spam, mine or nobody’s.")
    return said % {"words": one_line(value, 40)}
