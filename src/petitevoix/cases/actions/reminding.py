"""Promises that come near are told to who keeps them; a case that waits long without news makes one due."""

from datetime import date, datetime, time, timedelta

from django.db import transaction

from petitevoix.cases.actions.promising import promise_news_on
from petitevoix.cases.models import Case, Promise
from petitevoix.cases.models.agreed import agreed
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.words import zone
from petitevoix.people.models import Advisor

AT_ONCE = 200


def stand_in() -> int:
    """Give the promises of who is away today, due before they are back, to their substitute, else to the team."""
    given, today = 0, clock.now().astimezone(zone()).date()
    for away in Advisor.objects.away_on(today).select_related("substitute"):
        assert away.away_until  # who is away has both days
        back = datetime.combine(away.away_until + timedelta(days=1), time(0), zone())
        held = Promise.objects.going_on().filter(owner=away, due_at__lt=back).order_by("due_at", "id")
        for number in list(held.values_list("pk", flat=True)[:AT_ONCE]):
            with transaction.atomic():
                one = Promise.objects.select_for_update(of=["self"]).select_related("case__team").get(pk=number)
                one.owner, one.warned_at = _who_keeps(one, away.substitute, today), None
                one.save(update_fields=["owner", "warned_at"])
                record("promise.handed", one, by="system", before=away.pk, owner=one.owner_id, because="away")
                given += 1
    return given


def _who_keeps(promise: Promise, other: Advisor | None, today: date) -> Advisor | None:
    """Give the substitute where they can keep it: two who stand in for each other may be away at once."""
    if other is None or not other.is_active or other.is_away_on(today) or not other.may_hold(promise.case.team):
        return None
    return other


def warn_of_promises() -> int:
    """Say once of each promise that its time comes near; give how many were."""
    soon = clock.now() + timedelta(hours=agreed().warned_before_hours)
    near = Promise.objects.going_on().filter(due_at__lte=soon, warned_at=None).order_by("due_at")
    numbers = list(near.values_list("pk", flat=True)[:AT_ONCE])
    for number in numbers:
        with transaction.atomic():
            one = Promise.objects.select_for_update().get(pk=number)
            if one.warned_at is None:
                one.warned_at = clock.now()
                one.save(update_fields=["warned_at"])
                record(
                    "promise.near", one, by="system", owner=one.owner_id, due_at=one.due_at and one.due_at.isoformat()
                )
    return len(numbers)


def promise_news() -> int:
    """Make news due in cases that have waited on us for the agreed working hours without a date; give how many."""
    hours = agreed().news_hours
    long_ago = clock.now() - timedelta(hours=hours)
    waiting = Case.objects.open().longest_first().filter(news_due_at=None, waiting_since__lt=long_ago)
    made = 0
    for number in waiting.values_list("pk", flat=True)[:AT_ONCE]:
        with transaction.atomic():
            case = Case.objects.locked(number)
            if case.news_due_at or case.state != Case.State.OPEN or case.waiting_since is None:
                continue
            if case.hours.after(case.waiting_since, hours) > clock.now():
                continue
            due_at = case.hours.after(clock.now(), hours)
            with case.changing():
                case.news_due_at = due_at
            promise_news_on(case, due_at, by="system")
            made += 1
    return made
