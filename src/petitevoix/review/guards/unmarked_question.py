"""Each question of the person is marked: answered, promised by a date, or declined with a reason (S039)."""

# This guard reads only marks, dates and reasons: nothing that can break.

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from petitevoix.kit.text import in_words, one_line
from petitevoix.review.draft import Draft, Question
from petitevoix.review.findings import Finding


def look(draft: Draft) -> Iterator[Finding]:
    for question in draft.questions:
        if lack := _lack(question, draft):
            message, advice = lack
            facts = {"question": question.id, "words": one_line(question.words)}
            yield Finding("unmarked_question", "stop", message, advice=advice, confirmable=False, facts=facts)


def _lack(question: Question, draft: Draft) -> tuple[str, str] | None:
    """Say what a question still needs, and what to do."""
    if question.mark == "answered":
        return None
    if question.mark == "promised":
        if question.due is None:
            return _("A question is promised an answer without a date."), _("Say by when it will be answered.")
        if _aware(question.due, draft) <= _aware(draft.at, draft):
            return _("A question is promised an answer by a date that is past."), _("Choose a later date.")
        return None
    if question.mark == "declined":
        if in_words(question.reason):
            return None
        return _("A question is declined without a reason."), _("Say why it cannot be answered.")
    return (
        _("A question of this person has no answer yet."),
        _("Mark it as answered, give a date by which it will be, or say why it cannot be."),
    )


def _aware(moment: datetime, draft: Draft) -> datetime:
    """Take a moment without a zone to be in the draft's: two moments can then always be compared."""
    return moment if moment.tzinfo else moment.replace(tzinfo=draft.zone)
