"""A case held out: first to who has answered its person before, and to those who say that they are good at it."""

import re

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.actions.assigning import assign
from petitevoix.cases.models import Case, Offer
from petitevoix.cases.models.familiar import usual_advisor
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.prepared import Prepared, insert
from petitevoix.kit.text import plain
from petitevoix.people.models import Advisor, Person, Strength
from petitevoix.people.models.advisor import SAME_WITHIN

MOST_READ = 4000  # strengths looked through for one case


def offer_to_usual(case: Case) -> None:
    """Hold a new case out to who mostly answers its person, where both agreed to it, in the caller's transaction.

    The case keeps its place, and anybody may take it meanwhile.
    """
    within = case.team.same_within_hours if case.team else SAME_WITHIN
    usual = usual_advisor(case.person) if within else None
    if usual is None or not usual.signed() or not usual.may_hold(case.team):
        return
    until = case.hours.after(case.opened_at, within)
    if usual.is_away_on(until.date()):
        until = clock.now()  # they will not be there in time: their substitute is asked at once, or the team
    insert(Offer(case=case, advisor=usual, because=Offer.Because.SAME, until=until))
    record("case.offered", case, by="system", advisor=usual.pk, until=until.isoformat(), team=case.team_id)


def choose_who(case: Case, *, by: Person, who: str) -> Case:
    """Say whether one waits for who answered before, or takes the first who is free. Raises Refused when it is over."""
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        offer = Offer.objects.same(case)
        if who not in Offer.Choice.values:
            raise Refused(_("Choose one of the two."))
        if case.advisor_id or offer is None or offer.left or offer.until is None or offer.until <= clock.now():
            raise Refused(_("This is settled by now: your page says who sees to it."))
        if offer.choice != who:
            offer.choice = who
            offer.save(update_fields=["choice"])
            record("case.who_chosen", case, by=by, who=who, advisor=offer.advisor_id, team=case.team_id)
    return case


def leave_offer(offer: Offer, *, by: Advisor) -> None:
    """Leave an offer to others; nobody asks why, and no history holds it. Raises Refused: another's."""
    if offer.advisor_id != by.pk:
        raise Refused(_("This was held out to somebody else."))
    with transaction.atomic():
        case = Case.objects.locked(offer.case_id)
        Offer.objects.filter(pk=offer.pk).update(left=True)
        if offer.because == Offer.Because.SAME and not offer.left:
            say_it_is_over(case, offer)


def give_back(case: Case, *, by: Advisor) -> Case:
    """Give a case one holds back to the team, without a reason; no turn gives it to one again. Raises Refused."""
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        if case.advisor_id != by.pk:
            raise Refused(_("Only who holds a case gives it back."))
        case = assign(case, by=by, advisor=None, team=case.team)
        left = {"left": True, "until": None}
        Offer.objects.update_or_create(case=case, advisor=by, defaults=left, create_defaults={
            **left, "because": Offer.Because.TURN})  # fmt: skip
    return case


def say_it_is_over(case: Case, offer: Offer) -> None:
    """Say that who has answered before does not see to it in time, in the transaction that locked the case."""
    Offer.objects.filter(pk=offer.pk).update(left=True, until=None)
    record("case.offer_over", case, by="system", advisor=offer.advisor_id, team=case.team_id)


def offer_by_strength(case: Case, words: str) -> None:
    """Hold a case out to those who say that they are good at something it speaks of; done twice is done once."""
    text = plain(re.sub(r"[^\w]+", " ", words))
    found: dict[int, Offer] = {}
    for one in _strengths_of(case.team_id) if case.team_id else _strengths():
        if one.advisor_id not in found and _speaks_of(text, one.folded) and one.advisor.may_hold(case.team):
            found[one.advisor_id] = Offer(case_id=case.pk, advisor=one.advisor, because="strength", word=one.word)
    if not found:
        return
    with transaction.atomic():
        case = Case.objects.locked_where_it_goes_on(case.pk)
        asked = {*case.offers.values_list("advisor_id", flat=True)}  # already, and perhaps they would rather not
        new = [one for number, one in found.items() if number not in asked]
        if new and case.advisor_id is None:
            Offer.objects.bulk_create(new)
            spoken_of = sorted({one.word for one in new})
            record("case.offered", case, by="system", strengths=spoken_of, team=case.team_id)


_strengths = Prepared(
    lambda: Strength.objects.filter(advisor__is_active=True).select_related("advisor").order_by("id")[:MOST_READ]
)
_strengths_of = Prepared(
    lambda team: (
        Strength.objects.filter(advisor__is_active=True, advisor__teams=team)
        .select_related("advisor")
        .order_by("id")[:MOST_READ]
    ),
    int,
)


def _speaks_of(text: str, strength: str) -> bool:
    word = re.escape(plain(re.sub(r"[^\w]+", " ", strength)))
    return bool(re.search(rf"\b{word}[sx]?\b", text))
