"""Letters to staff: what an advisor chose to hear of, of cases that they may see, and nothing they did themselves."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import translation

from petitevoix.cases import access, staff_letters
from petitevoix.cases.actions.summarising import unread_summary
from petitevoix.cases.models import Case, Follow, Mention, Message, Withheld
from petitevoix.delivery.actions import post
from petitevoix.delivery.carriers import carrier
from petitevoix.delivery.models import Parcel
from petitevoix.journal.models import Event
from petitevoix.kit.prepared import Prepared
from petitevoix.people.models import Advisor

Said = tuple[str, list[Message], int]  # what happened, the words, the last message shown
_OF_WORDS = (Advisor.ToldOf.MINE, Advisor.ToldOf.FOLLOWED)


def write_of_mentions(event: Event) -> None:
    """Write to those whom a note calls; who is given the case with that same note hears of it so, and once."""
    note = _message(event) if event.facts.get("mentioned") else None
    if note is None:
        return
    given = _given_with(event, note)
    by = note.advisor.name if note.advisor else ""
    said = partial(_said, staff_letters.mentioned, by, quoted=[note], seen=note.pk)
    for mention in Mention.objects.filter(message=note).select_related("advisor").order_by("id"):
        if not (mention.advisor_id == given and Advisor.ToldOf.HANDED in mention.advisor.told_of):
            _write(event, note.case, mention.advisor, Advisor.ToldOf.MENTIONS, said)


def write_of_handing(event: Event) -> None:
    """Write to who was given a case by somebody else."""
    to = Advisor.objects.active().filter(pk=event.facts.get("advisor") or 0).first()
    by = _advisor(event.by)
    if to is None or by is None or by == to:
        return
    case = Case.objects.select_related("person", "team").get(pk=int(event.noun.partition(":")[2]))
    told = case.messages.told().select_related("person", "advisor")
    last = told.shown_to(to).filter(voice=Message.Voice.PERSON, automatic="").last()
    word = told.filter(pk=event.facts.get("word") or 0).first()
    seen = told.values_list("pk", flat=True).last() or 0
    said = partial(_said, staff_letters.handed, by.name, case, quoted=[one for one in (word, last) if one], seen=seen)
    _write(event, case, to, Advisor.ToldOf.HANDED, said)


def write_of_words(event: Event) -> None:
    """Write to who holds a case, and to those who follow it, that a person wrote; not of what waits for a lead."""
    if event.facts.get("automatic") or event.facts.get("queue") is False:
        return
    wanting = [one for one in _hearing(int(event.topic.partition(":")[2])) if {*_OF_WORDS} & {*one.told_of}]
    message = _message(event) if wanting else None
    if message is None or Withheld.objects.unread().filter(message=message).exists():
        return
    for to in wanting:
        is_mine = to.pk == message.case.advisor_id
        said = partial(_said, staff_letters.wrote, message, is_mine=is_mine, quoted=[message], seen=message.pk)
        _write(event, message.case, to, Advisor.ToldOf.MINE if is_mine else Advisor.ToldOf.FOLLOWED, said)


_hearing = Prepared(
    lambda case: Advisor.objects.active().filter(
        Q(pk__in=Case.objects.filter(pk=case).values("advisor"))
        | Q(pk__in=Follow.objects.filter(case_id=case).values("advisor"))
    ),
    int,
)


def _said(sentence: Callable[..., str], *of: Any, quoted: list[Message], seen: int, **how: Any) -> Said:
    return sentence(*of, **how), quoted, seen


def _write(event: Event, case: Case, to: Advisor, of: str, said: Callable[[], Said]) -> None:
    """Post one letter about an event, once; the log keeps that its reader was shown words of the case."""
    if of not in to.told_of or not to.is_active or event.by == to.actor:
        return
    if carrier("email").reads_at(to.email) or not Case.objects.visible_to(to).filter(pk=case.pk).exists():
        return
    with transaction.atomic():
        Advisor.objects.select_for_update().get(pk=to.pk)  # so that the same news told twice at once is told once
        since = Parcel.objects.filter(to=to.email, purpose=staff_letters.PURPOSE, created_at__gte=event.at)
        if any(facts.get("event") == event.pk for facts in since.values_list("contents", flat=True)):
            return
        with translation.override(to.language):
            what, quoted, seen = said()
            summary = unread_summary(case, to)
            contents: dict[str, Any] = staff_letters.contents(
                case, to, what, quoted, seen=seen, summary=summary.words if summary else ""
            )
        # Of no case, for the outbox: neither what answers it nor its return is the person's.
        post(channel="email", purpose=staff_letters.PURPOSE, to=to.email, contents={**contents, "event": event.pk})
        access.opened(case, by=to, letter=event.pk)


def _message(event: Event) -> Message | None:
    number = int(event.noun.partition(":")[2])
    whole = Message.objects.select_related("case__person", "case__team", "person", "advisor")
    return whole.filter(pk=number, withdrawn_at=None).first()


def _given_with(event: Event, note: Message) -> int | None:
    after = Event.objects.about(event.topic).filter(name="case.assigned", id__gt=event.pk).first()
    return after.facts.get("advisor") if after and after.facts.get("word") == note.pk else None


def _advisor(actor: str) -> Advisor | None:
    kind, _colon, number = actor.partition(":")
    return Advisor.objects.filter(pk=int(number)).first() if kind == "advisor" else None
