"""What a person may read of a case, gathered for one page."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, TypedDict, cast

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery

from petitevoix.cases.models import Attachment, Case, Closure, Message, Offer, Promise, Relay, Summary, Withheld
from petitevoix.cases.relay_letters import plainly
from petitevoix.kit import clock
from petitevoix.language import asks
from petitevoix.people.models import Person
from petitevoix.people.organising import shared_with
from petitevoix.web.shared.language import page_language

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    AnyOfTheirs = WithAnnotations[Case, "Soon"]
    TheCase = WithAnnotations[Case, "Ended"]
    Ending = WithAnnotations[Closure, "SaidIn"]

OPEN_MOST, CLOSED_A_PAGE = 100, 30


class Soon(TypedDict):
    """What `cases_of` reads with a case."""

    answered_soon: bool
    promised_at: datetime | None
    is_read_first: bool  # by somebody who leads: its person is blocked
    own_title: str | None  # what they called it, as long as others do not see that


class Ended(Soon):
    """What `the_case` lays beside it."""

    unsaid_since: datetime | None
    is_relayed: bool
    is_offered: bool  # to who has answered its person before
    is_handed: bool  # with a summary
    closure: "Ending | None"


class SaidIn(TypedDict):
    said_in: int  # the message that holds the closure's words, or 0


def cases_of(person: Person) -> "QuerySet[AnyOfTheirs]":
    """A person's cases; `answered_soon` says that words of ours can still be taken back: nobody knows of them yet.

    `promised_at` is when the next of our promises is due.
    """
    promised = Promise.objects.going_on().filter(case=OuterRef("pk")).exclude(message__leaves_at__gt=clock.now())
    withheld = Withheld.objects.unread()
    return (
        Case.objects.of(person)
        .standing()
        .annotate(
            answered_soon=Exists(_unsaid()),
            promised_at=Subquery(promised.next_due_first().values("due_at")[:1]),
            is_read_first=Exists(withheld.filter(message__case=OuterRef("pk"))),
            own_title=Subquery(withheld.filter(opened=OuterRef("pk"), block__person=person).values("title")[:1]),
        )
    )


def the_case(person: Person, reference: str) -> "TheCase | None":
    """One case of a person by its reference."""
    cases = cases_of(person).annotate(
        unsaid_since=Subquery(_unsaid().order_by("id").values("at")[:1]),
        is_offered=Exists(Offer.objects.filter(case=OuterRef("pk"), because=Offer.Because.SAME)),
        is_handed=Exists(Summary.objects.filter(case=OuterRef("pk"), to=OuterRef("advisor"))),
        is_relayed=Exists(Relay.objects.going_on().filter(case=OuterRef("pk"))),
    )
    found = cases.filter(reference=reference).select_related("advisor", "team", "person").first()
    if found is None:
        return None
    case = cast("TheCase", found)
    case.closure = latest_closure(found)
    return case


def latest_closure(case: "AnyOfTheirs") -> "Ending | None":
    if case.state != Case.State.CLOSED or case.answered_soon:
        return None
    closure = cast("Ending | None", Closure.objects.filter(case=case).select_related("by").first())
    if closure:
        # The closing letter says this very record; the page says it once, where the case stands.
        same = Message.objects.filter(case=case, voice=Message.Voice.US, at=closure.at, attachments=None)
        closure.said_in = same.order_by("-id").values_list("pk", flat=True).first() or 0
    return closure


def held(case: "TheCase") -> list[str]:
    """Say in plain words what third parties hold of a case; their letters are none of the person's."""
    if not case.is_relayed or case.state == Case.State.CLOSED:
        return []
    begun = case.relays.going_on().exclude(messages__leaves_at__gt=clock.now()).order_by("id")
    return [plainly(one, page_language()) for one in begun.distinct()]


