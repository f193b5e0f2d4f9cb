"""Counters of the cases that wait on us and of those at rest, kept in the transaction that changes them."""

from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import F, Value

from petitevoix.kit.prepared import Change, Prepared
from petitevoix.people.models import Advisor, Team

Bucket = tuple[int, int]  # team and advisor, 0 for none
Place = tuple[int, str]  # team, and the state at rest; "snoozed" for one set aside


@dataclass
class Counts:
    """What one advisor sees: of what waits all, theirs, nobody's, and by team; of what rests, by state."""

    waiting: int = 0
    mine: int = 0
    unassigned: int = 0
    teams: dict[int, int] = field(default_factory=dict)
    resting: dict[str, int] = field(default_factory=dict)


class Tally(models.Model):
    """How many open cases one team's one advisor holds; 0 stands for no team or nobody."""

    team_id = models.BigIntegerField(default=0)
    advisor_id = models.BigIntegerField(default=0)
    waiting = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team_id", "advisor_id"], name="pv_cases_one_tally")]

    def __str__(self) -> str:
        return f"team {self.team_id}, advisor {self.advisor_id}: {self.waiting}"

    @classmethod
    def move(cls, before: Bucket | None, after: Bucket | None) -> None:
        """Count a case out of one bucket and into another, in the caller's transaction."""
        if before == after:
            return
        # Always in the same order, so that two transactions never wait for each other in a ring.
        for bucket, step in sorted([(b, s) for b, s in ((before, -1), (after, 1)) if b is not None]):
            if not _count(*bucket, step):
                Tally.objects.bulk_create([Tally(team_id=bucket[0], advisor_id=bucket[1])], ignore_conflicts=True)
                _count(*bucket, step)

    @classmethod
    def counts_for(cls, advisor: Advisor) -> Counts:
        """Count what waits among the cases this advisor may see, with one query over a few rows."""
        counts = Counts()
        hidden: set[int] = set()
        if not (advisor.sees_all or advisor.hidden_teams == ()):
            hidden = set(advisor.hidden_teams or hidden_teams(advisor).values_list("id", flat=True))
        for team_id, advisor_id, waiting, state in _counted():
            if team_id in hidden:
                continue
            if state:
                counts.resting[state] = counts.resting.get(state, 0) + waiting
                continue
            counts.waiting += waiting
            counts.mine += waiting if advisor_id == advisor.pk else 0
            counts.unassigned += waiting if advisor_id == 0 else 0
            counts.teams[team_id] = counts.teams.get(team_id, 0) + waiting
        return counts


class Rest(models.Model):
    """How many cases of one team are at rest in one state; 0 stands for no team."""

    team_id = models.BigIntegerField(default=0)
    state = models.CharField(max_length=8)
    cases = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team_id", "state"], name="pv_cases_one_rest")]

    def __str__(self) -> str:
        return f"team {self.team_id}, {self.state}: {self.cases}"

    @classmethod
    def move(cls, before: Place | None, after: Place | None) -> None:
        """Count a case out of one place and into another, in the caller's transaction."""
        if before == after:
            return
        for place, step in sorted([(p, s) for p, s in ((before, -1), (after, 1)) if p is not None]):
            if not _rest(*place, step):
                Rest.objects.bulk_create([Rest(team_id=place[0], state=place[1])], ignore_conflicts=True)
                _rest(*place, step)


def hidden_teams(advisor: Advisor) -> models.QuerySet[Team, Any]:
    """The private teams this advisor is no member of, as a sub-query."""
    return Team.objects.filter(is_private=True).exclude(members=advisor).values("id")


_count = Change(
    lambda team, advisor, step: (
        Tally.objects.filter(team_id=team, advisor_id=advisor), {"waiting": F("waiting") + step}
    ),
    int, int, int,
)  # fmt: skip
_rest = Change(
    lambda team, state, step: (Rest.objects.filter(team_id=team, state=state), {"cases": F("cases") + step}),
    int, str, int,
)  # fmt: skip
_counted = Prepared(lambda: _what_waits().union(_what_rests(), all=True))


def _what_waits() -> models.QuerySet:
    return Tally.objects.filter(waiting__gt=0).values_list("team_id", "advisor_id", "waiting", Value(""))


def _what_rests() -> models.QuerySet:
    return Rest.objects.filter(cases__gt=0).values_list("team_id", Value(0), "cases", "state")
