"""Promises: made with a reply, kept, moved with the person's consent, disputed; counted in public."""

import re
from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.actions.asking import Mark
from petitevoix.cases.actions.dating import must_come_within_a_year
from petitevoix.cases.actions.reopening import wait_again
from petitevoix.cases.models import Case, Message, Promise, Question
from petitevoix.cases.models.promise import RESUMED_WITHIN
from petitevoix.cases.refusals import Refused
from petitevoix.journal.models import Event
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.prepared import Change, Prepared, insert
from petitevoix.kit.text import one_line, storable
from petitevoix.kit.words import zone
from petitevoix.language.promises import finding as reader
from petitevoix.people.models import Advisor, Person

# To be heard of is what a date for news, or for an answer, has promised already.
_NEWS = re.compile(
    r"\b(?:revien|recontact|rappel|répon|nouvelles|get back|come back|repl[yi]|answer|let you know|hear from|news)",
    re.IGNORECASE,
)


def promise(
    case: Case, *, by: Advisor | str, words: str, due_at: datetime | None, kind: str = Promise.Kind.WORDS,
    message: Message | None = None, question: Question | None = None, condition: str = "",
) -> Promise:  # fmt: skip
    """Make a promise to the person of a case, in the caller's transaction; its owner is who holds the case."""
    made = insert(
        Promise(
            case=case,
            message=message,
            question=question,
            kind=kind,
            words=one_line(storable(words), 500),
            condition=one_line(storable(condition), 500),
            owner=case.advisor or (by if isinstance(by, Advisor) else None),
            due_at=due_at,
            first_due_at=due_at,
        )
    )
    record(
        "promise.made", made, by=by, proven=True, kind=kind, due_at=due_at and due_at.isoformat(), team=case.team_id,
        message=message and message.pk, question=question and question.pk,
    )  # fmt: skip
    return made


def promise_news_on(
    case: Case, due_at: datetime, *, by: Advisor | str, message: Message | None = None, in_writing: bool = False
) -> Promise:
    """Promise that the person hears from us by a time, in the caller's transaction; said in their language."""
    with translation.override(case.spoken):
        words = _("You have our answer in writing") if in_writing else _("You will hear from us")
    kind = Promise.Kind.WRITTEN if in_writing else Promise.Kind.NEWS
    return promise(case, by=by, words=words, due_at=due_at, kind=kind, message=message)


def promise_what_it_says(case: Case, message: Message, *, by: Advisor, dates: set[datetime]) -> list[Promise]:
    """Make promises of what a reply commits us to; one for a day in `dates`, or of news beside them, is made already.

    The review asks for a date; whoever sends without one has promised all the same, and the person reads it so.
    """
    days = {at.astimezone(zone()).date() for at in dates}
    found = reader.find(message.words, clock.now(), zone(), message.language or None, case.hours)
    return [
        promise(case, by=by, words=one.text, due_at=one.due, message=message, condition=one.condition)
        for one in found
        if (one.due.astimezone(zone()).date() not in days if one.due else not (days and _NEWS.search(one.text)))
    ]


def keep(kept: Promise, *, by: Advisor | Person | str, by_hand: bool = False) -> Promise:
    """Say that a promise is kept; done twice is done once. `by_hand`: in an act of its own, which can be taken back."""
    if isinstance(by, Advisor):
        must_answer(by)
    with transaction.atomic():
        kept = Promise.objects.select_for_update().get(pk=kept.pk)
        _keep(kept, by, **({"by_hand": True} if by_hand else {}))
        _say_when_news_is_due(kept, before=kept.due_at, now=None)
    return kept


def _keep(kept: Promise, by: Advisor | Person | str, **how: bool) -> None:
    """Keep a promise as it was just read, in the caller's transaction."""
    now = clock.now()
    if _set_kept(kept.pk, now):
        kept.kept_at = now
        record("promise.kept", kept, by=by, proven=True, due_at=_written(kept.due_at), **how)


_set_kept = Change(
    lambda promise, at: (
        Promise.objects.filter(pk=promise, kept_at=None, withdrawn_at=None).order_by(), {"kept_at": at}
    ),
    int, datetime,
)  # fmt: skip


def reopen(kept: Promise, *, by: Advisor) -> Promise:
    """Take back, within a day, that a promise was called kept; it binds as before. Done twice is done once.

    Raises Refused once the day is over, and for one that a letter kept: that letter is taken back instead.
    """
    must_answer(by)
    with transaction.atomic():
        kept = Promise.objects.select_for_update().get(pk=kept.pk)
        if kept.kept_at is None:
            return kept
        if not can_be_reopened(kept):
            raise Refused(_("A letter kept it, or that was more than a day ago: write to the person instead."))
        kept.kept_at = None
        kept.save(update_fields=["kept_at"])
        _say_when_news_is_due(kept, before=None, now=kept.due_at)
        record("promise.reopened", kept, by=by, proven=True)
    return kept


def can_be_reopened(kept: Promise) -> bool:
    """Tell whether it can still be taken back that a promise was called kept: by hand, today, and undisputed."""
    if kept.kept_at is None or kept.disputed_at or kept.kept_at < clock.now() - RESUMED_WITHIN:
        return False
    said = Event.objects.about(kept.topic).filter(name="promise.kept", noun=f"promise:{kept.pk}").last()
    return bool(said and said.facts.get("by_hand"))