def thread(case: "TheCase", person: Person) -> list[dict[str, Any]]:
    """Everything said between us and the person, the newest first."""
    files = Prefetch("attachments", queryset=Attachment.objects.order_by("id"))
    said = Message.objects.read_by(person).filter(case=case).order_by("-id")
    if case.closure:
        said = said.exclude(pk=case.closure.said_in)
    said = said.select_related("advisor", "person").prefetch_related(files).defer("html", "rest")
    return [
        {
            "id": message.pk,
            "ours": message.voice == Message.Voice.US,
            "mine": message.person_id == person.pk,
            "who": _who(message),
            "words": message.words,
            "language": message.language or case.language,
            "automatic": message.automatic,
            "channel": message.channel,
            "at": message.at,
            "files": message.attachments.all(),
            "told_twice": message.told_twice_at is not None,
            "can_be_twice": _asks(message, case),
        }
        for message in said
    ]


def shared_cases(person: Person, most: int = 50) -> list[dict[str, Any]]:
    """Cases of the other members of the organisation that lets this person read them, newest first, by whose."""
    house = shared_with(person)
    if house is None:
        return []
    # By the members: a case has no organisation of its own, so who leaves takes theirs along and sees no other.
    members = Person.objects.filter(organisation=house).exclude(pk=person.pk)
    own = Case.objects.of(person).values("pk")
    rows = _shared().filter(person__in=members).exclude(pk__in=own).order_by("-id")
    fields = ("reference", "title", "language", "state", "opened_at")
    return [dict(row) for row in rows.values(*fields, whose=F("person__name"))[:most]]


def shared_case(person: Person, reference: str) -> Case | None:
    """One case of another member that this person may read, and only read."""
    house = shared_with(person)
    case = Case.objects.filter(reference=reference).select_related("joined_into").first() if house else None
    if case is None:
        return None
    shared = _shared().filter(pk=case.present.pk, person__organisation=house)
    return shared.select_related("team", "person").first()


def _shared() -> "QuerySet[Case]":
    shown = Q(team=None) | Q(team__is_private=False)
    return Case.objects.standing().without_spam().filter(shown)


def open_cases(person: Person) -> list[dict[str, Any]]:
    """Cases that are not closed, what moved last first."""
    rows = cases_of(person).exclude(state=Case.State.CLOSED).order_by("-changed_at", "-id")
    return list(_rows(rows)[:OPEN_MOST])


def closed_cases(person: Person, before: int | None) -> tuple[list[dict[str, Any]], int | None]:
    """Closed cases, newest first, and where the next page begins."""
    rows = cases_of(person).filter(state=Case.State.CLOSED).order_by("-id")
    if before:
        rows = rows.filter(pk__lt=before)
    found = list(_rows(rows)[: CLOSED_A_PAGE + 1])
    page = found[:CLOSED_A_PAGE]
    return page, page[-1]["id"] if len(found) > CLOSED_A_PAGE else None


def other_cases(case: Case, person: Person, most: int = 4) -> list[dict[str, Any]]:
    """A few more cases of the same person, newest first."""
    return list(_rows(cases_of(person).exclude(pk=case.pk).order_by("-id"))[:most])


def _rows(cases: "QuerySet[AnyOfTheirs]") -> "QuerySet[AnyOfTheirs, Any]":
    return cases.values(
        "id", "reference", "title", "language", "state", "news_due_at", "changed_at", "opened_at", "answered_soon",
        "promised_at", "is_read_first", "own_title",
        "signing", "advisor_id", advisor_name=F("advisor__name"), advisor_first=F("advisor__first_name"),
        advisor_alias=F("advisor__alias"), advisor_signs=F("advisor__signs_as"), team_name=F("team__name"),
    )  # fmt: skip


def _unsaid() -> "QuerySet[Message]":
    return Message.objects.filter(case=OuterRef("pk"), leaves_at__gt=clock.now(), withdrawn_at=None)


def _asks(message: Message, case: Case) -> bool:
    """Tell whether words of ours ask the person for something they may have told before."""
    if message.voice != Message.Voice.US or message.advisor_id is None:
        return False
    return "?" in message.words or bool(asks.find(message.words, message.language or case.language or None))


def _who(message: Message) -> str:
    if message.voice == Message.Voice.US:
        return message.signed
    return (message.person and message.person.name) or message.sender
