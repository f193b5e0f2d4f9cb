"""A note among us: the person never reads it, and it never leaves."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.actions.mentioning import call_no_more, mention
from petitevoix.cases.models import Attachment, Case, Draft, Message
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.text import storable
from petitevoix.people.models import Advisor

LENIENT = 5  # seconds that a press may be on its way


def note(case: Case, *, by: Advisor, words: str, draft: Draft | None = None) -> Message:
    """Write a note among us, with the files of the draft it was; whom it calls by `@` follows the case.

    Raises Refused: no words, a colleague called who may not see the case, or a case that was joined to another.
    """
    must_answer(by)
    words = storable(words).strip()
    with transaction.atomic():
        if not words and not (draft and draft.attachments.exists()):
            raise Refused(_("There are no words in this note yet."))
        case = Case.objects.locked(case.pk)
        message = Message.objects.create(case=case, voice=Message.Voice.NOTE, channel="note", advisor=by, words=words)
        if draft:
            draft.leave_with(message)
        mentioned = mention(message, case, by=by)
        record("message.noted", message, by=by, team=case.team_id, mentioned=mentioned)
    return message


def take_note_back(message: Message, *, by: Advisor) -> Draft:
    """Take a note of one's own back while it says so: its words are a draft again, above what was begun since.

    Raises Refused: another's, or too late.
    """
    with transaction.atomic():
        message = Message.objects.select_for_update().get(pk=message.pk)
        if message.advisor_id != by.pk or message.voice != Message.Voice.NOTE or message.relay_id:
            raise Refused(_("Only who wrote a note can take it back."))
        draft, _new = Draft.objects.select_for_update().get_or_create(
            case=message.case, advisor=by, mode=Draft.Mode.NOTE
        )
        if message.withdrawn_at is not None:
            return draft
        if clock.now() > message.at + timedelta(seconds=settings.UNDO_SECONDS + LENIENT):
            raise Refused(_("Colleagues may have read this note by now; write another."))
        _withdraw(message, by)
        draft.words = "\n\n".join(filter(None, [message.words, draft.words.strip()]))
        draft.changed_at = clock.now()
        draft.save(update_fields=["words", "changed_at"])
        Attachment.objects.filter(message=message).update(message=None, draft=draft)
    return draft


def withdraw_note(message: Message, *, by: Advisor) -> None:
    """Have a note among us gone, which was written along with other acts; one that is gone already is let be."""
    must_answer(by)
    with transaction.atomic():
        message = Message.objects.select_for_update().get(pk=message.pk, voice=Message.Voice.NOTE)
        if message.withdrawn_at is None:
            _withdraw(message, by)


def _withdraw(message: Message, by: Advisor) -> None:
    message.withdrawn_at = clock.now()
    message.save(update_fields=["withdrawn_at"])
    call_no_more(message)
    record("message.unnoted", message, by=by, team=message.case.team_id)
