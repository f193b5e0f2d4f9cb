"""The rail: what waits, by whom it waits for, beside every page of the workspace."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from petitevoix.cases.actions.viewing import counts_shown, views_before
from petitevoix.cases.models.mention import MANY, counts_for
from petitevoix.hours.week import Hours, read_hours
from petitevoix.people.models import Advisor, Team
from petitevoix.web.shared.remembering import remembered
from petitevoix.web.workspace.wording import presence_name


@dataclass(frozen=True)
class Link:
    key: str
    path: str
    name: str
    waiting: int | None = None
    most: int = 0  # no further was counted

    @property
    def number(self) -> str:
        """What waits, in figures: "7", "99+"."""
        return f"{self.most}+" if self.most and (self.waiting or 0) > self.most else str(self.waiting)


@dataclass(frozen=True)
class Rail:
    waiting: list[Link]
    owed: list[Link]
    resting: list[Link]
    teams: list[Link]
    views: list[Link]
    kept: list[Link]


def context(request: HttpRequest) -> dict[str, Any]:
    """Give every page of the workspace its rail; nothing is read until a page prints it."""
    user = getattr(request, "user", None)
    if user is None or not request.path.startswith("/desk/"):
        return {}
    return {
        "presence_of": presence_name,
        "rail": SimpleLazyObject(lambda: _rail(request, user) if user.is_authenticated else None),
    }


def look_around(advisor: Advisor) -> list[tuple[int, str]]:
    """Read once, for the length of a request, which teams there are and which of them this advisor may not see."""
    teams = _teams()
    private = {number for number, _name, is_private, _hours in teams if is_private}
    if private and not advisor.sees_all:
        private -= set(advisor.teams.values_list("id", flat=True))
        advisor.hidden_teams = tuple(sorted(private))
        return [(number, name) for number, name, _private, _hours in teams if number not in private]
    advisor.hidden_teams = ()
    return [(number, name) for number, name, _private, _hours in teams]


def hours_known(team: int | None) -> Hours:
    """Give the hours of a team, out of what was read for the rail."""
    return read_hours(next((hours for number, _name, _private, hours in _teams() if number == team), None))


def _teams() -> list[tuple[int, str, bool, dict[str, Any] | None]]:
    return remembered("teams", lambda: list(Team.objects.values_list("id", "name", "is_private", "hours")))


def rail_for(advisor: Advisor, teams: list[tuple[int, str]]) -> Rail:
    """Count what waits for one advisor, in one query."""
    counts = counts_for(advisor)
    mine = remembered(("teams of", advisor.pk), lambda: list(advisor.teams.values_list("id", flat=True)))
    our = [Link("teams", "/desk/teams/", _("My teams"), sum(counts.teams.get(number, 0) for number in mine))]
    return Rail(
        waiting=[
            Link("waiting", "/desk/", _("Waiting for us"), counts.waiting),
            Link("mine", "/desk/mine/", _("Mine"), counts.mine),
            Link("unassigned", "/desk/unassigned/", _("Nobody’s yet"), counts.unassigned),
            *(our if mine else []),
            Link("mentions", "/desk/mentions/", _("Mentions"), counts.mentions, most=MANY),
        ],
        owed=[
            Link("questions", "/desk/questions/", _("Unanswered questions")),
            Link("promises", "/desk/promises/", _("Promises")),
            Link("errors", "/desk/errors/", _("Errors of ours")),
        ],
        resting=[
            Link("pending", "/desk/pending/", _("With the person")),
            Link("held", "/desk/held/", _("With somebody else")),
            Link("watched", "/desk/watched/", _("Under observation")),
            Link("snoozed", "/desk/snoozed/", _("Snoozed")),
            Link("closed", "/desk/closed/", _("Closed")),
            Link("all", "/desk/all/", _("All cases")),
        ],
        views=_views(advisor),
        kept=[Link("followed", "/desk/followed/", _("Followed")), Link("drafts", "/desk/drafts/", _("Drafts"))],
        teams=[
            Link(f"team-{number}", f"/desk/team/{number}/", name, counts.teams.get(number, 0)) for number, name in teams
        ],
    )


def _views(advisor: Advisor) -> list[Link]:
    views = remembered(("views", advisor.pk), lambda: views_before(advisor))
    counts = counts_shown(advisor) if views else {}
    return [Link(f"view-{pk}", f"/desk/views/{pk}/", name, counts.get(pk)) for pk, name in views]


def _rail(request: HttpRequest, advisor: Advisor) -> Rail:
    teams = request.teams if hasattr(request, "teams") else look_around(advisor)
    return rail_for(advisor, teams)
