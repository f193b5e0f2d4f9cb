"""A case never hangs on one person: a silent or absent owner holds none, and nobody is blamed for it."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Max, Q

from petitevoix.cases.actions.assigning import hand_promises
from petitevoix.cases.actions.summarising import hand_summary
from petitevoix.cases.models import Case, Draft, Promise
from petitevoix.journal.models import Event
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.words import zone
from petitevoix.people.models import Advisor
from petitevoix.people.models.advisor import RETURNS_AFTER

AT_ONCE = 200


def come_back() -> int:
    """Give cases that wait on us back to their team where the owner is silent, or away for too long; give how many.

    Who is away has their substitute hold them. Done twice is done once.
    """
    now, today = clock.now(), clock.now().astimezone(zone()).date()
    held = Case.objects.open().exclude(advisor=None)
    numbers = [
        *held.filter(silent_at=None).order_by("id").values_list("pk", flat=True)[:AT_ONCE],
        *held.filter(silent_at__lte=now).order_by("silent_at", "id").values_list("pk", flat=True)[:AT_ONCE],
    ]
    for away in Advisor.objects.away_on(today):
        theirs = held.filter(advisor=away, silent_at__lt=_back(away))
        numbers += theirs.order_by("waiting_since", "id").values_list("pk", flat=True)[:AT_ONCE]
    return sum(_look_at(number, now, today) for number in dict.fromkeys(numbers))


def _look_at(number: int, now: datetime, today: date) -> bool:
    with transaction.atomic():
        case = Case.objects.locked(number)
        owner = case.advisor
        if case.state != Case.State.OPEN or owner is None:
            return False
        silent_at = _silent_at(case, owner)
        is_away = owner.is_away_on(today)
        if silent_at > now and not (is_away and silent_at < _back(owner)):
            # No reason to save the case: nothing in it is new.
            Case.objects.filter(pk=case.pk).update(silent_at=silent_at)
            return False
        _give_back(case, owner, today, because="away" if is_away else "silent")
    return True


def _silent_at(case: Case, owner: Advisor) -> datetime:
    """Say when an owner will have given no sign for as long as the team agreed; a date they gave is a sign."""
    signs = Event.objects.filter(topic=case.topic).filter(Q(by=owner.actor) | Q(name="case.assigned"))
    sign = signs.order_by("-id").values_list("at", flat=True).first()
    written = Draft.objects.filter(case=case, advisor=owner).aggregate(at=Max("changed_at"))["at"]
    since = max(at for at in (case.waiting_since, sign, written) if at)
    silent_at = case.hours.after(since, case.team.returns_after_hours if case.team else RETURNS_AFTER)
    given = Promise.objects.going_on().filter(case=case, owner=owner).exclude(message=None)
    return max(silent_at, given.aggregate(at=Max("due_at"))["at"] or silent_at)


def _give_back(case: Case, owner: Advisor, today: date, *, because: str) -> None:
    to = stands_in(case, owner, today) if because == "away" else None
    before = {"advisor": owner.pk, "team": case.team_id}
    with case.changing():
        case.advisor, case.returned_from, case.silent_at = to, owner, None
    until = owner.away_until.isoformat() if because == "away" and owner.away_until else None
    facts = {"advisor": to and to.pk, "team": case.team_id, "because": because, "until": until}
    record("case.assigned", case, by="system", proven=True, before=before, **facts)
    if to:
        hand_summary(case, to, by=None)
    hand_promises(case, owner.pk, to, by="system")


def stands_in(case: Case, owner: Advisor, today: date) -> Advisor | None:
    """Give the named substitute of who is away, where they are there and may hold the case."""
    other = owner.substitute
    if other is None or other.is_away_on(today) or not other.takes_new_cases or not other.may_hold(case.team):
        return None
    return other


def _back(away: Advisor) -> datetime:
    assert away.away_until  # who is away has both days
    return datetime.combine(away.away_until + timedelta(days=1), time(0), zone())
