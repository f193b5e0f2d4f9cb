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
    named = _named(case, to, cc, bcc)
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


def addresses(
    case: Case, *, to: Sequence[str] | None = None, cc: Sequence[str] | None = None, bcc: Sequence[str] | None = None
) -> list[str]:
    """Say whom a reply would go to, as it was typed; nobody is let in."""
    return [one for _kind, one in _named(case, to, cc, bcc)]


def _named(
    case: Case, to: Sequence[str] | None, cc: Sequence[str] | None, bcc: Sequence[str] | None
) -> list[tuple[str, str]]:
    named = [("to", one) for one in to or [case.person.email] if one]
    hidden = [("bcc", one) for one in bcc or ()]
    if cc is None:
        meant = {address(one) for _kind, one in [*named, *hidden]} if to or bcc else set()
        cc = [one for one in _those_who_take_part(case) if one not in meant]
    return [*named, *(("cc", one) for one in cc), *hidden]


def as_written(case: Case, ticked: Sequence[str], also: str, bcc: str) -> dict[str, Any]:
    """Say how a draft keeps its readers: who takes part and is left out, who is named besides, as it was typed."""
    without = [one for one in _those_who_take_part(case) if one not in ticked]
    kept = {"without": without, "also": also, "bcc": bcc}
    return {name: value for name, value in kept.items() if value}


def as_sent(case: Case, message: Message) -> dict[str, Any]:
    """Say how a draft keeps the readers of a letter that it was."""
    by_kind: dict[str, list[str]] = {"to": [], "cc": [], "bcc": []}
    for one in message.recipients.all():
        by_kind[one.kind].append(one.address)
    taking_part = _those_who_take_part(case)
    also = [one for one in by_kind["cc"] if one not in taking_part]
    return as_written(case, by_kind["to"] + by_kind["cc"], ", ".join(also), ", ".join(by_kind["bcc"]))


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
