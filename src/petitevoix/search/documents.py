"""What is written down of a case and of a person, so that they are found."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from petitevoix.cases.models import Attachment, Case, Message
from petitevoix.cases.models.case import Participant
from petitevoix.people.models import Address, Person
from petitevoix.search import shelves
from petitevoix.search.models import FileText, number_of
from petitevoix.search.words import beginnings, fold, keys, keys_of, safe, words_in

MOST_KEYS = 20_000  # of one case
LONGEST_MESSAGE = 200_000  # characters of one message that are read


@dataclass
class Written:
    """What a document is to hold."""

    case_id: int
    number: int
    words: str


def written(case_ids: Iterable[int]) -> dict[int, Written]:
    """Work out the documents of some cases, by case; a case that is no more has none."""
    cases = Case.objects.in_bulk(list(case_ids))
    names = _persons_of(cases)
    said: dict[int, list[Message]] = defaultdict(list)
    messages = Message.objects.told().let_through().filter(case__in=cases)
    for message in messages.only("id", "case", "words", "rest", "at", "sender", "person"):
        said[message.case_id].append(message)
    files, joined = _files_of(cases), _joined_to(cases)
    return {pk: _document(case, said[pk], names[pk], files[pk], joined[pk]) for pk, case in cases.items()}


def person_words(person: Person, addresses: Iterable[str]) -> set[str]:
    """Give the words one person is found by: those of their name, each address whole, its parts and its domain."""
    found = {safe(fold(word)) for word in words_in(person.name)}
    for address in addresses:
        lower = address.lower()
        found |= {safe(lower), safe(lower.rpartition("@")[2])}
        found |= {safe(fold(word)) for word in words_in(lower.rpartition("@")[0] or lower)}
    return found - {""}


def _document(
    case: Case, messages: list[Message], persons: list[tuple[Person, list[str]]], files: "_Files", joined: list[str]
) -> Written:
    found: set[str] = set()
    for message in messages:
        found |= keys(message.words[:LONGEST_MESSAGE])
        found |= keys(message.rest[:LONGEST_MESSAGE])
    for text in files.texts:
        found |= keys(text)
    named = " ".join([case.title, case.reference, *joined, *files.names])
    first = set(words_in(named))  # what a case is called by
    people: set[str] = set()
    for person, addresses in persons:
        people |= person_words(person, addresses)
        first |= set(words_in(person.name))
    people |= {safe(message.sender.lower()) for message in messages if message.sender}
    strong = {key for word in first for key in keys_of(word)} | people
    found |= strong
    found |= {f"+{key}" for key in strong}
    found |= {f"f:{word}" for word in people}
    found |= {f"t:{word}" for word in _door(case.door)}
    found |= beginnings(first | people)
    if files.names:
        found.add("h:file")
    at = _last(case, messages)
    number = number_of(case.pk, at)
    some = sorted(found)[:MOST_KEYS]
    return Written(case.pk, number, " ".join([*some, *shelves.keys_of(number)]))


def _last(case: Case, messages: list[Message]) -> datetime:
    return max((message.at for message in messages), default=case.opened_at)


def _door(door: str) -> set[str]:
    lower = door.lower()
    return {safe(lower), safe(lower.rpartition("@")[0]), safe(lower.rpartition("@")[2])} - {""}


@dataclass
class _Files:
    names: list[str]
    texts: list[str]


def _files_of(cases: dict[int, Case]) -> "defaultdict[int, _Files]":
    files: defaultdict[int, _Files] = defaultdict(lambda: _Files([], []))
    rows = list(
        Attachment.objects.let_through()
        .filter(message__case__in=cases, message__withdrawn_at=None)
        .values_list("message__case_id", "name", "sha256")
    )
    texts = FileText.objects.in_bulk({sha256 for _case, _name, sha256 in rows})
    for case_id, name, sha256 in rows:
        files[case_id].names.append(name)
        if sha256 in texts:
            files[case_id].texts.append(texts[sha256].text)
    return files


def _joined_to(cases: dict[int, Case]) -> "defaultdict[int, list[str]]":
    """Give what the cases that go on in some were called, those joined to these too: a person has it in a letter."""
    called: defaultdict[int, list[str]] = defaultdict(list)
    goes_on = {pk: pk for pk in cases}
    while goes_on:
        stubs = list(Case.objects.filter(joined_into__in=goes_on).only("joined_into", "title", "reference"))
        goes_on = {stub.pk: goes_on[stub.joined_into_id or 0] for stub in stubs}
        for stub in stubs:
            called[goes_on[stub.pk]] += [stub.title, stub.reference]
    return called


def _persons_of(cases: dict[int, Case]) -> "defaultdict[int, list[tuple[Person, list[str]]]]":
    pairs = [(case.pk, case.person_id) for case in cases.values()]
    pairs += Participant.objects.filter(case__in=cases).values_list("case_id", "person_id")
    persons = Person.objects.in_bulk({person for _case, person in pairs})
    addresses: defaultdict[int, list[str]] = defaultdict(list)
    for person_id, value in Address.objects.filter(person__in=persons).values_list("person_id", "value"):
        addresses[person_id].append(value)
    found: defaultdict[int, list[tuple[Person, list[str]]]] = defaultdict(list)
    for case_id, person_id in pairs:
        if person_id in persons:
            found[case_id].append((persons[person_id], addresses[person_id]))
    return found
