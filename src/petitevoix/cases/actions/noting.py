"""A note among us: the person never reads it, and it never leaves."""

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.actions.mentioning import mention
from petitevoix.cases.models import Case, Draft, Message
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit.text import storable
from petitevoix.people.models import Advisor


def note(case: Case, *, by: Advisor, words: str, draft: Draft | None = None) -> Message:
    """Write a note among us, with the files of the draft it was; whom it calls by `@` follows the case.

    Raises Refused: no words, or a colleague called who may not see the case.
    """
    must_answer(by)
    words = storable(words).strip()
    with transaction.atomic():
        if not words and not (draft and draft.attachments.exists()):
            raise Refused(_("There are no words in this note yet."))
        message = Message.objects.create(case=case, voice=Message.Voice.NOTE, channel="note", advisor=by, words=words)
        if draft:
            draft.leave_with(message)
        mentioned = mention(message, case, by=by)
        record("message.noted", message, by=by, team=case.team_id, mentioned=mentioned)
    return message