def offer(moved: Promise, *, by: Advisor, due_at: datetime, because: str = "") -> Promise:
    """Ask the person to accept another date; until they do, the old one binds.

    Raises Refused where the due time is past, or the new date is not later.
    """
    must_answer(by)
    with transaction.atomic():
        moved = Promise.objects.select_for_update().get(pk=moved.pk)
        if moved.kept_at or moved.withdrawn_at:
            raise Refused(_("This promise goes on no longer."))
        if moved.due_at and moved.due_at <= clock.now():
            raise Refused(_("Its date is past: a promise can be moved only before, and with the person’s consent."))
        if due_at <= clock.now():
            raise Refused(_("The date you offer is already past; choose a later one."))
        must_come_within_a_year(due_at)
        moved.offered_due_at = due_at
        moved.save(update_fields=["offered_due_at"])
        record("promise.offered", moved, by=by, proven=True, due_at=_written(due_at), because=storable(because)[:500])
    return moved


def accept(moved: Promise, *, by: Person) -> Promise:
    """Accept the date offered; done twice is done once. Raises Refused where none is, or the old one has passed."""
    with transaction.atomic():
        moved = Promise.objects.select_for_update().get(pk=moved.pk)
        if moved.offered_due_at is None and moved.due_at != moved.first_due_at:
            return moved
        if moved.offered_due_at is None:
            raise Refused(_("No other date is offered."))
        if moved.due_at and moved.due_at <= clock.now():
            raise Refused(_("The first date has passed meanwhile; it stays the one that counts."))
        before, moved.due_at, moved.offered_due_at = moved.due_at, moved.offered_due_at, None
        moved.warned_at = None
        moved.save(update_fields=["due_at", "offered_due_at", "warned_at"])
        _say_when_news_is_due(moved, before=before, now=moved.due_at)
        record("promise.moved", moved, by=by, proven=True, before=_written(before), due_at=_written(moved.due_at))
    return moved


def _say_when_news_is_due(of: Promise, *, before: datetime | None, now: datetime | None) -> None:
    """Let the date of a case go with the promise of news or of a call that it comes from, in the caller's transaction.

    Else both sides would go on reading a date that binds nobody any more, and that we are late.
    """
    if of.kind not in {*NEWS, Promise.Kind.CALL}:
        return
    case = Case.objects.locked(of.case_id)
    if case.news_due_at == before and case.state != Case.State.CLOSED:
        with case.changing():
            case.news_due_at = now


def dispute(broken: Promise, *, by: Person) -> Promise:
    """Say that a promise was not kept: one called kept, or one that is late.

    Raises Refused seven days after it was called kept, before it is due, and where the person let us off.
    """
    with transaction.atomic():
        broken = Promise.objects.select_for_update().get(pk=broken.pk)
        if broken.disputed_at:
            return broken
        if broken.kept_at and not broken.can_be_disputed:
            raise Refused(_("That was more than a week ago; write to us below, and we look at it again."))
        if broken.state == "withdrawn" or (broken.state == "due" and broken.kind != Promise.Kind.SAID):
            raise Refused(_("Its time has not come; write to us below if something is wrong with it."))
        case = Case.objects.locked(broken.case_id)
        broken.disputed_at = clock.now()
        broken.save(update_fields=["disputed_at"])
        record("promise.disputed", broken, by=by, proven=True, team=case.team_id)
        wait_again(case, by=by, because="a promise was not kept")
    return broken


def withdraw(let_go: Promise, *, by: Person) -> Promise:
    """Let us off a promise; only the person it was made to can."""
    with transaction.atomic():
        let_go = Promise.objects.select_for_update().get(pk=let_go.pk)
        if let_go.withdrawn_at is None and let_go.kept_at is None:
            let_go.withdrawn_at = clock.now()
            let_go.save(update_fields=["withdrawn_at"])
            _say_when_news_is_due(let_go, before=let_go.due_at, now=None)
            record("promise.withdrawn", let_go, by=by, proven=True)
    return let_go


def resume(let_go: Promise, *, by: Person) -> Promise:
    """Take back that we were let off a promise, within a day; it binds as before. Done twice is done once.

    Raises Refused once the day is over.
    """
    with transaction.atomic():
        let_go = Promise.objects.select_for_update().get(pk=let_go.pk)
        if let_go.withdrawn_at is None:
            return let_go
        if not let_go.can_be_resumed:
            raise Refused(_("That was more than a day ago; write to us below, and we promise it anew."))
        let_go.withdrawn_at = None
        let_go.save(update_fields=["withdrawn_at"])
        _say_when_news_is_due(let_go, before=None, now=let_go.due_at)
        record("promise.resumed", let_go, by=by, proven=True)
    return let_go


def agree_to(made: Promise, *, by: Person) -> Promise:
    """Say that the date of a promise suits; done twice is done once."""
    with transaction.atomic():
        made = Promise.objects.select_for_update().get(pk=made.pk)
        if made.agreed_at is None and made.state == "due":
            made.agreed_at = clock.now()
            made.save(update_fields=["agreed_at"])
            record("promise.agreed", made, by=by, proven=True, due_at=_written(made.due_at))
    return made


def keep_news(case: Case, *, by: Advisor, except_of: Message) -> None:
    """News has gone out: what promised it for later is kept, in the caller's transaction."""
    for one in _news_to_come(case.pk):
        if one.message_id != except_of.pk:
            _keep(one, by)


NEWS = [Promise.Kind.NEWS, Promise.Kind.WRITTEN]
_news_to_come = Prepared(lambda case: Promise.objects.going_on().filter(case_id=case, kind__in=NEWS), int)


def keep_questions(case: Case, marks: list[Mark], *, by: Advisor) -> None:
    """A question that was promised and is answered now: its promise is kept, in the caller's transaction."""
    answered = [mark.question for mark in marks if mark.mark in {"answered", "declined"}]
    for one in Promise.objects.going_on().filter(case=case, question__in=answered) if answered else ():
        keep(one, by=by)


def _written(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
