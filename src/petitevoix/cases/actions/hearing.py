"""A third party has written, or has not by the day we had set: the case comes back to us, and says so."""

from django.db import transaction

from petitevoix.cases.actions.receiving import Arrival, attach
from petitevoix.cases.models import Case, Message, Relay
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.prepared import insert
from petitevoix.kit.text import storable
from petitevoix.people.models.person import normal

AT_ONCE = 200


def hear(arrival: Arrival, relay: Relay) -> Message:
    """Write down what a third party wrote: among us, never as words of the person, and it is our turn.

    A machine's letter is kept and changes nothing.
    """
    with transaction.atomic():
        case = Case.objects.locked_where_it_goes_on(relay.case_id)
        relay = Relay.objects.select_for_update().get(pk=relay.pk)
        message = insert(
            Message(
                case=case, relay=relay, voice=Message.Voice.NOTE, channel=arrival.channel,
                words=storable(arrival.words), rest=storable(arrival.rest), html=storable(arrival.html),
                language=arrival.language, automatic=arrival.automatic, at=arrival.at or clock.now(),
                thread_key=storable(arrival.thread_key)[:255], original=arrival.original,
                sender=normal(arrival.sender),
            )
        )  # fmt: skip
        attach(message, arrival.files)
        if not arrival.automatic:
            relay.answered_at, relay.overdue_at = message.at, None
            relay.save(update_fields=["answered_at", "overdue_at"])
            _come_back(case, because="relay")
        record(
            "relay.answered", relay, by="mail", team=case.team_id, relay=relay.pk, message=message.pk,
            who=relay.name, automatic=arrival.automatic,
        )  # fmt: skip
    return message


def call_back(most: int = AT_ONCE) -> int:
    """Have the cases come back to us whose third party has not answered by the next date; give how many."""
    passed = Relay.objects.going_on().filter(next_at__lt=clock.now(), overdue_at=None, answered_at=None)
    done = 0
    for number, case_id in list(passed.order_by("next_at", "id").values_list("pk", "case_id")[:most]):
        with transaction.atomic():
            case = Case.objects.locked_where_it_goes_on(case_id)
            relay = Relay.objects.select_for_update().get(pk=number)
            if relay.state != "waiting" or relay.called_off_at:
                continue
            relay.overdue_at = clock.now()
            relay.save(update_fields=["overdue_at"])
            if case.state != Case.State.CLOSED:
                _come_back(case, because="relay")
            record("relay.overdue", relay, by="system", team=case.team_id, relay=relay.pk, who=relay.name)
            done += 1
    return done


def _come_back(case: Case, *, because: str) -> None:
    if case.state == Case.State.OPEN:
        return
    if case.state == Case.State.CLOSED:
        record("case.reopened", case, by="system", because=because, team=case.team_id)
    with case.changing():
        case.wait_on_us(clock.now())
