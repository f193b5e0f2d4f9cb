"""Whose matter a case is, and who else takes part in it."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.models import Case, LeftOut, Participant
from petitevoix.cases.refusals import Refused
from petitevoix.delivery.carriers import carrier
from petitevoix.journal.record import record
from petitevoix.kit.text import one_line
from petitevoix.people.models import Advisor, Person
from petitevoix.people.models.person import normal


def change_person(case: Case, *, to: Person, by: Advisor, keep: bool = False) -> Case:
    """Say that a case is somebody else's matter; who it was taken for goes on taking part, or is out of it.

    Whoever is out reads it no more: the links they were sent lead nowhere, and what they answer opens a case of theirs.
    """
    must_answer(by)
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        before = case.person
        if before == to:
            return case
        took_part = Participant.objects.filter(case=case, person=to).exists()
        with case.changing():
            case.person = to
        let_in(case, to, as_participant=False)
        if keep:
            let_in(case, before)
        else:
            _leave_out(case, before)
        record(
            "case.person_changed", case, by=by, proven=True, team=case.team_id, before=before.pk, person=to.pk,
            kept=keep, took_part=took_part,
        )  # fmt: skip
    return case


def bring_in(case: Case, person: Person, *, by: Advisor) -> None:
    """Have somebody take part in a case: letters go to them as well, and they read its page."""
    must_answer(by)
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        if not case.takes_part(person):
            let_in(case, person)
            record("case.person_brought_in", case, by=by, proven=True, team=case.team_id, person=person.pk)


def take_out(case: Case, person: Person, *, by: Advisor) -> None:
    """Have somebody take part in a case no more. Raises Refused for the one whose matter it is."""
    must_answer(by)
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        if case.person_id == person.pk:
            raise Refused(_("It is %(name)s’s matter: change whose case it is instead.") % {"name": person})
        if case.takes_part(person):
            _leave_out(case, person)
            record("case.person_taken_out", case, by=by, proven=True, team=case.team_id, person=person.pk)


def person_at(email: str, *, name: str = "") -> Person:
    """Meet who is written to at an address, in the caller's transaction.

    Raises Refused: it is no address, or one that we read ourselves.
    """
    return Person.objects.meet(address(email), name=one_line(name, 120))


def address(email: str) -> str:
    """Write an address that a letter can go to. Raises Refused: it is none, or one that we read ourselves."""
    value = normal(email)
    try:
        validate_email(value)
    except ValidationError:
        raise Refused(_("“%(email)s” is no e-mail address.") % {"email": one_line(email, 100)}) from None
    if carrier("email").reads_at(value):
        raise Refused(_("%(email)s is an address of ours: a letter to it would come back to us.") % {"email": value})
    return value


def let_in(case: Case, person: Person, *, as_participant: bool = True) -> None:
    """Open a case to a person again, in the caller's transaction that locked it."""
    LeftOut.objects.filter(case=case, person=person).delete()
    if as_participant and case.person_id != person.pk:
        Participant.objects.get_or_create(case=case, person=person)
    else:
        Participant.objects.filter(case=case, person=person).delete()


def _leave_out(case: Case, person: Person) -> None:
    Participant.objects.filter(case=case, person=person).delete()
    LeftOut.objects.get_or_create(case=case, person=person)
