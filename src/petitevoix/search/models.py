"""What is searched: a document for each case, the words of persons, the texts of files, and how far the reading is."""

from datetime import UTC, datetime

from django.db import models

from petitevoix.cases.models import Case
from petitevoix.kit import clock
from petitevoix.people.models import Person

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
CASE_BITS = 20


class Document(models.Model):
    """All that one case is found by, as keys; its number says when the last words in it were written.

    The database keeps the index of `words` by itself: FTS5 through triggers, PostgreSQL as a GIN index.
    """

    number = models.BigIntegerField(primary_key=True)
    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="+")
    words = models.TextField()

    def __str__(self) -> str:
        return f"document of case {self.case_id}"


class PersonWord(models.Model):
    """One word of a person's name or address, without accents, by whose beginning they are found."""

    word = models.CharField(max_length=100)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_index=False)

    class Meta:
        indexes = [
            models.Index(fields=["word", "person"], name="pv_search_person_word"),
            models.Index(fields=["person"], name="pv_search_person"),
        ]

    def __str__(self) -> str:
        return self.word


class FileText(models.Model):
    """The text that a stored file holds, by the SHA-256 of its bytes; empty where it holds none that we can read."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    text = models.TextField(blank=True)
    defect = models.CharField(max_length=200, blank=True)  # why nothing was read, for whoever asks

    def __str__(self) -> str:
        return self.sha256


class Progress(models.Model):
    """How far the index has followed the journal, and how far it has read the cases that were there before."""

    event_id = models.BigIntegerField(default=0)  # the last event that was followed
    edition = models.IntegerField(default=0)  # how words were written down when it was read
    cases_below = models.BigIntegerField(default=0)  # the cases with a lower number are still to be read; 0: none
    persons_below = models.BigIntegerField(default=0)
    done = models.IntegerField(default=0)
    total = models.IntegerField(default=0)
    documents = models.IntegerField(default=0)
    started_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.done} of {self.total}"

    @property
    def is_reading(self) -> bool:
        """Tell whether cases that were there before are still being read."""
        return self.ended_at is None


def number_of(case_id: int, at: datetime) -> int:
    """Number a document by the second of its last words, and its case: the higher, the more recent."""
    return first_number(at) | (case_id & ((1 << CASE_BITS) - 1))


def first_number(at: datetime) -> int:
    """Give the lowest number a document of this second may have."""
    return max(int((at - _EPOCH).total_seconds()), 0) << CASE_BITS


def moment_of(number: int) -> datetime:
    """Say when the last words of a document were written, from its number."""
    return datetime.fromtimestamp((number >> CASE_BITS) + _EPOCH.timestamp(), UTC)
