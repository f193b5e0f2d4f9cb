"""A letter is in the language that the person reads."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from petitevoix.language.detect import language_of
from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding
from petitevoix.review.seeing import words_of

_ENOUGH = 12  # words; fewer may be names and courtesies
_PART = 6


def look(draft: Draft) -> Iterator[Finding]:
    start, end = draft.parts.body
    body = draft.own[start:end]
    reads = draft.reads
    if not reads or len(words_of(body)) < _ENOUGH or (written := draft.written) == reads:
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
