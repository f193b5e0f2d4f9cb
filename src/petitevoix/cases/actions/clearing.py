"""It was no spam: the case comes back exactly as it was, with its owner, its wait and the questions owed."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.models import Case, Message, Question, Spam
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.people.models import Advisor

TIMES = ("waiting_since", "snoozed_until", "news_due_at")


def clear(case: Case, *, by: Advisor) -> Case:
    """Say that a case is no spam; one that is in no Spam is let be. Raises Refused for a reader's role."""
    must_answer(by)
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        cleared(case, by=by)
    return case


def cleared(case: Case, *, by: Advisor, because: str = "") -> None:
    """Take a case out of Spam if it is there, in the caller's transaction that locked it."""
    if case.state != Case.State.SPAM:
        return
    put = Spam.objects.select_for_update().get(case=case, ended_at=None)
    before = put.before
    wrote = case.messages.told().filter(voice=Message.Voice.PERSON, automatic="", at__gt=put.at).order_by("id").first()
    with case.changing():
        case.state, case.returned_from_id = before["state"], before["returned_from_id"]
        for name in TIMES:
            setattr(case, name, before[name] and datetime.fromisoformat(before[name]))
        if wrote:  # the person has the word since
            case.wait_on_us(wrote.at)
    owed = Q(state=Question.State.OPEN) | Q(state=Question.State.ANSWERED)
    Question.objects.filter(owed, case=case, pk__in=put.questions).update(is_unanswered=True)
    put.ended_at = clock.now()
    put.save(update_fields=["ended_at"])
    record("case.cleared", case, by=by, because=because, team=case.team_id)


def must_not_be_spam(case: Case) -> None:
    """Stop an act that would take a case on from where it lies. Raises Refused."""
    if case.state == Case.State.SPAM:
        raise Refused(_("This case is in Spam: say first that it is none."))
