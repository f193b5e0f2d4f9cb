"""One act on many cases: done as a job with progress, each case by the same action as ever, and undone as one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.actions import macros
from petitevoix.cases.actions.clearing import clear
from petitevoix.cases.actions.spamming import spam
from petitevoix.cases.acts import known as acts
from petitevoix.cases.acts.moving import TURNS, colleague, handed, team_of
from petitevoix.cases.models import BulkAct, Case, Macro, MacroRun, Spam
from petitevoix.cases.refusals import Refused
from petitevoix.jobs.tasks import task
from petitevoix.journal.record import whisper
from petitevoix.kit import clock
from petitevoix.people.models import Advisor

MOST = 5000
TOGETHER = 50  # cases in one transaction: short enough that nobody waits for it
UNDONE_WITHIN = timedelta(days=1)


@dataclass(frozen=True)
class Act:
    """What to do with a case, which gives what undoing needs (None where nothing changed), and how to undo it."""

    does: Callable[[Case, Advisor, dict[str, Any]], Any]
    undoes: Callable[[Case, Advisor, Any], None]


def begin(act: str, cases: Sequence[int], *, by: Advisor, **arguments: Any) -> BulkAct:
    """Begin one act on many cases, given by number. Raises Refused: none, too many, no such act or colleague."""
    must_answer(by)
    if act not in ACTS:
        raise Refused(_("There is no act “%(act)s” for many cases.") % {"act": act[:20]})
    if not cases:
        raise Refused(_("Choose at least one case."))
    if len(cases) > MOST:
        raise Refused(_("That is more than %(most)s cases: narrow the view first.") % {"most": MOST})
    _check(act, arguments, by)
    with transaction.atomic():
        begun = BulkAct.objects.create(by=by, act=act, arguments=arguments, cases=list(dict.fromkeys(cases)))
        work_through.enqueue(bulk=begun.pk)
    return begun


def _check(act: str, arguments: dict[str, Any], by: Advisor) -> None:
    if act == "assign":
        if not arguments:
            raise Refused(_("Say to whom."))
        colleague(arguments.get("advisor"))
        team_of(arguments.get("team"), by)
    elif act == "tag" and not any(arguments.values()):
        raise Refused(_("Write the name of the tag."))
    elif act == "turn" and arguments.get("state") not in TURNS:
        raise Refused(_("Say whose turn it is: ours, the person’s, or somebody else’s."))
    elif act == "macro" and not _macro(arguments.get("macro"), by).acts:
        raise Refused(_("This macro only has words, which are for one case at a time."))


def undo(bulk: BulkAct, *, by: Advisor) -> BulkAct:
    """Take a bulk act back, in each case that still stands as it left it. Raises Refused: somebody else's, too late."""
    with transaction.atomic():
        bulk = BulkAct.objects.select_for_update().get(pk=bulk.pk)
        if bulk.by_id != by.pk and not by.sees_all:
            raise Refused(_("Who did it, or who leads, takes it back."))
        if bulk.state != BulkAct.State.DONE:
            raise Refused(_("This cannot be taken back now."))
        if bulk.ended_at and bulk.ended_at < clock.now() - UNDONE_WITHIN:
            raise Refused(_("It is too long ago to be taken back as one."))
        bulk.state, bulk.reached = BulkAct.State.UNDOING, 0
        bulk.save(update_fields=["state", "reached"])
        work_through.enqueue(bulk=bulk.pk)
    return bulk


@task(queue="acts", priority=4)
def work_through(bulk: int) -> None:
    """Do or undo a bulk act, some cases at a time; begun again, it goes on where it was."""
    while _some_more(bulk):
        pass


def _some_more(number: int) -> bool:
    with transaction.atomic():
        bulk = BulkAct.objects.select_for_update().select_related("by").get(pk=number)
        if not bulk.is_working:
            return False
        some = bulk.cases[bulk.reached : bulk.reached + TOGETHER]
        with translation.override(bulk.by.language):
            visible = {case.pk: case for case in Case.objects.visible_to(bulk.by).filter(pk__in=some)}
            for pk in some:
                if pk in visible:
                    _one(bulk, visible[pk])
        bulk.reached += len(some)
        if bulk.reached >= len(bulk.cases):
            is_done = bulk.state == BulkAct.State.WORKING
            bulk.state = BulkAct.State.DONE if is_done else BulkAct.State.UNDONE
            bulk.ended_at = clock.now()
        bulk.save(update_fields=["reached", "before", "refused", "state", "ended_at"])
    whisper(f"bulk:{number}")
    return bulk.is_working


def _one(bulk: BulkAct, case: Case) -> None:
    act = ACTS[bulk.act]
    try:
        with transaction.atomic():
            if bulk.state == BulkAct.State.UNDOING:
                if (left := bulk.before.pop(str(case.pk), None)) is not None:
                    act.undoes(case, bulk.by, left)
            elif (left := act.does(case, bulk.by, bulk.arguments)) is not None:
                bulk.before[str(case.pk)] = left
    except Refused as refusal:
        bulk.refused.append([case.reference, str(refusal)])


def _hand(case: Case, by: Advisor, arguments: dict[str, Any]) -> dict[str, Any] | None:
    advisor = colleague(arguments["advisor"]) if "advisor" in arguments else case.advisor
    team = team_of(arguments["team"], by) if "team" in arguments else case.team
    return handed(case, by, advisor, team)


def _hand_back(case: Case, by: Advisor, left: Any) -> None:
    if acts.ACTS["hand"].stands(case, left):
        acts.ACTS["hand"].undoes(case, by, left)


def _turn_back(case: Case, by: Advisor, left: Any) -> None:
    if acts.ACTS["turn"].stands(case, left):
        acts.ACTS["turn"].undoes(case, by, left)


def _spam(case: Case, by: Advisor, arguments: dict[str, Any]) -> int | None:
    before = case.state
    return None if before == Case.State.SPAM else Spam.objects.get(case=spam(case, by=by), ended_at=None).pk


def _unspam(case: Case, by: Advisor, left: Any) -> None:
    if Spam.objects.filter(pk=left, ended_at=None).exists():  # what somebody called spam again since is theirs to clear
        clear(case, by=by)


def _clear(case: Case, by: Advisor, arguments: dict[str, Any]) -> str | None:
    return clear(case, by=by).state if case.state == Case.State.SPAM else None


def _spam_again(case: Case, by: Advisor, left: Any) -> None:
    if Case.objects.get(pk=case.pk).state == left:
        spam(case, by=by)


def _run(case: Case, by: Advisor, arguments: dict[str, Any]) -> int | None:
    done = macros.run(case, _macro(arguments["macro"], by), by=by, with_words=False)
    return done.pk if done else None


def _take_back(case: Case, by: Advisor, left: Any) -> None:
    macros.take_back(MacroRun.objects.get(pk=left), by=by)


def _macro(pk: int | None, by: Advisor) -> Macro:
    found = Macro.objects.in_use().visible_to(by).filter(pk=pk or 0).first()
    if found is None:
        raise Refused(_("There is no such macro any more."))
    return found


ACTS = {
    "assign": Act(_hand, _hand_back),
    "tag": Act(acts.ACTS["tag"].does, acts.ACTS["tag"].undoes),
    "turn": Act(acts.ACTS["turn"].does, _turn_back),
    "macro": Act(_run, _take_back),
    "spam": Act(_spam, _unspam),
    "clear": Act(_clear, _spam_again),
}
