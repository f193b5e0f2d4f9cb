"""The rows of a list: read in one query, and said as people read them."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import quote

from django.db.models import CharField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Concat, NullIf
from django.utils.translation import gettext as _

from petitevoix.cases.models import Case, Presence, Tag, Withheld
from petitevoix.cases.models.case import CaseQuerySet
from petitevoix.cases.models.presence import PATIENCE
from petitevoix.kit import clock, words
from petitevoix.kit.prepared import Prepared
from petitevoix.people.models import Address, Advisor
from petitevoix.web.shared.language import page_language
from petitevoix.web.shared.remembering import forget, remembered
from petitevoix.web.workspace.today.lists import Listing, Steady
from petitevoix.web.workspace.wording import away_words, channel_name, state_name

PAGE, MOST = 50, 300
SOON = timedelta(hours=1)
Tags = dict[int, tuple[str, str] | None]

_address = Address.objects.filter(person=OuterRef("person"), kind=Address.Kind.EMAIL).values("value")[:1]
_who = Coalesce(NullIf("person__name", Value("")), Subquery(_address), Value("…"), output_field=CharField())
_FIELDS = (
    "id", "reference", "state", "channel", "waiting_since", "news_due_at", "changed_at", "language", "advisor_id",
    "advisor__name", "first_words", "title", "snoozed_until", "tags", "advisor__away_from", "advisor__away_until",
    "returned_from__name", "inside", "inside_at",
)  # fmt: skip


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
    away: str  # until when its holder is away, if they are
    returned: str  # from whom it came back to the team
    here: str  # who reads or writes in it just now
    state: str
    tags: tuple[tuple[str, str], ...]


def rows(chosen: Listing, *, after: str = "", most: int = PAGE, reader: Advisor) -> tuple[list[Row], str]:
    """Read one page of a list in one query; give its rows, and the cursor of the page behind it, or nothing."""
    steady = chosen.steady_for(reader)
    if after or most != PAGE or steady is None:
        found: list[Any] = list(_read(_behind(chosen, after), most, reader.pk))
    else:  # the first page, all day long
        found = _first_page(steady)(reader.pk)
    cursor = _cursor(chosen, found[most - 1]) if len(found) > most else ""
    spoken, now, where = page_language(), clock.now(), quote(chosen.key)
    carried = {tag for values in found for tag in values[14] or ()}
    known = tags_shown(carried) if carried else {}
    first = _read_first([values[1] for values in found if values[3] == Case.State.HELD])
    said_first = state_name(Case.State.HELD, is_read_first=True)
    shown = [_row(values, spoken, now, where, reader, known, states=chosen.says_state) for values in found[:most]]
    return [row._replace(state=said_first) if row.id in first else row for row in shown], cursor


def _read_first(held: list[int]) -> set[int]:
    """Give those of the held cases that no third party holds: somebody who leads reads them first."""
    unread = Withheld.objects.unread().filter(message__case__in=held)
    return set(unread.values_list("message__case_id", flat=True)) if held else set()


def called_by(cases: CaseQuerySet) -> QuerySet[Any, Any]:
    """Have cases say whose they are, as lists do: `who`."""
    return cases.annotate(who=_who)


@lru_cache(maxsize=1000)
def _first_page(steady: Steady) -> Prepared:
    return Prepared(lambda me: _read(steady.listing.cases, PAGE, me), int)


def _read(cases: CaseQuerySet, most: int, me: int) -> QuerySet:
    others = Presence.objects.filter(case=OuterRef("pk")).exclude(advisor_id=me).order_by("-at")
    said = others.annotate(said=Concat("doing", Value(" "), "advisor__name", output_field=CharField()))
    inside, inside_at = Subquery(said.values("said")[:1]), Subquery(others.values("at")[:1])
    shown = cases.annotate(who=_who, inside=inside, inside_at=inside_at)
    return shown.values_list("who", *_FIELDS)[: most + 1]


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


def _here(said: str | None, at: datetime | None, now: datetime) -> str:
    """Say who else reads or writes in a case, as they said last."""
    doing, _space, name = (said or "").partition(" ")
    if at is None or at <= now - PATIENCE:
        return ""
    return (_("%(name)s writes") if doing == Presence.Doing.WRITING else _("%(name)s reads")) % {"name": name}


def tags_shown(carried: Collection[int] = ()) -> Tags:
    """Give each tag as it is shown: its name and colour, or those of the one it stands for; nothing for dropped ones.

    One of those carried that was not there some seconds ago is new, and all are read again.
    """
    known = remembered("tags", _tags)
    if not all(tag in known for tag in carried):
        forget("tags")
        known = remembered("tags", _tags)
    return known


def _tags() -> Tags:
    rows = list(Tag.objects.values_list("pk", "name", "colour", "stands_for", "is_dropped"))
    shown = {pk: None if is_dropped else (name, colour) for pk, name, colour, _other, is_dropped in rows}
    return {pk: shown[pk] and shown[other or pk] for pk, _name, _colour, other, _is_dropped in rows}


def _row(
    values: Sequence,
    spoken: str,
    now: datetime,
    where: str,
    reader: Advisor,
    known: Tags,
    *,
    states: bool,
) -> Row:
    (
        who, pk, reference, state, channel, since, due, changed, language, holder_id, holder, first, title, aside,
        tags, away_from, away_until, returned, inside, inside_at,
    ) = values  # fmt: skip
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
        away=away_words(away_from, away_until),
        returned=returned or "",
        here=_here(inside, inside_at, now),
        state=_state(state, aside, spoken) if states else "",
        tags=tuple(dict.fromkeys(shown for one in tags if (shown := known.get(one)))) if tags else (),
    )


def _state(state: str, aside: datetime | None, spoken: str) -> str:
    return _("back %(when)s") % {"when": words.moment(aside, spoken)} if aside else state_name(state)


_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
