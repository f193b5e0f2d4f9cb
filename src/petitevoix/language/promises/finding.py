"""What a text promises, and when each promise is due."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from petitevoix.language.promises.commitments import Commitment, read
from petitevoix.language.promises.conditions import condition_of_before
from petitevoix.language.promises.english import ENGLISH
from petitevoix.language.promises.english_times import ENGLISH_TIMES
from petitevoix.language.promises.french import FRENCH
from petitevoix.language.promises.french_times import FRENCH_TIMES
from petitevoix.language.promises.plain import plain
from petitevoix.language.promises.sentences import sentences
from petitevoix.language.promises.tongue import Commitments, Times
from petitevoix.language.promises.working import PlainWeek, Working

_TONGUES = {"fr": (FRENCH, FRENCH_TIMES), "en": (ENGLISH, ENGLISH_TIMES)}

# Small words that the other language does not have, and as much text as it takes to see which are there.
_SMALL_WORDS = {
    "fr": re.compile(r"\b(?:le|la|les|des|du|nous|vous|je|est|une|votre|vos|pour|dans|sous|et|de)\b"),
    "en": re.compile(r"\b(?:the|to|you|we|your|will|is|and|of|for|it|this|have|by|with)\b"),
}
_ENOUGH = 5_000

_SIGNS_BEFORE = " \t\r\n-*•,;:"
_SIGNS_AFTER = " \t\r\n.,;:!…-–—"


@dataclass(frozen=True, slots=True)
class Promise:
    """A clause that commits the writer's side: `text` is `source[start:end]`, in Unicode code points.

    `due` is the latest moment at which it is still kept, in the zone of the reader, None if no time can be told;
    `vague` says that it only has words such as "soon" for one. `condition` is what has to come about first, in the
    words of the text, wherever in its sentence that stands.
    """

    text: str
    start: int
    end: int
    due: datetime | None
    vague: bool
    condition: str = ""


def find(
    text: str, now: datetime, zone: ZoneInfo | str, language: str | None = None, working: Working | None = None
) -> list[Promise]:
    """Find what a text commits its writer to, in order, none over another; never raises, whatever the text.

    A `now` without a zone is taken to be in `zone`. Without `language` ("fr", "en") both are read for, as they are for
    any other language; without `working`, a plain week is used. Time grows with the length of the text and no faster.
    Raises ZoneInfoNotFoundError or ValueError for a zone that is none.
    """
    place = ZoneInfo(zone) if isinstance(zone, str) else zone
    here = _here(now, place)
    tongue = _TONGUES.get((language or "").split("-")[0].lower())
    seen = plain(text)
    tongues = [tongue] if tongue else _tongues_of(seen)
    said = [(start, end) for start, end, asks in sentences(seen, text) if not asks]
    found = [_found(text, seen, said, here, each, working or PlainWeek(place)) for each in tongues]
    return _apart([promise for promises in found for promise in promises]) if len(found) > 1 else found[0]


def _tongues_of(seen: str) -> list[tuple[Commitments, Times]]:
    """Choose the languages to read for: the one whose small words fill the text, or both."""
    counts = {language: len(words.findall(seen[:_ENOUGH])) for language, words in _SMALL_WORDS.items()}
    most, least = sorted(counts, key=counts.__getitem__, reverse=True)
    return [_TONGUES[most]] if counts[most] >= 4 * counts[least] + 3 else [*_TONGUES.values()]


def _here(now: datetime, place: ZoneInfo) -> datetime:
    try:
        return now.replace(tzinfo=place) if now.tzinfo is None else now.astimezone(place)
    except OverflowError:
        # At the two ends of time the clock has no room to change zones.
        return now.replace(tzinfo=place)


def _found(
    text: str,
    seen: str,
    said: list[tuple[int, int]],
    now: datetime,
    tongue: tuple[Commitments, Times],
    working: Working,
) -> list[Promise]:
    words, times = tongue
    promises: list[Promise] = []
    has_just_promised, last = False, ""
    for start, end in said:
        sentence, before, earlier = seen[start:end].replace("\n", " "), len(promises), last
        last = sentence
        for each in read(sentence, words, times, now, working, earlier):
            promise = _promise(text[start:end], each)
            if promise:
                promises.append(replace(promise, start=start + promise.start, end=start + promise.end))
        if has_just_promised and len(promises) == before and (span := condition_of_before(sentence, words)):
            latest = promises[-1]
            conditions = filter(None, [latest.condition, _stated(text[start:end], [span])])
            promises[-1] = replace(latest, condition=", ".join(conditions))
        has_just_promised = len(promises) > before
    return promises


def _promise(sentence: str, read: Commitment) -> Promise | None:
    """Put a commitment into the words of its sentence."""
    start, words = read.start, sentence[read.start : read.end]
    start += len(words) - len(words.lstrip(_SIGNS_BEFORE))
    words = sentence[start : read.end].rstrip(_SIGNS_AFTER)
    if not words:
        return None
    due = read.time.due if read.time else None
    is_vague = bool(read.time and read.time.kind == "vague")
    return Promise(words, start, start + len(words), due, is_vague, _stated(sentence, read.conditions))


def _stated(sentence: str, conditions: Sequence[tuple[int, int]]) -> str:
    """Give conditions in their words, on one line: they are read apart from the letter."""
    stated = [" ".join(sentence[slice(*span)].strip(_SIGNS_BEFORE + _SIGNS_AFTER).split()) for span in conditions]
    return ", ".join(filter(None, stated))


def _apart(promises: list[Promise]) -> list[Promise]:
    """Keep the fullest of those that lie over each other, as two languages may both read something into one clause."""
    kept: list[Promise] = []
    for each in sorted(promises, key=lambda promise: (promise.start, -promise.end)):
        if kept and each.start < kept[-1].end:
            if (each.due is not None, each.end - each.start) > (
                kept[-1].due is not None,
                kept[-1].end - kept[-1].start,
            ):
                kept[-1] = each
            continue
        kept.append(each)
    return kept
