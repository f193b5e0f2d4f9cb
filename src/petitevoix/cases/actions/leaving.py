"""A reply that leaves at a chosen time: sent sooner after all, or held back because its person wrote meanwhile."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.actions.addressing import parcels_of
from petitevoix.cases.actions.replying import bring_back
from petitevoix.cases.models import Case, Message
from petitevoix.cases.refusals import Refused
from petitevoix.delivery import actions as delivery
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.prepared import Prepared
from petitevoix.people.models import Advisor


def send_now(message: Message, *, by: Advisor) -> Message:
    """Have a reply that waits for its time leave after the seconds in which it can be taken back. Raises Refused."""
    must_answer(by)
    with transaction.atomic():
        Case.objects.locked(message.case_id)
        message.refresh_from_db()
        if message.advisor_id != by.pk and not by.sees_all:
            raise Refused(_("Only who wrote a reply, or who leads, sends it before its time."))
        if not message.leaves_later:
            return message
        at = clock.now() + timedelta(seconds=settings.UNDO_SECONDS)
        for parcel in parcels_of(message):
            delivery.hasten(parcel, not_before=at)
        message.leaves_at = at
        message.save(update_fields=["leaves_at"])
        record("message.hastened", message, by=by, leaves_at=at.isoformat())
    return message


def hold_back(case: Case, *, just_sent: bool = False) -> None:
    """Make drafts again of replies that wait for their time, and of those `just_sent`; the case is locked."""
    for message in _yet_to_leave(case.pk, clock.now()):
        if just_sent or message.leaves_later:
            try:
                with transaction.atomic():
                    bring_back(case, message)
                    record("message.held", message, by="system", advisor=message.advisor_id, team=case.team_id)
            except Refused:  # it is leaving this very second
                continue


_yet_to_leave = Prepared(
    lambda case, now: Message.objects.told().filter(case_id=case, voice=Message.Voice.US, leaves_at__gt=now),
    int, datetime,
)  # fmt: skip
