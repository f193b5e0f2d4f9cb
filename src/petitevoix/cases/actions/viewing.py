"""Views: made, changed, put away; and counted, apart from any page."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from petitevoix.cases import conditions
from petitevoix.cases.models import View, ViewCount
from petitevoix.cases.models.case import CaseQuerySet
from petitevoix.cases.models.shared import Audience
from petitevoix.cases.models.view import MANY
from petitevoix.cases.refusals import Refused
from petitevoix.jobs.tasks import task
from petitevoix.journal.record import record, whisper
from petitevoix.journal.tail import last_id
from petitevoix.kit import clock
from petitevoix.kit.prepared import Prepared
from petitevoix.kit.text import one_line, storable
from petitevoix.people.models import Advisor, Team

MOST = 100  # views of one advisor
LOOKED_AT = timedelta(minutes=30)
AT_LEAST_APART = timedelta(seconds=5)
ANYWAY = timedelta(minutes=1)  # some conditions come true by themselves
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def keep_view(
    *, by: Advisor, name: str, audience: str, team: Team | None, asked: Mapping[str, Any], known: View | None = None
) -> View:
    """Keep a view, or change the one `known`. Raises Refused: no name, somebody else's, conditions that ask nothing."""
    if known and not known.may_be_changed_by(by):
        raise Refused(_("This view is %(name)s’s; make one of your own.") % {"name": known.owner.name})
    if known is None and has_enough(by):
        raise Refused(_("You have %(most)s views; put one away first.") % {"most": MOST})
    kept = known or View(owner=by)
    kept.name, kept.conditions = one_line(storable(name), 60), conditions.cleaned(asked)
    if not kept.name:
        raise Refused(_("Give the view a name."))
    if not kept.conditions:
        raise Refused(_("Ask something of the cases: with no condition at all these are all cases."))
    kept.audience = audience if audience in Audience.values else Audience.ME
    kept.team = team if kept.audience == Audience.TEAM else None
    if kept.audience == Audience.TEAM and not (team and by.may_share_with(team)):
        raise Refused(_("Choose one of your teams to share it with."))
    with transaction.atomic():
        kept.save()
        ViewCount.objects.filter(view=kept).update(cases=None, counted_at=None)
        record("view.changed" if known else "view.made", kept, by=by, called=kept.name, audience=kept.audience)
    return kept


def has_enough(advisor: Advisor) -> bool:
    """Tell whether an advisor has as many views as one may have."""
    return advisor.views.filter(put_away_at=None).count() >= MOST


def put_away(view: View, *, by: Advisor, is_away: bool = True) -> None:
    """Put a view away, or bring it back. Raises Refused where it is somebody else's."""
    if not view.may_be_changed_by(by):
        raise Refused(_("This view is %(name)s’s; make one of your own.") % {"name": view.owner.name})
    with transaction.atomic():
        view.put_away_at = clock.now() if is_away else None
        view.save(update_fields=["put_away_at"])
        record("view.removed" if is_away else "view.restored", view, by=by, called=view.name)


def in_order(view: View, reader: Advisor) -> CaseQuerySet:
    """Give the cases of a view as its reader may see them: what waits on us by its wait, else the newest first."""
    found = conditions.select(view.conditions, reader)
    return found.longest_first() if conditions.waits_only(view.conditions) else found.order_by("-id")


def views_before(reader: Advisor) -> list[tuple[int, str]]:
    """Give the views of a reader, number and name, and have them counted from now on."""
    views = list(View.objects.visible_to(reader).values_list("pk", "name"))
    if not views:
        return views
    now = clock.now()
    known = dict(ViewCount.objects.filter(advisor=reader).values_list("view_id", "shown_at"))
    new = [ViewCount(view_id=pk, advisor=reader) for pk, _name in views if pk not in known]
    if new or any(at < now - LOOKED_AT / 2 for at in known.values()):
        ViewCount.objects.bulk_create(new, ignore_conflicts=True)
        ViewCount.objects.filter(advisor=reader).update(shown_at=now)
    return views


def counts_shown(reader: Advisor) -> dict[int, int | None]:
    """Give how many cases each view held when last counted; where something happened since, it is counted again."""
    now, counts = clock.now(), _counts(reader.pk)
    if counts:
        since = min(at or _LONG_AGO for _view, _cases, at, _event in counts)
        seen = min(event for _view, _cases, _at, event in counts)
        # Also where they were counted a moment ago: what happened since would wait for a page that asks again.
        # Whoever only reads does not queue behind those who write, where somebody has asked for it before them.
        if (since < now - ANYWAY or seen < last_id()) and not count_views.is_waiting("views"):
            count_views.enqueue(key="views", run_at=max(now, since + AT_LEAST_APART))
    return {view: cases for view, cases, _at, _event in counts}


@task(queue="acts", priority=6)
def count_views() -> None:
    """Count anew each view that somebody has before them, and tell open pages where a number changed."""
    changed = set()
    for one in _looked_at().select_related("view", "advisor"):
        event, found = last_id(), conditions.select(one.view.conditions, one.advisor).order_by()
        cases = found.values("pk")[:MANY].count()
        ViewCount.objects.filter(pk=one.pk).update(cases=cases, counted_at=clock.now(), counted_event=event)
        if cases != one.cases:
            changed.add(one.advisor_id)
    if changed:
        whisper("views", advisors=sorted(changed))


def _looked_at() -> QuerySet[ViewCount]:
    return ViewCount.objects.filter(shown_at__gte=clock.now() - LOOKED_AT, view__put_away_at=None)


_counts = Prepared(
    lambda advisor: ViewCount.objects.filter(advisor_id=advisor, view__put_away_at=None).values_list(
        "view_id", "cases", "counted_at", "counted_event"
    ),
    int,
)
