"""Who may see or do what here; every look of a member of staff is recorded."""

from django.utils.translation import gettext as _

from petitevoix.cases.models import Case
from petitevoix.cases.refusals import Refused
from petitevoix.people.models import Advisor, Person
from petitevoix.vault import access


def opened(case: Case, *, by: Advisor) -> None:
    """Record that a member of staff opened a case, and with it the file of its person."""
    access.record(by.actor, "case.opened", f"case:{case.pk}", person=case.person_id)


def person_opened(person: Person, *, by: Advisor) -> None:
    """Record that a member of staff opened a person's page."""
    access.record(by.actor, "person.opened", f"person:{person.pk}", person=person.pk)


def must_answer(advisor: Advisor) -> None:
    """Refuse an act to those who only read. Raises Refused."""
    if not advisor.answers:
        raise Refused(_("Your role reads cases but does not change them."))
