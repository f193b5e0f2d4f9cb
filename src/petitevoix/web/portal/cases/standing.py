"""Where a case stands, said to its person: whose turn it is, who holds it, when they will next hear."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from petitevoix.cases.models import Case
from petitevoix.kit import clock
from petitevoix.kit.words import moment
from petitevoix.web.shared.language import page_language

if TYPE_CHECKING:
    from petitevoix.web.portal.cases.reading import AnyOfTheirs


@dataclass(frozen=True)
class Standing:
    turn: str  # whose turn it is, in one short sentence
    holder: str  # who holds it, and what they do
    news: str  # when the person will next hear, or what they can do
    tone: str = ""  # kept, late, or nothing
    goes_on: bool = True  # we do something now


def standing(
    state: str, *, advisor: str, team: str, news_due_at: datetime | None, answered_soon: bool = False
) -> Standing:
    """Say where a case stands; an answer that can still be taken back has not been given."""
    if answered_soon:
        state, news_due_at = Case.State.OPEN, None
    first = advisor.split(" ")[0]
    if state == Case.State.OPEN:
        late = bool(news_due_at and news_due_at < clock.now())
        tone = "late" if late else "kept"
        return Standing(_("It is our turn."), _holder(first, team), _news(news_due_at), tone=tone)
    if state == Case.State.PENDING:
        return Standing(
            _("Over to you."),
            _answered(first, team),
            _("If something is missing or unclear, write below."),
            goes_on=False,
        )
    if state == Case.State.HELD:
        return Standing(
            _("Somebody outside has a part of it."),
            _follows(first, team),
            _news(news_due_at) or _("We write to you as soon as they have done theirs."),
        )
    if state == Case.State.WATCHED:
        until = _("Until %(when)s.") % {"when": _say(news_due_at)} if news_due_at else ""
        again = _("If it happens again, write below.")
        return Standing(
            _("We are keeping an eye on it."),
            _("It should be mended, and we would rather be sure."),
            f"{until} {again}".strip(),
        )
    return Standing(
        _("It is settled."),
        "",
        _("If it is not, write below: the same case opens again, and you need not repeat anything."),
        goes_on=False,
    )


def of_case(case: "AnyOfTheirs") -> Standing:
    """Say where a case stands that was read with its advisor and team."""
    return standing(
        case.state,
        advisor=case.advisor.name if case.advisor else "",
        team=case.team.name if case.team else "",
        news_due_at=case.news_due_at,
        answered_soon=case.answered_soon,
    )


def of_row(row: dict) -> Standing:
    """Say where a case stands that was read as a flat row."""
    return standing(
        row["state"],
        advisor=row["advisor_name"] or "",
        team=row["team_name"] or "",
        news_due_at=row["news_due_at"],
        answered_soon=row["answered_soon"],
    )


def _holder(first: str, team: str) -> str:
    if first and team:
        return _("%(name)s, of the team %(team)s, is seeing to it.") % {"name": first, "team": team}
    if first:
        return _("%(name)s is seeing to it.") % {"name": first}
    if team:
        return _("It is with the team %(team)s, and one of them will take it.") % {"team": team}
    return _("It is with us, and somebody of the team will take it.")


def _answered(first: str, team: str) -> str:
    if first and team:
        return _("%(name)s, of the team %(team)s, has answered you.") % {"name": first, "team": team}
    return _("%(name)s has answered you.") % {"name": first} if first else _("We have answered you.")


def _follows(first: str, team: str) -> str:
    if first and team:
        return _("%(name)s, of the team %(team)s, follows it for you.") % {"name": first, "team": team}
    return _("%(name)s follows it for you.") % {"name": first} if first else _("We follow it for you.")


def _news(due_at: datetime | None) -> str:
    if due_at is None:
        return ""
    if due_at < clock.now():
        return _("You should have heard from us by %(when)s. We are late, and it is for us to write.") % {
            "when": _say(due_at)
        }
    return _("You will hear from us by %(when)s.") % {"when": _say(due_at)}


def _say(at: datetime) -> str:
    return moment(at, page_language())
