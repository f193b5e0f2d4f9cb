"""Taking a case, handing it over with a word, giving it back to the team."""

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.actions.following import go_on_hearing
from petitevoix.cases.actions.noting import note
from petitevoix.cases.actions.preferring import say_unmet
from petitevoix.cases.actions.summarising import hand_summary
from petitevoix.cases.models import Case, Promise
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.people.models import Advisor, Team


def take(case: Case, *, by: Advisor) -> Case:
    """Take a case: it is yours now."""
    return assign(case, by=by, advisor=by, team=case.team)


def assign(
    case: Case, *, by: Advisor, advisor: Advisor | None, team: Team | None, word: str = "", summary: str = "",
    gives_back: bool = False,
) -> Case:  # fmt: skip
    """Give a case to an advisor, or to a team and nobody yet, with a word to who receives it.

    Whoever hands over a case of theirs follows it from then on, unless they give it back. A colleague receives it with
    a summary that the person reads as well; without one, it is put together.
    Raises Refused where the advisor could not see it there, or no longer works here.
    """
    must_answer(by)
    if advisor and not (advisor.is_active and advisor.answers):
        raise Refused(_("%(name)s does not answer cases.") % {"name": advisor.name})
    if advisor and team and team.is_private and not advisor.sees_all and not advisor.teams.filter(pk=team.pk).exists():
        raise Refused(
            _("%(name)s is not in the team %(team)s, whose cases are private.")
            % {"name": advisor.name, "team": team.name}
        )
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        before = {"advisor": case.advisor_id, "team": case.team_id}
        after = {"advisor": advisor.pk if advisor else None, "team": team.pk if team else None}
        said = {"word": note(case, by=by, words=word).pk} if word.strip() else {}
        if before == after:
            return case
        with case.changing():
            if team != case.team:
                case.silent_at = None  # another team, another delay
            case.advisor, case.team, case.returned_from = advisor, team, None
        heard = go_on_hearing(
            case,
            by=by,
            before=before["advisor"],
            after=after["advisor"],
            moved=before["team"] != after["team"],
            gives_back=gives_back,
        )
        said |= {"follows": True} if heard else {}
        record("case.assigned", case, by=by, proven=True, before=before, **after, **said)
        if advisor:
            case.offers.filter(left=False).delete()
        if advisor and advisor != by and before["advisor"] != advisor.pk:
            hand_summary(case, advisor, by=by, words=summary)
        hand_promises(case, before["advisor"], advisor, by=by)
        if advisor != by:
            say_unmet(case, by="system")
    return case


def let_go(case: Case, *, by: str) -> None:
    """Give a case that the caller locked back to its team, where its advisor works here no longer."""
    with transaction.atomic():
        before = {"advisor": case.advisor_id, "team": case.team_id}
        if case.advisor and not case.advisor.is_active:
            with case.changing():
                case.advisor = None
            record("case.assigned", case, by=by, proven=True, before=before, advisor=None, team=case.team_id)
            hand_promises(case, before["advisor"], None, by=by)


def hand_promises(case: Case, before: int | None, advisor: Advisor | None, *, by: Advisor | str) -> None:
    """Promises go with their case: who holds it keeps them."""
    if before == (advisor and advisor.pk):
        return
    for promise in Promise.objects.going_on().filter(case=case, owner=before):
        promise.owner = advisor
        promise.save(update_fields=["owner"])
        record("promise.handed", promise, by=by, before=before, owner=advisor and advisor.pk, team=case.team_id)
