"""Recording: inside the transaction of the change it reports, an event, its proof and its reactions."""

from typing import Any, Protocol

from django.db import connection, models

from petitevoix.journal import reactions
from petitevoix.journal.models import Event, Whisper
from petitevoix.kit.prepared import insert
from petitevoix.vault import log


class Actor(Protocol):
    """Whoever can cause something: an advisor, a person; or a plain name such as `system`."""

    @property
    def actor(self) -> str: ...


def name_of(by: Actor | str) -> str:
    """Write down who did it: `advisor:3`, `person:7`, `system`."""
    return by if isinstance(by, str) else by.actor


def record(name: str, about: models.Model, *, by: Actor | str, proven: bool = False, **facts: Any) -> Event:
    """Record that something happened, in the caller's transaction.

    `about` is the noun it happened to; its `topic` (else itself) says on whose page it shows. `proven` events enter
    the tamper-evident log. Reactions are enqueued with it. Raises RuntimeError outside a transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError(f"The event {name} must be recorded in the transaction of its change.")
    noun = noun_of(about)
    event = insert(Event(name=name, topic=getattr(about, "topic", noun), noun=noun, by=name_of(by), facts=facts))
    if proven:
        log.append("act", who=event.by, name=name, what=noun, facts={"event": event.pk, **facts})
    reactions.enqueue(event)
    return event


def whisper(topic: str, **facts: Any) -> None:
    """Tell open pages something that is true only now; it is in no history."""
    insert(Whisper(topic=topic, facts=facts))


def noun_of(thing: models.Model) -> str:
    return f"{thing._meta.model_name}:{thing.pk}"
