"""What the review stopped: remembered, though nothing else of the refused act is, so that a change can be told."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.db import transaction
from django.utils.crypto import salted_hmac

from petitevoix.cases.models import Case
from petitevoix.cases.refusals import Stopped
from petitevoix.journal.models import Event
from petitevoix.journal.record import record
from petitevoix.kit.prepared import Prepared
from petitevoix.people.models import Advisor

P = ParamSpec("P")
R = TypeVar("R")


def remembers_stops(act: Callable[Concatenate[Case, P], R]) -> Callable[Concatenate[Case, P], R]:
    """Record that the review stopped an act, once its own transaction is undone.

    Within a larger act this is undone with it, and the larger one records it.
    """

    @wraps(act)
    def remembering(case: Case, /, *given: P.args, **how: P.kwargs) -> R:
        try:
            return act(case, *given, **how)
        except Stopped as stop:
            if stop.words is not None:
                by = how["by"]
                assert isinstance(by, Advisor)
                codes = sorted({one.code for one in stop.findings if one.blocks})
                with transaction.atomic():
                    record("message.stopped", case, by=by, team=case.team_id, words=_mark(stop.words), findings=codes)
            raise

    return remembering


def was_changed(case: Case, words: str, by: Advisor) -> bool:
    """Say whether the review stopped other words of this advisor since they last answered here."""
    return any(
        name == "message.stopped" and facts.get("words") != _mark(words)
        for name, facts in _last_said(case.topic, by.actor)
    )


_last_said = Prepared(
    lambda topic, by: (
        Event.objects.about(topic)
        .filter(name__in=["message.stopped", "message.written"], by=by)
        .order_by("-id")
        .values_list("name", "facts")[:1]
    ),
    str,
    str,
)


def _mark(words: str) -> str:
    # The journal keeps no words that nobody was sent: only enough to tell whether they are the same.
    return salted_hmac("petitevoix.cases.stopped", words).hexdigest()[:16]
