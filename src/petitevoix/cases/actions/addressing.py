"""Whom a letter of ours goes to: the person, who takes part, and who else is named; each one recognised."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from petitevoix.cases.actions.taking_part import address, let_in
from petitevoix.cases.models import Case, Message, Participant, Recipient
from petitevoix.cases.refusals import Refused
from petitevoix.delivery import actions as delivery
from petitevoix.delivery.models import Parcel
from petitevoix.kit.prepared import Prepared
from petitevoix.people.models import Address, Person

MOST = 30  # of one letter; a letter to more of them is no answer to anybody


class Reader(NamedTuple):
    """One whom a letter goes to."""

    kind: str
    person: Person
    address: str


def readers(
    case: Case, *, to: Sequence[str] | None = None, cc: Sequence[str] | None = None, bcc: Sequence[str] | None = None
) -> list[Reader]:
    """Say whom a reply goes to: without `to`, its person; without `cc`, all who take part besides.

    In the caller's transaction: whoever is written to openly takes part from now on. Raises Refused: an address that
    is none or one of ours, or too many.
    """
    named = [("to", one) for one in to or [case.person.email] if one]
    if cc is None:
        meant = {address(one) for kind, one in [*named, *(("bcc", one) for one in bcc or ())]} if to or bcc else set()
        cc = [one for one in _those_who_take_part(case) if one not in meant]
        named += [("cc", one) for one in cc]
        named += [("bcc", one) for one in bcc or ()]
    else:
        named += [("cc", one) for one in cc] + [("bcc", one) for one in bcc or ()]
    if len(named) > MOST:
        raise Refused(_("A letter goes to %(most)s people at most.") % {"most": MOST})
    found: dict[str, Reader] = {}
    for kind, one in named:
        where = one if kind == "to" and one == case.person.email else address(one)
        if where not in found:
            found[where] = Reader(kind, _known(case, where), where)
    for reader in found.values():
        if reader.kind != "bcc" and not case.takes_part(reader.person):
            let_in(case, reader.person)
    return list(found.values())


def post_to(
    case: Case, message: Message, chosen: Sequence[Reader], contents: Callable[[Person], dict[str, Any]]
) -> None:
    """Post a letter to each of its readers; every one sees who else was openly written to, and none the others."""
    heads = {kind: [(one.person.name, one.address) for one in chosen if one.kind == kind] for kind in ("to", "cc")}
    openly = heads if len(chosen) > 1 else {}
    first = next((one for one in chosen if one.person == case.person), chosen[0] if chosen else None)
    for one in chosen:
        hidden = {"link": "", "reference": ""} if one.kind == "bcc" and not case.takes_part(one.person) else {}
        parcel = delivery.post(
            channel="email", purpose="reply" if one is first else "copy", to=one.address, topic=case.topic,
            contents={**contents(one.person), **openly, **hidden}, not_before=message.leaves_at,
        )  # fmt: skip
        if one is first:
            message.goes_as(parcel)
        if len(chosen) > 1 or one.person != case.person:
            Recipient.objects.create(
                message=message, kind=one.kind, person=one.person, address=one.address, parcel=parcel
            )


def parcels_of(message: Message) -> list[Parcel]:
    """The parcels a message leaves in."""
    copies = Parcel.objects.filter(recipient__message=message).exclude(message=message)
    return [*([message.parcel] if message.parcel else []), *copies]


def _known(case: Case, where: str) -> Person:
    return case.person if where == case.person.email else Person.objects.meet(where)


def _those_who_take_part(case: Case) -> list[str]:
    first: dict[int, str] = {}
    for person, value in _others(case.pk):
        first.setdefault(person, value)
    return list(first.values())


_others = Prepared(
    lambda case: (
        Address.objects.filter(
            kind=Address.Kind.EMAIL, person__in=Participant.objects.filter(case_id=case).values("person")
        )
        .order_by("id")
        .values_list("person_id", "value")
    ),
    int,
)
