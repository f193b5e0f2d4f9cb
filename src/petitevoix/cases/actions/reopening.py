"""A person says that it is not over: their case waits on us again, with a date for news."""

from petitevoix.cases.actions.assigning import let_go
from petitevoix.cases.models import Case
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.people.models import Person

NEWS_WITHIN = 8  # working hours until a person hears from us, unless we say otherwise


def wait_again(case: Case, *, by: Person, because: str, missed: bool = False) -> None:
    """Have a case wait on us again, in the caller's transaction that locked it; one that was closed says so."""
    if case.state == Case.State.CLOSED:
        record("case.reopened", case, by=by, because=because, team=case.team_id)
        let_go(case, by="system")
    now = clock.now()
    with case.changing():
        if missed:
            case.missed_at = now
        case.wait_on_us(now)
        if case.news_due_at is None or case.news_due_at < now:
            case.news_due_at = case.hours.after(now, NEWS_WITHIN)
