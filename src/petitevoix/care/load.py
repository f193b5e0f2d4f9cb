"""How long a case waits in each team: what waits there, and how fast those who are there answer it.

Expected wait W = L / λ (Little 1961): L the cases that wait on the team now, λ its replies for each hour it worked in
the last seven days, by the share of its usual hands that are there now. Nobody's own speed enters it, nor can be read
out of it: a team's pace is taken to lie evenly on its members, and who is in several teams to be in each a part.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.db.models import F, Sum

from petitevoix.care.models import Answered, Followed
from petitevoix.cases.models import Tally
from petitevoix.journal.models import Event
from petitevoix.journal.tail import last_id
from petitevoix.kit import clock
from petitevoix.kit.words import zone
from petitevoix.people.models import Advisor, Team
from petitevoix.people.models.advisor import hours_of

LOOKED_BACK = timedelta(days=7)
FEWEST = 5  # replies in that time; fewer say nothing about a wait
EACH = 5000  # events in one step
LEAST_HANDS = 0.5  # where nobody is there, somebody looks in


@dataclass
class Queue:
    """One team's: the cases that wait, its replies for each hour of work, its usual hands, and who is there now."""

    team: Team
    waiting: int
    pace: float | None = None  # nothing where too little was answered to say
    usual: float = 0
    there: dict[int, float] = field(default_factory=dict)  # the part of each advisor that this team has now

    @property
    def hands(self) -> float:
        return sum(self.there.values())

    @property
    def wait(self) -> float | None:
        """Give the expected wait of a case, in working hours; nothing where it cannot be said."""
        return self.wait_with(self.hands)

    def wait_with(self, hands: float) -> float | None:
        """Give the wait there would be with so many hands."""
        return self.waiting / self.pace * self.usual / max(hands, LEAST_HANDS) if self.pace else None


def queues() -> list[Queue]:
    """Give the load of every team, the longest wait first."""
    now = clock.now()
    since = now - LOOKED_BACK
    waiting = dict(Tally.objects.values_list("team_id").annotate(Sum("waiting")))
    rows = Answered.objects.filter(day__gt=since.astimezone(UTC).date())
    replies = dict(rows.values_list("team_id").annotate(Sum("replies")))
    found = {team.pk: Queue(team, max(waiting.get(team.pk, 0), 0)) for team in Team.objects.all()}
    for number, queue in found.items():
        hours, count = hours_of(queue.team).between(since, now), replies.get(number, 0)
        queue.pace = count / hours if hours and count >= FEWEST else None
    _add_hands(found, now)
    return sorted(found.values(), key=lambda one: (-(one.wait or 0), one.team.name))


def _add_hands(found: dict[int, Queue], now: datetime) -> None:
    teams = defaultdict(list)
    for member, team in Advisor.teams.through.objects.values_list("advisor_id", "team_id"):
        teams[member].append(team)
    today = now.astimezone(zone()).date()
    for advisor in Advisor.objects.active().filter(pk__in=teams):
        is_there = advisor.takes_new_cases and not advisor.is_away_on(today)
        for team in teams[advisor.pk] if advisor.answers else ():
            found[team].usual += 1 / len(teams[advisor.pk])
            if is_there and advisor.helping in (None, team):
                found[team].there[advisor.pk] = 1 if advisor.helping else 1 / len(teams[advisor.pk])


def follow() -> None:
    """Count the replies that were written since the last look; the first looks back as far as a wait needs."""
    while _count_some() == EACH:
        pass
    Answered.objects.filter(day__lt=(clock.now() - 2 * LOOKED_BACK).date()).delete()


def _count_some() -> int:
    with transaction.atomic():
        followed = Followed.objects.select_for_update().first() or Followed(event_id=_where_to_begin())
        events = list(Event.objects.after(followed.event_id).values_list("id", "name", "by", "at", "facts")[:EACH])
        counted = Counter(
            (facts["team"], at.astimezone(UTC).date())
            for _pk, name, by, at, facts in events
            if name == "message.written" and by.startswith("advisor:") and facts.get("team")
        )
        for (team, day), replies in sorted(counted.items()):
            row, _new = Answered.objects.get_or_create(team_id=team, day=day)
            Answered.objects.filter(pk=row.pk).update(replies=F("replies") + replies)
        followed.event_id = events[-1][0] if events else followed.event_id
        followed.save()
    return len(events)


def _where_to_begin() -> int:
    """Find the last event before the time that is looked back on: events are numbered in the order they happen."""
    since, low, high = clock.now() - LOOKED_BACK, 0, last_id()
    while low < high:
        middle = (low + high) // 2
        at = Event.objects.after(middle).values_list("at", flat=True).first()
        low, high = (middle + 1, high) if at is not None and at < since else (low, middle)
    return low
