"""Who asks why is owed a reason: a fault that is mended does not answer them (S069)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from petitevoix.kit.text import one_line
from petitevoix.language.why import explains
from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding


def look(draft: Draft) -> Iterator[Finding]:
    asked = [question for question in draft.questions if question.asks_why and question.mark == "answered"]
    if not asked or explains(draft.body):
        return
    for question in asked:
        yield Finding(
            "why_unexplained",
            "warn",
            _("They ask why, and no reason is given here."),
            advice=_("Say what caused it. Sent like this, the question stays among the unanswered."),
            facts={"question": question.id, "words": one_line(question.words)},
        )
