"""Searching a house of any size: the cost of a page of results and of suggestions, whatever the words.

usage: python -m bench.searching [--cases 100000,1000000] [--databases sqlite,postgresql]

CPU milliseconds of the application and of the database's own process, ten messages a case. Each case draws its messages
from 20,000 of sixty words, of a vocabulary as uneven as that of a language; "bonjour" is in every one of them.
"""

import random
import sys
from datetime import timedelta

from bench.copies import copied, moved
from bench.inside import Figures, main, open_house, paged

POOL, MESSAGES, BATCH, ROUNDS = 20_000, 10, 5_000, 15
DRAWN = 50_000  # cases that are drawn; the others are copies of theirs, made by the database
BARS = {"two words": 30, "“bonjour”": 100, "“the”": 100, "suggestions of two letters": 10, "suggestions of a name": 10}


def _measure(cases: int) -> Figures:
    open_house()
    from django.test import Client

    from petitevoix.people.models import Advisor

    words = fill(cases)
    figures: Figures = {}
    lead, advisor = Advisor.objects.get(name="Lead"), Advisor.objects.get(name="Advisor")
    client = Client(headers={"host": "127.0.0.1", "accept-language": "en"})
    client.force_login(lead)
    asked = {
        "two words": [f"{words[200 + n]} {words[900 + 31 * n]}" for n in range(ROUNDS)],
        "two rare words": [f"{words[9000 + n]} {words[14000 + n]}" for n in range(ROUNDS)],
        "two frequent words": [f"{words[5 + n]} {words[40 + n]}" for n in range(ROUNDS)],
        "one case's own word": [f"k{cases // (n + 2)}x" for n in range(ROUNDS)],
        "a name": [f"lena {_last_name(n)}" for n in range(ROUNDS)],
        "“bonjour”": ["bonjour"] * ROUNDS,
        "“the”": ["the"] * ROUNDS,
        "two halves that never meet": ["evenside oddside"] * ROUNDS,
        "all but nearly all": ["bonjour -evenside -oddside"] * ROUNDS,
        "exact words": [f'"{words[5]} {words[40 + n]}"' for n in range(ROUNDS)],
        "is:closed before:": ["is:closed before:2025-12-01 bonjour"] * ROUNDS,
    }
    for name, texts in asked.items():
        figures[name] = paged(client, [f"/desk/search/?q={text}" for text in texts])
    for name, text in (("suggestions of two letters", "le"), ("suggestions of a name", "lena vo")):
        figures[name] = paged(client, [f"/desk/search/suggestions/?q={text}"] * ROUNDS)
    client.force_login(advisor)
    figures["“bonjour”, two thirds hidden"] = paged(client, ["/desk/search/?q=bonjour"] * ROUNDS)
    figures["a word of hidden cases"] = paged(client, ["/desk/search/?q=hiddenside"] * ROUNDS)
    return figures


def fill(cases: int) -> list[str]:
    """Fill an empty database with so many cases and their index; give the vocabulary, the commonest word first."""
    from django.db import connection

    from petitevoix.journal.tail import last_id
    from petitevoix.kit import clock
    from petitevoix.people.models import Advisor, Team
    from petitevoix.search.models import Document, Progress
    from petitevoix.search.words import EDITION

    chance = random.Random(7)
    vocabulary = _vocabulary(chance)
    if Progress.objects.exists():
        return vocabulary
    weights = [1 / (rank + 2.7) for rank in range(len(vocabulary))]
    pool = ["Bonjour " + " ".join(chance.choices(vocabulary, weights, k=60)) + " the end." for _ in range(POOL)]
    teams = [Team.objects.create(name=name, is_private=name != "Open") for name in ("Open", "Closed one", "Closed two")]
    for name, role in (("Lead", "lead"), ("Advisor", "advisor")):
        Advisor.objects.create(email=f"{name}@desk.example".lower(), name=name, role=role, password="!")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("DROP INDEX pv_search_index")
    now = clock.now()
    drawn = min(cases, DRAWN)
    for start in range(0, drawn, BATCH):
        _batch(chance, start, min(BATCH, drawn - start), cases, now, pool, teams)
        print(f"\r{start + BATCH:,} of {cases:,} cases", end="", file=sys.stderr)
    _multiply(drawn, cases)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET maintenance_work_mem = '1GB'")
            from importlib import import_module

            cursor.execute(import_module("petitevoix.search.migrations.0002_index").POSTGRESQL[0])
            cursor.execute("VACUUM ANALYZE")
            cursor.execute("CHECKPOINT")
        else:
            cursor.execute("ANALYZE")
    Progress.objects.create(
        event_id=last_id(), edition=EDITION, documents=Document.objects.count(), ended_at=clock.now()
    )
    print(" filled", file=sys.stderr)
    return vocabulary


