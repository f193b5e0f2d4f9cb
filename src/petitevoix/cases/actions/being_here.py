"""Saying that one is reading or writing in a case, so that two people do not answer it at once."""

from django.db import transaction

from petitevoix.cases.models import Case, Presence
from petitevoix.journal.record import whisper
from petitevoix.kit import clock
from petitevoix.people.models import Advisor


def be_here(case: Case, *, by: Advisor, doing: str) -> None:
    """Say what one does here; other pages hear of it only when that changes."""
    with transaction.atomic():
        same = Presence.objects.here().filter(case=case, advisor=by, doing=doing).exists()
        Presence.objects.bulk_create(  # one statement: two tabs of theirs may say so at once
            [Presence(case=case, advisor=by, doing=doing, at=clock.now())],
            update_conflicts=True, unique_fields=["case", "advisor"], update_fields=["doing", "at"],
        )  # fmt: skip
        if not same:
            whisper(case.topic, presence=by.name, doing=doing, advisor=by.pk)


def leave(case: Case, *, by: Advisor) -> None:
    """Say that one has left."""
    with transaction.atomic():
        if Presence.objects.filter(case=case, advisor=by).delete()[0]:
            whisper(case.topic, presence=by.name, doing="", advisor=by.pk)
