"""The lists of the workspace: which cases, in which order, and the rows they are read as."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from urllib.parse import quote

from django.db.models import CharField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Concat, NullIf
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from petitevoix.cases.actions.viewing import in_order
from petitevoix.cases.conditions import waits_only
from petitevoix.cases.models import Case, Draft, Follow, Presence, Spam, Tag, View
from petitevoix.cases.models.case import CaseQuerySet
from petitevoix.cases.models.presence import PATIENCE
from petitevoix.kit import clock, ids, words
from petitevoix.kit.prepared import Prepared
from petitevoix.people.models import Address, Advisor, Team
from petitevoix.web.shared.language import page_language
from petitevoix.web.shared.remembering import forget, remembered
from petitevoix.web.workspace.wording import away_words, channel_name, state_name

PAGE, MOST = 50, 300
MANY = 1000
SOON = timedelta(hours=1)
Tags = dict[int, tuple[str, str] | None]

_address = Address.objects.filter(person=OuterRef("person"), kind=Address.Kind.EMAIL).values("value")[:1]
_who = Coalesce(NullIf("person__name", Value("")), Subquery(_address), Value("…"), output_field=CharField())
_FIELDS = (
    "id", "reference", "state", "channel", "waiting_since", "news_due_at", "changed_at", "language", "advisor_id",
    "advisor__name", "first_words", "title", "snoozed_until", "tags", "advisor__away_from", "advisor__away_until",
    "returned_from__name", "inside", "inside_at",
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
    is_everybodys: bool = False  # the same for all readers from whom nothing is hidden
    says_state: bool = False
    empty: str = ""

    def steady_for(self, reader: Advisor) -> tuple[str, int] | None:
        """Name what is read of this list all day long, by whom it is for; None where its cases differ by reader."""
        if reader.hidden_teams != () or not (self.is_everybodys or self.key == "mine"):
            return None
        return self.key, reader.pk if self.key == "mine" else 0


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
    tags: list[tuple[str, str]]


def listing_named(key: str, reader: Advisor) -> Listing | None:
    """Find the list that an address or a form names, if its reader may see it."""
    kind, _dash, typed = key.partition("-")
    number = ids.number(typed) or 0
    team = Team.objects.visible_to(reader).filter(pk=number).first() if kind == "team" else None
    view = View.objects.visible_to(reader).filter(pk=number).first() if kind == "view" else None
    try:
        return listing(key, reader, team, view)
    except KeyError:
        return None


def listing(key: str, advisor: Advisor, team: Team | None = None, view: View | None = None) -> Listing:
    """Find a list by its key: waiting, mine, unassigned, team, view, or a state at rest. Raises KeyError."""
    visible = Case.objects.visible_to(advisor)
    waiting = visible.waiting_longest_first()
    longest, newest = _("longest waiting first, all channels"), _("newest first")
    if key == "waiting":
        return Listing(key, "/desk/", _("Waiting for us"), longest, waiting, is_everybodys=True)
    if key == "mine":
        return Listing(key, "/desk/mine/", _("Mine"), longest, waiting.held_by(advisor))
    if key == "unassigned":
        unassigned = waiting.unassigned()
        return Listing(key, "/desk/unassigned/", _("Nobody’s yet"), longest, unassigned, is_everybodys=True)
    if key == "teams":
        mine = waiting.filter(team__in=advisor.teams.values("id"))
        return Listing(key, "/desk/teams/", _("My teams"), longest, mine)
    if team is not None:
        path = f"/desk/team/{team.pk}/"
        return Listing(f"team-{team.pk}", path, team.name, longest, waiting.of_team(team), is_everybodys=True)
    if view is not None:
        by_wait = waits_only(view.conditions)
        return Listing(
            f"view-{view.pk}", f"/desk/views/{view.pk}/", view.name, longest if by_wait else newest,
            in_order(view, advisor), by_wait=by_wait, says_state=len(view.conditions.get("state", ())) != 1,
            empty=_("No case meets the conditions of this view just now."),
        )  # fmt: skip
    if key == "snoozed":
        aside = visible.snoozed().longest_first()
        empty = _("No case is snoozed.")
        return Listing(key, "/desk/snoozed/", _("Snoozed"), longest, aside, says_state=True, empty=empty)
    cases = visible.standing().order_by("-id")
    if key == "spam":
        spam = cases.filter(state=Case.State.SPAM)
        empty = _("Nothing was taken for spam.")
        return Listing(key, "/desk/spam/", _("Spam"), _spam_hint(advisor), spam, by_wait=False, empty=empty)
    if key == "all":
        return Listing(key, "/desk/all/", _("All cases"), newest, cases.without_spam(), by_wait=False, says_state=True)
    if key == "drafts":
        begun = Draft.objects.filter(advisor=advisor).exclude(words="").values("case")
        empty = _("You have begun no answer. What you write is kept here until it leaves.")
        drafts = cases.filter(pk__in=begun)
        return Listing(key, "/desk/drafts/", _("Drafts"), newest, drafts, by_wait=False, says_state=True, empty=empty)
    if key == "followed":
        empty = _("You follow no case. Follow one at its head, or by the key f: you hear of it though it is not yours.")
        followed = cases.filter(pk__in=Follow.objects.filter(advisor=advisor).values("case"))
        return Listing(
            key, "/desk/followed/", _("Followed"), newest, followed, by_wait=False, says_state=True, empty=empty
        )
    titles = {
        "pending": _("With the person"),
        "held": _("With somebody else"),
        "watched": _("Under observation"),
        "closed": _("Closed"),
    }
    resting = cases.filter(state=key)
    return Listing(key, f"/desk/{key}/", titles[key], newest, resting, by_wait=False, is_everybodys=True)


def _spam_hint(advisor: Advisor) -> str:
    """Say that nothing is deleted, and how many came today: somebody may be among them."""
    midnight = clock.now().astimezone(words.zone()).replace(hour=0, minute=0, second=0, microsecond=0)
    put = Spam.objects.filter(at__gte=midnight, ended_at=None, case__in=Case.objects.visible_to(advisor))
    many = len(put.order_by("-at").values_list("pk", flat=True)[:MANY])
    came = ngettext("%(num)s came today", "%(num)s came today", many) % {"num": f"{MANY}+" if many == MANY else many}
    return _("newest first; %(came)s; nothing is deleted, nobody is told") % {"came": came}


def rows(chosen: Listing, *, after: str = "", most: int = PAGE, reader: Advisor) -> tuple[list[Row], str]:
    """Read one page of a list in one query; give its rows, and the cursor of the page behind it, or nothing."""
    whose = chosen.steady_for(reader)
    if after or most != PAGE or whose is None:
        found: list[Any] = list(_read(_behind(chosen, after), most, reader.pk))
    else:  # the first page, all day long
        found = _first_pages.setdefault(whose, Prepared(lambda me: _read(chosen.cases, most, me), int))(reader.pk)
    cursor = _cursor(chosen, found[most - 1]) if len(found) > most else ""
    spoken, now, where = page_language(), clock.now(), quote(chosen.key)
    carried = {tag for values in found for tag in values[14] or ()}
    known = tags_shown(carried) if carried else {}
    made = [_row(values, spoken, now, where, reader, known) for values in found[:most]]
    return [row._replace(state="") for row in made] if not chosen.says_state else made, cursor


def called_by(cases: CaseQuerySet) -> QuerySet[Any, Any]:
    """Have cases say whose they are, as lists do: `who`."""
    return cases.annotate(who=_who)


_first_pages: dict[tuple[str, int], Prepared] = {}


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
        state=_("back %(when)s") % {"when": words.moment(aside, spoken)} if aside else state_name(state),
        tags=list(dict.fromkeys(shown for one in tags if (shown := known.get(one)))) if tags else [],
    )


_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
