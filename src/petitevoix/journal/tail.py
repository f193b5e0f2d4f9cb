"""The tail: events and whispers as they are committed, by whichever process, within some fifty milliseconds."""

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import Error, connection

from petitevoix.journal.models import Event, Whisper
from petitevoix.kit.prepared import Prepared

log = logging.getLogger(__name__)
LOOK_EVERY = 0.05
AWAY_SECONDS = 1.0
OVERLAP = 200  # on PostgreSQL a lower number may be committed after a higher one


@dataclass(frozen=True)
class News:
    """One event (with its id and name), or one whisper (without)."""

    id: int
    name: str
    topic: str
    noun: str = ""
    by: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


def read_after(event_id: int, most: int) -> list[News]:
    """Read the events behind one, at most so many; the oldest first."""
    start = event_id - (OVERLAP if connection.vendor == "postgresql" else 0)
    rows = Event.objects.after(start if start < event_id else event_id)
    return _events(rows[:most])


def last_id() -> int:
    """Give the number of the newest event, 0 where nothing has happened yet."""
    return next((number for (number,) in _newest()), 0)


_newest = Prepared(lambda: Event.objects.order_by("-id").values_list("id")[:1])


class Tail:
    """Calls `spread` with what is new, from a thread of its own, for as long as the process lives."""

    def __init__(self, spread: Callable[[list[News]], None]) -> None:
        self.spread = spread
        self.stop = threading.Event()
        self.event_id = self.whisper_id = 0
        self._told: deque[int] = deque(maxlen=2 * OVERLAP)

    def run(self) -> None:
        """Watch the database until `stop` is set; outlive its absences and catch up after them."""
        started = False
        while not self.stop.is_set():
            try:
                if not started:
                    self.event_id, self.whisper_id, started = last_id(), _last_whisper(), True
                watch = self._watch_postgresql if connection.vendor == "postgresql" else self._watch_sqlite
                watch()
            except Error:
                log.warning("Live updates cannot reach the database; trying again.")
                self.stop.wait(AWAY_SECONDS)
            finally:
                connection.close()

    def _watch_sqlite(self) -> None:
        connection.ensure_connection()
        cursor = connection.connection.cursor()
        before = None
        while not self.stop.is_set():
            (version,) = cursor.execute("PRAGMA data_version").fetchone()
            if version != before:  # another connection has committed
                before = version
                self._look()
            self.stop.wait(LOOK_EVERY)

    def _watch_postgresql(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("LISTEN pv_live")
        self._look()
        while not self.stop.is_set():
            # As a list: the connection is ours again only when this generator has ended.
            if list(connection.connection.notifies(timeout=1.0, stop_after=1)):
                self._look()

    def _look(self) -> None:
        found = self._late() if connection.vendor == "postgresql" else []
        found += _events(Event.objects.after(self.event_id)[:2000])
        for news in found:
            self.event_id = max(self.event_id, news.id)
            self._told.append(news.id)
        whispers = Whisper.objects.filter(id__gt=self.whisper_id).order_by("id")[:2000]
        for row in whispers.values_list("id", "topic", "facts"):
            self.whisper_id = max(self.whisper_id, row[0])
            found.append(News(id=0, name="", topic=row[1], facts=row[2]))
        if found:
            self.spread(found)

    def _late(self) -> list[News]:
        """Read what was committed after events of a higher number: what we had missed at our last look."""
        first = max(self.event_id - OVERLAP, 0) + 1
        if not self._told:  # the first look: what was there before we listened is not new
            self._told.extend(Event.objects.filter(id__gte=first, id__lte=self.event_id).values_list("id", flat=True))
        told = set(self._told)
        missed = [number for number in range(first, self.event_id + 1) if number not in told]
        return _events(Event.objects.filter(id__in=missed).order_by("id")) if missed else []


def _events(rows) -> list[News]:
    names = ("id", "name", "topic", "noun", "by", "facts")
    return [News(**row) for row in rows.values(*names)]


def _last_whisper() -> int:
    return Whisper.objects.order_by("-id").values_list("id", flat=True).first() or 0
