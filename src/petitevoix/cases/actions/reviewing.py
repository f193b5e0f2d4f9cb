"""The review of a draft: what its case knows is gathered as plain data, and all guards look at it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from petitevoix.cases.actions.asking import Mark
from petitevoix.cases.actions.knowing import of_somebody_else, told_elsewhere, written_in_fields
from petitevoix.cases.actions.ready import standard
from petitevoix.cases.actions.stopping import was_changed
from petitevoix.cases.actions.summarising import unread_summary
from petitevoix.cases.models import Case, Draft, InternalWord, Message, Participant, Question, Recipient
from petitevoix.cases.models.question import questions_owed
from petitevoix.cases.refusals import Stopped
from petitevoix.kit import clock
from petitevoix.kit.prepared import Prepared
from petitevoix.kit.text import in_words
from petitevoix.kit.words import zone
from petitevoix.language import asks, given
from petitevoix.language.detect import language_of
from petitevoix.people.models import Address, Advisor
from petitevoix.review import draft as plain
from petitevoix.review.findings import Finding
from petitevoix.review.guards.standard_text import own_facts
from petitevoix.review.likeness import SAME, similarity
from petitevoix.review.reading import review, standing

WHY, SALES = "why_unexplained", "sales"
Told = Sequence[Sequence[Any]]  # rows of `_told`
OTHERS_READ, LONG_ENOUGH = 20, 200  # replies to others read beside a draft of at least so many characters


def findings(
    case: Case, words: str, *, by: Advisor, marks: Sequence[Mark] = (), draft: Draft | None = None,
    to: Sequence[str] = (),
) -> list[Finding]:  # fmt: skip
    """Give what the review finds in a draft; nothing is changed and nothing kept."""
    asked = {question.pk: question for question in questions_owed(case)}
    return review(_gathered(case, words, _told(case.pk), by=by, asked=asked, marks=marks, draft=draft, to=to))


def must_pass(
    case: Case, words: str, *, by: Advisor, asked: Mapping[int, Question], marks: Sequence[Mark], draft: Draft | None,
    confirmed: Mapping[str, str], to: Sequence[str] = (), files: int = 0,
) -> dict[str, Any]:  # fmt: skip
    """Let a reply pass its review, and give what the journal keeps of it. Raises Stopped with the findings.

    `files` are those that go with it besides the draft's. What stops is passed by with a reason alone; what only warns
    may be confirmed without one.

    The same answer once more takes a second person: who wrote it first cannot confirm it (scene S041).
    """
    if case.left_unsent:  # what they were promised is no offer (scene S015)
        confirmed = {code: why for code, why in confirmed.items() if code != SALES}
    told = _told(case.pk)
    looked_at = _gathered(case, words, told, by=by, asked=asked, marks=marks, draft=draft, to=to, files=files)
    found = review(looked_at)
    reasoned = {code for code, why in confirmed.items() if in_words(why)}
    stops = standing(found, reasoned, () if _wrote_it_before(told, words, by) else reasoned)
    if stops:
        stopped = Stopped(_why_it_stays(stops, confirmed.keys() - reasoned), found)
        stopped.words = words
        raise stopped
    used = {one.code: confirmed[one.code] for one in found if one.code in confirmed}
    likeness = max((similarity(words, sent.words) for sent in looked_at.sent if sent.is_answer), default=None)
    return {
        "missed": looked_at.missed,
        "likeness": likeness,
        "changed": was_changed(case, words, by),
        "own_facts": len(own_facts(looked_at)),
        "confirmed": used,
        "unexplained": [one.facts["question"] for one in found if one.code == WHY and WHY not in reasoned],
    }


def _why_it_stays(stops: Sequence[Finding], without_a_reason: Collection[str]) -> str:
    bare = sorted({one.code for one in stops if one.code in without_a_reason and one.confirmable})
    if bare:
        return _("Say why this may leave all the same (%(codes)s): the reason is kept with it.") % {
            "codes": ", ".join(bare)
        }
    return stops[0].message if len(stops) == 1 else _("Some things are to be looked at before this leaves.")


def _wrote_it_before(told: Told, words: str, by: Advisor) -> bool:
    return any(similarity(words, row[1]) >= SAME for row in told if row[0] == Message.Voice.US and row[4] == by.pk)


def _gathered(
    case: Case, words: str, told: Told, *, by: Advisor, asked: Mapping[int, Question], marks: Sequence[Mark],
    draft: Draft | None, to: Sequence[str] = (), files: int = 0,
) -> plain.Draft:  # fmt: skip
    person = case.person
    heard = [one[1] for one in told if one[0] == Message.Voice.PERSON and not one[3]]
    addresses = [value for (value,) in _addresses(person.pk)]
    email = next((value for value in addresses if "@" in value), "")
    marked = {mark.question: mark for mark in marks}
    copied = _copied(case)
    references = [reference for (reference,) in _references(person.pk)]
    facts = _facts(case, by, words, addresses, heard, has_others=len(references) > 1)
    return plain.Draft(
        words=words,
        at=clock.now(),
        language=case.language or person.language,
        zone=zone(),
        working=case.hours,
        person=plain.Person(person.name, addresses, person.spoken or case.language),
        questions=[_question(one, marked.get(one.pk)) for one in asked.values()],
        sent=[
            plain.Sent(said, at, [*copied[number], *([where] if where else [])], is_answer=advisor is not None)
            for voice, said, at, _machine, advisor, _person, _sender, _name, where, number in told
            if voice == Message.Voice.US
        ],
        heard=heard,
        facts=facts,
        known=_known(case, by, words, addresses, told, references, facts),
        standard=[*_said_to_others(case, by), *standard(case, words, by)] if len(words) >= LONG_ENOUGH else (),
        jargon=dict(_internal_words()),
        to=to or ([email] if email else []),
        files=files + (draft.attachments.count() if draft else 0),
        missed=case.missed_at is not None,
        fault_is_ours=case.fault == Case.Fault.OURS,
        summary_unread=unread_summary(case, by) is not None,
    )


def _copied(case: Case) -> Mapping[int, list[str]]:
    copied: defaultdict[int, list[str]] = defaultdict(list)
    for message, where in _sent_besides(case.pk):
        copied[message].append(where)
    return copied


def _question(question: Question, mark: Mark | None) -> plain.Question:
    why = question.kind == Question.Kind.WHY
    if mark is None:
        return plain.Question(question.pk, question.words, asks_why=why)
    return plain.Question(question.pk, question.words, mark.mark, mark.due, mark.reason, why)  # type: ignore[arg-type]


def _facts(
    case: Case, by: Advisor, words: str, addresses: Sequence[str], heard: Sequence[str], *, has_others: bool
) -> dict[str, list[str]]:
    """Give what the file says by kind; what custom fields say is of the kind that their name tells, and of `field`."""
    facts: defaultdict[str, list[str]] = defaultdict(list)
    if case.person.name:
        facts["name"].append(case.person.name)
    for address in addresses:
        facts["email" if "@" in address else "phone"].append(address)
    told: list[Mapping[str, list[str]]] = [given.find(words) for words in heard]
    told.append(written_in_fields(case))
    if has_others and (asked := set(asks.find(words, language_of(words, case.person.spoken))) - facts.keys()):
        told.append(told_elsewhere(case, by, asked))
    for values_by_kind in told:
        for kind, values in values_by_kind.items():
            said = [_masked(value) for value in values] if kind == "iban" else values
            facts[kind] += [value for value in said if value not in facts[kind]]
    return dict(facts)


def _masked(iban: str) -> str:
    """Write an account so that its holder knows which it is, and nobody else can use it."""
    return f"{iban[:4]} … {iban[-3:]}"


def _known(
    case: Case, by: Advisor, words: str, addresses: Sequence[str], told: Told, references: Sequence[str],
    facts: Mapping[str, Sequence[str]],
) -> plain.Known:  # fmt: skip
    names = {case.person.name, by.name, case.signed(by), case.team.name if case.team else ""}
    names |= {name for row in told for name in (row[5], row[7]) if name}
    names |= {name for (name,) in _others_here(case.pk)}
    senders = {row[6] for row in told if row[6]}
    ours = [case.door.partition("@")[2]] if "@" in case.door else []
    here = {*addresses, *senders}
    own = [*references, *here, *names, *(value for values in facts.values() for value in values)]
    return plain.Known(
        references=references,
        addresses=[*here, *ours],
        names=[name for name in names if name],
        others=of_somebody_else(words, case, own),
    )


def _cases_of(person: int) -> QuerySet:
    own, others = Case.objects.filter(person_id=person), Participant.objects.filter(person_id=person)
    return Case.objects.filter(pk__in=own.values("pk").union(others.values("case"))).values_list("reference")


_told = Prepared(
    lambda case: (
        Message.objects.told()
        .filter(case_id=case)
        .exclude(voice=Message.Voice.NOTE)
        .values_list(
            "voice",
            "words",
            "at",
            "automatic",
            "advisor_id",
            "person__name",
            "sender",
            "advisor__name",
            "parcel__to",
            "id",
        )
    ),
    int,
)
_addresses = Prepared(lambda person: Address.objects.filter(person_id=person).order_by("id").values_list("value"), int)
_sent_besides = Prepared(
    lambda case: Recipient.objects.filter(message__case_id=case).order_by("id").values_list("message_id", "address"),
    int,
)
_others_here = Prepared(lambda case: Participant.objects.filter(case_id=case).values_list("person__name"), int)
_references = Prepared(_cases_of, int)
_internal_words = Prepared(lambda: InternalWord.objects.values_list("word", "instead"))


def _said_to_others(case: Case, by: Advisor) -> list[str]:
    others = Message.objects.told().filter(advisor=by, voice=Message.Voice.US).exclude(case=case)
    return list(others.order_by("-id").values_list("words", flat=True)[:OTHERS_READ])
