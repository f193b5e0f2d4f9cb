"""Counters of the cases that wait on us, kept in the transaction that changes them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import F

from petitevoix.kit.prepared import Change, Prepared
from petitevoix.people.models import Advisor, Team

CALLS = -1
Bucket = tuple[int, int]  # team and advisor, 0 for none


@dataclass
class Counts:
    """What one advisor sees of what waits: all, theirs, nobody's, and by team."""

    waiting: int = 0
    mine: int = 0
    unassigned: int = 0
    teams: dict[int, int] = field(default_factory=dict)
    mentions: int = 0  # that are unread, where they were asked for


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
        return cls.counted(advisor, _waiting())

    @classmethod
    def counted(cls, advisor: Advisor, rows: Iterable[Sequence[int]]) -> Counts:
        """Count rows of team, advisor (`CALLS` for a mention) and number, of cases this advisor may see."""
        counts = Counts()
        hidden: set[int] = set()
        if not (advisor.sees_all or advisor.hidden_teams == ()):
            hidden = set(advisor.hidden_teams or hidden_teams(advisor).values_list("id", flat=True))
        for team_id, advisor_id, waiting in rows:
            if team_id in hidden:
                continue
            if advisor_id == CALLS:
                counts.mentions += waiting
                continue
            counts.waiting += waiting
            counts.mine += waiting if advisor_id == advisor.pk else 0
            counts.unassigned += waiting if advisor_id == 0 else 0
            counts.teams[team_id] = counts.teams.get(team_id, 0) + waiting
        return counts


def hidden_teams(advisor: Advisor) -> models.QuerySet[Team, Any]:
    """The private teams this advisor is no member of, as a sub-query."""
    return Team.objects.filter(is_private=True).exclude(members=advisor).values("id")


_count = Change(
    lambda team, advisor, step: (
        Tally.objects.filter(team_id=team, advisor_id=advisor), {"waiting": F("waiting") + step}
    ),
    int, int, int,
)  # fmt: skip
tallied = Tally.objects.filter(waiting__gt=0).values_list("team_id", "advisor_id", "waiting")
_waiting = Prepared(lambda: tallied.all())
