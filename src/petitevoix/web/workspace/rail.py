"""The rail: what waits, by whom it waits for, beside every page of the workspace."""

from typing import Any, NamedTuple

from django.http import HttpRequest

from petitevoix.cases.actions.viewing import counts_shown, views_before
from petitevoix.cases.models import Tally
from petitevoix.cases.models.at_hand import MANY, at_hand
from petitevoix.cases.models.view import MANY as MANY_IN_VIEW
from petitevoix.hours.week import Hours, read_hours
from petitevoix.kit.prepared import Prepared
from petitevoix.people.models import Advisor, Team
from petitevoix.web.shared.jinja import number, speaking
from petitevoix.web.shared.language import page_language
from petitevoix.web.shared.remembering import remembered
from petitevoix.web.workspace.settings.sections import sections
from petitevoix.web.workspace.tabs.rows import tabs_of
from petitevoix.web.workspace.undoable import told
from petitevoix.web.workspace.wording import presence_name


class Link(NamedTuple):
    key: str
    path: str
    name: str
    number: str = ""  # what waits there, in figures: "7", "99+"; nothing where nothing does
    letter: str = ""  # the key that goes there, behind `g`


class Rail(NamedTuple):
    waits: int
    waiting: tuple[Link, ...]
    owed: tuple[Link, ...]
    resting: tuple[Link, ...]
    teams: tuple[Link, ...]
    views: tuple[Link, ...]
    kept: tuple[Link, ...]


def context(request: HttpRequest) -> dict[str, Any]:
    """Give every page of the workspace its rail; nothing is read until a page prints it."""
    user = getattr(request, "user", None)
    if user is None or not request.path.startswith("/desk/"):
        return {}
    return {
        "presence_of": presence_name,
        "settings_open": lambda: tuple(sections(user)),
        "open_tabs": lambda: tabs_of(user) if user.is_authenticated else [],
        "undoable": told(request, user) if "told" in request.GET and user.is_authenticated else None,
        "rail": lambda: rail_for(user, request.teams if hasattr(request, "teams") else look_around(user)),
    }


def look_around(advisor: Advisor) -> list[tuple[int, str]]:
    """Read once, for the length of a request, which teams there are and which of them this advisor may not see."""
    teams = _teams()
    private = {number for number, _name, is_private, _hours in teams if is_private}
    if private and not advisor.sees_all:
        private -= {team for (team,) in _teams_of(advisor.pk)}
        advisor.hidden_teams = tuple(sorted(private))
        return [(number, name) for number, name, _private, _hours in teams if number not in private]
    advisor.hidden_teams = ()
    return [(number, name) for number, name, _private, _hours in teams]


# Not remembered: who leaves a team sees no more of it from that moment.
_teams_of = Prepared(lambda me: Team.objects.filter(members=me).order_by().values_list("id"), int)


def hours_known(team: int | None) -> Hours:
    """Give the hours of a team, out of what was read for the rail."""
    return read_hours(next((hours for number, _name, _private, hours in _teams() if number == team), None))


def _teams() -> list[tuple[int, str, bool, dict[str, Any] | None]]:
    return remembered("teams", lambda: list(Team.objects.values_list("id", "name", "is_private", "hours")))


def rail_for(advisor: Advisor, teams: list[tuple[int, str]]) -> Rail:
    """Count what waits for one advisor, and what they have at hand, in two short reads."""
    counts, _ = Tally.counts_for(advisor), speaking(page_language())
    spam, own = counts.resting.get("spam", 0), at_hand(advisor)
    mine = remembered(("teams of", advisor.pk), lambda: list(advisor.teams.values_list("id", flat=True)))
    our = [Link("teams", "/desk/teams/", _("My teams"), _figures(sum(counts.teams.get(team, 0) for team in mine)))]
    rest, waits = counts.resting.get, _("Waiting for us")
    return Rail(
        waits=counts.waiting,
        waiting=(
            Link("waiting", "/desk/", waits, _figures(counts.waiting), letter="t"),
            Link("mine", "/desk/mine/", _("Mine"), _figures(counts.mine), letter="m"),
            Link("unassigned", "/desk/unassigned/", _("Nobody’s yet"), _figures(counts.unassigned)),
            *(our if mine else ()),
            Link("mentions", "/desk/mentions/", _("Mentions"), _figures(own.mentions, MANY)),
        ),
        owed=(
            Link("questions", "/desk/questions/", _("Unanswered questions"), _figures(own.questions, MANY), letter="q"),
            Link("promises", "/desk/promises/", _("Promises"), _figures(own.promises, MANY), letter="p"),
            Link("errors", "/desk/errors/", _("Errors of ours")),
        ),
        resting=(
            Link("pending", "/desk/pending/", _("With the person"), _figures(rest("pending", 0))),
            Link("held", "/desk/held/", _("With somebody else"), _figures(rest("held", 0))),
            Link("watched", "/desk/watched/", _("Under observation"), _figures(rest("watched", 0))),
            Link("snoozed", "/desk/snoozed/", _("Snoozed"), _figures(rest("snoozed", 0))),
            Link("closed", "/desk/closed/", _("Closed"), _figures(rest("closed", 0))),
            Link("spam", "/desk/spam/", _("Spam"), _figures(spam)),
            Link("all", "/desk/all/", _("All cases"), _figures(counts.waiting + sum(counts.resting.values()) - spam)),
        ),
        views=_views(advisor),
        kept=(
            Link("followed", "/desk/followed/", _("Followed"), _figures(own.followed, MANY)),
            Link("drafts", "/desk/drafts/", _("Drafts"), _figures(own.drafts, MANY)),
            Link("views", "/desk/views/", _("Views")),
        ),
        teams=tuple(
            Link(f"team-{pk}", f"/desk/team/{pk}/", name, _figures(counts.teams.get(pk, 0))) for pk, name in teams
        ),
    )


def _views(advisor: Advisor) -> tuple[Link, ...]:
    views = remembered(("views", advisor.pk), lambda: views_before(advisor))
    counts = counts_shown(advisor) if views else {}
    return tuple(Link(f"view-{pk}", f"/desk/views/{pk}/", name, _in_view(counts.get(pk))) for pk, name in views)


def _in_view(cases: int | None) -> str:
    return "…" if cases is None else _figures(cases, MANY_IN_VIEW - 1)  # …: not counted yet


def _figures(count: int, most: int = 0) -> str:
    if most and count > most:  # no further was counted
        return f"{most}+"
    return number(count) if count else ""
