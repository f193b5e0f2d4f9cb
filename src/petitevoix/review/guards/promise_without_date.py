"""What we say we will do, we say by when (S042)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from petitevoix.hours.week import Hours
from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding

_OFFERED = (1, 2, 5)  # working days from now
_MOST_DAYS = 60


def look(draft: Draft) -> Iterator[Finding]:
    from petitevoix.language.promises.finding import find

    for promise in find(draft.own, draft.at, draft.zone, draft.written, draft.working):
        if promise.vague or promise.due is None:
            yield Finding(
                "promise_without_date",
                "warn",
                _("Something is promised here, without a date."),
                ((promise.start, promise.end),),
                _("Say by when: a promise with a date can be kept, and be seen to be kept."),
                facts={"dates": [moment.isoformat() for moment in _dates(draft)]},
            )


def _dates(draft: Draft) -> Iterator[datetime]:
    """Offer the close of the next, the second and the fifth working day."""
    day, worked = draft.at.astimezone(draft.zone), 0
    working = draft.working or Hours(draft.zone)
    for _day in range(_MOST_DAYS):
        day += timedelta(days=1)
        if working.is_working(day.date()):
            worked += 1
            if worked in _OFFERED:
                yield working.ends(day.date())
        if worked == _OFFERED[-1]:
            return
