"""No letter of ours tells people not to answer (S013)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from petitevoix.language.unanswerable import says_do_not_reply
from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding
from petitevoix.review.seeing import sentences
from petitevoix.review.spoken_of import without_mentions


def look(draft: Draft) -> Iterator[Finding]:
    # A letter as a whole says so or does not: a name of three words is read more strictly there, a heading is not one.
    if not says_do_not_reply(draft.own):
        return
    said = without_mentions(draft.own, draft.seen)
    if not says_do_not_reply(said):
        return
    shut = [(start, end) for start, end in sentences(said) if says_do_not_reply(said[start:end])]
    yield Finding(
        "do_not_reply",
        "stop",
        _("This letter tells the person not to answer, or names an address that nobody reads."),
        tuple(shut[:3]),
        _("Take that sentence out: whoever gets a letter of ours can answer it."),
    )
