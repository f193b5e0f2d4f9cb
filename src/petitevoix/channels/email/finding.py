"""Finding the case a letter belongs to; and, where nothing proves that it belongs to one, finding none.

Two things are proof: a Message-ID of ours, which only those know who hold a letter of ours or an answer to it, and a
signature of ours, in an address or in the words. Whoever brings one is let in, from whatever address: people answer
from another one than they wrote from, and forward a letter to who can help.

The sender's own Message-IDs and a reference in the subject are no proof: they are guessed, overheard, read over a
shoulder. They only choose among the cases in which that address already takes part. Even so, From can be forged: so a
letter found this way brings no newcomer in (a forged one would copy its author on the case), and our answers go to the
case's own person, whatever From and Reply-To say. What a forger gains is to have words heard, as with any letter.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q, QuerySet

from petitevoix.cases.models import Case, LeftOut, Message, Relay
from petitevoix.cases.relay_letters import PURPOSE as RELAY
from petitevoix.channels.email.reading.letter import Letter
from petitevoix.delivery.models import Parcel
from petitevoix.kit import ids
from petitevoix.people.models import Person
from petitevoix.people.models.person import normal

_SIGNATURE = "[a-z2-7]{16}"
_TOKEN = re.compile(rf"(?i)(?<![a-z0-9])pv([{ids.ALPHABET}]{{6}})-({_SIGNATURE})(?![a-z0-9])")
# Some mail programs wrap a link in one of their own, with its slashes escaped.
_LINK = re.compile(rf"(?i)(?:/|%2f)me(?:/|%2f)([0-9]{{1,15}}-{_SIGNATURE})(?:/|%2f)(PV-[{ids.ALPHABET}]{{6}})")
MOST_WORDS = 1_000_000  # of a letter's text, and of its HTML, so many characters are searched for a token
MOST_TOKENS = 20
MOST_REFERENCES = 5


@dataclass(frozen=True)
class Found:
    """The case of a letter, and whether that is proven; `own` is the parcel where the letter itself is one of ours."""

    case: Case | None = None  # locked
    is_proven: bool = False
    own: Parcel | None = None
    relay: Relay | None = None  # it is a third party's answer, among us
    answers: str = ""  # the purpose of the letter of ours that it answers, where it says which


def find(letter: Letter, *, sender: str, recipients: Iterable[str]) -> Found:
    """Find the case: by our Message-ID, our signature, the sender's own Message-IDs, a reference in the subject.

    In a transaction: nobody else changes the case before its end.
    """
    answered = _answered(letter)
    keys = [*([letter.message_id] if letter.message_id else []), *answered]
    parcels = {parcel.thread_key: parcel for parcel in parcels_with(keys)}
    own = parcels.get(letter.message_id or "")
    case = _of_parcels([parcels[key] for key in answered if key in parcels]) or (_of_parcels([own]) if own else None)
    if case:
        ours = [parcels[key] for key in answered if key in parcels]
        relay, answers = _relay_of(case, ours, sender), ours[0].purpose if ours else ""
        return _unless_left_out(Found(case, is_proven=True, own=own, relay=relay, answers=answers), sender)
    relay = _relay_signed_or_known(letter, sender, recipients)
    if relay:
        case = _locked(relay.case_id)
        return Found(case, is_proven=True, own=own, relay=relay if case and not _takes_part(case, sender) else None)
    signed = (
        signed_case("\n".join(recipients))
        or signed_case(letter.text[:MOST_WORDS])
        or signed_case((letter.html or "")[:MOST_WORDS])
    )
    case = signed or _of_sender(letter, sender, answered)
    return _unless_left_out(Found(_locked(case.pk) if case else None, is_proven=signed is not None, own=own), sender)


def parcels_with(keys: Iterable[str]) -> QuerySet[Parcel]:
    """Our letters with one of these Message-IDs."""
    known = {key for key in keys if key and len(key) <= 255 and "\0" not in key}
    return Parcel.objects.filter(thread_key__in=known).only("thread_key", "topic", "state", "to", "purpose")


def signed_case(text: str) -> Case | None:
    """The case that a token or a link of ours in a text names, where its signature is ours."""
    for reference, signature in _TOKEN.findall(text)[:MOST_TOKENS]:
        reference = f"PV-{reference.upper()}"
        if ids.signed("reply", reference, signature, settings.SECRET_KEY):
            case = Case.objects.filter(reference=reference).first()
            if case:
                return case
    for token, reference in list(dict.fromkeys(_LINK.findall(text)))[:MOST_TOKENS]:
        person = Person.objects.holding(token.lower()).first()
        case = Case.objects.of(person).filter(reference=reference.upper()).first() if person else None
        if case:
            return case
    return None


def case_of(parcel: Parcel) -> Case | None:
    """The case a parcel was posted for, locked for the caller's transaction."""
    kind, _, number = parcel.topic.partition(":")
    return _locked(int(number)) if kind == "case" and number.isdecimal() else None


def _relay_of(case: Case, answered: list[Parcel], sender: str) -> Relay | None:
    """The relay whose letter is answered; a person of the case who answers it speaks for themselves."""
    if not answered or answered[0].purpose != RELAY or _takes_part(case, sender):
        return None
    return Relay.objects.filter(messages__parcel=answered[0]).first()


def _relay_signed_or_known(letter: Letter, sender: str, recipients: Iterable[str]) -> Relay | None:
    """The relay of a token of ours; or of a reference in the subject, for who holds that part and nobody else."""
    signed = Relay.objects.signed_in("\n".join(recipients)) or Relay.objects.signed_in(letter.text[:MOST_WORDS])
    if signed:
        return signed
    references = ids.references_in(letter.subject)[:MOST_REFERENCES]
    if not references or not sender:
        return None
    theirs = Relay.objects.going_on().filter(email=normal(sender))
    return theirs.filter(Q(case__reference__in=references) | Q(case__stubs__reference__in=references)).first()


def _takes_part(case: Case, sender: str) -> bool:
    person = Person.objects.at(sender).first() if sender else None
    return person is not None and case.takes_part(person)


def _unless_left_out(found: Found, sender: str) -> Found:
    """Find no case for who was taken out of it: what they answer is a matter of theirs."""
    if found.case and found.relay is None and sender and LeftOut.objects.filter(case=found.case).exists():
        person = Person.objects.at(sender).first()
        if person and LeftOut.objects.filter(case=found.case, person=person).exists():
            return Found(own=found.own)
    return found


def _locked(pk: int) -> Case | None:
    try:
        return Case.objects.locked_where_it_goes_on(pk)
    except Case.DoesNotExist:
        return None


def _answered(letter: Letter) -> list[str]:
    """The Message-IDs a letter answers, the nearest first."""
    first = [letter.in_reply_to] if letter.in_reply_to else []
    return list(dict.fromkeys([*first, *reversed(letter.references)]))


def _of_parcels(parcels: list[Parcel]) -> Case | None:
    return next((case for parcel in parcels if (case := case_of(parcel))), None)


def _of_sender(letter: Letter, sender: str, answered: list[str]) -> Case | None:
    references = ids.references_in(letter.subject)[:MOST_REFERENCES]
    answered = [key[:255] for key in answered if "\0" not in key]
    if not sender or not (answered or references):
        return None
    person = Person.objects.at(sender).first()
    if person is None:
        return None
    theirs = Case.objects.of(person)
    if answered:
        said = Message.objects.filter(thread_key__in=answered, voice=Message.Voice.PERSON, case__in=theirs)
        message = said.select_related("case").order_by("-id").first()
        if message:
            return message.case
    return theirs.filter(reference__in=references).order_by("-id").first() if references else None
