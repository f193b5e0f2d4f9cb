"""The words of a blocked person: stored like all others, and read first by somebody who leads.

Until then nothing is drawn from them: no case is called by them, no question is read out of them, no search finds them.
`MessageQuerySet.shown_to` says who reads them; letting them through makes up for all of it.
"""

from typing import Any

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from petitevoix.cases.actions.asking import read_questions, say_asked_again
from petitevoix.cases.actions.knowing import keep_facts
from petitevoix.cases.actions.spamming import put_questions_aside
from petitevoix.cases.models import Block, Case, Message, Withheld
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.text import one_line
from petitevoix.people.models import Advisor


def title_meanwhile(language: str) -> str:
    """Call a case that opens with withheld words, in the language of its person, until they may be seen."""
    with translation.override(language or "fr"):
        return _("Words that somebody who leads reads first")


def withhold(message: Message, block: Block, case: Case, *, opened: str = "") -> None:
    """Keep what a blocked person wrote for somebody who leads, in the caller's transaction that locked the case.

    Where these words opened it, `opened` is what it will be called. A case of somebody else, in which they only take
    part, goes on as it was.
    """
    Withheld.objects.create(message=message, block=block, opened=case if opened else None, title=opened)
    record("message.withheld", message, by="system", block=block.pk, team=case.team_id)
    if case.person_id == block.person_id and case.state == Case.State.OPEN:
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
    for withheld in block.withheld.unread().select_related("message").order_by("pk"):
        _read(withheld, by=None, to_the_queue=True)


def must_lead(by: Advisor) -> None:
    """Refuse what only those who lead decide. Raises Refused."""
    if not by.sees_all:
        raise Refused(_("This is decided by those who lead a team or run the house."))


def _read(withheld: Withheld, *, by: Advisor | None, to_the_queue: bool) -> None:
    withheld.read_at, withheld.read_by = clock.now(), by
    withheld.save(update_fields=["read_at", "read_by"])
    case = Case.objects.locked(withheld.message.case_id)
    _call_by_its_words(withheld, case)
    asked = _read_its_questions(withheld.message, case, withheld.title)
    record(
        "message.let_through", withheld.message, by=by or "system", queue=to_the_queue, team=case.team_id, **asked,
    )  # fmt: skip
    if to_the_queue and case.state != Case.State.CLOSED:
        with case.changing():
            case.wait_on_us(withheld.message.at)  # since it was written: the person did not choose the detour


def _call_by_its_words(withheld: Withheld, case: Case) -> None:
    message = withheld.message
    if withheld.opened_id and withheld.opened_id != case.pk:  # joined to another since
        Case.objects.filter(pk=withheld.opened_id).update(title=withheld.title)
    heard = case.messages.told().let_through().filter(voice=Message.Voice.PERSON, automatic="")
    is_first, is_last = withheld.opened_id == case.pk, not heard.filter(pk__gt=message.pk).exists()
    with case.changing():
        if is_first:
            case.title = withheld.title
        if is_last and (is_first or not message.automatic):
            case.first_words = one_line(message.words, 240) or case.first_words


def _read_its_questions(message: Message, case: Case, subject: str) -> dict[str, Any]:
    asked = []
    if not message.automatic:
        asked = read_questions(message, subject)
        keep_facts(message)
    if asked and message.person:
        say_asked_again(case, asked, message.person)
    if asked and case.state == Case.State.SPAM:
        put_questions_aside(case)
    return {"questions": [one.pk for one in asked], "why": [one.pk for one in asked if one.kind == one.Kind.WHY]}
