"""Tasks: functions that can be done later, shaped like `django.tasks`.

    @task(queue="mail")
    def carry(parcel_id: int) -> None: ...

    carry.enqueue(parcel_id=7)      # inside the caller's transaction: the job exists if and only if the change does

Each task may run more than once (a worker can be lost after its work and before its word), so each is idempotent.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import Any

from django.db import transaction

from petitevoix.jobs.bell import bell
from petitevoix.jobs.models import Job
from petitevoix.kit import clock
from petitevoix.kit.prepared import Prepared, insert

_tasks: dict[str, "Task"] = {}


@dataclass(frozen=True)
class Enqueued:
    """One of many jobs to enqueue: its arguments (JSON), its time, its key."""

    arguments: dict[str, Any]
    run_at: datetime | None = None
    key: str | None = None


_waiting = Prepared(lambda key: Job.objects.filter(key=key).values_list("pk"), str)


@dataclass(frozen=True)
class Task:
    function: Callable[..., None]
    queue: str
    priority: int

    @property
    def name(self) -> str:
        return f"{self.function.__module__}.{self.function.__qualname__}"

    def __call__(self, **arguments: object) -> None:
        self.function(**arguments)

    def enqueue(self, *, run_at: datetime | None = None, key: str | None = None, **arguments: object) -> None:
        """Have this task run once the present transaction is committed, at `run_at` or as soon as can be.

        With a `key`, a job that already waits under it is kept and this one dropped. The arguments are JSON.
        """
        self._write([self._job(arguments, run_at, key)], ignores_keys=key is not None)

    def enqueue_all(self, jobs: Iterable[Enqueued]) -> None:
        """Enqueue many jobs of this task with one statement; keys as for `enqueue`."""
        made = [self._job(one.arguments, one.run_at, one.key) for one in jobs]
        if made:
            self._write(made, ignores_keys=any(job.key for job in made))

    def is_waiting(self, key: str) -> bool:
        """Tell whether a job waits under this key: one that has begun no longer does."""
        return bool(_waiting(key))

    def _job(self, arguments: dict[str, Any], run_at: datetime | None, key: str | None) -> Job:
        at = run_at or clock.now()
        return Job(task=self.name, arguments=arguments, queue=self.queue, priority=self.priority, run_at=at, key=key)

    def _write(self, jobs: list[Job], *, ignores_keys: bool) -> None:
        if len(jobs) == 1 and not ignores_keys:
            insert(jobs[0])
        else:
            Job.objects.bulk_create(jobs, ignore_conflicts=ignores_keys)
        now = clock.now()
        if any(job.run_at <= now for job in jobs):
            transaction.on_commit(self._ring)

    def _ring(self) -> None:
        bell.ring(self.queue)


def task(*, queue: str = "default", priority: int = 5) -> Callable[[Callable[..., None]], Task]:
    """Make a function a task of a queue; a lower priority goes first."""

    def wrap(function: Callable[..., None]) -> Task:
        made = Task(function, queue, priority)
        _tasks[made.name] = made
        return made

    return wrap


def named(name: str) -> Task:
    """Find a task by its dotted name. Raises LookupError where no such task exists (any more)."""
    if name not in _tasks:
        try:
            import_module(name.rpartition(".")[0])
        except ImportError as error:
            raise LookupError(f"No task is called {name}.") from error
    if name not in _tasks:
        raise LookupError(f"No task is called {name}.")
    return _tasks[name]
