"""M2, every question answered: answered, declined with a reason, or promised for a date and kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from petitevoix.insight.measure import Measure
from petitevoix.insight.period import Period
from petitevoix.insight.records import Inbound, Question
from petitevoix.insight.summing import Item, Sum, share
from petitevoix.insight.thresholds import Thresholds


@dataclass(frozen=True)
class Waiting:
    """The questions that nobody has answered by now, whenever they were asked."""

    count: int = 0
    oldest: timedelta | None = None
    why: int = 0  # of those that ask why: without an explanation


def answered(inbound: Iterable[Inbound], period: Period, now: datetime, lines: Thresholds) -> Measure:
    """Count, of the messages with questions that came in a period, those in which each was answered.

    It is judged by how things stood when its window closed, 14 days after it came; one without any answer counts as
    not answered. EQA = Σ full / |R|. A message matures when its window is over, and the time to dispute each promise
    that answers it. Beside it, over all messages: the questions that nobody has answered by now.
    """
    everything = list(inbound)
    return tell(Sum.of(items(everything, now, lines), period), lines, waiting(everything, now))


def items(inbound: Iterable[Inbound], now: datetime, lines: Thresholds) -> Iterator[Item]:
    """Give what each message that asks something adds."""
    for one in inbound:
        aside = {"set_aside": sum(question.dismissed for question in one.questions)}
        if one.spam:
            if one.asked:
                yield Item(one.at, one.team, {"spam": 1})
        elif not one.asked:
            if aside["set_aside"]:
                yield Item(one.at, one.team, aside)
        elif _matures_at(one, lines) > now:
            yield Item(one.at, one.team, aside | {"young": 1})
        else:
            full = [_is_full(question, one, lines) for question in one.asked]
            yield Item(
                one.at, one.team, aside | share("", all(full)) | {"question_x": sum(full), "question_n": len(full)}
            )


def waiting(inbound: Iterable[Inbound], now: datetime) -> Waiting:
    """Give the questions that nobody has answered by now: nobody is forgotten for having asked long ago."""
    questions = [question for one in inbound if not one.spam for question in one.asked if _waits(question, now)]
    oldest = now - min(question.asked_at for question in questions) if questions else None
    return Waiting(len(questions), oldest, sum(question.why for question in questions))


def tell(added: Sum, lines: Thresholds, left: Waiting) -> Measure:
    """Make the measure of what was added up, and of what is left today."""
    return Measure(
        "M2",
        added.ratio(),
        {
            "per_question": added.ratio("question_"),
            "set_aside": added.counts["set_aside"],
            "called_spam": added.counts["spam"],
            "unanswered_now": left.count,
            "oldest_unanswered": left.oldest,
            "why_unanswered": left.why,
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
    return mark.settles


def _matures_at(one: Inbound, lines: Thresholds) -> datetime:
    closes_at = one.at + lines.window
    settled = [closes_at]
    for question in one.asked:
        mark = question.mark_at(closes_at)
        promise = question.promise_of(mark) if mark and mark.mark == "promised" else None
        if promise and promise.due_at:
            settled.append(promise.due_at + lines.disputable)
    return max(settled)


def _waits(question: Question, now: datetime) -> bool:
    mark = question.mark_at(now)
    if mark is None or any(at >= mark.reply.at for at in question.asked_again):
        return True
    if mark.mark != "promised":
        return not mark.settles
    promise = question.promise_of(mark)
    # Promised is not forgotten, as long as the date holds.
    return not (promise and (promise.kept_at or (promise.due_at and promise.due_at > now)))
