"""How a new case finds its owner: who answered before, who stands in, whose turn it is. It counts nobody's speed.

A case is never given to who is away, at a pause, looking into something, or carries as many as they agreed on; nor, in
turn, to who lends another team a hand. Whoever has agreed on no pace is given none. Each look is one transaction that
locks the case first and then the turn, so that it is done once or not at all.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Sum

from petitevoix.cases.actions.assigning import hand_promises
from petitevoix.cases.actions.coming_back import stands_in
from petitevoix.cases.actions.offering import say_it_is_over
from petitevoix.cases.actions.summarising import hand_summary
from petitevoix.cases.models import Case, Offer, Tally
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.words import zone
from petitevoix.people.models import Advisor, Pace, Team
from petitevoix.people.models.advisor import hours_of

AT_ONCE = 100
LIVE = frozenset({"chat", "phone", "counter"})  # the person is there while one answers


def find_owners() -> None:
    """Look after cases whose first offer is over, and after those that wait for somebody to be free in turn."""
    over = Offer.objects.filter(until__lte=clock.now(), left=False, case__joined_into=None).order_by("until", "id")
    for number in list(over.values_list("case_id", flat=True)[:AT_ONCE]):
        find_owner(number)
    for team in Team.objects.filter(finds_owner=Team.Owner.TURN):
        unheld = Tally.objects.filter(team_id=team.pk, advisor_id=0, waiting__gt=0)
        if not hours_of(team).is_open(clock.now()) or not unheld.exists() or not _free(team):
            continue
        waiting = Case.objects.waiting_longest_first().unassigned().of_team(team)
        for number in list(waiting.values_list("pk", flat=True)[:AT_ONCE]):
            find_owner(number)


def find_owner(number: int) -> None:
    """Give one case that waits for an owner to whoever it falls to, if anybody; done twice is done once."""
    with transaction.atomic():
        case = Case.objects.locked_where_it_goes_on(number)
        same = Offer.objects.same(case)
        if case.state != Case.State.OPEN or case.advisor_id:
            if same and same.until and same.until <= clock.now():
                Offer.objects.filter(pk=same.pk).update(until=None)  # nobody waits for it any more
            return
        if same and same.waits:
            if _turns(case.team) and _free(case.team, case, [same.advisor]):
                _give(case, same.advisor, because=Offer.Because.SAME)
            return
        if same and not same.left:
            if same.choice == Offer.Choice.FIRST:
                Offer.objects.filter(pk=same.pk, until__lte=clock.now()).update(until=None)
            elif _is_stood_in_for(case, same):
                return
        if case.team and _turns(case.team):
            _give_in_turn(case, case.team)


def _is_stood_in_for(case: Case, same: Offer) -> bool:
    """Pass a case on to the substitute of who was asked first; without one, say that it is the team's."""
    today = clock.now().astimezone(zone()).date()
    to = stands_in(case, same.advisor, today) if same.advisor.is_away_on(today) else None
    say_it_is_over(case, same)
    if to is None:
        return False
    until = same.advisor.away_until
    hand_summary(case, to, by=None)
    _give(case, to, because="substitute", usual=same.advisor_id, until=until and until.isoformat())
    return True


def _give_in_turn(case: Case, team: Team) -> None:
    # Who reads the turn holds it until they have moved it; `no_key`, for new cases name their team meanwhile.
    team = Team.objects.select_for_update(no_key=True).get(pk=team.pk)
    free = _free(team, case)
    if not free:
        return
    good_at_it = {*case.offers.filter(because=Offer.Because.STRENGTH).values_list("advisor_id", flat=True)}
    last = team.last_in_turn_id or 0
    turn = sorted(free, key=lambda one: (one.pk <= last, one.pk))
    to = next((one for one in turn if one.pk in good_at_it), turn[0])
    if to == turn[0]:  # who has it for being good at it goes before no one: the turn stays with whose it is
        Team.objects.filter(pk=team.pk).update(last_in_turn=to)
    _give(case, to, because=Offer.Because.TURN)


def _turns(team: Team | None) -> bool:
    return bool(team and team.finds_owner == Team.Owner.TURN and hours_of(team).is_open(clock.now()))


def _free(team: Team | None, case: Case | None = None, among: list[Advisor] | None = None) -> list[Advisor]:
    """Give those who may be given a case now; their paces are held, always in the same order, until the end."""
    paces = Pace.objects.exclude(cases=None).order_by("advisor_id")
    paces = paces.filter(advisor__in=among) if among is not None else paces.filter(advisor__teams=team)
    if case:
        paces = paces.select_for_update(no_key=True, of=["self"])
    agreed = list(paces.select_related("advisor"))
    rows = Tally.objects.filter(advisor_id__in=[one.advisor_id for one in agreed])
    held = dict(rows.values_list("advisor_id").annotate(Sum("waiting")))
    left = {*case.offers.filter(left=True).values_list("advisor_id", flat=True)} if case else set()
    return [
        one.advisor
        for one in agreed
        if held.get(one.advisor_id, 0) < (one.cases or 0)
        and one.advisor_id not in left
        and (among is not None or one.advisor.helping in (None, team and team.pk))
        and _takes(one.advisor, case, clock.now())
    ]


def _takes(advisor: Advisor, case: Case | None, now: datetime) -> bool:
    if not advisor.takes_new_cases or advisor.is_away_on(now.astimezone(zone()).date()):
        return False
    if case and case.channel in LIVE and advisor.present_as == Advisor.Presence.WRITING:
        return False
    return advisor.may_hold(case.team if case else None)


def _give(case: Case, to: Advisor, *, because: str, **facts: object) -> None:
    before = {"advisor": case.advisor_id, "team": case.team_id}
    with case.changing():
        case.advisor, case.returned_from, case.silent_at = to, None, None
    more = {"advisor": to.pk, "team": case.team_id, "because": because, **facts}
    record("case.assigned", case, by="system", proven=True, before=before, **more)
    hand_promises(case, before["advisor"], to, by="system")
    case.offers.filter(left=False).delete()
