"""Who has answered a person: kept as it happens, so that nobody's history is read through for it."""

from datetime import datetime

from django.db import models
from django.db.models import F

from petitevoix.kit import clock
from petitevoix.kit.prepared import Change, Prepared, insert_unless_there
from petitevoix.people.models import Advisor, Person


class Familiar(models.Model):
    """How often one advisor answered one person: it makes them their usual advisor, and no page shows it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, db_index=False, related_name="+")
    advisor = models.ForeignKey(Advisor, on_delete=models.CASCADE, related_name="+")
    answers = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "advisor"], name="pv_cases_one_familiar")]

    def __str__(self) -> str:
        return f"{self.advisor} for {self.person}"


def answered(person: int, advisor: int) -> None:
    """Remember an answer, in the transaction that writes it."""
    if not _once_more(person, advisor, clock.now()):
        insert_unless_there(Familiar(person_id=person, advisor_id=advisor))
        _once_more(person, advisor, clock.now())


def taken_back(person: int, advisor: int) -> None:
    """Forget an answer that was taken back."""
    _rows(person, advisor).filter(answers__gt=0).update(answers=F("answers") - 1)


def usual_advisor(person: Person) -> Advisor | None:
    """Say who mostly answers a person, the latest of equals, where they still answer and agreed to be asked again."""
    counted: dict[int, int] = {}
    latest: dict[int, object] = {}
    # Whoever was found to be this person is one with them; taken apart again, each has their own.
    for number in [person.pk, *(pk for (pk,) in _found_to_be(person.pk))]:
        for advisor, answers, at in _of(number):
            counted[advisor] = counted.get(advisor, 0) + answers
            latest[advisor] = max(latest.get(advisor, at), at)
    if not counted:
        return None
    usual = max(counted, key=lambda one: (counted[one], latest[one], one))
    found = Advisor.objects.filter(pk=usual, is_active=True, is_asked_again=True).first()
    return found if found and found.answers else None


def _rows(person: int, advisor: int) -> models.QuerySet[Familiar]:
    return Familiar.objects.filter(person_id=person, advisor_id=advisor)


_once_more = Change(
    lambda person, advisor, now: (_rows(person, advisor), {"answers": F("answers") + 1, "last_at": now}),
    int,
    int,
    datetime,
)
_of = Prepared(
    lambda person: Familiar.objects.filter(person_id=person, answers__gt=0).values_list(
        "advisor_id", "answers", "last_at"
    ),
    int,
)
_found_to_be = Prepared(lambda person: Person.objects.filter(merged_into_id=person).values_list("id"), int)
