"""A person's line of time: cases, promises, errors, blocks, notes and merges in one, newest first, paged by key."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from petitevoix.cases.models import Block, Case, PersonMerge, Promise, Touched, Withheld
from petitevoix.kit.words import moment
from petitevoix.people.models import Advisor, Note, Person
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.wording import channel_name, state_name

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    ReadFirst = WithAnnotations[Case, "IsReadFirst"]

PAGE = 50
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Entry(NamedTuple):
    at: datetime
    kind: str  # case, promise, error, block, note, merge
    id: int
    title: str
    path: str = ""
    language: str = ""
    soft: str = ""
    facts: tuple[str, ...] = ()
    mark: str = ""
    act: str = ""  # what can be pressed beside it: undo, unpin…


class IsReadFirst(TypedDict):
    is_read_first: bool  # by somebody who leads


Place = tuple[datetime, str, int]


def story(person: Person, *, reader: Advisor, before: str) -> tuple[list[Entry], str]:
    """Read one page of the line of time, and the key behind which the next begins, or ""."""
    cases = Case.objects.visible_to(reader).of(person)
    place = _place(before)
    entries: list[Entry] = []
    for kind, at, rows, drawn in _sources(person, cases, reader):
        found = _behind(rows, kind, at, place).order_by(f"-{at}", "-pk")[: PAGE + 1]
        entries += [drawn(row) for row in found]
    entries.sort(key=lambda one: (one.at, one.kind, one.id), reverse=True)
    page = entries[:PAGE]
    return page, _key(page[-1]) if len(entries) > PAGE else ""


def _sources(
    person: Person, cases: QuerySet[Case], reader: Advisor
) -> list[tuple[str, str, QuerySet[Any], Callable[[Any], Entry]]]:
    withheld = Withheld.objects.unread().filter(message__case=OuterRef("pk"))
    with_cases = cases.select_related("advisor", "team", "person").annotate(is_read_first=Exists(withheld))
    promises = Promise.objects.filter(case__in=cases.values("pk")).select_related("case")
    touched = Touched.objects.filter(case__in=cases.values("pk")).select_related("error", "case")
    notes = Note.objects.filter(person=person).select_related("by")
    blocks = Block.objects.filter(person=person).select_related("proposed_by", "decided_by")
    merges = PersonMerge.objects.filter(kept=person).select_related("by", "merged")
    return [
        ("case", "opened_at", with_cases, lambda one: _case(one, person)),
        ("promise", "made_at", promises, _promise),
        ("error", "error__declared_at", touched, _error),
        ("note", "at", notes, lambda one: _note(one, reader)),
        ("block", "proposed_at", blocks, _block),
        ("merge", "at", merges, lambda one: _merge(one, reader)),
    ]


def _case(case: "ReadFirst", person: Person) -> Entry:
    theirs = case.person_id == person.pk
    holder = case.advisor.name if case.advisor else case.team.name if case.team else ""
    state = state_name(case.state, is_read_first=case.is_read_first)
    return Entry(
        case.opened_at, "case", case.pk, case.title, f"/desk/cases/{case.reference}/", case.language,
        "" if theirs else _("takes part in the case of %(name)s") % {"name": case.person.name or "…"},
        tuple(filter(None, (state, channel_name(case.channel), holder))),
    )  # fmt: skip


def _promise(promise: Promise) -> Entry:
    due = moment(promise.due_at, page_language()) if promise.due_at else ""
    said = {
        "due": _("due %(when)s") % {"when": due} if due else _("no date"), "late": _("late"), "kept": _("kept"),
        "disputed": _("not kept, they say"), "withdrawn": _("withdrawn"),
    }[promise.state]  # fmt: skip
    mark = {"late": "late", "disputed": "late", "kept": "kept"}.get(promise.state, "")
    path = f"/desk/cases/{promise.case.reference}/"
    return Entry(promise.made_at, "promise", promise.pk, promise.words, path, promise.case.language, "", (said,), mark)


def _error(touched: Touched) -> Entry:
    error = touched.error
    told = _("told") if touched.told_at else _("not told yet")
    return Entry(error.declared_at, "error", touched.pk, error.title, f"/desk/errors/{error.pk}/", "", error.effect,
                 (touched.case.reference, told), "kept" if touched.told_at else "due")  # fmt: skip


def _note(note: Note, reader: Advisor) -> Entry:
    mine = reader.answers and (note.by_id == reader.pk or reader.sees_all)
    if note.removed_at:
        words = _("A note of %(name)s was taken away.") % {"name": note.by.name}
        return Entry(note.at, "note", note.pk, "", soft=words, act="restore" if mine else "")
    act = ("pinned" if note.is_pinned else "own") if mine else "others" if reader.answers else ""
    return Entry(note.at, "note", note.pk, note.words, facts=(note.by.name,), act=act)


def _block(block: Block) -> Entry:
    until = moment(block.until, page_language())
    said = {
        "proposed": _("proposed by %(name)s, not decided yet") % {"name": block.proposed_by.name},
        "declined": _("proposed, and declined"),
        "in force": _("until %(when)s") % {"when": until},
        "over": _("over"),
    }[block.state]
    mark = "due" if block.state in {"proposed", "in force"} else ""
    return Entry(block.proposed_at, "block", block.pk, block.reason, f"/desk/people/{block.person_id}/block/", "", "",
                 (said,), mark)  # fmt: skip


def _merge(merge: PersonMerge, reader: Advisor) -> Entry:
    undone = merge.undone_at is not None
    words = _("Was also known as %(name)s.") if not undone else _("Was taken for %(name)s; that is undone.")
    title = words % {"name": merge.merged.name or _("somebody who left no name")}
    act = "part" if merge.can_be_undone and reader.answers else ""
    return Entry(merge.at, "merge", merge.pk, title, facts=(merge.by.name,), act=act)


def _behind(rows: QuerySet[Any], kind: str, at: str, place: Place | None) -> QuerySet[Any]:
    if place is None:
        return rows
    moment, other, number = place
    same = Q(**{at: moment})
    if kind == other:
        same &= Q(pk__lt=number)
    return rows.filter(Q(**{f"{at}__lt": moment}) | same) if kind <= other else rows.filter(**{f"{at}__lt": moment})


def _key(entry: Entry) -> str:
    return f"{(entry.at - EPOCH) // timedelta(microseconds=1)}-{entry.kind}-{entry.id}"


def _place(before: str) -> Place | None:
    at, _dash, rest = before.partition("-")
    kind, _dash, number = rest.partition("-")
    if not (at.isdecimal() and number.isdecimal() and len(at) < 17 and len(number) < 19 and kind.isalpha()):
        return None
    try:
        return EPOCH + timedelta(microseconds=int(at)), kind, int(number)
    except OverflowError:
        return None
