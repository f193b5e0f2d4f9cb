"""A house of any size for the benchmarks: cases, messages, parcels and events as real use leaves them."""

import random
import sys
from datetime import timedelta

from django.db import connection, transaction
from django.db.models import Count

from bench.wording import sentence
from petitevoix.cases.models import Case, Message, Promise, Rest, Tally
from petitevoix.channels.email.models import Mailbox
from petitevoix.delivery.models import Parcel
from petitevoix.journal.models import Event
from petitevoix.kit import clock, ids
from petitevoix.people.models import Address, Advisor, Person, Team
from petitevoix.search.models import Progress
from petitevoix.search.words import EDITION
from petitevoix.sifting.learning import ALL, PLENTY
from petitevoix.sifting.models import Sign

BATCH = 2000
MESSAGES_A_CASE = 5
NEWS_WITHIN, SILENT_AFTER = timedelta(days=2), timedelta(days=5)


def fill(cases: int, *, messages: int = MESSAGES_A_CASE, seed: int = 7) -> None:
    """Fill an empty database with so many cases, as many messages each, a tenth of them waiting on us."""
    chance = random.Random(seed)
    with transaction.atomic():
        teams = Team.objects.bulk_create([Team(name=name) for name in ("Line and box", "Bills", "Shop", "Welcome")])
        advisors = [Advisor(email=f"advisor{n}@desk.example", name=f"Advisor {n}", role="lead") for n in range(12)]
        for advisor in advisors:
            advisor.set_unusable_password()
        advisors = Advisor.objects.bulk_create(advisors)
        for advisor in advisors:
            advisor.teams.set(teams[:2])
        Mailbox.objects.create(address="help@desk.example", name="Help", team=teams[0])
        Sign.objects.create(key=ALL, fair=5 * PLENTY)  # whoever answers has long taught the filter what is fair
    people = max(cases * 6 // 10, 10)
    for start in range(0, cases, BATCH):
        size = min(BATCH, cases - start)
        with transaction.atomic():
            _batch(chance, start, size, people, teams, advisors, messages)
        if sys.stderr.isatty():
            print(f"\r{start + size:,} of {cases:,} cases", end="", file=sys.stderr)
    count()


def _batch(
    chance: random.Random, start: int, size: int, people: int, teams: list, advisors: list, messages: int
) -> None:
    now = clock.now()
    persons = Person.objects.bulk_create(
        [Person(name=f"Person {start + n}", language="en") for n in range(size) if start + n < people]
    )
    Address.objects.bulk_create([Address(person=person, value=f"p{person.pk}@letters.example") for person in persons])
    known = [person.pk for person in persons] or list(Person.objects.values_list("pk", flat=True)[:BATCH])
    references, cases = _references(size), []
    for _ in range(size):
        waits = chance.random() < 0.1
        opened = now - timedelta(minutes=chance.randint(1, 60 * 24 * 700))
        cases.append(
            Case(
                reference=references.pop(), title=sentence(chance, 8), person_id=chance.choice(known),
                team=chance.choice(teams), advisor=chance.choice([None, *advisors]), channel="email",
                door="help@desk.example", language="en", first_words=sentence(chance, 30)[:240],
                state="open" if waits else chance.choice(["pending", "closed", "closed", "closed"]),
                opened_at=opened, changed_at=opened, waiting_since=opened if waits else None,
                news_due_at=now + NEWS_WITHIN if waits else None, silent_at=now + SILENT_AFTER if waits else None,
            )
        )  # fmt: skip
    cases = Case.objects.bulk_create(cases)
    _promise_news([case for case in cases if case.waiting_since])
    _talk(chance, cases, advisors, messages)


def _promise_news(waiting: list[Case]) -> None:
    """Promise news where a case waits, as the minute does in a house that stands: else it does so while we measure."""
    due = {"due_at": clock.now() + NEWS_WITHIN, "first_due_at": clock.now() + NEWS_WITHIN}
    promises = Promise.objects.bulk_create(
        [Promise(case=case, kind="news", words="You will hear from us", owner=case.advisor, **due) for case in waiting]
    )
    Event.objects.bulk_create(
        [
            Event(name="promise.made", topic=f"case:{one.case_id}", noun=f"promise:{one.pk}", by="system",
                  facts={"kind": "news", "due_at": one.due_at.isoformat(), "team": one.case.team_id})
            for one in promises
        ]
    )  # fmt: skip


_given: set[str] = set()


def _references(count: int) -> list[str]:
    """Draw references that no case has: among 100,000 drawn at random, some are the same."""
    drawn: set[str] = set()
    while len(drawn) < count:
        drawn |= {ids.new_reference() for _ in range(count - len(drawn))} - _given
    _given.update(drawn)
    return list(drawn)


def _talk(chance: random.Random, cases: list[Case], advisors: list, many: int) -> None:
    parcels, messages, events = [], [], []
    for case in cases:
        for n in range(many):
            at = case.opened_at + timedelta(hours=n)
            ours = n % 2 == 1
            message = Message(
                case=case, voice="us" if ours else "person", channel="email", at=at, language="en",
                words=sentence(chance, 70), thread_key=f"{case.reference}.{n}@bench.example",
                advisor=chance.choice(advisors) if ours else None, person_id=None if ours else case.person_id,
                leaves_at=at if ours else None,
            )  # fmt: skip
            if ours:
                message.parcel = Parcel(
                    carrier="email", purpose="reply", to=f"p{case.person_id}@letters.example",
                    topic=f"case:{case.pk}", contents={},
                    thread_key=f"{case.reference}.{n}@bench.example", state="left", not_before=at, left_at=at,
                    created_at=at,
                )  # fmt: skip
                parcels.append(message.parcel)
            messages.append(message)
            name = "message.written" if ours else "message.received"
            events.append(Event(name=name, topic=f"case:{case.pk}", noun="message:0", by="system", at=at, facts={}))
        events.append(Event(name="case.assigned", topic=f"case:{case.pk}", noun=f"case:{case.pk}", by="advisor:1"))
    Parcel.objects.bulk_create(parcels, batch_size=1000)
    Message.objects.bulk_create(messages, batch_size=1000)
    Event.objects.bulk_create(events, batch_size=1000)


def count() -> None:
    """Set the kept counters to what there is, call the index up to date, and tidy up."""
    Progress.objects.all().delete()
    Progress.objects.create(edition=EDITION, event_id=Event.objects.latest("pk").pk, ended_at=clock.now())
    Rest.objects.all().delete()
    Tally.objects.all().delete()
    at_rest = Case.objects.exclude(state="open").values_list("team_id", "state").annotate(cases=Count("id"))
    Rest.objects.bulk_create(Rest(team_id=team or 0, state=state, cases=cases) for team, state, cases in at_rest)
    rows = Case.objects.open().values_list("team_id", "advisor_id").annotate(waiting=Count("id"))
    Tally.objects.bulk_create(
        Tally(team_id=team or 0, advisor_id=advisor or 0, waiting=waiting) for team, advisor, waiting in rows
    )
    with connection.cursor() as cursor:
        # As a house stands that was not filled a minute ago: else the database tidies up while we measure.
        for tidying in ["VACUUM ANALYZE", "CHECKPOINT"] if connection.vendor == "postgresql" else ["ANALYZE"]:
            cursor.execute(tidying)
