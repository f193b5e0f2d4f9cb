"""Setting a case aside until a time: it leaves the lists of what waits, and comes back to where it was."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.actions.dating import must_come_within_a_year
from petitevoix.cases.models import Case, Promise, Snooze
from petitevoix.cases.refusals import Refused
from petitevoix.hours.week import Hours
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.text import one_line, storable
from petitevoix.people.models import Advisor

AT_ONCE = 200
NINE = time(9)


def snooze(case: Case, *, by: Advisor, until: datetime, why: str = "") -> Case:
    """Set a case aside until a time; the person's words and a promise that falls due bring it back before.

    Its person's wait goes on counting. Raises Refused: not ours to answer now, a time that is past or too far.
    """
    must_answer(by)
    must_come_within_a_year(until)
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        if case.state != Case.State.OPEN:
            raise Refused(_("Only a case that waits for us can be snoozed."))
        if _owes_late(case):
            raise Refused(_("Something promised in it is late: that comes first."))
        with case.changing():
            case.snoozed_until = until
        why = one_line(storable(why), 200)
        Snooze.objects.create(case=case, by=by, until=until, why=why)
        record("case.snoozed", case, by=by, until=until.isoformat(), why=why, team=case.team_id)
    return case


def wake(case: Case, *, by: Advisor) -> Case:
    """Bring a case back before its time; one that is awake is let be."""
    must_answer(by)
    return _wake(case.pk, by=by, because="advisor")


def wake_those_due() -> int:
    """Bring back each case whose time has come, or in which something promised is late; give how many."""
    now = clock.now()
    late = Promise.objects.going_on().filter(case=OuterRef("pk"), due_at__lte=now)
    due = Case.objects.snoozed().filter(Q(snoozed_until__lte=now) | Q(news_due_at__lte=now) | Exists(late))
    numbers = list(due.values_list("pk", "snoozed_until")[:AT_ONCE])
    for pk, until in numbers:
        _wake(pk, by="system", because="time" if until and until <= now else "promise")
    return len(numbers)


def until_of(choice: str, day: date | None = None, *, hours: Hours) -> datetime | None:
    """Give the moment of a choice within working hours: `hours` (three), `tomorrow`, `monday`, or a `day`.

    A day begins when the team does; a day off that was named, at nine.
    """
    now = clock.now().astimezone(hours.zone)
    if choice == "hours":
        return hours.after(now, 3)
    first = {"tomorrow": now.date() + timedelta(days=1), "monday": now.date() + timedelta(days=7 - now.weekday())}
    wanted = day if choice == "day" else first.get(choice)
    if wanted is None:
        return None
    if choice == "day" and not hours.is_working(wanted):
        return datetime.combine(wanted, NINE, hours.zone)
    return hours.opens(datetime.combine(wanted, time(0), hours.zone))


def _wake(pk: int, *, by: Advisor | str, because: str) -> Case:
    with transaction.atomic():
        case = Case.objects.locked(pk)
        if case.snoozed_until is None:
            return case
        until = case.snoozed_until
        with case.changing():
            case.snoozed_until = None
        record("case.woken", case, by=by, because=because, until=until.isoformat(), team=case.team_id)
    return case


def _owes_late(case: Case) -> bool:
    now = clock.now()
    late = case.news_due_at is not None and case.news_due_at <= now
    return late or Promise.objects.going_on().filter(case=case, due_at__lte=now).exists()
