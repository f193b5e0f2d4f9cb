"""Following the journal: what was said is found a second later, and nothing is missed after a crash.

The index has a place in the journal. What happened behind it is read in turn, each case once; that it was read and what
was written down of it are one transaction. Cases that were there before the index (or before its words were written
differently) are read beside it, the newest first, while searches are answered from what is there.
"""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable

from django.db import DatabaseError, connection, transaction
from django.db.models import Max

from petitevoix.cases.models import Case
from petitevoix.journal.models import Event
from petitevoix.journal.tail import OVERLAP, last_id
from petitevoix.kit import clock
from petitevoix.people.models import Address, Person
from petitevoix.search.documents import Written, person_words, written
from petitevoix.search.files.wanted import want_files
from petitevoix.search.models import Document, PersonWord, Progress
from petitevoix.search.words import EDITION

log = logging.getLogger(__name__)
EVENTS, CASES, PERSONS = 200, 20, 200  # in one step: on SQLite nobody else writes meanwhile
REST_SECONDS = 1.0
AWAY_SECONDS = 5.0
_FOLLOWING = 7_031_976  # the advisory lock of whoever follows, among machines that share a PostgreSQL
# What changes no word of a case.
_SILENT = ("parcel.", "promise.", "question.", "letter.", "mailbox.", "error.", "word.")


class Follower:
    """Keeps the index up with the journal; one at a time."""

    def __init__(self) -> None:
        # On PostgreSQL a lower number may be committed after a higher one: what was seen is known by its number.
        self._seen: deque[int] = deque(maxlen=2 * OVERLAP)

    def run(self, stop: threading.Event) -> None:
        """Follow until told to stop; outlive a database that is away for a while."""
        while not stop.is_set():
            try:
                if not self._is_the_one():
                    stop.wait(AWAY_SECONDS)
                else:
                    began = time.monotonic()
                    # It works half of the time at most: letters and answers come before what makes them found.
                    stop.wait(time.monotonic() - began if self.step() else REST_SECONDS)
            except DatabaseError:
                log.exception("The index could not be kept up; it goes on where it stopped.")
                connection.close()
                stop.wait(AWAY_SECONDS)

    def step(self) -> bool:
        """Follow some events and read some older cases; say whether there was anything to do."""
        progress = standing()
        followed = self._follow(progress)
        return _read_on(progress) or followed

    def _follow(self, progress: Progress) -> bool:
        late = OVERLAP if connection.vendor == "postgresql" else 0
        rows = Event.objects.after(max(progress.event_id - late, 0)).values_list("id", "name", "topic", "noun")
        seen = set(self._seen)
        events = [row for row in rows[: EVENTS + late] if row[0] not in seen]
        if not events:
            return False
        cases, persons = _touched(events)
        documents = written(cases)
        with transaction.atomic():
            write(documents, progress)
            write_persons(persons)
            progress.event_id = max(progress.event_id, events[-1][0])
            progress.save(update_fields=["event_id", "documents"])
        self._seen.extend(row[0] for row in events)
        want_files(cases)
        return True

    def _is_the_one(self) -> bool:
        if connection.vendor != "postgresql":
            return True  # only one process works on an SQLite database
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [_FOLLOWING])
            return bool(cursor.fetchone()[0])


def catch_up(say: Callable[[Progress], None] = lambda progress: None) -> None:
    """Read all that there is to read, now; for commands and tests. Beside a server that reads too, both may."""
    follower = Follower()
    while follower.step():
        say(standing())


def standing() -> Progress:
    """Say how far the reading is; a house that never had an index, or has one of other words, begins to read."""
    progress = Progress.objects.first()
    if progress is None or progress.edition != EDITION:
        return begin()
    return progress


def standing_told() -> Progress | None:
    """Say how far the reading is, to whoever only looks; nothing before it began."""
    return Progress.objects.first()


