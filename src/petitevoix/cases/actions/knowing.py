"""What a file knows of its person: told once, asked for never again, and never put into somebody else's letter."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from petitevoix.cases.models import Case, Fact, Message
from petitevoix.cases.models.case import seen_by
from petitevoix.cases.models.message import is_withheld
from petitevoix.kit.prepared import insert_all
from petitevoix.language import given
from petitevoix.people.models import Address, Advisor, Field, Person
from petitevoix.people.models.person import normal
from petitevoix.review.numbers import mentions, squeezed
from petitevoix.review.seeing import fold, words_of

LONGEST = 100  # characters of a fact
MOST, MOST_TELLERS = 20, 100
_NAME = r"[^\W\d_a-zß-ÿ][\w'’-]{1,30}"
_NAMES = re.compile(rf"(?<!\w){_NAME}(?: (?:(?:de|du|da|van|von) )?{_NAME}){{1,5}}(?!\w)")
SHORTEST = 5  # signs: four figures are a year, and anybody's
_CODE = re.compile(r"(?<![\w@.])(?=[\w/-]{0,24}\d{2})[A-Za-z0-9][\w/-]{3,24}(?![\w@])")
_AT = r"(?:(?:de|du|des|la|les?|aux?|sur|sous|en) |[dl]['’])"
# « 12 rue des Lilas mardi »: a street is over where a name's capitals are, or behind the one word that it is called by.
_STREET = re.compile(rf"\d{{1,4}}(?: ?(?:bis|ter))?,? [^\W\d]+\.? {_AT}*[\w-]+(?: {_AT}*[^\W\d_a-zß-ÿ][\w'’-]*)*")
_ENGLISH = re.compile(r"(?:Street|St\.?|Road|Rd\.?|Avenue|Lane|Drive|Close|Square|Way|Court)\Z", re.IGNORECASE)


def keep_facts(message: Message) -> None:
    """Keep what a person tells of themselves in a message, in the caller's transaction."""
    insert_all(
        [Fact(message=message, kind=kind, value=value, signs=signs) for kind, value, signs in facts_in(message.words)]
    )


def facts_in(words: str) -> list[tuple[str, str, str]]:
    """Give the facts in a text that are kept: the kind of each, as it was written, and its signs."""
    said = given.find(words) if any(sign.isdigit() for sign in words) else {}
    facts = [(kind, _alone(kind, value)[:LONGEST]) for kind in Fact.Kind.values for value in said.get(kind, ())]
    return [(kind, value, signs) for kind, value in facts[:MOST] if len(signs := _signs(value)) >= SHORTEST]


def told_elsewhere(case: Case, by: Advisor, kinds: Collection[str]) -> dict[str, list[str]]:
    """Give what the person of a case told in their other cases, as far as an advisor may see them, by kind."""
    told = Fact.objects.filter(kind__in=kinds, message__person=case.person_id, message__withdrawn_at=None)
    told = told.exclude(message__case=case).filter(seen_by(by, "message__case__"))
    if not by.sees_all:
        told = told.filter(~is_withheld("message__"))
    known: defaultdict[str, list[str]] = defaultdict(list)
    for kind, value in told.order_by("-id").values_list("kind", "value")[:MOST]:
        if value not in known[kind]:
            known[kind].append(value)
    return dict(known)


def written_in_fields(case: Case) -> dict[str, list[str]]:
    """Give what custom fields of a case and its person say: by kind where their name tells it, and all as `field`."""
    known: defaultdict[str, list[str]] = defaultdict(list)
    for target, values in (("case", case.fields), ("person", case.person.fields)):
        for field in Field.objects.filter(target=target, key__in=values) if values else ():
            value = str(values[field.key])
            known["field"].append(value)
            for label in filter(None, (field.label_fr, field.label_en)):
                for kind, found in given.find(f"{label} : {value}").items():
                    known[kind] += [one for one in found if one not in known[kind]]
    return dict(known)


def of_somebody_else(words: str, case: Case, own: Collection[str]) -> list[str]:
    """Give the addresses, references, numbers and names in a draft that are another person's; `own` are known here."""
    return [*_reached_so(words, case, own), *_told_by_another(words, case, own), *_called_so(words, own)]


def _reached_so(words: str, case: Case, own: Collection[str]) -> list[str]:
    named = {one: normal(one) for one in mentions(words) if one not in own}
    if not named:
        return []
    theirs = Address.objects.filter(value__in=named.values()).exclude(person=case.person)
    taken = {*theirs.values_list("value", flat=True)}
    taken |= {*Case.objects.filter(reference__in=[one.upper() for one in named]).values_list("reference", flat=True)}
    return [one for one, written in named.items() if written in taken or one.upper() in taken]


def _told_by_another(words: str, case: Case, own: Collection[str]) -> list[str]:
    known = _signs(" ".join(own))
    sought = {signs: written for written in _numbers(words) if (signs := _signs(written)) not in known}
    if not sought:
        return []
    told = Fact.objects.filter(signs__in=list(sought)[:MOST])
    tellers: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for signs, kind, person, where in told.values_list("signs", "kind", "message__person", "message__case")[
        :MOST_TELLERS
    ]:
        tellers[signs, kind].add(case.person_id if where == case.pk else person)
    # Where several tell of one address it is a household's, or ours: it is no one's alone.
    return [
        sought[signs]
        for (signs, kind), persons in tellers.items()
        if case.person_id not in persons and (kind != Fact.Kind.ADDRESS or len(persons) == 1)
    ]


def _called_so(words: str, own: Collection[str]) -> list[str]:
    known = set(words_of(fold(" ".join(own))))
    names = {one for one in _full_names(words) if known.isdisjoint(words_of(fold(one)))}
    if not names:
        return []
    called = set(Person.objects.living().filter(name__in=sorted(names)[:MOST]).values_list("name", flat=True))
    # A colleague who once wrote in is named as a colleague.
    return sorted(called - set(Advisor.objects.filter(name__in=called).values_list("name", flat=True)))


def _full_names(words: str) -> Iterator[str]:
    """Give what may be a name and a family's: « Hier Rosa Ligne » holds one, and which it is only the people know."""
    for found in _NAMES.finditer(words):
        run = found[0].split(" ")
        yield from (" ".join(run[at:end]) for at in range(len(run)) for end in range(at + 2, min(at + 4, len(run)) + 1))


def _numbers(words: str) -> Iterator[str]:
    yield from (value for _kind, value, _ in facts_in(words))
    yield from (found[0] for found in _CODE.finditer(words) if len(_signs(found[0])) >= SHORTEST)


def _alone(kind: str, value: str) -> str:
    if kind != Fact.Kind.ADDRESS or _ENGLISH.search(value):
        return value
    street = _STREET.match(value)
    return street[0] if street else value


def _signs(value: str) -> str:
    return squeezed(fold(value))
