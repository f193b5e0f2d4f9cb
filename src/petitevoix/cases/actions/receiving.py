"""A person has written: on any channel, this is where it becomes a message in a case."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from petitevoix.cases.actions.asking import read_questions, say_asked_again
from petitevoix.cases.actions.assigning import let_go
from petitevoix.cases.actions.attaching import File, attach
from petitevoix.cases.actions.knowing import keep_facts
from petitevoix.cases.actions.leaving import hold_back
from petitevoix.cases.actions.offering import offer_to_usual
from petitevoix.cases.actions.preferring import say_unmet
from petitevoix.cases.actions.reopening import NEWS_WITHIN
from petitevoix.cases.actions.spamming import looks_like_spam, put_aside, put_questions_aside
from petitevoix.cases.actions.withholding import title_meanwhile, withhold
from petitevoix.cases.models import Case, LeftOut, Message, Participant, Question
from petitevoix.cases.models.block import Block, block_on
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.prepared import insert
from petitevoix.kit.text import one_line, storable
from petitevoix.language.missed import says_missed
from petitevoix.people.models import Person, Team
from petitevoix.people.models.advisor import hours_of
from petitevoix.people.models.person import normal


@dataclass(frozen=True)
class Arrival:
    """What a channel hands in, in the same words whatever the channel."""

    channel: str
    sender: str  # the address the person writes from
    words: str
    sender_name: str = ""
    title: str = ""
    rest: str = ""
    html: str = ""
    language: str = ""
    automatic: str = ""  # what kind of machine wrote it, or "" for a person
    at: datetime | None = None
    door: str = ""
    team: Team | None = None
    thread_key: str = ""
    original: str = ""
    files: list[File] = field(default_factory=list)
    also: list[tuple[str, str]] = field(default_factory=list)  # name and address of others it was sent to
    silent: bool = False  # no acknowledgement goes out
    before_signing: bool = False  # they ask before they sign or buy
    left_unsent: bool = False  # begun and left; they asked to be written to once
    wish: str = ""  # what the person wants of this request: fix, explain, do
    marks: list[str] = field(default_factory=list)  # what mail servers we trust said of it


def receive(
    arrival: Arrival,
    *,
    case: Case | None = None,
    by: str = "mail",
    reopen: bool | None = None,
    is_locked: bool = False,
) -> Message:
    """Write down what arrived, in its case or in a new one; the case then waits on us.

    An automatic letter never changes whose turn it is (unless `reopen` says so), but one that opens a case waits to
    be looked at. `is_locked` says that the caller locked the case in this transaction.
    """
    with transaction.atomic(savepoint=False):
        person = Person.objects.meet(arrival.sender, name=arrival.sender_name, language=arrival.language)
        is_new, block = case is None, block_on(person.pk)
        # Judged before its case exists: who takes part in one is never judged.
        suspect = looks_like_spam(person, **_shown(arrival)) if is_new and by == "mail" else []
        if case is None:
            case = _open(arrival, person, by, block)
        else:
            case = case if is_locked else Case.objects.locked_where_it_goes_on(case.pk)
            if not arrival.automatic:
                hold_back(case)  # it would leave over words that its writer has not seen
            _continue(case, arrival, not arrival.automatic if reopen is None else reopen, block)
        if arrival.language and not arrival.automatic and person.language != arrival.language:
            person.language = arrival.language
            person.save(update_fields=["language"])
        message = _write_down(arrival, case, person)
        if not arrival.automatic:  # a machine takes no part, and a forged report must not bring its author in
            _bring_in(case, [person, *(Person.objects.meet(email, name=name) for name, email in arrival.also)])
        if block:
            withhold(message, block, case, opened=_title(arrival) if is_new else "")
        asked: list[Question] = []
        if not (arrival.automatic or block):
            asked = read_questions(message, one_line(storable(arrival.title), 200) if is_new else "")
            keep_facts(message)
        if asked and not is_new:
            say_asked_again(case, asked, person)
        seen_by_servers: dict[str, Any] = {"marks": arrival.marks} if arrival.marks else {}
        record(
            "message.received", message, by=by if by != "mail" else person.actor,
            channel=arrival.channel, automatic=arrival.automatic, team=case.team_id,
            questions=[one.pk for one in asked], why=[one.pk for one in asked if one.kind == one.Kind.WHY],
            **seen_by_servers,
        )  # fmt: skip
        if suspect:
            put_aside(case, because=suspect)
        elif asked and case.state == Case.State.SPAM:
            put_questions_aside(case)
    return message


def _shown(arrival: Arrival) -> dict[str, Any]:
    return {
        "title": arrival.title, "words": arrival.words, "sender": arrival.sender, "automatic": arrival.automatic,
        "marks": arrival.marks,
    }  # fmt: skip


def _title(arrival: Arrival) -> str:
    return one_line(storable(arrival.title), 200) or one_line(storable(arrival.words), 120) or "…"


def _open(arrival: Arrival, person: Person, by: str, block: Block | None) -> Case:
    now = arrival.at or clock.now()
    case = Case.open_new(
        title=title_meanwhile(arrival.language or person.spoken) if block else _title(arrival),
        person=person,
        team=arrival.team,
        channel=arrival.channel,
        door=arrival.door,
        language=arrival.language,
        first_words="" if block else one_line(storable(arrival.words), 240),
        before_signing=arrival.before_signing,
        left_unsent=arrival.left_unsent,
        wish=arrival.wish if arrival.wish in Case.Wish.values else "",
        opened_at=now,
        waiting_since=now,
        news_due_at=None if arrival.automatic else hours_of(arrival.team).after(now, NEWS_WITHIN),
    )
    record(
        "case.opened", case, by=by if by != "mail" else person.actor,
        automatic=arrival.automatic, silent=arrival.silent, team=case.team_id,
    )  # fmt: skip
    if not arrival.automatic:
        offer_to_usual(case)
        say_unmet(case, by="system")
    return case


def _continue(case: Case, arrival: Arrival, waits: bool, block: Block | None) -> None:
    now = arrival.at or clock.now()
    if waits and case.state == Case.State.CLOSED:
        record("case.reopened", case, by="mail", team=case.team_id)
        let_go(case, by="mail")
    with case.changing():
        if waits:
            case.left_unsent = False
            if case.state == Case.State.CLOSED or says_missed(arrival.words):  # what we called settled was not
                case.missed_at = now
            case.wait_on_us(now)
            if not block:
                case.first_words = one_line(storable(arrival.words), 240) or case.first_words
            if case.news_due_at is None and case.state == Case.State.OPEN:
                case.news_due_at = case.hours.after(now, NEWS_WITHIN)


def _write_down(arrival: Arrival, case: Case, person: Person) -> Message:
    message = Message(
        case=case,
        voice=Message.Voice.PERSON,
        channel=arrival.channel,
        person=person,
        words=storable(arrival.words),
        rest=storable(arrival.rest),
        html=storable(arrival.html),
        language=arrival.language,
        automatic=arrival.automatic,
        at=arrival.at or clock.now(),
        thread_key=storable(arrival.thread_key)[:255],
        original=arrival.original,
        sender=normal(arrival.sender),
    )
    insert(message)
    attach(message, arrival.files)
    return message


def _bring_in(case: Case, persons: list[Person]) -> None:
    others = {person.pk for person in persons} - {case.person_id}
    others -= (
        {*LeftOut.objects.filter(case=case, person__in=others).values_list("person_id", flat=True)} if others else set()
    )
    if others:
        Participant.objects.bulk_create(
            [Participant(case=case, person_id=pk) for pk in sorted(others)], ignore_conflicts=True
        )
