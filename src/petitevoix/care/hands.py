"""A hand lent: where one team's cases wait more than twice as long as another's, somebody of both may be asked.

It is a proposal with its reckoning (see `load`); the advisor alone says yes, and ends it.
"""

from datetime import datetime, timedelta
from itertools import product

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.care.load import Queue, queues
from petitevoix.care.models import Hand
from petitevoix.kit import clock
from petitevoix.people.helping import help_out, stop_helping
from petitevoix.people.models import Advisor
from petitevoix.people.models.advisor import hours_of
from petitevoix.people.refusals import Unchanged

TIMES = 2  # as long a wait as in another team calls for a hand
SHORTEST = 1.0  # working hours; nobody is moved for less
MOST = 3  # proposed at a time
WORTH_IT = timedelta(hours=1)  # left of the day
LEFT_THERE = 1.0  # hands that stay in the team one comes from
NOT_AGAIN = 12  # hours after a no


def propose() -> None:
    """Look at the load, and keep what would help now proposed; what would help no more is proposed no longer."""
    wanted = {(hand.advisor_id, hand.from_team_id, hand.to_team_id): hand for hand in _reckoned(clock.now())}
    with transaction.atomic():
        for kept in Hand.objects.filter(answer="").select_for_update():
            new = wanted.pop((kept.advisor_id, kept.from_team_id, kept.to_team_id), None)
            if new is None:
                kept.delete()
                continue
            for name in ("to_wait", "to_wait_then", "from_wait", "from_wait_then", "until"):
                setattr(kept, name, getattr(new, name))
            kept.save()
        Hand.objects.bulk_create(wanted.values())


def answer(hand: Hand, *, by: Advisor, says: str) -> Hand:
    """Say yes or no to a hand that one is asked for; a no after a yes ends it.

    Raises Unchanged: another's, passed by, no answer.
    """
    if hand.advisor_id != by.pk:
        raise Unchanged(_("Somebody else is asked for this hand."))
    if says not in Hand.Answer.values:
        raise Unchanged(_("Answer yes or no."))
    with transaction.atomic():
        hand = Hand.objects.select_for_update().get(pk=hand.pk)
        if hand.until <= clock.now():
            raise Unchanged(_("This is over; there is nothing to answer any more."))
        if says == Hand.Answer.YES:
            help_out(by, team=hand.to_team, until=hand.until)
        elif hand.answer == Hand.Answer.YES:
            stop_helping(by)
        hand.answer, hand.answered_at = says, clock.now()
        hand.save(update_fields=["answer", "answered_at"])
    return hand


def _reckoned(now: datetime) -> list[Hand]:
    """Give the hands that would help now, each reckoned with those before it."""
    open_now = [one for one in queues() if one.wait is not None and hours_of(one.team).is_open(now)]
    asked = set(Hand.objects.declined_since(NOT_AGAIN).values_list("advisor_id", "to_team_id"))
    found: list[Hand] = []
    while len(found) < MOST and (hand := _next(open_now, asked, now)):
        found.append(hand)
        asked |= {(hand.advisor_id, one.team.pk) for one in open_now}
    return found


def _next(found: list[Queue], asked: set[tuple[int, int]], now: datetime) -> Hand | None:
    """Find the move that helps who waits longest, and make it in the reckoning."""
    by_wait = sorted(found, key=_wait)
    for to, of in product(reversed(by_wait), by_wait):
        until = hours_of(to.team).ends(now.astimezone(hours_of(to.team).zone).date())
        if _wait(to) < SHORTEST or _wait(to) <= TIMES * _wait(of) or until - now < WORTH_IT:
            continue
        for advisor in sorted({*to.there} & {*of.there}):
            left = of.hands - of.there[advisor]
            hand = Hand(
                advisor_id=advisor, from_team=of.team, to_team=to.team, until=until,
                to_wait=_wait(to), to_wait_then=_wait(to, to.hands + 1 - to.there[advisor]),
                from_wait=_wait(of), from_wait_then=_wait(of, left),
            )  # fmt: skip
            # It helps where the longer of the two waits becomes shorter, and nobody is left alone for it.
            helps = max(hand.to_wait_then, hand.from_wait_then) < hand.to_wait
            if helps and left >= LEFT_THERE and (advisor, to.team.pk) not in asked:
                to.there[advisor] = 1
                del of.there[advisor]
                return hand
    return None


def _wait(queue: Queue, hands: float | None = None) -> float:
    return queue.wait_with(queue.hands if hands is None else hands) or 0
