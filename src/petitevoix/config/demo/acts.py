"""One case of the story as acts, each with its moment."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from petitevoix.cases.actions.asking import Mark
from petitevoix.cases.actions.assigning import assign
from petitevoix.cases.actions.closing import set_state, watch
from petitevoix.cases.actions.noting import note
from petitevoix.cases.actions.promising import keep
from petitevoix.cases.actions.receiving import Arrival, File, receive
from petitevoix.cases.actions.replying import reply
from petitevoix.cases.models import Attachment, Case, Closure, Draft, Message, Promise
from petitevoix.cases.models.attachment import store
from petitevoix.cases.models.question import questions_owed
from petitevoix.config.demo.papers import paper
from petitevoix.config.demo.people_of_the_town import Cast
from petitevoix.config.demo.story import Line, Tale
from petitevoix.delivery.actions import came_back
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.people.models import Advisor

SOON = timedelta(minutes=2)
LATE_ONE_IN = 14


@dataclass(frozen=True)
class Act:
    at: datetime
    do: Callable[[], None]


def acts_of(tale: Tale, cast: Cast, now: datetime) -> Iterator[Act]:
    """Give all that happens in one case, in order."""
    return _Telling(tale, cast, now).acts()


class _Telling:
    def __init__(self, tale: Tale, cast: Cast, now: datetime) -> None:
        self.tale, self.cast, self.now = tale, cast, now
        self.person = cast.persons[tale.person]
        self.team = cast.teams[tale.team]
        self.advisor = cast.advisors.get(tale.advisor)
        self.case: Case | None = None
        self.count = 0

    def acts(self) -> Iterator[Act]:
        at = self.now - timedelta(days=self.tale.age)
        taken = self.advisor is None
        last = len(self.tale.lines) - 1
        for number, line in enumerate(self.tale.lines):
            before, at = at, at + timedelta(hours=line.after)
            if not taken and (line.voice in {"us", "note"}):
                taken = True
                yield Act(max(before + SOON / 2, at - timedelta(minutes=12)), self._take)
            yield Act(at, self._saying(line, is_last=number == last))
        if not taken:
            yield Act(at + timedelta(minutes=1), self._take)
        yield Act(min(at + timedelta(minutes=25), self.now - timedelta(seconds=20)), self._end)

    def _saying(self, line: Line, *, is_last: bool) -> Callable[[], None]:
        if line.voice in {"person", "automatic"}:
            return lambda: self._arrives(line)
        if line.voice == "us":
            return lambda: self._answer(line, goes_on=is_last and self.tale.state == "open")
        if line.voice == "note":
            return lambda: self._note(line)
        return lambda: self._comes_back(line)

    def _arrives(self, line: Line) -> None:
        self.count += 1
        automatic = "auto-reply" if line.voice == "automatic" else ""
        domain = self.person.email.rpartition("@")[2]
        by_letter = self.tale.channel == "email" or automatic
        arrival = Arrival(
            channel="email" if by_letter else "form",
            sender=self.person.email,
            sender_name=self.person.name,
            title=self.tale.title,
            words=line.text,
            language=self.tale.language,
            automatic=automatic,
            door=self.cast.doors[self.tale.team],
            team=self.team,
            thread_key=f"{self.tale.person}.{clock.now():%Y%m%d%H%M%S}.{self.count}@{domain}" if by_letter else "",
            files=[File(name, *paper(name)) for name in line.attachments],
        )
        self.case = receive(arrival, case=self.case).case

    def _answer(self, line: Line, *, goes_on: bool) -> None:
        by = self._by(line)
        draft = None
        if line.attachments:
            draft = Draft.objects.create(case=self._case, advisor=by, words=line.text)
            for name in line.attachments:
                kind, content = paper(name)
                Attachment.objects.create(
                    draft=draft, name=name, media_type=kind, size=len(content), sha256=store().put(content)
                )
        news_on = max(self.now, clock.now()) + timedelta(days=2) if goes_on else None
        # What goes on is promised for the day of news; the rest the story has answered.
        marks = [] if goes_on else [Mark(question.pk, "answered") for question in questions_owed(self._case)]
        with override(self.tale.language):
            reply(self._case, by=by, words=line.text, news_on=news_on, draft=draft, marks=marks)

    def _note(self, line: Line) -> None:
        note(self._case, by=self._by(line), words=line.text)

    def _comes_back(self, line: Line) -> None:
        message = Message.objects.filter(case=self._case).exclude(parcel=None).order_by("-id").first()
        if message and message.parcel:
            came_back(message.parcel, trouble=line.text, permanent=True)

    def _take(self) -> None:
        if self.advisor and self._case.advisor_id != self.advisor.pk:
            assign(self._case, by=self.advisor, advisor=self.advisor, team=self.team)

    def _end(self) -> None:
        case = self._case
        case.refresh_from_db()
        who = self.advisor or case.advisor
        if case.advisor_id and not self.advisor:
            assign(case, by=self.cast.advisors["esther"], advisor=None, team=self.team)
        elif self.advisor and case.advisor_id != self.advisor.pk:
            self._take()
        self._keep_most_promises(case)
        if self.tale.state == "closed" and who:
            _close(case, who, self.tale.closing)
        elif self.tale.state == Case.State.WATCHED and who:
            with override(self.tale.language):
                watch(case, by=who, plan=_("We watch it day and night"), until=self.now + timedelta(days=3))
        elif self.tale.state != case.state and who:
            set_state(case, self.tale.state, by=who)

    def _keep_most_promises(self, case: Case) -> None:
        for promise in Promise.objects.going_on().filter(case=case, due_at__lt=self.now):
            if promise.due_at and promise.owner and promise.pk % LATE_ONE_IN:
                with clock.stopped_at(promise.due_at - timedelta(minutes=40)):
                    keep(promise, by=promise.owner)

    def _by(self, line: Line) -> Advisor:
        return self.cast.advisors[line.by]

    @property
    def _case(self) -> Case:
        if self.case is None:
            raise LookupError(f"“{self.tale.title}” begins without words of the person.")
        return self.case


def _close(case: Case, by: Advisor, words: str) -> None:
    # In the story the last letter has said it already, so that nothing more is sent: the closure is its record.
    was, _space, done = words.partition(" ")
    if halves := re.match(r"(.+?[.!?…])\s+(.+)", words, re.DOTALL):
        was, done = halves.groups()
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        with case.changing():
            case.rest(Case.State.CLOSED)
            case.news_due_at = None
        closure = Closure.objects.create(case=case, what_it_was=was, what_was_done=done, by=by)
        record("case.closed", case, by=by, proven=True, closure=closure.pk, team=case.team_id)
