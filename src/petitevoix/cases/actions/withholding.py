"""The words of a blocked person: stored like all others, and read first by somebody who leads."""

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.models import Block, Case, Message, Withheld
from petitevoix.cases.models.block import block_on
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.people.models import Advisor, Person


def withhold(case: Case, message: Message, person: Person) -> None:
    """Keep what a blocked person wrote for somebody who leads, in the caller's transaction that locked the case.

    A case of somebody else, in which they only take part, goes on as it was.
    """
    block = block_on(person.pk)
    if block is None:
        return
    Withheld.objects.create(message=message, block=block)
    record("message.withheld", message, by="system", block=block.pk, team=case.team_id)
    if case.person_id == person.pk and case.state == Case.State.OPEN:
        with case.changing():
            case.rest(Case.State.HELD)


def let_through(withheld: Withheld, *, by: Advisor, to_the_queue: bool) -> None:
    """Say that somebody who leads has read withheld words, and whether an advisor is to answer them. Raises Refused."""
    must_lead(by)
    with transaction.atomic():
        withheld = Withheld.objects.select_for_update().select_related("message").get(pk=withheld.pk)
        if withheld.read_at:
            return
        _read(withheld, by=by, to_the_queue=to_the_queue)


def release(block: Block) -> None:
    """Put what nobody has read into its queue, in the caller's transaction: the block is over."""
    for withheld in block.withheld.filter(read_at=None).select_related("message").order_by("pk"):
        _read(withheld, by=None, to_the_queue=True)


def must_lead(by: Advisor) -> None:
    """Refuse what only those who lead decide. Raises Refused."""
    if not by.sees_all:
        raise Refused(_("This is decided by those who lead a team or run the house."))


def _read(withheld: Withheld, *, by: Advisor | None, to_the_queue: bool) -> None:
    withheld.read_at, withheld.read_by = clock.now(), by
    withheld.save(update_fields=["read_at", "read_by"])
    case = Case.objects.locked(withheld.message.case_id)
    record("message.let_through", withheld.message, by=by or "system", queue=to_the_queue, team=case.team_id)
    if to_the_queue and case.state != Case.State.CLOSED:
        with case.changing():
            case.wait_on_us(withheld.message.at)  # since it was written: the person did not choose the detour
