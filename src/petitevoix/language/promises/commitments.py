"""Which clauses of a sentence commit its writer, and which of the times it names is theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from petitevoix.language.promises.conditions import Span, conditions_in, conditions_of, events_in
from petitevoix.language.promises.plain import HIDDEN, hide
from petitevoix.language.promises.tongue import Commitments, Times
from petitevoix.language.promises.when import Named, times_in
from petitevoix.language.promises.working import Working

# A clause that goes on longer than this after its time is over with its time.
_LONGEST_TAIL = 70
# More acts than this in one sentence are no sentence.
_MOST_ACTS = 40

_LEADS_ON = re.compile(r"(?:[ ,]+(?:et|puis|mais|que|car|donc|and|then|but|that|so|because|or|ou))?[ ,]*$")


@dataclass(frozen=True, slots=True)
class Commitment:
    """A clause that commits its writer, from `start` to `end`; its verb stands from `act` to `verb`."""

    start: int
    act: int
    verb: int
    end: int
    is_sure: bool
    time: Named | None = None
    conditions: tuple[Span, ...] = ()


def commitments_in(sentence: str, words: Commitments, named: list[Named]) -> Iterator[Commitment]:
    """Find the clauses of a plain sentence that commit its writer, in order and apart from each other."""
    acts = _acts(sentence, words)
    ends = [*(act.start for act in acts[1:]), len(sentence)][: len(acts)]
    found = [
        _with_time(sentence, words, act, _bare_end(sentence, act.verb, end) if end < len(sentence) else end, named)
        for act, end in zip(acts, ends, strict=True)
    ]
    if not acts and named:
        found = [*_announced(sentence, words, named)]
    for each in _together(sentence, words, found):
        if each.is_sure or each.time:
            yield from _apart(sentence, words, each, named)


def _acts(sentence: str, words: Commitments) -> list[Commitment]:
    """Find the verbs that may commit, each with the start of its clause."""
    acts: list[Commitment] = []
    over = 0
    for match in words.acts.finditer(sentence):
        start = _clause_start(sentence, words, over, match.start())
        is_refused = (
            words.idle.match(sentence, match.start())
            or words.refused.search(sentence, start, match.end())
            or words.refused_after.match(sentence, match.end())
        )
        if is_refused:
            continue
        acts.append(Commitment(start, match.start(), match.end(), match.end(), match["sure"] is not None))
        over = match.end()
        if len(acts) == _MOST_ACTS:
            break
    return acts


def _bare_end(sentence: str, verb: int, end: int) -> int:
    """Leave out the word that only leads on to the next act."""
    match = _LEADS_ON.search(sentence, max(verb, end - 20), end)
    return match.start() if match else end


def _clause_start(sentence: str, words: Commitments, over: int, verb: int) -> int:
    starts = [over, *(match.end() for match in words.opens.finditer(sentence, over, verb))]
    # "The partial refund, of 18 euros, will be made": what precedes the comma is the subject.
    while len(starts) > 1 and not sentence[starts[-1] : verb].strip() and sentence[starts[-1] - 1] == ",":
        starts.pop()
    return _first_word(sentence, words, starts[-1], verb)


def _first_word(sentence: str, words: Commitments, start: int, end: int) -> int:
    match = words.greeting.match(sentence, start, end)
    return match.end() if match else start


def _with_time(sentence: str, words: Commitments, act: Commitment, end: int, named: list[Named]) -> Commitment:
    """Give a commitment its end and its time: the first after the verb, or the one that opens the clause."""
    stops = _close(words, sentence, act.verb, end)
    closes = _bare_end(sentence, act.verb, stops)
    after = [time for time in named if time.start >= act.act and time.end <= end]
    inside = [time for time in after if time.start < closes or _follows(sentence, closes, time)]
    if again := next((time for time in inside if time.kind == "again"), None):
        if not (again.due and words.regular.search(sentence, act.start, again.start)):
            return replace(act, is_sure=False)
        return replace(act, end=max(closes, again.end), time=replace(again, kind="due"))
    before = [time for time in named if time.end <= act.act and _opens(sentence, words, act, time)]
    time = next((time for kind in ("due", "vague") for time in (*inside, *reversed(before)) if time.kind == kind), None)
    if time is None:
        # "I call you back as soon as there is news": the condition stands for the time.
        waits = sentence[stops : stops + 1] == HIDDEN and words.writer.match(sentence, act.act)
        return replace(act, end=closes, is_sure=act.is_sure or bool(waits))
    start = (
        act.start
        if time.start >= act.start
        else _first_word(sentence, words, _before(sentence, words, time), time.start)
    )
    if time.end > closes or (time.start >= act.act and closes - time.end > _LONGEST_TAIL):
        closes = time.end
    return replace(act, start=start, end=closes, time=time)


def _close(words: Commitments, sentence: str, start: int, end: int) -> int:
    match = words.closes.search(sentence, start, end)
    return match.start() if match else end


def _follows(sentence: str, closes: int, time: Named) -> bool:
    """Say whether only a comma and a few small words part a clause from a time."""
    between = sentence[closes : time.start]
    return (
        len(between) < 30 and HIDDEN not in between and not between.strip(" ,()").count(" ") > 3 and ":" not in between
    )


def _opens(sentence: str, words: Commitments, act: Commitment, time: Named) -> bool:
    """Say whether a time stands in the clause before its verb, or opens the sentence just before the clause."""
    if time.start >= act.start:
        return True
    between = sentence[time.end : act.start]
    return len(between) < 25 and not between.strip(" ,:") and _before(sentence, words, time) >= time.start - 25


def _before(sentence: str, words: Commitments, time: Named) -> int:
    starts = [match.end() for match in words.opens.finditer(sentence, max(0, time.start - 200), time.start)]
    return starts[-1] if starts else max(0, time.start - 200)


def _together(sentence: str, words: Commitments, found: list[Commitment]) -> Iterator[Commitment]:
    """Join "I check with accounts" and "come back to you tomorrow", which are one commitment with one time."""
    held: Commitment | None = None
    for each in found:
        if held and not held.time and each.time and _is_one(sentence, words, held, each):
            each = replace(each, start=held.start)
        elif held:
            yield held
        held = each
    if held:
        yield held


def _is_one(sentence: str, words: Commitments, held: Commitment, each: Commitment) -> bool:
    """Say whether an act without a time goes on in the next: same subject, or a bare "I promise"."""
    if each.start > held.end + 6 or HIDDEN in sentence[held.verb : each.start]:
        return False
    if held.is_sure:
        return bool(_PROMISE.search(sentence, held.start, held.verb))
    if not words.also.search(sentence, held.verb, each.start + 1):
        return False
    subject = words.writer.search(sentence, held.start, held.verb)
    is_same = bool(subject) and sentence.startswith(subject[0] if subject else "", each.start)
    return is_same or bool(words.no_subject.fullmatch(sentence, each.start, each.act))


_PROMISE = re.compile(r"promis|promise|engage|guarantee|garanti|undertake|pledge|assur|ma parole|my word|commit")


def _apart(sentence: str, words: Commitments, each: Commitment, named: list[Named]) -> Iterator[Commitment]:
    """Part two acts that have a time each: "I check it today and write to you on Friday"."""
    time = each.time
    later = [at for at in named if time and at.kind in ("due", "vague") and time.end < at.start and at.end <= each.end]
    if time and later and time.start >= each.start:
        cut = next(iter(words.also.finditer(sentence, time.end, later[0].start)), None)
        if cut:
            yield replace(each, end=cut.start())
            yield replace(each, start=cut.end(), end=max(each.end, later[0].end), time=later[0])
            return
    yield each


def _announced(sentence: str, words: Commitments, named: list[Named]) -> Iterator[Commitment]:
    """Find an act announced without a verb: "Refund within 14 days"."""
    time = named[0]
    start = _first_word(sentence, words, _before(sentence, words, time), time.start)
    if time.kind == "due" and words.announced.match(sentence, start, time.start):
        if words.refused.search(sentence, start, time.start):
            return
        yield Commitment(start, start, time.start, time.end, is_sure=False, time=time)


def read(
    sentence: str, words: Commitments, times: Times, now: datetime, working: Working, before: str = ""
) -> list[Commitment]:
    """Read one plain sentence; `before` is the one before it."""
    if not words.hints.search(sentence):
        return []
    asides = [match.span() for match in words.aside.finditer(sentence)]
    conditions = conditions_in(sentence, words, asides)
    seen = sentence
    for start, end in asides + conditions:  # a condition may go on over its comma
        seen = hide(seen, start, end)
    events = events_in(seen, words)
    named = [
        time
        for time in times_in(seen, times, now, working, before)
        if not any(start <= time.start < end for start, end in events)
    ]
    found = list(commitments_in(seen, words, named))
    own = conditions_of(sentence, [(each.start, each.end) for each in found], sorted(conditions + events))
    return [replace(each, conditions=tuple(spans)) for each, spans in zip(found, own, strict=True)]
