"""Counters of the cases that wait on us, and of those in Spam, kept in the transaction that changes them."""

from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from django.db import models
from django.db.models import F, Q

from petitevoix.kit.prepared import Change, Prepared
from petitevoix.people.models import Advisor, Team


class Bucket(NamedTuple):
    """What one case is counted under."""

    team: int  # 0 for none
    advisor: int  # 0 for nobody
    what: Literal["waiting", "spam"] = "waiting"


@dataclass
class Counts:
    """What one advisor sees of what waits: all, theirs, nobody's, and by team; and of what lies in Spam."""

    waiting: int = 0
    mine: int = 0
    unassigned: int = 0
    spam: int = 0
    teams: dict[int, int] = field(default_factory=dict)


class Tally(models.Model):
    """How many open cases one team's one advisor holds; 0 stands for no team or nobody."""

    team_id = models.BigIntegerField(default=0)
    advisor_id = models.BigIntegerField(default=0)
    waiting = models.IntegerField(default=0)
    spam = models.IntegerField(default=0)

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
            team, advisor, what = bucket
            if not _COUNT[what](team, advisor, step):
                Tally.objects.bulk_create([Tally(team_id=team, advisor_id=advisor)], ignore_conflicts=True)
                _COUNT[what](team, advisor, step)

    @classmethod
    def counts_for(cls, advisor: Advisor) -> Counts:
        """Count what waits among the cases this advisor may see, with one query over a few rows."""
        counts = Counts()
        hidden: set[int] = set()
        if not (advisor.sees_all or advisor.hidden_teams == ()):
            hidden = set(advisor.hidden_teams or hidden_teams(advisor).values_list("id", flat=True))
        for team_id, advisor_id, waiting, spam in _counted():
            if team_id in hidden:
                continue
            counts.waiting += waiting
            counts.spam += spam
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
_count_spam = Change(
    lambda team, advisor, step: (
        Tally.objects.filter(team_id=team, advisor_id=advisor), {"spam": F("spam") + step}
    ),
    int, int, int,
)  # fmt: skip
_COUNT = {"waiting": _count, "spam": _count_spam}
_counted = Prepared(
    lambda: Tally.objects.filter(Q(waiting__gt=0) | Q(spam__gt=0)).values_list(
        "team_id", "advisor_id", "waiting", "spam"
    )
)
