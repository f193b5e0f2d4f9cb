"""The parts of a letter: greeting, body, closing."""

import re
from dataclasses import dataclass

Span = tuple[int, int]

_GREETING = re.compile(
    r"(?:bonjour|bonsoir|salut|coucou|cher|chere|chers|cheres|madame|monsieur|mesdames|messieurs|dear|hello|hi|hey"
    r"|good (?:morning|afternoon|evening))\b[^\n,.!?:;]{0,60}(?:[,!]|(?=\n)|\Z)"
)
_CLOSINGS = [
    r"-- ?$",
    r"(?:bien |tres )?(?:cordialement|sincerement)\b",
    r"(?:(?:mes|nos|avec mes|avec nos|meilleures?|sinceres?|cordiales?) ){1,3}(?:salutations|sentiments|pensees)\b",
    r"(?:bien a vous|a bientot)\b",
    r"(?:bonne|belle|excellente) (?:journee|soiree|fin de|semaine)\b",
    r"(?:nous|je) vous prions? d'|veuillez (?:agreer|recevoir)",
    r"(?:with )?(?:best|kind|warm|kindest) (?:regards|wishes)\b",
    r"(?:regards|yours (?:sincerely|faithfully|truly)|sincerely)\b",
    r"(?:many thanks|thanks|thank you|merci|respectueusement|cheers|best),?[ \t]{0,3}$",
]
_CLOSING = re.compile(rf"^[ \t]{{0,3}}(?:{'|'.join(_CLOSINGS)})", re.MULTILINE)
_WRITTEN = re.compile(r"\S")
# A closing and the name under it are short; what is longer is the letter itself.
_LONGEST_CLOSING = 400
_MOST_GREETINGS = 3


@dataclass(frozen=True)
class Parts:
    """Where each part of a letter begins and ends; greeting and closing may be empty."""

    greeting: Span
    body: Span
    closing: Span


def parts(seen: str) -> Parts:
    """Part a letter in plain letters (see `seeing.fold`)."""
    start = greeted = _skip(seen, 0)
    for _ in range(_MOST_GREETINGS):  # "Madame, Monsieur,"
        if not (found := _GREETING.match(seen, start)):
            break
        greeted = found.end()
        start = _skip(seen, greeted)
    close = _CLOSING.search(seen, max(start, len(seen.rstrip()) - _LONGEST_CLOSING))
    end = close.start() if close else len(seen)
    return Parts((0, greeted), (start, max(start, end)), (max(start, end), len(seen)))


def _skip(seen: str, at: int) -> int:
    written = _WRITTEN.search(seen, at)
    return written.start() if written else len(seen)
