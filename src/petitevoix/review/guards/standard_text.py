"""A letter that is mostly standard text speaks of this person's matter all the same (S040)."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding
from petitevoix.review.formulas import FORMULA
from petitevoix.review.likeness import shingles, substance
from petitevoix.review.seeing import fold

MOSTLY = 0.6
_RUN = 5
_FEW = 20  # words; a short letter says little, and formulas are a large part of it
_WORD = re.compile(r"[^\W_]+")
_LONG = 6  # letters; shorter words are anybody's
_NO_FACTS = {"name", "email", "phone"}  # what a machine fills in


def look(draft: Draft) -> Iterator[Finding]:
    words = list(_WORD.finditer(draft.body))
    if len(words) < _FEW:
        return
    standard = _standard(draft, words)
    share = sum(standard) / len(words)
    if share < MOSTLY:
        return
    mentioned = _mentioned(draft, [word[0] for word, known in zip(words, standard, strict=True) if not known])
    facts = {"share": round(share, 2), "mentioned": mentioned}
    percent = {"share": round(share * 100)}
    if mentioned:
        message = _("%(share)s %% of this letter is standard text.") % percent
        yield Finding("standard_text", "hint", message, facts=facts)
        return
    message = (
        _("%(share)s %% of this letter is standard text, and nothing in it is about this person’s matter.") % percent
    )
    advice = _("Say what was found in their case, or confirm that the standard text is their answer.")
    yield Finding("standard_text", "stop", message, advice=advice, facts=facts)


def own_facts(draft: Draft) -> list[str]:
    """Name what in a draft is this person's own: facts of their file, figures, words of theirs."""
    return _mentioned(draft, [word[0] for word in _WORD.finditer(draft.body)])


def _standard(draft: Draft, words: list[re.Match[str]]) -> list[bool]:
    """Mark each word that stands in a formula, or in five words in a row that others were sent, too."""
    plain = [word[0] for word in words]
    runs = set(zip(*(plain[at:] for at in range(_RUN)), strict=False))
    known: set[tuple[str, ...]] = set().union(*(runs & shingles(substance(text), _RUN) for text in draft.standard))
    marks = [False] * len(words)
    for at in range(len(words) - _RUN + 1):
        if tuple(plain[at : at + _RUN]) in known:
            marks[at : at + _RUN] = [True] * _RUN
    worn = bytearray(len(draft.body))
    for formula in FORMULA.finditer(draft.body):
        worn[formula.start() : formula.end()] = b"1" * len(formula[0])
    return [mark or bool(worn[word.start()]) for mark, word in zip(marks, words, strict=True)]


def _mentioned(draft: Draft, free: list[str]) -> list[str]:
    """Name what is this person's own: facts of their file, figures, and words of theirs outside the standard text."""
    close = "".join(_WORD.findall(draft.body))
    own = [fact for kind, facts in draft.facts.items() if kind not in _NO_FACTS for fact in facts]
    found = [fact for fact in own if len(key := "".join(_WORD.findall(fold(fact)))) > 3 and key in close]
    figures = [word for word in free if any(sign.isdigit() for sign in word)]
    theirs = set(_WORD.findall(draft.said))
    shared = [word for word in free if len(word) >= _LONG and word in theirs]
    return list(dict.fromkeys([*found, *figures, *shared]))
