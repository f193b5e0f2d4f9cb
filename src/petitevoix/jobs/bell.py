"""The bell: whoever enqueues a job wakes the runners of its own process; those of others look by themselves."""

import threading


class Bell:
    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._rung: dict[str, int] = {}

    def ring(self, queue: str) -> None:
        """Say that a queue has a job that may run now."""
        with self._changed:
            self._rung[queue] = self._rung.get(queue, 0) + 1
            self._changed.notify_all()

    def heard(self, queues: list[str]) -> int:
        """Count how often it rang for these queues; ask before looking, so that no ring is missed after the look."""
        with self._changed:
            return self._count(queues)

    def wait(self, queues: list[str], heard: int, seconds: float) -> None:
        """Wait until it rings for one of these queues once more than was heard, at most so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._count(queues) != heard, seconds)

    def _count(self, queues: list[str]) -> int:
        return sum(self._rung.get(queue, 0) for queue in queues)


bell = Bell()
