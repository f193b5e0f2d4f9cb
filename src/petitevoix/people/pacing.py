"""The pace an advisor and a lead agree on: one proposes, the other says yes; either may end it."""

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.journal.record import record
from petitevoix.people.actions import MOST_HOURS
from petitevoix.people.models import Advisor, Pace, Team
from petitevoix.people.refusals import Unchanged

MOST_AT_ONCE = 500


def propose_pace(advisor: Advisor, *, lead: Advisor, cases: int, by: Advisor) -> Pace:
    """Propose how many open cases at once an advisor carries; it holds once the other of the two agrees.

    Raises Unchanged: a third person, nobody who leads, no such number.
    """
    if not lead.sees_all or not lead.is_active or lead == advisor:
        raise Unchanged(_("A pace is agreed on with a colleague who leads a team or runs the house."))
    if not (advisor.is_active and advisor.answers) or by not in (advisor, lead):
        raise Unchanged(_("A pace is between an advisor and the lead they agree on it with."))
    if not 1 <= cases <= MOST_AT_ONCE:
        raise Unchanged(_("Say how many cases at once, from 1 to %(most)s.") % {"most": MOST_AT_ONCE})
    with transaction.atomic():
        pace, _new = Pace.objects.select_for_update().get_or_create(advisor=advisor, defaults={"lead": lead})
        if by != advisor and pace.lead_id != lead.pk:
            # Neither the number nor that there is one is this lead's to know.
            raise Unchanged(_("%(name)s talks about their pace with another lead.") % {"name": advisor.name})
        if pace.lead_id != lead.pk:
            pace.lead, pace.cases = lead, None  # what was agreed on was between two others
        pace.offered, pace.offered_by = cases, by
        pace.save()
        record("advisor.pace_proposed", advisor, by=by, lead=lead.pk)
    return pace


def agree_on_pace(pace: Pace, *, by: Advisor) -> Pace:
    """Agree to what the other proposed. Raises Unchanged: one's own proposal, or another's matter."""
    with transaction.atomic():
        pace = Pace.objects.select_for_update().get(pk=pace.pk)
        if by.pk not in (pace.advisor_id, pace.lead_id) or pace.offered is None or pace.offered_by_id == by.pk:
            raise Unchanged(_("The other of the two agrees to it."))
        pace.cases, pace.offered, pace.offered_by = pace.offered, None, None
        pace.save()
        record("advisor.pace_agreed", pace.advisor, by=by, lead=pace.lead_id)
    return pace


def end_pace(pace: Pace, *, by: Advisor) -> None:
    """End a pace, or let a proposal go; without one, no case is given in turn. Raises Unchanged: another's matter."""
    with transaction.atomic():
        pace = Pace.objects.select_for_update().get(pk=pace.pk)
        if by.pk not in (pace.advisor_id, pace.lead_id):
            raise Unchanged(_("A pace is between an advisor and the lead they agree on it with."))
        advisor, lead = pace.advisor, pace.lead_id
        pace.delete()
        record("advisor.pace_ended", advisor, by=by, lead=lead)


def agree_on_turns(team: Team, *, finds_owner: str, same_within_hours: int, by: Advisor) -> Team:
    """Agree on how a team's new cases find an owner, and how long who answered before is asked first.

    Raises Unchanged: no such way, hours out of bounds, no right to.
    """
    if not by.sees_all:
        raise Unchanged(_("This is decided by those who lead a team or run the house."))
    if finds_owner not in Team.Owner.values:
        raise Unchanged(_("“%(way)s” is no way to find an owner.") % {"way": finds_owner})
    if not 0 <= same_within_hours <= MOST_HOURS:
        raise Unchanged(_("%(hours)s hours are no delay.") % {"hours": same_within_hours})
    with transaction.atomic():
        team = Team.objects.select_for_update().get(pk=team.pk)
        before = {"finds_owner": team.finds_owner, "same_within_hours": team.same_within_hours}
        after = {"finds_owner": finds_owner, "same_within_hours": same_within_hours}
        if before != after:
            team.finds_owner, team.same_within_hours = finds_owner, same_within_hours
            team.save(update_fields=[*after])
            record("team.turns_agreed", team, by=by, proven=True, team=team.pk, before=before, **after)
    return team
