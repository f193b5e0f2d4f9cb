"""What third parties hold of a case, as it stands above its thread."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from petitevoix.cases.models import Case, Relay
from petitevoix.kit import clock
from petitevoix.kit.prepared import Prepared
from petitevoix.kit.words import moment, on_day
from petitevoix.web.shared.language import page_language


class Held(NamedTuple):
    """One relay, as it stands above the thread."""

    path: str
    line: str
    state: str


def held_of(case: Case) -> list[Held]:
    """Say of each third party that holds a part: since when, what is awaited, and when we next look."""
    spoken = page_language()
    return [
        Held(f"/desk/cases/{case.reference}/relays/{one.pk}/", line(one, spoken), one.state)
        for one in _going_on(case.pk)
    ]


def line(relay: Relay, spoken: str) -> str:
    """Say in one line who holds a part, since when, what we await, and what comes next."""
    said = _("With %(name)s since %(when)s; we await: %(awaited)s") % {
        "name": relay.name, "when": on_day(relay.since, spoken), "awaited": relay.awaited.rstrip(" ."),
    }  # fmt: skip
    following = _next(relay, spoken)
    return _("%(said)s; %(next)s") % {"said": said, "next": following} if following else said


def _next(relay: Relay, spoken: str) -> str:
    if relay.answered_at:
        when = on_day(relay.answered_at, spoken)
        return _("%(name)s answered on %(when)s") % {"name": relay.name, "when": when}
    if relay.next_at is None:
        return ""
    when = moment(relay.next_at, spoken)
    if relay.overdue_at or relay.next_at < clock.now():
        return _("no answer by %(when)s") % {"when": when}
    return _("next news %(when)s") % {"when": when}


_going_on = Prepared(lambda case: Relay.objects.going_on().filter(case_id=case).order_by("id"), int)
