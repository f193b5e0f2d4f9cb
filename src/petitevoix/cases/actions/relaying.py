"""A part of the work that a third party holds: begun with a letter, followed, closed with what came of it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases import relay_letters
from petitevoix.cases.access import must_answer
from petitevoix.cases.actions.clearing import must_not_be_spam
from petitevoix.cases.actions.promising import promise_news_on
from petitevoix.cases.actions.taking_part import address
from petitevoix.cases.actions.telling import tell
from petitevoix.cases.models import Attachment, Case, Message, Promise, Relay
from petitevoix.cases.refusals import Refused
from petitevoix.delivery import actions as delivery
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.prepared import insert
from petitevoix.kit.text import one_line, storable
from petitevoix.people.models import Advisor, Person


def start(
    case: Case, *, by: Advisor, email: str, awaited: str, words: str, name: str = "", next_at: datetime | None = None,
    told: str = "", follower: Advisor | None = None, rest: bool = True, tell_person: bool = False,
    files: Iterable[Attachment] = (), forwarded: Message | None = None,
) -> Relay:  # fmt: skip
    """Hand a part of the work to a third party, with a letter that says what we await; the case rests meanwhile.

    They never see the case, and take no part in it. With `next_at` the person is promised news by then; `tell_person`
    writes them so now. Raises Refused: nothing awaited, no words, an address that cannot be, a time that is past.
    """
    must_answer(by)
    awaited, words = one_line(storable(awaited), 300), storable(words).strip()
    if not awaited:
        raise Refused(_("Say what we await from them."))
    if not words:
        raise Refused(_("There are no words in this letter yet."))
    _must_lie_ahead(next_at)
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        must_not_be_spam(case)
        email = address(email)
        _must_be_outside(case, email)
        relay = Relay.objects.create(
            case=case, name=one_line(storable(name), 120) or email, email=email, awaited=awaited, next_at=next_at,
            told=one_line(storable(told), 500), follower=follower or case.advisor or by,
            before=_stands(case),
        )  # fmt: skip
        message = _send(relay, by=by, words=words, files=files)
        with case.changing():
            if rest:
                case.rest(Case.State.HELD)
            case.news_due_at = next_at or case.news_due_at
        if next_at:
            promise_news_on(case, next_at, by=by, message=message)
        record(
            "relay.started", relay, by=by, proven=True, team=case.team_id, relay=relay.pk, who=relay.name,
            message=message.pk, next_at=next_at and next_at.isoformat(), forwarded=forwarded and forwarded.pk,
        )  # fmt: skip
        if tell_person:
            said = tell(
                case, relay_letters.to_the_person(relay), purpose="relay-news", language=case.spoken, by=by,
                leaves_at=message.leaves_at,
            )  # fmt: skip
            relay.before["told"] = said.pk
        relay.before["after"] = _stands(case)
        relay.save(update_fields=["before"])
    return relay


def forward(
    message: Message, *, by: Advisor, email: str, words: str, name: str = "", awaited: str = "",
    next_at: datetime | None = None, files: Iterable[Attachment] = (),
) -> Relay:  # fmt: skip
    """Forward words of a case to somebody outside, with a word of ours; what they answer comes back to a relay."""
    if not storable(words).strip():
        raise Refused(_("Write a word to who receives it: what it is, and what you ask of them."))
    whole = f"{storable(words).strip()}\n\n{relay_letters.quoted(message, by.language)}"
    return start(
        message.case, by=by, email=email, name=name, awaited=awaited or _("their answer"), words=whole,
        next_at=next_at, files=[file for file in files if file.message_id == message.pk], rest=False,
        forwarded=message,
    )  # fmt: skip


def write(
    relay: Relay, *, by: Advisor, words: str, next_at: datetime | None = None, awaited: str = "", rest: bool = True
) -> Message:
    """Write to a third party again: we await them anew, until the next date. Raises Refused: no words, or over."""
    must_answer(by)
    words = storable(words).strip()
    if not words:
        raise Refused(_("There are no words in this letter yet."))
    _must_lie_ahead(next_at)
    with transaction.atomic():
        case, relay = _locked(relay)
        if relay.closed_at:
            raise Refused(_("This relay is closed; begin another one."))
        if awaited.strip():
            relay.awaited = one_line(storable(awaited), 300)
            relay.save(update_fields=["awaited"])
        relay.wait_until(next_at or (relay.next_at if relay.next_at and relay.next_at > clock.now() else None))
        message = _send(relay, by=by, words=words)
        with case.changing():
            if rest:
                case.rest(Case.State.HELD)
            case.news_due_at = next_at or case.news_due_at
        if next_at:
            promise_news_on(case, next_at, by=by, message=message)
        record("relay.written", relay, by=by, team=case.team_id, relay=relay.pk, who=relay.name, message=message.pk)
    return message


def close(relay: Relay, *, by: Advisor, result: str) -> Relay:
    """Close a relay with what came of it; where nobody outside holds a part any more, the case waits on us."""
    must_answer(by)
    result = storable(result).strip()[:2000]
    if not result:
        raise Refused(_("Say in a sentence what came of it."))
    with transaction.atomic():
        case, relay = _locked(relay)
        if relay.closed_at:
            return relay
        relay.closed_at, relay.result = clock.now(), result
        relay.save(update_fields=["closed_at", "result"])
        if case.state == Case.State.HELD and not case.relays.going_on().exists():
            with case.changing():
                case.wait_on_us(clock.now())
        record(
            "relay.closed", relay, by=by, proven=True, team=case.team_id, relay=relay.pk, who=relay.name, result=result
        )
    return relay


def change(
    relay: Relay, *, by: Advisor, awaited: str | None = None, told: str | None = None, next_at: datetime | None = None,
    follower: Advisor | None = None,
) -> Relay:  # fmt: skip
    """Put a relay differently; what is None stays. A new date is a new promise of news. Raises Refused."""
    must_answer(by)
    _must_lie_ahead(next_at)
    with transaction.atomic():
        case, relay = _locked(relay)
        if relay.closed_at:
            raise Refused(_("This relay is closed; begin another one."))
        relay.awaited = one_line(storable(awaited), 300) if awaited and awaited.strip() else relay.awaited
        relay.told = relay.told if told is None else one_line(storable(told), 500)
        relay.follower = follower or relay.follower
        relay.save(update_fields=["awaited", "told", "follower"])
        if next_at and next_at != relay.next_at:
            relay.wait_until(next_at)
            with case.changing():
                case.news_due_at = next_at
            promise_news_on(case, next_at, by=by)
        record(
            "relay.changed", relay, by=by, team=case.team_id, relay=relay.pk, who=relay.name,
            next_at=next_at and next_at.isoformat(),
        )  # fmt: skip
    return relay


def call_off(relay: Relay, *, by: Advisor) -> Case:
    """Take a relay back before its first letter leaves: the case stands as it stood. Raises Refused once it left."""
    must_answer(by)
    with transaction.atomic():
        case, relay = _locked(relay)
        if relay.called_off_at:
            return case
        promised = Promise.objects.filter(message__in=relay.messages.all())
        numbers = list(promised.values_list("pk", flat=True))
        promised.delete()
        letters = [*relay.messages.filter(withdrawn_at=None), *Message.objects.filter(pk=relay.before.get("told", 0))]
        for letter in letters:
            if letter.parcel is None or not delivery.withdraw(letter.parcel):
                raise Refused(_("The letter has already left; write to them again, or close the relay."))
            letter.withdrawn_at = clock.now()
            letter.save(update_fields=["withdrawn_at"])
        relay.called_off_at = clock.now()
        relay.save(update_fields=["called_off_at"])
        if _stands(case) == relay.before.get("after"):
            with case.changing():
                case.state = relay.before["state"]
                case.waiting_since = _moment(relay.before["waiting_since"])
                case.news_due_at = _moment(relay.before["news_due_at"])
        record(
            "relay.called_off", relay, by=by, team=case.team_id, relay=relay.pk, who=relay.name, promises=numbers,
        )  # fmt: skip
    return case


def _send(relay: Relay, *, by: Advisor, words: str, files: Iterable[Attachment] = ()) -> Message:
    case = relay.case
    message = insert(
        Message(
            case=case, relay=relay, voice=Message.Voice.NOTE, channel="email", advisor=by, words=words,
            language=by.language, leaves_at=clock.now() + timedelta(seconds=settings.UNDO_SECONDS),
        )
    )  # fmt: skip
    Attachment.objects.bulk_create(
        Attachment(
            message=message, name=file.name, media_type=file.media_type, size=file.size, sha256=file.sha256,
        )
        for file in files
    )  # fmt: skip
    parcel = delivery.post(
        channel="email", purpose=relay_letters.PURPOSE, to=relay.email, topic=case.topic, not_before=message.leaves_at,
        contents=relay_letters.contents(relay, message),
    )  # fmt: skip
    message.goes_as(parcel)
    return message


def _locked(relay: Relay) -> tuple[Case, Relay]:
    case = Case.objects.locked_where_it_goes_on(relay.case_id)
    return case, Relay.objects.select_for_update().select_related("case").get(pk=relay.pk)


def _must_lie_ahead(next_at: datetime | None) -> None:
    if next_at and next_at <= clock.now():
        raise Refused(_("The date for news is already past; choose a later one."))


def _must_be_outside(case: Case, email: str) -> None:
    person = Person.objects.at(email).first()
    if person and case.takes_part(person):
        raise Refused(_("%(name)s takes part in this case: write to them in it.") % {"name": person})


def _stands(case: Case) -> dict[str, Any]:
    return {
        "state": case.state,
        "waiting_since": case.waiting_since and case.waiting_since.isoformat(),
        "news_due_at": case.news_due_at and case.news_due_at.isoformat(),
    }


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
