"""A note among us: the person never reads it, and it never leaves."""

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.models import Case, Draft, Message
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.text import storable
from petitevoix.people.models import Advisor


def note(case: Case, *, by: Advisor, words: str, draft: Draft | None = None) -> Message:
    """Write a note among us, with the files of the draft it was; nothing else changes. Raises Refused: no words."""
    must_answer(by)
    words = storable(words).strip()
    with transaction.atomic():
        if not words and not (draft and draft.attachments.exists()):
            raise Refused(_("There are no words in this note yet."))
        message = Message.objects.create(case=case, voice=Message.Voice.NOTE, channel="note", advisor=by, words=words)
        if draft:
            draft.leave_with(message)
        record("message.noted", message, by=by, team=case.team_id)
    return message


def take_note_back(message: Message, *, by: Advisor) -> None:
    """Take a note among us back; one that was taken back already is let be."""
    must_answer(by)
    with transaction.atomic():
        message = Message.objects.select_for_update().get(pk=message.pk, voice=Message.Voice.NOTE)
        if message.withdrawn_at is None:
            message.withdrawn_at = clock.now()
            message.save(update_fields=["withdrawn_at"])
            record("message.withdrawn", message, by=by, note=True, team=message.case.team_id)