def _multiply(drawn: int, cases: int) -> None:
    """Copy what was drawn until there are so many cases, each copy some time after the one before."""
    from django.db import connection, transaction

    from petitevoix.cases.models import Case, Message
    from petitevoix.search.models import Document
    from petitevoix.search.shelves import WIDTHS

    is_postgresql = connection.vendor == "postgresql"
    span = 730 * 86400 * drawn // cases  # seconds
    for n in range(1, cases // drawn):
        more, later = n * drawn, n * span
        second, words = f"((number >> 20) + {later})", "words"
        if is_postgresql:  # the shelves of the copy
            words = "regexp_replace(words, '( =[0-9]+[.][0-9a-f]+)+$', '')"
            words += "".join(f" || ' ={width}.' || to_hex({second} >> {width})" for width in WIDTHS)
        number = f"({second} << 20) | ((case_id + {more}) & 1048575)"
        with transaction.atomic():
            copied(Case, f"WHERE id <= {drawn}", {
                "id": f"id + {more}", "reference": f"'C' || (id + {more})",
                **{column: moved(column, later) for column in ("opened_at", "changed_at")},
            })  # fmt: skip
            copied(Message, f"WHERE case_id <= {drawn}", {"case_id": f"case_id + {more}", "at": moved("at", later)})
            copied(Document, f"WHERE case_id <= {drawn} ORDER BY number", {
                "number": number, "case_id": f"case_id + {more}", "words": words})  # fmt: skip
        print(f"\r{(n + 1) * drawn:,} of {cases:,} cases", end="", file=sys.stderr)


def _batch(chance, start: int, size: int, cases: int, now, pool: list[str], teams: list) -> None:
    from django.db import transaction

    from petitevoix.cases.models import Case, Message
    from petitevoix.people.models import Address, Person
    from petitevoix.search.documents import person_words
    from petitevoix.search.models import Document, PersonWord, number_of
    from petitevoix.search.shelves import keys_of
    from petitevoix.search.words import beginnings, keys, words_in

    with transaction.atomic():
        names = [f"{_first_name(chance)} {_last_name(chance.randrange(5000))}" for _ in range(size * 6 // 10)]
        persons = Person.objects.bulk_create([Person(name=name, language="en") for name in names])
        addresses = [f"{p.name.replace(' ', '.').lower()}.{p.pk}@letters.example" for p in persons]
        Address.objects.bulk_create([Address(person=p, value=a) for p, a in zip(persons, addresses, strict=True)])
        known = {p.pk: person_words(p, [a]) for p, a in zip(persons, addresses, strict=True)}
        PersonWord.objects.bulk_create(
            [PersonWord(person_id=pk, word=word) for pk, words in known.items() for word in words], batch_size=5000
        )
        rows = []
        for n in range(size):
            number = start + n
            opened = now - timedelta(days=730) * (1 - number / cases)
            team = teams[number % 3]
            side = "Evenside" if number % 2 else "Oddside"
            title = f"{side} k{number}x" + (" hiddenside" if team.is_private else "")
            rows.append(
                Case(
                    reference=f"B{number:09d}", title=title, person=chance.choice(persons), team=team, channel="email",
                    language="en", first_words=pool[number % POOL][:240], state="closed", opened_at=opened,
                    changed_at=opened,
                )
            )  # fmt: skip
        rows = Case.objects.bulk_create(rows)
        messages, documents = [], []
        for case in rows:
            found = keys(case.title) | known[case.person_id]
            found |= {f"+{key}" for key in found} | {f"f:{word}" for word in known[case.person_id]}
            found |= beginnings([*words_in(case.title), *known[case.person_id]])
            for n in range(MESSAGES):
                which = (case.pk * 7919 + n * 104_729) % POOL
                at = case.opened_at + timedelta(hours=n)
                found |= _keys(pool, which)
                messages.append(
                    Message(case=case, voice="us" if n % 2 else "person", channel="email", words=pool[which], at=at)
                )
            number = number_of(case.pk, at)
            documents.append(Document(number=number, case=case, words=" ".join([*sorted(found), *keys_of(number)])))
        Message.objects.bulk_create(messages, batch_size=2000)
        Document.objects.bulk_create(documents, batch_size=1000)


_known: dict[int, set[str]] = {}


def _keys(pool: list[str], which: int) -> set[str]:
    from petitevoix.search.words import keys

    if which not in _known:
        _known[which] = keys(pool[which])
    return _known[which]


SYLLABLES = "ba be bi bo ca ce cho da de di fa fi ga go la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se ta te ti va ve vo".split()  # noqa: E501, SIM905


def _vocabulary(chance: random.Random) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < 20_000:
        word = "".join(chance.choices(SYLLABLES, k=chance.choice((2, 3, 3, 4))))
        found[word + chance.choice(("", "n", "r", "t", "ment", "tion", "ing"))] = None
    return list(found)


def _first_name(chance: random.Random) -> str:
    return chance.choice(("Lena", "Marie", "Jean", "Ana", "Bruno", "Chloé", "Denis", "Esther", "Farid", "Gaspard"))


def _last_name(number: int) -> str:
    chance = random.Random(number)
    return "".join(chance.choices(SYLLABLES, k=3)).capitalize()


if __name__ == "__main__":
    main("bench.searching", __doc__, BARS, _measure)
