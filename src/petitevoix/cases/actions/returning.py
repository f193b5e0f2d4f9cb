"""A letter of ours did not arrive: it shows on the message, and the case waits on us again."""

from django.db import transaction
from django.db.models import Q

from petitevoix.cases.models import Case, Message
from petitevoix.delivery.models import Parcel
from petitevoix.journal.record import record
from petitevoix.kit import clock


def reopen_for(parcel: Parcel) -> None:
    """Have the case of a parcel that failed or came back wait on us; done twice is done once."""
    message = Message.objects.filter(Q(parcel=parcel) | Q(recipients__parcel=parcel)).first()
    if message is None:
        return
    with transaction.atomic():
        case = Case.objects.locked_where_it_goes_on(message.case_id)
        if case.state == Case.State.OPEN and case.snoozed_until is None:
            return
        with case.changing():
            case.wait_on_us(clock.now())
        record("case.reopened", case, by="mail", because="undelivered", message=message.pk, team=case.team_id)
