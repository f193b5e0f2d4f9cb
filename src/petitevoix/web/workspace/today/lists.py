"""The lists of the workspace: which cases they hold, and in which order."""

import json
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from petitevoix.cases.actions.viewing import in_order
from petitevoix.cases.conditions import change_with_time, waits_only
from petitevoix.cases.models import Case, Draft, Follow, Spam, View
from petitevoix.cases.models.case import CaseQuerySet
from petitevoix.cases.models.view import view_of
from petitevoix.kit import clock, ids, words
from petitevoix.people.models import Advisor, Team

MANY = 1000


@dataclass(frozen=True)
class Listing:
    """One list: what it is called, where it lies, and how its cases are found, in order."""

    key: str
    path: str
    title: str
    hint: str
    find: Callable[[], CaseQuerySet]
    by_wait: bool = True
    is_everybodys: bool = False  # the same for all readers from whom nothing is hidden
    says_state: bool = False
    empty: str = ""
    asked: str = ""  # what a view asks, and in which minute where time alone changes what it finds

    @property
    def cases(self) -> CaseQuerySet:
        return self.find()

    def steady_for(self, reader: Advisor) -> "Steady | None":
        """Give this list as it is read all day long; None where it is not known yet what is hidden from its reader."""
        hidden = reader.hidden_teams
        if hidden is None:
            return None
        whose = 0 if self.is_everybodys and not hidden else reader.pk
        return Steady((self.key, self.asked, whose, hidden), self)


@dataclass(frozen=True)
class Steady:
    """A list as somebody reads it, known by all that decides its SQL: what is worked out for it once can be kept."""

    key: Hashable
    listing: Listing = field(compare=False)


def listing_named(key: str, reader: Advisor) -> Listing | None:
    """Find the list that an address or a form names, if its reader may see it."""
    kind, _dash, typed = key.partition("-")
    number = ids.number(typed) or 0
    team = Team.objects.visible_to(reader).filter(pk=number).first() if kind == "team" else None
    view = view_of(reader, number) if kind == "view" else None
    try:
        return listing(key, reader, team, view)
    except KeyError:
        return None


def listing(key: str, advisor: Advisor, team: Team | None = None, view: View | None = None) -> Listing:
    """Find a list by its key: waiting, mine, unassigned, team, view, or a state at rest. Raises KeyError."""

    def waiting() -> CaseQuerySet:
        return visible.waiting_longest_first()

    visible = Case.objects.visible_to(advisor)
    longest, newest = _("longest waiting first, all channels"), _("newest first")
    if key == "waiting":
        return Listing(key, "/desk/", _("Waiting for us"), longest, waiting, is_everybodys=True)
    if key == "mine":
        return Listing(key, "/desk/mine/", _("Mine"), longest, lambda: waiting().held_by(advisor))
    if key == "unassigned":
        nobodys = _("Nobody’s yet")
        return Listing(key, "/desk/unassigned/", nobodys, longest, lambda: waiting().unassigned(), is_everybodys=True)
    if key == "teams":
        return Listing(
            key, "/desk/teams/", _("My teams"), longest,
            lambda: waiting().filter(team__in=advisor.teams.values("id")),
        )  # fmt: skip
    if team is not None:
        path = f"/desk/team/{team.pk}/"
        return Listing(f"team-{team.pk}", path, team.name, longest, lambda: waiting().of_team(team), is_everybodys=True)
    if view is not None:
        by_wait = waits_only(view.conditions)
        return Listing(
            f"view-{view.pk}", f"/desk/views/{view.pk}/", view.name, longest if by_wait else newest,
            lambda: in_order(view, advisor), by_wait=by_wait, says_state=len(view.conditions.get("state", ())) != 1,
            empty=_("No case meets the conditions of this view just now."), asked=_asked(view),
        )  # fmt: skip
    if key == "snoozed":
        empty = _("No case is snoozed.")
        return Listing(
            key,
            "/desk/snoozed/",
            _("Snoozed"),
            longest,
            lambda: visible.snoozed().longest_first(),
            says_state=True,
            empty=empty,
        )

    def kept(**asked: Any) -> Callable[[], CaseQuerySet]:
        return lambda: visible.standing().filter(**asked).order_by("-id")

    if key == "spam":
        empty = _("Nothing was taken for spam.")
        return Listing(key, "/desk/spam/", _("Spam"), _spam_hint(advisor), kept(state=key), by_wait=False, empty=empty)
    if key == "all":
        return Listing(
            key, "/desk/all/", _("All cases"), newest, lambda: visible.standing().without_spam().order_by("-id"),
            by_wait=False, says_state=True,
        )  # fmt: skip
    if key == "drafts":
        begun = Draft.objects.filter(advisor=advisor).exclude(words="").values("case")
        empty = _("You have begun no answer. What you write is kept here until it leaves.")
        drafts = kept(pk__in=begun)
        return Listing(key, "/desk/drafts/", _("Drafts"), newest, drafts, by_wait=False, says_state=True, empty=empty)
    if key == "followed":
        empty = _("You follow no case. Follow one at its head, or by the key f: you hear of it though it is not yours.")
        followed = kept(pk__in=Follow.objects.filter(advisor=advisor).values("case"))
        return Listing(
            key, "/desk/followed/", _("Followed"), newest, followed, by_wait=False, says_state=True, empty=empty
        )
    titles = {
        "pending": _("With the person"),
        "held": _("With somebody else"),
        "watched": _("Under observation"),
        "closed": _("Closed"),
    }
    return Listing(key, f"/desk/{key}/", titles[key], newest, kept(state=key), by_wait=False, is_everybodys=True)


def _asked(view: View) -> str:
    minute = int(clock.now().timestamp()) // 60 if change_with_time(view.conditions) else ""
    return f"{json.dumps(view.conditions, sort_keys=True)} {minute}"


def _spam_hint(advisor: Advisor) -> str:
    """Say that nothing is deleted, and how many came today: somebody may be among them."""
    midnight = clock.now().astimezone(words.zone()).replace(hour=0, minute=0, second=0, microsecond=0)
    put = Spam.objects.filter(at__gte=midnight, ended_at=None, case__in=Case.objects.visible_to(advisor))
    many = len(put.order_by("-at").values_list("pk", flat=True)[:MANY])
    came = ngettext("%(num)s came today", "%(num)s came today", many) % {"num": f"{MANY}+" if many == MANY else many}
    return _("newest first; %(came)s; nothing is deleted, nobody is told") % {"came": came}
