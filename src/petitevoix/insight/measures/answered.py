"""M2, every question answered: answered, declined with a reason, or promised for a date and kept."""

from collections.abc import Iterable
from datetime import datetime

from petitevoix.insight.measure import Measure
from petitevoix.insight.period import Period
from petitevoix.insight.ratio import Ratio
from petitevoix.insight.records import Inbound, Question
from petitevoix.insight.thresholds import Thresholds


def answered(inbound: Iterable[Inbound], period: Period, now: datetime, lines: Thresholds) -> Measure:
    """Count, of the messages with questions that came in a period, those in which each was answered.

    It is judged by how things stood when its window closed, 14 days after it came; one without any answer counts as
    not answered. EQA = Σ full / |R|. A message matures when its window is over, and the time to dispute each promise
    that answers it. Beside it, over all messages: the questions that nobody has answered by now.
    """
    everything = list(inbound)
    asked = [one for one in everything if one.at in period and one.asked]
    matured = [one for one in asked if _matures_at(one, lines) <= now]
    outcomes = [[_is_full(question, one, lines) for question in one.asked] for one in matured]
    waiting = [question for one in everything for question in one.asked if _waits(question, now, lines)]
    return Measure(
        "M2",
        Ratio.of((all(full) for full in outcomes), unmatured=len(asked) - len(matured)),
        {
            "per_question": Ratio.of(full for outcome in outcomes for full in outcome),
            "set_aside": sum(
                question.dismissed for one in everything if one.at in period for question in one.questions
            ),
            "unanswered_now": len(waiting),
            "oldest_unanswered": now - min(question.asked_at for question in waiting) if waiting else None,
        },
        {"window_days": lines.window.days},
        read_with="M3",
    )


def _is_full(question: Question, one: Inbound, lines: Thresholds) -> bool:
    closes_at = one.at + lines.window
    mark = question.mark_at(closes_at)
    if mark is None or any(at <= closes_at for at in question.asked_again):
        return False
    if mark.mark == "promised":
        promise = question.promise_of(mark)
        return bool(promise and promise.counts and promise.kept(lines.disputable))
    return mark.mark in {"answered", "declined"}


def _matures_at(one: Inbound, lines: Thresholds) -> datetime:
    closes_at = one.at + lines.window
    settled = [closes_at]
    for question in one.asked:
        mark = question.mark_at(closes_at)
        promise = question.promise_of(mark) if mark and mark.mark == "promised" else None
        if promise and promise.due_at:
            settled.append(promise.due_at + lines.disputable)
    return max(settled)


def _waits(question: Question, now: datetime, lines: Thresholds) -> bool:
    mark = question.mark_at(now)
    if mark is None or any(at >= mark.reply.at for at in question.asked_again):
        return True
    if mark.mark != "promised":
        return False
    promise = question.promise_of(mark)
    # Promised is not forgotten, as long as the date holds.
    return not (promise and (promise.kept_at or (promise.due_at and promise.due_at > now)))
