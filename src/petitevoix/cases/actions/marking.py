"""Marks: how each question leaves with a reply, and how it comes back when the reply is taken back."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from petitevoix.cases.actions.asking import Mark
from petitevoix.cases.models import Case, Message, Promise, Question
from petitevoix.cases.models.message import LATER
from petitevoix.cases.models.question import questions_locked
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.language.why import explains
from petitevoix.people.models import Advisor


def marked(
    case: Case, marks: Sequence[Mark], *, by_then: datetime | None, words: str = ""
) -> tuple[dict[int, Question], list[Mark]]:
    """Get the questions of a case that a reply concerns, and their marks; those left are promised for `by_then`.

    Those that asked why and were given no reason are answered by `words` that give one.
    Raises Refused for a mark of a question that is not this case's.
    """
    wanted = {mark.question: mark for mark in marks}
    asked = {one.pk: one for one in questions_locked(case) if one.is_unanswered or one.pk in wanted}
    strangers = wanted.keys() - asked.keys()
    unexplained = [pk for pk, question in asked.items() if question.is_unexplained and pk not in wanted]
    if unexplained and explains(words):
        wanted |= {pk: Mark(pk, Question.State.ANSWERED) for pk in unexplained}
    else:
        for pk in unexplained:
            del asked[pk]
    if strangers:
        raise Refused(_("Question %(number)s is not one of this case.") % {"number": min(strangers)})
    if by_then:
        left = [pk for pk, question in asked.items() if pk not in wanted and question.state == Question.State.OPEN]
        wanted |= {pk: Mark(pk, Question.State.PROMISED, due=by_then) for pk in left}
    return asked, list(wanted.values())


def unmark(message: Message, *, by: Advisor) -> None:
    """Undo what a reply that never leaves did: its questions are owed again, its promises were never made."""
    Promise.objects.filter(message=message).delete()
    for question in Question.objects.filter(answer=message):
        promised = question.promises.filter(withdrawn_at=None).select_related("message").last()
        if promised:  # by an earlier letter, which stands
            question.mark(Question.State.PROMISED, answer=promised.message)
        else:
            question.mark(Question.State.OPEN)
    with_it = (message.at, message.at + LATER)  # not what somebody kept otherwise while it waited to leave
    for kept in Promise.objects.filter(case=message.case_id, kept_at__range=with_it).exclude(kind=Promise.Kind.WORDS):
        kept.kept_at = None
        kept.save(update_fields=["kept_at"])
        record("promise.reopened", kept, by=by, proven=True)
