"""When the times that a sentence names are due: the latest moment at which a promise is still kept.

A day alone ends with the working day; morning and noon are over at 12:00, the afternoon at 18:00, the evening at 20:00.
A week ends with its last working day, a month with its last day, a range with its later end. Hours elapse (48 hours are
48 hours, whatever the clocks do), days are days of the calendar, working days are counted from tomorrow. "Before" a day
means by the close of the last working day before it, as "by the weekend" does. A weekday is the next one after today.
"Then" is the time named before it, in its sentence or in the one before; "every Friday" begins with the next.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from petitevoix.language.promises.calendar import next_weekday
from petitevoix.language.promises.mentions import Mentioned
from petitevoix.language.promises.tongue import Times
from petitevoix.language.promises.working import Working

# As far back as a preposition can stand.
_AHEAD = 40
# As many times back as "then" may mean.
_NEAR = 20
_NOT_DUE = ("past", "again", "vague")


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of a sentence that names one time: its place, its kind, and when it is due if that can be told."""

    start: int
    end: int
    kind: str
    due: datetime | None = None


def times_in(sentence: str, times: Times, now: datetime, working: Working, before: str = "") -> list[Named]:
    """Find the times that a plain sentence names, in order; `now` is aware and in the zone of the reader.

    Their kind is "past", "again" (every Monday, with the next where a day is named), "vague" or "due". `before` is
    the sentence before: "then" may mean a time that it names.
    """
    named: list[Named] = []
    together: Mentioned | None = None
    earlier = cache(lambda: _last_due(times_in(before, times, now, working)) if before else None)
    for match in times.mention.finditer(sentence):
        kind = str(match.lastgroup).removeprefix("a_")
        start, end = match.span()
        ahead = sentence[max(0, start - _AHEAD) : start]
        if kind == "then":
            if meant := _last_due(named) or earlier():
                if match["then_next"]:
                    meant = working.ends(meant.date() + timedelta(days=1))
                named.append(Named(start, end, "due", meant))
                together = None
            continue
        if kind in _NOT_DUE:
            named.append(Named(start, end, kind, _next(match, times, now, working) if kind == "again" else None))
            together = None
            continue
        joined = together is not None and bool(times.joint.fullmatch(sentence, named[-1].end, start))
        if kind == "bare" and not (match["bare_most"] or joined or times.asks.search(ahead)):
            continue
        if not joined and times.beside.search(ahead):
            continue
        if joined and together:
            start = named.pop().start
        else:
            together = Mentioned(times, now, working)
        assert together
        together.add(kind, match, before=_is_before(times.before, ahead, match[0]))
        named.append(Named(start, end, "due", together.due()))
    return named


def _last_due(named: list[Named]) -> datetime | None:
    return next((time.due for time in reversed(named[-_NEAR:]) if time.kind == "due" and time.due), None)


def _next(again: re.Match[str], times: Times, now: datetime, working: Working) -> datetime | None:
    """Give the first time that something is done again, where a day of the week, each day or each week is named."""
    groups = again.re.groupindex
    day = next((again[name] for name in ("again_day", "again_day2") if name in groups and again[name]), None)
    if day and day in times.weekdays:
        return working.ends(next_weekday(now.date(), times.weekdays[day]))
    count = {"day": 1, "week": 7}.get(times.units.get(day or "", ""))
    return working.ends(now.date() + timedelta(days=count)) if count else None


def _is_before(before: re.Pattern[str], ahead: str, words: str) -> bool:
    return words.startswith(("avant ", "before ")) or bool(before.search(ahead))