def begin() -> Progress:
    """Have every case read anew, the newest first; what is in the index already is found meanwhile."""
    with transaction.atomic():
        progress = Progress.objects.select_for_update().first() or Progress(event_id=last_id())
        progress.cases_below = (Case.objects.aggregate(last=Max("id"))["last"] or 0) + 1
        progress.persons_below = (Person.objects.aggregate(last=Max("id"))["last"] or 0) + 1
        progress.edition, progress.done, progress.total = EDITION, 0, Case.objects.count()
        progress.started_at, progress.ended_at = clock.now(), None
        progress.save()
    return progress


def write(documents: dict[int, Written], progress: Progress) -> None:
    """Write down what some cases are found by, in the caller's transaction."""
    known = {row.case_id: row for row in Document.objects.filter(case__in=list(documents))}
    # From the oldest: FTS5 keeps what comes in order in one piece.
    for document in sorted(documents.values(), key=lambda document: document.number):
        before = known.get(document.case_id)
        if before and (before.number, before.words) == (document.number, document.words):
            continue
        while Document.objects.filter(number=document.number).exclude(case=document.case_id).exists():
            document.number += 1  # the same second, and a million cases between them
        if before:
            Document.objects.filter(pk=before.pk).update(number=document.number, words=document.words)
        else:
            Document.objects.bulk_create(
                [Document(number=document.number, case_id=document.case_id, words=document.words)]
            )
            progress.documents += 1


def write_persons(person_ids: Iterable[int]) -> None:
    """Write down by which words some persons are found, in the caller's transaction."""
    persons = Person.objects.in_bulk(list(person_ids))
    addresses: dict[int, list[str]] = {pk: [] for pk in persons}
    for pk, value in Address.objects.filter(person__in=persons).values_list("person_id", "value"):
        addresses[pk].append(value)
    wanted = {(pk, word) for pk, person in persons.items() for word in person_words(person, addresses[pk])}
    known = {(row.person_id, row.word): row.pk for row in PersonWord.objects.filter(person__in=persons)}
    PersonWord.objects.filter(pk__in=[known[pair] for pair in known.keys() - wanted]).delete()
    PersonWord.objects.bulk_create([PersonWord(person_id=pk, word=word) for pk, word in sorted(wanted - known.keys())])


def _touched(events: list[tuple[int, str, str, str]]) -> tuple[set[int], set[int]]:
    """Say whose words may have changed: cases, and persons with the latest of their cases."""
    cases: set[int] = set()
    persons: set[int] = set()
    for _id, name, topic, noun in events:
        if name.startswith(_SILENT):
            continue
        for kind, _colon, number in (topic.partition(":"), noun.partition(":")):
            if kind == "case" and number.isdecimal():
                cases.add(int(number))
            if kind == "person" and number.isdecimal() and name.startswith("person."):
                persons.add(int(number))
    if persons:
        cases.update(Case.objects.filter(person__in=persons).values_list("pk", flat=True))
        cases.update(Case.objects.filter(participants__person__in=persons).values_list("pk", flat=True))
    persons.update(Case.objects.filter(pk__in=cases).values_list("person_id", flat=True))
    persons.update(Person.objects.filter(participations__case__in=cases).values_list("pk", flat=True))
    return cases, persons


def _read_on(progress: Progress) -> bool:
    """Read some of the cases, then of the persons, that were there before; say whether any were left."""
    if not progress.is_reading:
        return False
    cases = list(Case.objects.filter(pk__lt=progress.cases_below).order_by("-pk").values_list("pk", flat=True)[:CASES])
    documents = written(cases)
    with transaction.atomic():
        if cases:
            write(documents, progress)
            progress.cases_below, progress.done = cases[-1], progress.done + len(cases)
        else:
            below = Person.objects.filter(pk__lt=progress.persons_below).order_by("-pk")
            persons = list(below.values_list("pk", flat=True)[:PERSONS])
            write_persons(persons)
            progress.persons_below = persons[-1] if persons else 0
            if not persons:
                progress.ended_at, progress.total = clock.now(), progress.done
        progress.save()
    want_files(cases)
    return True
