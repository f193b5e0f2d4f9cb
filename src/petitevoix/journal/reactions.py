"""News goes up: rooms react to events as jobs, enqueued in the transaction of the event."""

from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from petitevoix.jobs.tasks import Enqueued, task
from petitevoix.journal.models import Event
from petitevoix.kit.prepared import Prepared

Reaction = Callable[[Event], None]
_reactions: dict[str, list[Reaction]] = defaultdict(list)


def reacts_to(*names: str) -> Callable[[Reaction], Reaction]:
    """Have a function called, later and at least once, for each event of these names; it must be idempotent."""

    def register(reaction: Reaction) -> Reaction:
        for name in names:
            _reactions[name].append(reaction)
        return reaction

    return register


def enqueue(event: Event) -> None:
    """Enqueue one job for each reaction to this event."""
    react.enqueue_all(
        Enqueued({"event_id": event.pk, "reaction": _name(reaction)}) for reaction in _reactions[event.name]
    )


@task(queue="reactions", priority=3)
def react(event_id: int, reaction: str) -> None:
    """Run one reaction to one event; a reaction that exists no more is let go."""
    [event] = _numbered(event_id)
    for candidate in _reactions[event.name]:
        if _name(candidate) == reaction:
            candidate(event)


_numbered = Prepared(lambda event_id: Event.objects.filter(pk=event_id), int)


def names() -> set[str]:
    """Names of events that somebody reacts to."""
    return {name for name, reactions in _reactions.items() if reactions}


def discover() -> None:
    """Import the `reactions` module of each room that has one."""
    for config in apps.get_app_configs():
        module = f"{config.name}.reactions"
        if config.name.startswith("petitevoix.") and module != __name__ and find_spec(module):
            import_module(module)


def _name(reaction: Reaction) -> str:
    return f"{reaction.__module__}.{reaction.__qualname__}"
