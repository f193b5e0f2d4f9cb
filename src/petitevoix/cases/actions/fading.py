"""A case that nobody answers any more: two letters over two weeks that can be answered, then a closing that says so."""

from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from petitevoix.cases import letters, postscript
from petitevoix.cases.actions.telling import tell
from petitevoix.cases.models import Case, Closure, LastCall, Message, Promise, Question
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.words import on_day

CALLS, APART, TOGETHER = 2, timedelta(days=7), timedelta(days=14)
AT_ONCE = 200  # cases looked at in one go


def fade(most: int = AT_ONCE) -> int:
    """Call for the last time, or close, the cases that have waited for their person long enough; give their number.

    Nothing fades where PETITEVOIX_FADE_AFTER_DAYS is 0.
    """
    if not settings.FADE_AFTER_DAYS:
        return 0
    now = clock.now()
    quiet = Case.objects.filter(state=Case.State.PENDING, changed_at__lt=now - timedelta(days=settings.FADE_AFTER_DAYS))
    quiet = quiet.exclude(left_unsent=True)  # they asked for one message
    quiet = quiet.exclude(fault=Case.Fault.OURS)  # it is for us to go on
    quiet = quiet.exclude(Exists(_promised(OuterRef("pk")))).exclude(Exists(_asked(OuterRef("pk"))))
    quiet = quiet.exclude(last_calls__at__gt=now - APART).order_by("changed_at", "id")
    done = 0
    for case in quiet[:most]:
        calls = calls_of(case)
        if len(calls) < CALLS:
            call(case)
        elif calls[0].at <= now - TOGETHER:
            close_quietly(case)
        else:
            continue
        done += 1
    return done


def _promised(case: int | OuterRef) -> QuerySet[Promise]:
    return Promise.objects.going_on().filter(case=case)


def _asked(case: int | OuterRef) -> QuerySet[Question]:
    return Question.objects.unanswered().filter(case=case)


def calls_of(case: Case) -> list[LastCall]:
    """Get the last calls of a case since its person or one of us last wrote, and since it was last closed."""
    heard = Q(voice=Message.Voice.PERSON, automatic="") | Q(voice=Message.Voice.US, advisor__isnull=False)
    since = [
        case.messages.told().filter(heard).aggregate(at=Max("at"))["at"],
        case.closures.aggregate(at=Max("at"))["at"],
    ]
    return [call for call in case.last_calls.all() if all(at is None or call.at > at for at in since)]


def call(case: Case, *, by: str = "system") -> LastCall:
    """Write to the person that the case will close unless they answer; the letter can be answered."""
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        made = LastCall.objects.create(case=case)
        earlier = [one for one in calls_of(case) if one.pk != made.pk]
        closes_at = made.at + (TOGETHER if len(earlier) + 1 < CALLS else APART)
        with translation.override(case.spoken):
            lines = [
                letters.greeting(case.person),
                _("We wrote to you on %(day)s, and have not heard from you since. Is it settled?")
                % {"day": on_day(earlier[-1].at, case.spoken)}
                if earlier
                else _("We have answered you, and have not heard from you for a while. Is it settled?"),
                _("One word in answer to this letter is enough, whatever it is."),
                _(
                    "If we hear nothing, we close the case on %(when)s. Nothing is locked: whenever you write, it "
                    "opens again."
                )
                % {"when": on_day(closes_at, case.spoken)},
            ]
        _tell(case, "\n\n".join(lines))
        record("case.called", case, by=by, proven=True, team=case.team_id)
    return made


def close_quietly(case: Case, *, by: str = "system") -> Closure:
    """Close a case whose person does not answer. Raises Refused without two calls over two weeks."""
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        calls = [call.at for call in calls_of(case)]
        if case.state != Case.State.PENDING:
            raise Refused(_("Only a case that waits for its person closes for want of an answer."))
        if case.fault == Case.Fault.OURS or _promised(case.pk).exists():
            raise Refused(_("What is our fault, or promised, does not close for want of an answer."))
        if _asked(case.pk).exists():
            raise Refused(_("A case with a question of theirs to answer does not close for want of an answer."))
        if len(calls) < CALLS or calls[0] > clock.now() - TOGETHER:
            raise Refused(_("A case closes for want of an answer only after two letters over two weeks."))
        with translation.override(case.spoken):
            was = _("We answered you, and have not heard whether that was enough.")
            done = _(
                "We wrote to you on %(first)s and on %(second)s, and close the case today. If it is not settled, one "
                "word opens it again."
            ) % {"first": on_day(calls[-CALLS], case.spoken), "second": on_day(calls[-1], case.spoken)}
        closure = Closure.objects.create(case=case, what_it_was=was, what_was_done=done, by=None)
        with case.changing():
            case.rest(Case.State.CLOSED)
            case.news_due_at = None
        _tell(case, closure.words, at=closure.at)
        record(
            "case.closed", case, by=by, proven=True, closure=closure.pk, told=True, fault=case.fault, quiet=True,
            warnings=[at.isoformat() for at in calls], team=case.team_id,
        )  # fmt: skip
    return closure


def _tell(case: Case, words: str, *, at: datetime | None = None) -> None:
    way_back = partial(postscript.of_closing, case, case.person) if case.state == Case.State.CLOSED else None
    tell(
        case, words, purpose="last call", language=case.spoken, automatic="auto-generated", postscript=way_back, at=at
    )  # fmt: skip
