"""Who may see or do what here; every look of a member of staff is recorded."""

from datetime import timedelta
from typing import Any

from django.db.models import BigIntegerField, Exists, OuterRef, Q, QuerySet, When
from django.db.models import Case as Choose
from django.db.models.functions import Cast, Substr
from django.utils.translation import gettext as _

from petitevoix.cases.models import Case
from petitevoix.cases.models.case import Participant, seen_by
from petitevoix.cases.refusals import Refused
from petitevoix.delivery.models import Parcel, ParcelQuerySet
from petitevoix.people.models import Advisor, Person
from petitevoix.vault import access

ONE_VISIT = timedelta(hours=1)  # parts of a page that is refreshed, files and letters looked at: one opening


def opened(case: Case, *, by: Advisor, **how: Any) -> None:
    """Record that a member of staff opened a case, and with it the file of its person; `how`, such as `token=2`."""
    access.record(by.actor, "case.opened", f"case:{case.pk}", person=case.person_id, **how)


def kept_open(case: Case, *, by: Advisor) -> None:
    """Let a member of staff go on with a case they opened within the hour; without that, this is an opening."""
    if not access.recorded_within(ONE_VISIT, by.actor, "case.opened", f"case:{case.pk}"):
        opened(case, by=by)


def person_opened(person: Person, *, by: Advisor, **how: Any) -> None:
    """Record that a member of staff opened a person's page; `how`, such as `token=2`."""
    access.record(by.actor, "person.opened", f"person:{person.pk}", person=person.pk, **how)


def must_answer(advisor: Advisor) -> None:
    """Refuse an act to those who only read. Raises Refused."""
    if not advisor.answers:
        raise Refused(_("Your role reads cases but does not change them."))


def who_may_see(case: Case) -> QuerySet[Advisor]:
    """Those of the staff who may see a case; for one of them `Case.objects.visible_to` says the same."""
    staff = Advisor.objects.active()
    if case.team is None or not case.team.is_private:
        return staff
    members = Advisor.teams.through.objects.filter(team=case.team).values("advisor")
    leading = [Advisor.Role.LEAD, Advisor.Role.ADMIN]
    return staff.filter(Q(role__in=leading) | Q(pk=case.advisor_id) | Q(pk__in=members))


def persons_visible_to(advisor: Advisor) -> QuerySet[Person]:
    """Persons whose page this advisor may open: those with a case they may see, and those with no case at all."""
    if advisor.sees_all:
        return Person.objects.living()
    own, part = Case.objects.filter(person=OuterRef("pk")), Participant.objects.filter(person=OuterRef("pk"))
    seen = Exists(own.visible_to(advisor)) | Exists(part.filter(seen_by(advisor, "case__")))
    return Person.objects.living().filter(seen | ~(Exists(own) | Exists(part)))


def parcels_visible_to(advisor: Advisor) -> ParcelQuerySet:
    """Parcels an advisor may know of, each with its `case_number`: those of cases they may see.

    A parcel of no case (a forgotten password, a letter that was too large) is for leads and admins.
    """
    number = Cast(Substr("topic", len("case:") + 1), BigIntegerField())
    parcels = Parcel.objects.annotate(case_number=Choose(When(topic__startswith="case:", then=number), default=None))
    if advisor.sees_all:
        return parcels
    return parcels.filter(Exists(Case.objects.visible_to(advisor).filter(pk=OuterRef("case_number"))))
