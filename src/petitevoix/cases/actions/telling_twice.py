"""The person says that we asked what they had told us before; they can take it back."""

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.models import Message
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.people.models import Person


def mark_told_twice(message: Message, *, by: Person) -> Message:
    """Say that words of ours ask for what was told before; done twice is done once. Raises Refused."""
    return _mark(message, by, "message.told_twice", is_told=True)


def unmark_told_twice(message: Message, *, by: Person) -> Message:
    """Take back that one had told it before."""
    return _mark(message, by, "message.told_once", is_told=False)


def _mark(message: Message, by: Person, name: str, *, is_told: bool) -> Message:
    with transaction.atomic():
        message = Message.objects.select_for_update(of=["self"]).get(pk=message.pk)
        if message.voice != Message.Voice.US or message.advisor_id is None:
            raise Refused(_("These are no words of ours."))
        if bool(message.told_twice_at) != is_told:
            message.told_twice_at = clock.now() if is_told else None
            message.save(update_fields=["told_twice_at"])
            record(name, message, by=by, message=message.pk, team=message.case.team_id)
    return message
