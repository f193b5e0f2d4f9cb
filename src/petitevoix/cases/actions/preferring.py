"""When a case is opened or handed over and its person cannot be reached as they prefer, its history says why."""

from petitevoix.cases.models import Case
from petitevoix.journal.record import record
from petitevoix.people.models import Advisor
from petitevoix.people.preferring import is_obeyed


def say_unmet(case: Case, *, by: Advisor | str) -> None:
    """Write down, in the caller's transaction, that the preferred way cannot be had; the case keeps its place."""
    way = case.person.reached_by
    if not is_obeyed(way):
        record("case.way_unmet", case, by=by, team=case.team_id, way=way)
