"""A question promised for a day more than a year away is pointed out: a slip of the hand, or no promise at all."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext as _

from petitevoix.kit.text import one_line
from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding

_LONGEST = timedelta(days=366)


def look(draft: Draft) -> Iterator[Finding]:
    last = (draft.at + _LONGEST).date()
    for question in draft.questions:
        if question.mark == "promised" and question.due and question.due.date() > last:
            yield Finding(
                "far_date",
                "warn",
                _("A question is promised an answer by a date more than a year away."),
                advice=_("Choose an earlier date, or say in the letter why it takes that long."),
                facts={"question": question.id, "words": one_line(question.words)},
            )
