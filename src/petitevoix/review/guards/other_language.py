"""A letter is in the language that the person reads."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from petitevoix.language.detect import french_or_english, language_of
from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding
from petitevoix.review.seeing import words_of

_ENOUGH = 12  # words; of fewer, only French and English are told apart
_FEWEST = 4  # words; what is shorter is a name or a courtesy
_PART = 6


def look(draft: Draft) -> Iterator[Finding]:
    start, end = draft.parts.body
    body = draft.own[start:end]
    reads = draft.reads
    written = _written(draft, body)
    if not reads or not written or written == reads:
        return
    # A letter may say the same in two languages, one under the other.
    if any(len(words_of(part)) >= _PART and language_of(part, written) == reads for part in body.split("\n\n")):
        return
    yield Finding(
        "other_language",
        "warn",
        _("This letter is not in the language that the person reads."),
        ((start, start + len(body.rstrip())),),
        _("Write it in their language, or add it below."),
        facts={"written": written, "reads": reads},
    )


def _written(draft: Draft, body: str) -> str:
    """Give the language of the letter, "" where nobody could tell."""
    words = len(words_of(body))
    if words >= _ENOUGH:
        return draft.written
    return french_or_english(body) if words >= _FEWEST and draft.reads in ("fr", "en") else ""
