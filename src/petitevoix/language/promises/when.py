"""When the times that a sentence names are due: the latest moment at which a promise is still kept.

A day alone ends with the working day; morning and noon are over at 12:00, the afternoon at 18:00, the evening at 20:00.
A week ends with its last working day, a month with its last day, a range with its later end. Hours elapse (48 hours are
48 hours, whatever the clocks do), days are days of the calendar, working days are counted from tomorrow. "Before" a day
means by the close of the last working day before it. A weekday is the next one after today.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from petitevoix.language.promises.mentions import Mentioned
from petitevoix.language.promises.tongue import Times
from petitevoix.language.promises.working import Working

# As far back as a preposition can stand.
_AHEAD = 40
_NOT_DUE = ("past", "again", "vague")


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of a sentence that names one time: its place, its kind, and when it is due if that can be told."""

    start: int
    end: int
    kind: str
    due: datetime | None = None


def times_in(sentence: str, times: Times, now: datetime, working: Working) -> list[Named]:
    """Find the times that a plain sentence names, in order; `now` is aware and in the zone of the reader.

    Their kind is "past", "again" (every Monday), "vague" or "due".
    """
    named: list[Named] = []
    together: Mentioned | None = None
    for match in times.mention.finditer(sentence):
        kind = str(match.lastgroup).removeprefix("a_")
        start, end = match.span()
        ahead = sentence[max(0, start - _AHEAD) : start]
        if kind in _NOT_DUE:
            named.append(Named(start, end, kind))
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


def _is_before(before: re.Pattern[str], ahead: str, words: str) -> bool:
    return words.startswith(("avant ", "before ")) or bool(before.search(ahead))
