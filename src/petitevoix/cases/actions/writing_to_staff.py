"""Letters to staff: what an advisor chose to hear of, of cases that they may see, and nothing they did themselves."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import translation

from petitevoix.cases import access, staff_letters
from petitevoix.cases.models import Case, Follow, Mention, Message, Withheld
from petitevoix.delivery.actions import post
from petitevoix.delivery.carriers import carrier
from petitevoix.delivery.models import Parcel
from petitevoix.journal.models import Event
from petitevoix.people.models import Advisor

Said = Callable[[Advisor], tuple[str, list[Message], int]]  # what happened, the words, the last message shown


def write_of_mentions(event: Event) -> None:
    """Write to those whom a note calls; who is given the case with that same note hears of it so, and once."""
    note = _message(event)
    if note is None or not event.facts.get("mentioned"):
        return
    given = _given_with(event, note)
    by = note.advisor.name if note.advisor else ""
    for mention in Mention.objects.filter(message=note).select_related("advisor").order_by("id"):
        if not (mention.advisor_id == given and Advisor.ToldOf.HANDED in mention.advisor.told_of):
            _write(
                event, note.case, mention.advisor, Advisor.ToldOf.MENTIONS,
                lambda _to: (staff_letters.mentioned(by), [note], note.pk),
            )  # fmt: skip


def write_of_handing(event: Event) -> None:
    """Write to who was given a case by somebody else."""
    to = Advisor.objects.active().filter(pk=event.facts.get("advisor") or 0).first()
    by = _advisor(event.by)
    if to is None or by is None or by == to:
        return
    case = Case.objects.select_related("person", "team").get(pk=int(event.noun.partition(":")[2]))
    told = case.messages.told().select_related("person", "advisor")
    last = told.filter(voice=Message.Voice.PERSON, automatic="").last()
    word = told.filter(pk=event.facts.get("word") or 0).first()
    seen = max((one.pk for one in told.order_by("-id")[:1]), default=0)
    quoted = [one for one in (word, last) if one]
    _write(event, case, to, Advisor.ToldOf.HANDED, lambda _to: (staff_letters.handed(by.name, case), quoted, seen))


def write_of_words(event: Event) -> None:
    """Write to who holds a case, and to those who follow it, that a person wrote; not of what waits for a lead."""
    message = _message(event)
    if message is None or message.automatic or Withheld.objects.filter(message=message, read_at=None).exists():
        return
    case, holder = message.case, message.case.advisor_id
    following = Follow.objects.filter(case=case).exclude(advisor=holder).values("advisor")
    hearing = Advisor.objects.active().filter(pk__in=following)
    holding = Advisor.objects.active().filter(pk=holder or 0)
    for to, of in [
        *((one, Advisor.ToldOf.MINE) for one in holding),
        *((one, Advisor.ToldOf.FOLLOWED) for one in hearing),
    ]:
        is_mine = of == Advisor.ToldOf.MINE
        _write(
            event, case, to, of,
            lambda _to, is_mine=is_mine: (staff_letters.wrote(message, is_mine=is_mine), [message], message.pk),
        )  # fmt: skip


def _write(event: Event, case: Case, to: Advisor, of: str, said: Said) -> None:
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
            what, quoted, seen = said(to)
            contents: dict[str, Any] = staff_letters.contents(case, to, what, quoted, seen=seen)
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
