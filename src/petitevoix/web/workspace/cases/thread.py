"""The thread of a case: words and what happened, oldest first, in a handful of queries."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from markupsafe import Markup

from petitevoix.cases.actions.macros import standing
from petitevoix.cases.models import Attachment, Case, Message, Recipient
from petitevoix.cases.models.attachment import DRAWABLE
from petitevoix.cases.models.message import LATER
from petitevoix.delivery.models import Parcel
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.kit.prepared import Prepared
from petitevoix.kit.words import exactly, moment, when
from petitevoix.people.models import Advisor
from petitevoix.web.shared.jinja import paragraphs, size
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.cases.noted import note
from petitevoix.web.workspace.cases.sentences import TOLD, Names, sentence
from petitevoix.web.workspace.cases.worked import overtaken, seconds_to_undo, undone_later
from petitevoix.web.workspace.wording import channel_name, machine_name

AT_ONCE = timedelta(minutes=5)
LONG = 6_000  # characters
NEWEST = 60  # messages on a page; the others are one link away

_FIELDS = (
    "has_html", "has_readers", "id", "voice", "channel", "person_id", "person__name", "advisor_id", "advisor__name",
    "words", "rest", "language", "automatic", "at", "leaves_at", "original", "sender", "parcel_id",
    "parcel__state", "parcel__trouble", "parcel__left_at", "relay_id", "relay__name", "relay__email",
    "told_twice_at", "is_withheld",
)  # fmt: skip


_ALL = Message.objects.telling_withheld().annotate(
    has_html=ExpressionWrapper(~Q(html=""), output_field=BooleanField()),
    has_readers=Exists(Recipient.objects.filter(message=OuterRef("pk"))),
)


def _told(case: int) -> QuerySet:
    return _ALL.filter(case_id=case, withdrawn_at=None).order_by("-id").values_list(*_FIELDS)


_newest = Prepared(lambda case: _told(case)[: NEWEST + 1], int)
_from_the_beginning = Prepared(_told, int)
_files_of = Prepared(
    lambda case: (
        Attachment.objects.filter(message__case_id=case)
        .order_by("id")
        .values_list("message_id", "id", "name", "size", "media_type")
    ),
    int,
)
_besides = Prepared(
    lambda case: (
        Recipient.objects.filter(message__case_id=case)
        .order_by("id")
        .values_list("message_id", "person__name", "address", "kind")
    ),
    int,
)
_events_about = Prepared(
    lambda topic: Event.objects.about(topic).filter(name__in=TOLD).values_list("id", "name", "by", "at", "facts"), str
)


class Shown(NamedTuple):
    """A file as the thread shows it."""

    id: int
    name: str
    size: str
    is_picture: bool


class Said(NamedTuple):
    id: int
    kind: str  # person, us, note
    by: str
    way: str
    at: datetime
    when: str
    exactly: str
    words: Markup
    rest: str
    language: str
    machine: str
    drawn: bool
    original: bool
    files: tuple[Shown, ...]
    leaves: str  # when, where a time was chosen
    undo: int  # seconds in which it can be taken back
    fate: str  # leaving, left; or "trouble"
    trouble: str
    retry: bool
    relay: int | None  # a letter between us and a third party
    to: str  # who else it went to
    told_twice: bool  # the person had told us before what it asks
    withheld: str = ""  # who reads it first, while it is for those who lead alone

    @property
    def is_long(self) -> bool:
        """What takes much room is not kept drawn."""
        return len(self.words) + len(self.rest) > LONG


class Happened(NamedTuple):
    id: int
    name: str
    at: datetime
    when: str
    sentence: str
    undo: int  # seconds in which its author is offered to undo it
    can_be_undone: bool  # at any time
    kind: str = "event"


def thread(
    case: Case,
    reader: Advisor,
    names: Names,
    *,
    whole: bool = False,
    calls: tuple[str, ...] = (),
    has_files: bool = True,
) -> tuple[list[Said | Happened], bool]:
    """Give the thread of a case and whether older messages were left out; `calls` are names that notes call by `@`."""
    found = (_from_the_beginning if whole else _newest)(case.pk)
    more, found = (len(found) > NEWEST, found[:NEWEST]) if not whole else (False, found)
    entries: list[Said | Happened] = list(said(case, found[::-1], reader, calls, has_files=has_files))
    since = entries[0].at if more and entries else None
    entries += happened(case, names, since, reader)
    entries.sort(key=lambda entry: entry.at)
    return entries, more


def arrived(messages: Sequence[Message], reader: Advisor) -> list[Said]:
    """Show messages that arrived while somebody was writing."""
    if not messages:
        return []
    told = _ALL.filter(pk__in=[message.pk for message in messages]).order_by("id")
    return said(messages[0].case, list(told.values_list(*_FIELDS)), reader)


def said(
    case: Case, found: Sequence[Sequence], reader: Advisor, calls: tuple[str, ...] = (), *, has_files: bool = True
) -> list[Said]:
    """Make rows of messages of a case fit to print."""
    files = _files(case) if has_files else {}
    spoken = page_language()
    rows = [dict(zip(_FIELDS, values, strict=True)) for values in found]
    besides = defaultdict(list)
    for message, name, address, kind in _besides(case.pk) if any(row["has_readers"] for row in rows) else ():
        besides[message].append(
            _("%(name)s (hidden)") % {"name": name or address} if kind == "bcc" else name or address
        )
    return [
        _withheld(row, reader, spoken)
        if row["is_withheld"] and not reader.sees_all
        else _said(row, files.get(row["id"], []), reader, spoken, ", ".join(besides[row["id"]]), calls)
        for row in rows
    ]


def happened(case: Case, names: Names, since: datetime | None, reader: Advisor) -> list[Happened]:
    """Say what happened to a case, and to those joined to it before they were."""
    spoken = page_language()
    found = _events_about(case.topic)
    parted = {facts.get("joining") for _pk, name, _by, _at, facts in found if name == "case.parted"}
    joined = [row for row in found if row[1] == "case.merged" and row[4].get("joining") not in parted]
    before = [row for one in joined for row in _events_about(f"case:{one[4]['case']}") if row[3] <= one[3]]
    rows = [row for row in [*found, *before] if since is None or row[3] >= since]
    # What a macro did is taken back with all the rest of it, not by itself; and one line says that it was.
    within = {number for row in rows if row[1] == "macro.run" for number in row[4]["made"]}
    over = {row[4].get("run") for row in rows if row[1] == "macro.taken_back"}
    within |= overtaken(found) | {row[0] for row in rows if row[1] == "macro.run" and row[4].get("run") in over}
    back = {number for row in rows if row[1] == "macro.taken_back" for number in row[4]["made"]}
    stand = standing(case, reader=reader) if any(row[1] == "macro.run" for row in rows) else set()
    shown = [
        Happened(
            pk, name, at, when(at, spoken), sentence(name, by, facts, names, spoken),
            0 if pk in within else seconds_to_undo(name, by, at, facts, reader),
            undone_later(name, facts, parted, stand, reader),
        )
        for pk, name, by, at, facts in rows if pk not in back
    ]  # fmt: skip
    return [one for one in shown if one.sentence]


def _files(case: Case) -> dict[int, list[Shown]]:
    files = defaultdict(list)
    for message, pk, name, octets, media_type in _files_of(case.pk):
        files[message].append(Shown(pk, name, size(octets), media_type in DRAWABLE))
    return files


def _said(
    row: dict[str, Any], files: list[Shown], reader: Advisor, spoken: str, to: str, calls: tuple[str, ...]
) -> Said:
    voice, machine = row["voice"], row["automatic"]
    undo = _seconds_left(row, reader)
    fate, trouble, retry = _fate(row, undo, spoken)
    later = row["leaves_at"] if row["leaves_at"] and row["leaves_at"] > max(clock.now(), row["at"] + LATER) else None
    return Said(
        id=row["id"],
        kind=voice,
        by=_who(row),
        way=machine_name(machine)
        if machine
        else ""
        if voice == Message.Voice.NOTE and not row["relay_id"]
        else channel_name(row["channel"]),
        at=row["at"],
        when=when(row["at"], spoken),
        exactly=exactly(row["at"], spoken),
        words=_words(row, reader, spoken, calls),
        rest=row["rest"],
        language=row["language"] if row["language"] != spoken else "",
        machine=machine,
        drawn=row["has_html"],
        original=bool(row["original"]),
        files=tuple(files),
        leaves=moment(later, spoken) if later else "",
        undo=undo,
        fate="" if later else fate,
        trouble=trouble,
        retry=retry,
        relay=row["relay_id"],
        to=to or (row["relay__name"] if row["relay_id"] and row["advisor_id"] else ""),
        told_twice=row["told_twice_at"] is not None,
        withheld=_("Only those who lead read this so far.") if row["is_withheld"] else "",
    )


def _withheld(row: dict[str, Any], reader: Advisor, spoken: str) -> Said:
    """Say that there is a message, whose and when, without a word of it."""
    silent = {"words": "", "rest": "", "has_html": False, "original": ""}
    said = _said({**row, **silent}, [], reader, spoken, "", ())
    return said._replace(withheld=_("Somebody who leads reads this first."))


def _words(row: dict[str, Any], reader: Advisor, spoken: str, calls: tuple[str, ...]) -> Markup:
    if row["voice"] == Message.Voice.PERSON:
        return _drawn(row["words"], row["language"] or spoken)
    if row["voice"] == Message.Voice.NOTE and not row["relay_id"]:
        return note(row["words"], calls, (reader.name, reader.name.split(" ")[0]))
    return note(row["words"], (), ())


def _who(row: dict[str, Any]) -> str:
    if row["relay_id"] and not row["advisor_id"]:
        return _third_party(row["relay__name"], row["relay__email"], row["sender"])
    if row["voice"] == Message.Voice.PERSON:
        return row["person__name"] or row["sender"] or _("Somebody without an address")
    return row["advisor__name"] or _("Us")


def _third_party(name: str, written_to: str, sender: str) -> str:
    """Name who wrote for a third party: whoever has the letter may answer it, so an address of elsewhere is said."""
    if sender and sender.rpartition("@")[2] != written_to.rpartition("@")[2]:
        return _("%(sender)s, which is not where we wrote to (%(name)s)") % {"sender": sender, "name": name}
    return f"{name} ({sender})" if name != sender else sender


def _seconds_left(row: dict[str, Any], reader: Advisor) -> int:
    if row["voice"] == Message.Voice.NOTE and row["advisor_id"] == reader.pk and not row["relay_id"]:
        return max(int(settings.UNDO_SECONDS - (clock.now() - row["at"]).total_seconds()), 0)
    if row["voice"] != Message.Voice.US or row["advisor_id"] != reader.pk or not row["leaves_at"]:
        return 0
    return max(int((row["leaves_at"] - clock.now()).total_seconds()), 0)


def _fate(row: dict[str, Any], undo: int, spoken: str) -> tuple[str, str, bool]:
    state, trouble = row["parcel__state"], row["parcel__trouble"]
    if state == Parcel.State.RETURNED:
        return _("This letter came back."), trouble, True
    if state == Parcel.State.FAILED:
        return _("This letter could not be delivered."), trouble, True
    if state in {Parcel.State.WAITING, Parcel.State.LEAVING}:
        if undo:
            return "", "", False
        return (_("delayed; we go on trying") if trouble else _("leaving")), trouble, False
    if state == Parcel.State.LEFT and row["parcel__left_at"]:
        at_once = row["parcel__left_at"] - row["at"] < AT_ONCE
        return _("left") if at_once else _("left %(when)s") % {"when": when(row["parcel__left_at"], spoken)}, "", False
    return "", "", False


@lru_cache(maxsize=1024)  # setting words is most of the cost of a page, and words never change
def _drawn(words: str, language: str) -> Markup:
    return paragraphs(words, language)
