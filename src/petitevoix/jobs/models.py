"""One job: a task, its arguments, and where it stands."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import lru_cache

from django.db import connection, models, transaction
from django.db.models import F, Q

from petitevoix.kit import clock
from petitevoix.kit.prepared import Change, Prepared

LEASE = timedelta(minutes=1)  # renewed while the job runs; so soon the jobs of a lost worker are taken up again
PATIENCE = 8  # attempts before a job is laid aside for a person to look at


class JobQuerySet(models.QuerySet["Job"]):
    def due(self) -> "JobQuerySet":
        """Jobs that may run now: never started, or whose worker was lost."""
        return self.due_at(clock.now())

    def due_at(self, now: datetime) -> "JobQuerySet":
        """Jobs that may run at some time."""
        return self.filter(laid_aside_at=None, run_at__lte=now).filter(Q(leased_until=None) | Q(leased_until__lt=now))

    def laid_aside(self) -> "JobQuerySet":
        """Jobs that failed too often and wait for a person."""
        return self.exclude(laid_aside_at=None)

    def take_back(self, queues: Iterable[str]) -> int:
        """Free the jobs of workers that are known to be dead, so that nobody waits for their leases to run out."""
        return self.filter(queue__in=list(queues)).exclude(leased_until=None).update(leased_until=None)

    def lease(self, queues: list[str] | None = None) -> "Job | None":
        """Take the next due job for this worker, or nothing; two workers never get the same one."""
        leased = self.lease_some(queues, most=1)
        return leased[0] if leased else None

    def lease_some(self, queues: list[str] | None, *, most: int) -> "list[Job]":
        """Take the next due jobs for this worker, at most so many, in their order."""
        look, take = _leases(tuple(queues) if queues is not None else None, most)
        if not look(clock.now()):  # a look costs no lock
            return []
        with transaction.atomic():
            jobs = take(clock.now())
            # The rows are ours until the end of this transaction: nobody else counts. And they wait no longer under
            # their keys: news that comes while they run needs a run of its own.
            until = clock.now() + LEASE
            for job in jobs:
                _lease(job.pk, until)
        for job in jobs:
            job.leased_until, job.attempts, job.key = until, job.attempts + 1, None
        return jobs

    def renew(self, numbers: Iterable[int]) -> None:
        """Hold on to jobs that are still in hand."""
        held = self.filter(pk__in=list(numbers)).exclude(leased_until=None)
        held.update(leased_until=clock.now() + LEASE)

    def give_back(self, jobs: "Sequence[Job]") -> None:
        """Let others have jobs that were leased but not begun."""
        self.filter(pk__in=[job.pk for job in jobs]).update(leased_until=None, attempts=F("attempts") - 1)

    def forget(self, jobs: "Sequence[Job]") -> None:
        """Remove jobs that have run."""
        self.filter(pk__in=[job.pk for job in jobs]).delete()


class Job(models.Model):
    task = models.CharField(max_length=200)
    arguments = models.JSONField(default=dict)
    queue = models.CharField(max_length=40, default="default")
    priority = models.SmallIntegerField(default=5)  # lower goes first
    run_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    leased_until = models.DateTimeField(null=True)
    laid_aside_at = models.DateTimeField(null=True)
    error = models.TextField(blank=True)
    # While a job with this key waits, enqueueing it again changes nothing.
    key = models.CharField(max_length=200, null=True, unique=True)
    created_at = models.DateTimeField(default=clock.now)

    objects = JobQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["queue", "priority", "run_at", "id"], name="pv_jobs_due", condition=Q(laid_aside_at=None)
            )
        ]

    def __str__(self) -> str:
        return f"{self.task}({self.arguments})"

    def fail(self, error: str) -> None:
        """Try again later, a little later each time; after eight attempts lay the job aside."""
        self.error = error[-4000:]
        self.leased_until = None
        if self.attempts >= PATIENCE:
            self.laid_aside_at = clock.now()
        else:
            self.run_at = clock.now() + timedelta(seconds=min(5 * 4 ** (self.attempts - 1), 3600))
        self.save(update_fields=["error", "leased_until", "laid_aside_at", "run_at"])

    def retry(self) -> None:
        """Give a job that was laid aside another round of attempts, now."""
        self.laid_aside_at, self.leased_until, self.attempts, self.run_at = None, None, 0, clock.now()
        self.save(update_fields=["laid_aside_at", "leased_until", "attempts", "run_at"])


@lru_cache(maxsize=100)
def _leases(queues: tuple[str, ...] | None, most: int) -> tuple[Prepared, Prepared]:
    """Give the read that says whether a job of these queues is due, and the one that takes some."""

    def due(now: datetime) -> JobQuerySet:
        found = Job.objects.due_at(now).order_by("priority", "run_at", "id")
        if queues is None:
            return found
        return found.filter(queue=queues[0]) if len(queues) == 1 else found.filter(queue__in=queues)

    def taken(now: datetime) -> JobQuerySet:
        can_skip = connection.features.has_select_for_update_skip_locked
        return (due(now).select_for_update(skip_locked=True) if can_skip else due(now))[:most]

    return Prepared(lambda now: due(now).values_list("id")[:1], datetime), Prepared(taken, datetime)


_lease = Change(
    lambda job, until: (
        Job.objects.filter(pk=job), {"leased_until": until, "attempts": F("attempts") + 1, "key": None}
    ),
    int, datetime,
)  # fmt: skip
