"""Where a case stands, said to its person: whose turn it is, who holds it, when they will next hear."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from petitevoix.cases.models import Case, Promise
from petitevoix.kit import clock
from petitevoix.kit.words import moment
from petitevoix.people.models.advisor import public_name
from petitevoix.web.shared.language import page_language

if TYPE_CHECKING:
    from petitevoix.web.portal.cases.owed import Owed
    from petitevoix.web.portal.cases.reading import AnyOfTheirs


@dataclass(frozen=True)
class Standing:
    turn: str  # whose turn it is, in one short sentence
    holder: str  # who holds it, and what they do
    news: str  # when the person will next hear, or what they can do
    tone: str = ""  # kept, late, or nothing
    goes_on: bool = True  # we do something now


def standing(
    state: str, *, advisor: str | None, team: str, news_due_at: datetime | None, promised_at: datetime | None = None,
    answered_soon: bool = False, is_read_first: bool = False,
) -> Standing:  # fmt: skip
    """Say where a case stands; `advisor` is the name they have for the person, or None: nobody.

    An answer that can still be taken back has not been given.
    """
    if answered_soon:
        state, news_due_at, promised_at = Case.State.OPEN, None, None
    first, is_held = advisor or "", advisor is not None
    if state == Case.State.SPAM:  # nobody is told so, and no date is promised that nobody keeps
        return Standing(_("It is our turn."), _holder(first, team, is_held), "")
    news = _news(news_due_at, promised_at)
    if state == Case.State.OPEN:
        tone = "late" if _past(news_due_at) or _past(promised_at) else "kept"
        return Standing(_("It is our turn."), _holder(first, team, is_held), news, tone=tone)
    if state == Case.State.HELD and is_read_first:
        return Standing(
            _("Somebody who leads the team reads this first."), _("The answer comes in writing."),
            f"{news} {_('You can go on writing here.')}".strip(),
        )  # fmt: skip
    if state == Case.State.HELD:
        return Standing(
            _("Somebody outside has a part of it."),
            _follows(first, team),
            news or _("We write to you as soon as they have done theirs."),
        )
    if state == Case.State.WATCHED:
        again = _("If it happens again, write below.")
        return Standing(
            _("We are keeping an eye on it."),
            _("It should be mended, and we would rather be sure."),
            f"{_until(promised_at or news_due_at)} {again}".strip(),
        )
    promised = _news(None, promised_at)
    if _past(promised_at):  # whoever had the word: this is ours
        return Standing(_("It is our turn."), _holder(first, team, is_held), promised, tone="late")
    if state == Case.State.PENDING:
        unclear = _("If something is missing or unclear, write below.")
        return Standing(
            _("Over to you."), _answered(first, team), f"{promised} {unclear}".strip(), goes_on=bool(promised)
        )
    if_not = _(
        "If it is not, press “It is not solved” or write below: the same case opens again, and you need not repeat "
        "anything."
    )
    return Standing(_("It is settled."), promised, if_not, goes_on=False)


def of_case(case: "AnyOfTheirs") -> Standing:
    """Say where a case stands that was read with its advisor and team."""
    return standing(
        case.state,
        advisor=case.signed(case.advisor) if case.advisor else None,
        team=case.team.name if case.team else "",
        news_due_at=case.news_due_at,
        promised_at=case.promised_at,
        answered_soon=case.answered_soon,
        is_read_first=case.is_read_first,
    )


def of_row(row: dict) -> Standing:
    """Say where a case stands that was read as a flat row."""
    return standing(
        row["state"],
        advisor=_signed(row),
        team=row["team_name"] or "",
        news_due_at=row["news_due_at"],
        promised_at=row["promised_at"],
        answered_soon=row["answered_soon"],
        is_read_first=row["is_read_first"],
    )


def watched(case: "AnyOfTheirs", promises: "Sequence[Owed]") -> str:
    """Say what an observation watches, in the words of who set it up."""
    if case.state != Case.State.WATCHED or case.answered_soon:
        return ""
    calls = [one.promise.words for one in promises if one.goes_on and one.promise.kind == Promise.Kind.CALL]
    return calls[-1] if calls else ""


def _signed(row: dict) -> str | None:
    if not row["advisor_id"]:
        return None
    how = row["signing"].get(str(row["advisor_id"]), row["advisor_signs"])
    return public_name(row["advisor_name"], row["advisor_first"], row["advisor_alias"], how)


def _holder(first: str, team: str, is_held: bool) -> str:
    if first and team:
        return _("%(name)s, of the team %(team)s, is seeing to it.") % {"name": first, "team": team}
    if first:
        return _("%(name)s is seeing to it.") % {"name": first}
    if is_held:  # who holds it signs as the team
        return _("The team %(team)s is seeing to it.") % {"team": team} if team else _("One of us is seeing to it.")
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


def _until(at: datetime | None) -> str:
    if at is None:
        return ""
    if at < clock.now():
        return _("We should have called you by %(when)s. We are late, and it is for us to call.") % {"when": _say(at)}
    return _("We call you by %(when)s, whatever we have found.") % {"when": _say(at)}


def _news(due_at: datetime | None, promised_at: datetime | None) -> str:
    """Say the next date that binds us; what is merely news gives way to a promise that comes sooner."""
    if promised_at and (due_at is None or promised_at < due_at):
        late, due = (
            _("What we promised you was due by %(when)s. We are late, and it is for us to write."),
            _("What we promised you is due by %(when)s."),
        )
    else:
        late, due = (
            _("You should have heard from us by %(when)s. We are late, and it is for us to write."),
            _("You will hear from us by %(when)s."),
        )
        promised_at = due_at
    if promised_at is None:
        return ""
    return (late if _past(promised_at) else due) % {"when": _say(promised_at)}


def _past(at: datetime | None) -> bool:
    return bool(at and at < clock.now())


def _say(at: datetime) -> str:
    return moment(at, page_language())
