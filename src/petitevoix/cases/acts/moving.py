"""Acts that move a case: whose it is, whose turn it is, until when it is set aside."""

from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from petitevoix.cases.actions.assigning import assign
from petitevoix.cases.actions.closing import set_state
from petitevoix.cases.actions.snoozing import snooze, until_of, wake
from petitevoix.cases.actions.spamming import put_back
from petitevoix.cases.acts.act import Act, Given, Left
from petitevoix.cases.models import Case
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.words import zone
from petitevoix.people.models import Advisor, Team

TURNS = {Case.State.OPEN, Case.State.PENDING, Case.State.HELD}
UNTIL = ("hours", "tomorrow", "monday")
MOST_DAYS = 365


class Hand(Act):
    """`to`: `me` or the number of an advisor; `team`: its number. A team alone is handed it with nobody yet."""

    key = "hand"

    def read(self, given: Given, by: Advisor) -> Given:
        to, team = given.get("to"), given.get("team")
        if to and to != "me":
            colleague(to)
        if team:
            team_of(team, by)
        return ({"to": to} if to else {}) | ({"team": team} if team else {})

    def says(self, given: Given, by: Advisor) -> str:
        to, team = given.get("to"), Team.objects.filter(pk=given.get("team", 0)).first()
        name = "" if not to else by.name if to == "me" else _name(to)
        said = {"name": name, "team": team.name if team else ""}
        if to == "me":
            return _("You take it, in the team %(team)s.") % said if team else _("You take it.")
        if name:
            return _("It goes to %(name)s, in the team %(team)s.") % said if team else _("It goes to %(name)s.") % said
        return _("It goes to the team %(team)s.") % said

    def does(self, case: Case, by: Advisor, given: Given) -> Left | None:
        to = given.get("to")
        advisor = by if to == "me" else colleague(to)
        return handed(case, by, advisor, team_of(given["team"], by) if given.get("team") else case.team)

    def stands(self, case: Case, left: Left) -> bool:
        return {"advisor": case.advisor_id, "team": case.team_id} == left["after"]

    def undoes(self, case: Case, by: Advisor, left: Left) -> None:
        before = left["before"]
        assign(case, by=by, advisor=colleague(before["advisor"]), team=team_of(before["team"], by), gives_back=True)


class Turn(Act):
    key = "turn"

    def read(self, given: Given, by: Advisor) -> Given:
        if not (state := given.get("state")):
            return {}
        if state not in TURNS:
            raise Refused(_("Say whose turn it is: ours, the person’s, or somebody else’s."))
        return {"state": state}

    def says(self, given: Given, by: Advisor) -> str:
        return {
            Case.State.OPEN: _("It waits for us."),
            Case.State.PENDING: _("It waits for the person."),
            Case.State.HELD: _("It waits for somebody else who holds a part."),
        }[given["state"]]

    def does(self, case: Case, by: Advisor, given: Given) -> Left | None:
        since = case.waiting_since and case.waiting_since.isoformat()
        aside = case.snoozed_until and case.snoozed_until.isoformat()
        before = case.state
        after = set_state(case, given["state"], by=by).state
        return None if before == after else [before, after, since, aside]

    def stands(self, case: Case, left: Left) -> bool:
        return case.state == left[1]

    def undoes(self, case: Case, by: Advisor, left: Left) -> None:
        before, after, since, aside = [*left, None][:4]
        if before == Case.State.SPAM:
            put_back(case, by=by)
            return
        case = Case.objects.locked(case.pk)
        with case.changing():
            case.state, case.waiting_since = before, since and datetime.fromisoformat(since)
            case.snoozed_until = datetime.fromisoformat(aside) if aside else None
        record("case.turned", case, by=by, before=after, state=before, team=case.team_id)


class Aside(Act):
    """`until`: three working `hours`, `tomorrow`, `monday`; or `days`, at the hour the team begins."""

    key = "snooze"

    def read(self, given: Given, by: Advisor) -> Given:
        until, days = given.get("until"), given.get("days")
        if until:
            if until not in UNTIL:
                raise Refused(_("Say until when."))
            return {"until": until}
        if not days:
            return {}
        if not isinstance(days, int) or not 0 < days <= MOST_DAYS:
            raise Refused(_("Choose a time to come, within a year."))
        return {"days": days}

    def says(self, given: Given, by: Advisor) -> str:
        if given.get("days"):
            return _("It is snoozed for %(days)s days.") % {"days": given["days"]}
        return {
            "hours": _("It is snoozed for three hours of work."),
            "tomorrow": _("It is snoozed until tomorrow morning."),
            "monday": _("It is snoozed until Monday morning."),
        }[given["until"]]

    def does(self, case: Case, by: Advisor, given: Given) -> Left | None:
        before = case.snoozed_until
        day = clock.now().astimezone(zone()).date() + timedelta(days=given.get("days", 0))
        until = until_of(given.get("until", "day"), day, hours=case.hours)
        assert until  # as it was read
        case = snooze(case, by=by, until=until)
        return {"before": before and before.isoformat(), "until": until.isoformat()}

    def stands(self, case: Case, left: Left) -> bool:
        return case.snoozed_until == datetime.fromisoformat(left["until"])

    def undoes(self, case: Case, by: Advisor, left: Left) -> None:
        before = left["before"] and datetime.fromisoformat(left["before"])
        if before and before > clock.now():
            snooze(case, by=by, until=before)
        else:
            wake(case, by=by)


def handed(case: Case, by: Advisor, advisor: Advisor | None, team: Team | None) -> dict[str, Any] | None:
    """Hand a case over, and give where it was and where it is."""
    before = {"advisor": case.advisor_id, "team": case.team_id}
    case = assign(case, by=by, advisor=advisor, team=team)
    after = {"advisor": case.advisor_id, "team": case.team_id}
    return None if before == after else {"before": before, "after": after}


def colleague(pk: int | None) -> Advisor | None:
    """Find who answers here. Raises Refused."""
    if pk is None:
        return None
    found = Advisor.objects.active().filter(pk=pk).first()
    if found is None:
        raise Refused(_("No such colleague answers here."))
    return found


def team_of(pk: int | None, by: Advisor) -> Team | None:
    """Find a team that an advisor may see. Raises Refused."""
    if pk is None:
        return None
    found = Team.objects.visible_to(by).filter(pk=pk).first()
    if found is None:
        raise Refused(_("There is no such team."))
    return found


def _name(pk: int) -> str:
    return Advisor.objects.filter(pk=pk).values_list("name", flat=True).first() or _("somebody")
