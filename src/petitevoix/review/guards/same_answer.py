"""Nobody gets the answer again that they said had missed (S041)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding
from petitevoix.review.likeness import SAME, jaccard, substance


def look(draft: Draft) -> Iterator[Finding]:
    if not draft.missed:
        return
    words = substance(draft.words)
    earlier = [(jaccard(words, substance(sent.words)), sent) for sent in draft.sent if sent.is_answer]
    likeness, sent = max(earlier, key=lambda pair: pair[0], default=(0.0, None))
    if sent and likeness >= SAME:
        yield Finding(
            "same_answer",
            "stop",
            _("The person said that our answer missed, and this is nearly the same answer."),
            advice=_("Change it, or have a second person confirm it and say why it is right this time."),
            confirmable=False,
            facts={"second_person": True, "likeness": round(likeness, 2), "sent_at": sent.at.isoformat()},
        )
