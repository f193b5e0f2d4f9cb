"""Two cases that are one matter are joined; and taken apart again, exactly, whatever has arrived since."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.actions import following
from petitevoix.cases.actions.clearing import must_not_be_spam
from petitevoix.cases.models import (
    Attachment,
    Case,
    Checklist,
    Draft,
    Joining,
    LastCall,
    Message,
    Participant,
    Promise,
    Question,
    Relay,
    Touched,
)
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit.folded import holds
from petitevoix.kit.text import one_line
from petitevoix.people.models import Advisor

# What a case has goes along, by these names. A closure stays: it says of one case how that one ended.
TRAVELS: dict[str, Any] = {
    "messages": Message, "questions": Question, "promises": Promise, "relays": Relay, "calls": LastCall,
    "errors": Touched, "drafts": Draft, "checklists": Checklist,
}  # fmt: skip
# Of two cases, the one goes on as the more pressing of both stood.
PRESSING: list[str] = [Case.State.OPEN, Case.State.HELD, Case.State.WATCHED, Case.State.PENDING, Case.State.CLOSED]
STOOD = ("state", "waiting_since", "news_due_at", "missed_at", "first_words", "wish", "fault")
TURN, MOMENTS = ("state", "waiting_since"), ("waiting_since", "news_due_at", "missed_at")
Stood = dict[str, Any]  # the fields of STOOD, moments as they are written
PICKED, RECENT = 8, 5000


def join(case: Case, *, into: Case, by: Advisor) -> Joining:
    """Join a case to another: all that was said, asked and promised goes on there, in order of time.

    The case stays as a reference that leads there. Raises Refused: a case and itself, or one that was joined already.
    """
    must_answer(by)
    with transaction.atomic():
        case, into = _both(case, into)
        joining = Joining(case=case, into=into, by=by, before={"case": _stood(case), "into": _stood(into)})
        joining.came = _carry_over(case, into)
        following.carry_over(case, into)
        with into.changing():
            _stand_as_both(into, case, joining.came["messages"])
        joining.before["after"] = _stood(into) | {"changed_at": into.changed_at.isoformat()}
        with case.changing():
            case.state, case.waiting_since, case.joined_into = Case.State.CLOSED, None, into
        joining.save()
        facts = {"joining": joining.pk, "case": case.pk, "reference": case.reference, "into": into.reference}
        record("case.merged", into, by=by, proven=True, team=into.team_id, **facts)
        record("case.joined", case, by=by, proven=True, team=case.team_id, **facts)
    return joining


def part(joining: Joining, *, by: Advisor) -> Case:
    """Take a joined case apart again: it has back what came from it; what arrived since stays where it arrived.

    Gives the case. Done twice is done once.
    """
    must_answer(by)
    with transaction.atomic():
        joining = Joining.objects.select_for_update().select_related("case", "into").get(pk=joining.pk)
        if joining.parted_at:
            return joining.case
        for pk in sorted({joining.case_id, joining.into.present.pk}):
            list(Case.objects.select_for_update().filter(pk=pk))
        case = Case.objects.get(pk=joining.case_id)
        into = Case.objects.get(pk=joining.into.present.pk)
        stays = into.messages.told().filter(pk__gt=max(_numbers(joining, "seen"), default=0)).count()
        _carry_back(joining, case, into)
        with into.changing():
            _stand_as_before(into, joining, case)
        with case.changing():
            case.joined_into = None
            _stand(case, joining.before["case"])
        joining.parted_at = case.changed_at
        joining.save(update_fields=["parted_at"])
        facts = {"joining": joining.pk, "case": case.pk, "reference": case.reference, "into": into.reference}
        record("case.parted", into, by=by, proven=True, team=into.team_id, stays=stays, **facts)
        record("case.parted", case, by=by, proven=True, team=case.team_id, stays=stays, **facts)
    return case


def joining_of(case: Case) -> Joining | None:
    """How a case was joined to the one it goes on in, if it was."""
    return Joining.objects.filter(case=case, parted_at=None).first()


def could_be_one_with(case: Case, *, reader: Advisor, asked: str = "") -> list[Case]:
    """Suggest cases that this one could be joined or linked to, among those the reader may see.

    Of the same people first; with a word asked for, by reference, or by the words of the title among recent ones.
    """
    visible = Case.objects.visible_to(reader).standing().exclude(pk=case.pk).select_related("person")
    asked = asked.strip()
    if not asked:
        theirs = visible.of(case.person)
        going_on = list(theirs.exclude(state=Case.State.CLOSED).order_by("-id")[:PICKED])
        return [*going_on, *theirs.filter(state=Case.State.CLOSED).order_by("-id")[: PICKED - len(going_on)]]
    named = called(asked, reader=reader)
    if named:
        return [named] if named != case else []
    found = visible.filter(pk__in=Case.objects.order_by("-id").values("pk")[:RECENT])
    for word in asked.split()[:5]:
        found = found.filter(holds("title", word))
    return list(found.order_by("-id")[:PICKED])


def called(reference: str, *, reader: Advisor) -> Case | None:
    """Find the case that a reference leads to, within what a reader may see."""
    case = Case.objects.filter(reference=reference.strip().upper()).first()
    return Case.objects.visible_to(reader).filter(pk=case.present.pk).select_related("person").first() if case else None


def _both(case: Case, into: Case) -> tuple[Case, Case]:
    case, into = Case.objects.get(pk=case.pk), Case.objects.get(pk=into.pk).present
    if into.pk in {case.pk, case.present.pk}:
        raise Refused(_("These are one case already."))
    # Always in the same order, so that two who join never wait for each other in a ring.
    locked = {pk: Case.objects.locked(pk) for pk in sorted([case.pk, into.pk])}
    for one in locked.values():
        must_not_be_spam(one)
    return locked[case.pk], locked[into.pk]


def _carry_over(case: Case, into: Case) -> dict[str, Any]:
    came: dict[str, Any] = {"seen": [*into.messages.order_by("-id").values_list("pk", flat=True)[:1]]}
    came["seen"] += case.messages.order_by("-id").values_list("pk", flat=True)[:1]
    came["words"], came["files"] = _carry_drafts(case, into)
    has = {
        "errors": into.errors.values("error"),
        "drafts": Draft.objects.filter(pk__in=[int(number) for number in came["words"]]).values("pk"),
    }
    for name, kind in TRAVELS.items():
        rows = kind.objects.filter(case=case)
        if name == "errors":
            rows = rows.exclude(error__in=has["errors"])
        if name == "drafts":
            rows = rows.exclude(pk__in=has["drafts"])
        came[name] = list(rows.order_by("id").values_list("pk", flat=True))
        rows.update(case=into)
    came["participants"] = _bring_all_in(case, into)
    return came


def _carry_drafts(case: Case, into: Case) -> tuple[dict[str, Any], dict[str, list[int]]]:
    """Lay what an advisor is writing in both behind each other; whose words they were is remembered."""
    words, files = {}, {}
    for draft in case.drafts.select_related("advisor"):
        other = into.drafts.filter(advisor=draft.advisor, mode=draft.mode).first()
        if other is None:
            continue
        added = ("\n\n" if other.words and draft.words else "") + draft.words
        files[str(draft.pk)] = list(draft.attachments.values_list("pk", flat=True))
        words[str(draft.pk)] = {"to": other.pk, "added": added}
        other.words += added
        other.save(update_fields=["words"])
        draft.attachments.update(draft=other)
    return words, files


def _bring_all_in(case: Case, into: Case) -> list[int]:
    persons = {case.person_id, *case.participants.values_list("person_id", flat=True)}
    persons -= {into.person_id, *into.participants.values_list("person_id", flat=True)}
    brought = [Participant.objects.create(case=into, person_id=person) for person in sorted(persons)]
    return [one.pk for one in brought]


def _stand_as_both(into: Case, case: Case, came: list[int]) -> None:
    _stand(into, _together(_stood(into), _stood(case)))
    latest = into.messages.told().filter(voice=Message.Voice.PERSON).order_by("-at", "-id").first()
    if latest and latest.pk in came:
        into.first_words = case.first_words


def _together(into: Stood, case: Stood) -> Stood:
    """Say how a case stands that goes on as two."""
    both = dict(into)
    if PRESSING.index(case["state"]) < PRESSING.index(into["state"]):
        both |= {"state": case["state"], "waiting_since": case["waiting_since"]}
    elif case["waiting_since"] and into["waiting_since"]:
        both["waiting_since"] = min(case["waiting_since"], into["waiting_since"])
    both["news_due_at"] = min(filter(None, [into["news_due_at"], case["news_due_at"]]), default=None)
    both["missed_at"] = max(filter(None, [into["missed_at"], case["missed_at"]]), default=None)
    both |= {field: into[field] or case[field] for field in ("wish", "fault")}
    return both


def _carry_back(joining: Joining, case: Case, into: Case) -> None:
    for name, kind in TRAVELS.items():
        kind.objects.filter(pk__in=joining.came.get(name, ()), case=into).update(case=case)
    for number, lent in joining.came["words"].items():
        draft = Draft.objects.filter(pk=lent["to"]).first()
        if draft and lent["added"] and draft.words.endswith(lent["added"]):
            draft.words = draft.words.removesuffix(lent["added"])
            draft.save(update_fields=["words"])
        if draft and Draft.objects.filter(pk=int(number)).exists():
            lent_files = Attachment.objects.filter(pk__in=joining.came["files"][number], draft=draft)
            lent_files.update(draft_id=int(number))
    # Who has written since, takes part by their own words.
    wrote = Message.objects.filter(case=into, pk__gt=max(_numbers(joining, "seen"), default=0)).values("person")
    came = Participant.objects.filter(pk__in=joining.came["participants"], case=into)
    came.exclude(person__in=wrote.exclude(person=None)).delete()


def _stand_as_before(into: Case, joining: Joining, case: Case) -> None:
    outer, before, after = _without(joining)
    now = _stood(into)
    same_turn = all(now[field] == after[field] for field in TURN)
    wrote = into.messages.told().filter(pk__gt=max(_numbers(outer, "seen"), default=0))
    if same_turn and not wrote.exclude(voice=Message.Voice.NOTE).exists():
        _stand(into, {field: before[field] for field in TURN})
    elif same_turn and into.waiting_since and wrote.filter(voice=Message.Voice.PERSON).exists():
        since = wrote.filter(voice=Message.Voice.PERSON).order_by("id").values_list("at", flat=True)[0]
        into.waiting_since = _moment(before["waiting_since"]) or since
    _stand(into, {field: before[field] for field in STOOD if field not in TURN and now[field] == after[field]})
    if outer != joining and into.first_words == case.first_words:
        heard = into.messages.told().let_through().filter(voice=Message.Voice.PERSON, automatic="")
        last = heard.order_by("-at", "-id").first()
        into.first_words = one_line(last.words, 240) if last else ""
    if outer != joining:
        outer.before["after"]["first_words"] = into.first_words
        outer.save(update_fields=["before"])


def _without(joining: Joining) -> tuple[Joining, Stood, Stood]:
    """Say how the case that goes on would stand without a joining, and how it stood with it.

    Where the case it was joined to was joined to a third since, each of the row remembers another beginning; the last
    joining of the row is given as well.
    """
    before, after = joining.before["into"], joining.before["after"]
    while outer := Joining.objects.filter(case=joining.into_id, parted_at=None).first():
        stood, with_it = outer.before, dict(outer.before["after"])
        stood["case"] |= {field: before[field] for field in STOOD if stood["case"][field] == after[field]}
        stood["after"] |= _together(stood["into"], stood["case"])
        outer.save(update_fields=["before"])
        joining, before, after = outer, stood["after"], with_it
    return joining, before, after


def _stood(case: Case) -> Stood:
    stood = {field: getattr(case, field) for field in STOOD}
    return {field: value.isoformat() if isinstance(value, datetime) else value for field, value in stood.items()}


def _stand(case: Case, stood: Stood) -> None:
    for field, value in stood.items():
        setattr(case, field, _moment(value) if field in MOMENTS else value)


def _numbers(joining: Joining, name: str) -> list[int]:
    return list(joining.came.get(name, []))


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
