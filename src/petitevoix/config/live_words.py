"""What a stream says of an event, and to whom: never a personal word, never a team its reader may not see."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from petitevoix.cases.models import Case
from petitevoix.config.live_readers import PersonReader, Reader
from petitevoix.journal.tail import News

HELLO = b"retry: 2000\n\n"
COMMENT = b": still here\n\n"
RESYNC = b"event: resync\ndata: {}\n\n"
BYE = b"event: bye\ndata: {}\n\n"

# Letters of ours that a person reads; an event of their leaving is the moment from which the words stand.
LETTERS = {"reply", "copy", "relay-news"}
# What changes the questions and promises on a person's page; the page shows it once it stands.
OWED = {
    "question.added", "question.edited", "question.dismissed", "question.restored", "question.asked_again",
    "promise.kept", "promise.reopened", "promise.offered", "promise.moved", "promise.handed", "promise.disputed",
    "promise.withdrawn", "relay.answered", "relay.overdue", "relay.changed", "relay.closed",
}  # fmt: skip
# Nobody is told that their words were taken for spam.
HUSHED = {"case.spammed", "case.cleared"}
# A send that was stopped is told to who sent; a page drawn anew would take away what it says.
UNTOLD = {"message.stopped"}
RIGHTS = ("advisor:", "team:")


@dataclass(frozen=True)
class Told:
    """One piece of news, put into words once for everybody who may hear it."""

    topic: str
    team: int | None
    to_staff: bytes
    to_person: bytes  # empty where the person does not know of it
    before_team: int | None = None
    changes_rights: bool = False
    only: int = 0  # the one advisor whom it concerns

    def to(self, reader: Reader) -> bytes:
        """Give the words this reader may hear, or none."""
        if isinstance(reader, PersonReader):
            return self.to_person if self.topic == reader.topic else b""
        if self.only and self.only != reader.advisor:
            return b""
        if self.team is None or self.team not in reader.hidden:
            return self.to_staff
        # A case that went where its reader may not follow: their list is out of date, and that is all they learn.
        moved = self.before_team != self.team and self.before_team not in reader.hidden
        return RESYNC if moved else b""


def tell(news: Iterable[News]) -> list[Told]:
    """Put news into words; the team of a case is looked up where the event does not say it."""
    news = [one for one in news if one.name not in UNTOLD]
    silent = {int(one.topic[5:]) for one in news if "team" not in one.facts and _is_case(one.topic)}
    teams = dict(Case.objects.filter(pk__in=silent).values_list("pk", "team")) if silent else {}
    return [_told(one, one.facts.get("team", teams.get(_case(one.topic)))) for one in news]


def _told(one: News, team: int | None) -> Told:
    if not one.id:
        staff = _sse("whisper", {**one.facts, "topic": one.topic})
        # What one has read is nobody else's matter.
        only = int(one.facts.get("advisor", 0)) if one.topic == "mentions" else 0
        return Told(one.topic, team, to_staff=staff, to_person=b"", only=only)
    facts = {"topic": one.topic, "name": one.name, "noun": one.noun, "by": one.by, "team": team}
    before = one.facts.get("before")
    return Told(
        one.topic,
        team,
        to_staff=_sse("change", facts, one.id),
        to_person=_for_the_person(one),
        before_team=before.get("team", team) if isinstance(before, dict) else team,
        changes_rights=one.topic.startswith(RIGHTS) or one.noun.startswith(RIGHTS),
    )


def _for_the_person(one: News) -> bytes:
    name = one.name
    if name == "parcel.left" and one.facts.get("purpose") in LETTERS:
        name = "message.written"  # from now on it cannot be taken back
    elif name in OWED or (name == "parcel.left" and one.facts.get("purpose") == "relay"):
        name = "changed"  # and no word of what: a reply that can still be taken back does such things too
    elif name in HUSHED or (name != "message.received" and not name.startswith("case.")):
        return b""
    return _sse("change", {"topic": one.topic, "name": name}, one.id)


def _sse(kind: str, facts: dict, number: int = 0) -> bytes:
    head = f"id: {number}\n" if number else ""
    return f"{head}event: {kind}\ndata: {json.dumps(facts)}\n\n".encode()


def _is_case(topic: str) -> bool:
    return topic.startswith("case:") and topic[5:].isdecimal()


def _case(topic: str) -> int:
    return int(topic[5:]) if _is_case(topic) else 0
