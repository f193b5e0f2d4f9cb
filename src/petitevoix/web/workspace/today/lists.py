"""The lists of the workspace: which cases, in which order, and the rows they are read as."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from urllib.parse import quote

from django.db.models import CharField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext as _

from petitevoix.cases.models import Case
from petitevoix.cases.models.case import CaseQuerySet
from petitevoix.kit import clock, words
from petitevoix.kit.prepared import Prepared
from petitevoix.people.models import Address, Advisor, Team
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.wording import channel_name

PAGE, MOST = 50, 300
SOON = timedelta(hours=1)

_address = Address.objects.filter(person=OuterRef("person"), kind=Address.Kind.EMAIL).values("value")[:1]
_who = Coalesce(NullIf("person__name", Value("")), Subquery(_address), Value("…"), output_field=CharField())
_FIELDS = (
    "id", "reference", "state", "channel", "waiting_since", "news_due_at", "changed_at", "language", "advisor_id",
    "advisor__name", "first_words", "title",
)  # fmt: skip


@dataclass(frozen=True)
class Listing:
    """One list: what it is called, where it lies, and its cases in order."""

    key: str
    path: str
    title: str
    hint: str
    cases: CaseQuerySet
    by_wait: bool = True


class Row(NamedTuple):
    id: int
    reference: str
    path: str
    who: str
    wait: str
    since: datetime | None
    mark: str  # "", "due" or "late"
    promise: str
    first: str
    language: str
    channel: str
    holder: str


def listing(key: str, advisor: Advisor, team: Team | None = None) -> Listing:
    """Find a list by its key: waiting, mine, unassigned, team, or a state at rest. Raises KeyError."""
    visible = Case.objects.visible_to(advisor)
    waiting = visible.waiting_longest_first()
    longest = _("longest waiting first, all channels")
    if key == "waiting":
        return Listing(key, "/desk/", _("Waiting for us"), longest, waiting)
    if key == "mine":
        return Listing(key, "/desk/mine/", _("Mine"), longest, waiting.held_by(advisor))
    if key == "unassigned":
        return Listing(key, "/desk/unassigned/", _("Nobody’s yet"), longest, waiting.unassigned())
    if team is not None:
        return Listing(f"team-{team.pk}", f"/desk/team/{team.pk}/", team.name, longest, waiting.of_team(team))
    titles = {
        "pending": _("With the person"),
        "held": _("With somebody else"),
        "watched": _("Under observation"),
        "closed": _("Closed"),
    }
    newest = visible.standing().filter(state=key).order_by("-id")
    return Listing(key, f"/desk/{key}/", titles[key], _("newest first"), newest, by_wait=False)


def rows(chosen: Listing, *, after: str = "", most: int = PAGE, reader: Advisor) -> tuple[list[Row], str]:
    """Read one page of a list in one query; give its rows, and the cursor of the page behind it, or nothing."""
    if after or most != PAGE or reader.hidden_teams != ():
        found: list[Any] = list(_read(_behind(chosen, after), most))
    else:  # the first page, all day long
        whose = (chosen.key, reader.pk if chosen.key == "mine" else 0)
        found = _first_pages.setdefault(whose, Prepared(lambda: _read(chosen.cases, most)))()
    cursor = _cursor(chosen, found[most - 1]) if len(found) > most else ""
    spoken, now, where = page_language(), clock.now(), quote(chosen.key)
    return [_row(values, spoken, now, where, reader) for values in found[:most]], cursor


_first_pages: dict[tuple[str, int], Prepared] = {}


def _read(cases: CaseQuerySet, most: int) -> QuerySet:
    return cases.annotate(who=_who).values_list("who", *_FIELDS)[: most + 1]


def _behind(chosen: Listing, after: str) -> CaseQuerySet:
    head, _dot, number = after.partition(".")
    if not (head.lstrip("-").isdecimal() and number.isdecimal()) or len(after) > 40:
        return chosen.cases
    if chosen.by_wait:
        return chosen.cases.after(_EPOCH + timedelta(microseconds=int(head)), int(number))
    return chosen.cases.filter(pk__lt=int(number))


def _cursor(chosen: Listing, values: Sequence) -> str:
    since: datetime | None = values[5]
    return f"{(since - _EPOCH) // timedelta(microseconds=1) if since else 0}.{values[1]}"


def _row(values: Sequence, spoken: str, now: datetime, where: str, reader: Advisor) -> Row:
    who, pk, reference, _state, channel, since, due, changed, language, holder_id, holder, first, title = values
    mark = promise = ""
    if due and since and due <= now + SOON:
        mark = "late" if due < now else "due"
        promise = (
            _("news promised %(span)s ago") % {"span": words.span(now - due, spoken)}
            if due < now
            else _("news promised within %(span)s") % {"span": words.span(due - now, spoken)}
        )
    return Row(
        id=pk,
        reference=reference,
        path=f"/desk/cases/{reference}/?in={where}",
        who=who,
        wait=words.span(now - (since or changed), spoken),
        since=since or changed,
        mark=mark,
        promise=promise,
        first=first or title,
        language=language if language and language != spoken else "",
        channel=channel_name(channel),
        holder=_("you") if holder_id == reader.pk else holder or "",
    )


_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
