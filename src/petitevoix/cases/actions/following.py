"""Following a case: whoever does hears of it, though it is not theirs; begun and ended by one gesture."""

from django.db import transaction

from petitevoix.cases.models import Case, Follow
from petitevoix.journal.record import record
from petitevoix.kit.prepared import Prepared
from petitevoix.people.models import Advisor


def follow(case: Case, *, by: Advisor) -> Case:
    """Follow a case, whoever may see it; one who does already goes on."""
    with transaction.atomic():
        case = case.present
        if begin(case, by, Follow.Because.CHOSEN):
            record("case.followed", case, by=by, team=case.team_id, because=Follow.Because.CHOSEN)
    return case


def unfollow(case: Case, *, by: Advisor) -> Case:
    """Follow a case no more; one who does not is let be."""
    with transaction.atomic():
        case = case.present
        if Follow.objects.filter(case=case, advisor=by).delete()[0]:
            record("case.unfollowed", case, by=by, team=case.team_id)
    return case


def go_on_hearing(
    case: Case, *, by: Advisor, before: int | None, after: int | None, moved: bool, gives_back: bool = False
) -> bool:
    """Have who hands their case over follow it, in the caller's transaction, and who has it back hold it only.

    Says whether they follow it from now on.
    """
    if after:
        Follow.objects.filter(case=case, advisor=after, because=Follow.Because.HANDED_OVER).delete()
    handed = not gives_back and before == by.pk and after != by.pk and (after is not None or moved)
    return handed and begin(case, by, Follow.Because.HANDED_OVER)


def begin(case: Case, advisor: Advisor | int, because: str) -> bool:
    """Have an advisor follow a case, in the caller's transaction, and say whether that is new."""
    number = advisor if isinstance(advisor, int) else advisor.pk
    if Follow.objects.filter(case=case, advisor=number).exists():
        return False
    Follow.objects.bulk_create([Follow(case=case, advisor_id=number, because=because)], ignore_conflicts=True)
    return True


def carry_over(case: Case, into: Case) -> None:
    """Have those who follow a case follow the one it was joined to, in the caller's transaction."""
    for advisor, because in case.follows.values_list("advisor", "because"):
        begin(into, advisor, because)


def followers(case: Case) -> list[tuple[int, str]]:
    """Give who follows a case, number and name, the first first."""
    return [(number, name) for number, name in _followers(case.pk)]


_followers = Prepared(
    lambda case: Follow.objects.filter(case_id=case).order_by("id").values_list("advisor_id", "advisor__name"), int
)
