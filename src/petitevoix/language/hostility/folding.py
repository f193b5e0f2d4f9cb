"""A text as plain letters, with the place each came from.

People hide an insult from filters (« c0nnard », "f*ck", "i d i o t", "STUUUPID") and leave out accents; here all of it
is written one way, so that the rules are written once.
"""

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass

MOST = 20_000  # code points read; who has not been rude by then will not be

_DIGITS = str.maketrans(
    {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s", "€": "e"}
)
_APART = dict.fromkeys("'’ʼ`´‘-‐‑–—_/\\~=+", " ")
_STOP = re.compile(r"\n[ \t]*\n")
_TOKEN = re.compile(r"[a-z0-9@$€!*#.]*[a-z*@$][a-z0-9@$€!*#]*")
_SPACED = re.compile(r"(?<![a-z0-9])[a-z0-9*@$](?:[ .,*]{1,2}[a-z0-9*@$]){2,24}(?![a-z0-9])")
_LONG = re.compile(r"([a-z])\1{2,}")
_CENSOR = re.compile(r"[*#]+")

Signs = list[tuple[str, int]]  # a letter, and the index of its code point
Unmask = Callable[[str, Collection[str]], str | None]


@dataclass(frozen=True, slots=True)
class Folded:
    """Lower-case letters without accents, and for each the index of its code point in the text."""

    plain: str
    places: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text, in code points, that a span of the plain letters stands for."""
        return self.places[start], self.places[end - 1] + 1


def fold(text: str, vocabulary: Collection[str]) -> Folded:
    """Write a text as plain letters; words in disguise are read as the word of the vocabulary that they hide."""
    signs = _letters(_STOP.sub(lambda found: "." + " " * (len(found[0]) - 1), text[:MOST]))
    for disguise, unmask in ((_SPACED, _closed_up), (_TOKEN, _restored)):
        signs = _replaced(signs, disguise, unmask, vocabulary)
    return Folded("".join(sign for sign, _ in signs), tuple(place for _, place in signs))


def _letters(text: str) -> Signs:
    signs: Signs = []
    for place, character in enumerate(text):
        for mark in unicodedata.normalize("NFKD", character.casefold()):
            if unicodedata.combining(mark) or unicodedata.category(mark) in {"Cf", "Mn"}:
                continue
            sign = {"œ": "oe", "æ": "ae"}.get(mark) or _APART.get(mark, " " if mark.isspace() else mark)
            if sign == " " and (not signs or signs[-1][0] == " "):
                continue
            signs += [(one, place) for one in sign]
    return signs


def _replaced(signs: Signs, what: re.Pattern[str], unmask: Unmask, vocabulary: Collection[str]) -> Signs:
    plain = "".join(sign for sign, _ in signs)
    out: Signs = []
    at = 0
    for found in what.finditer(plain):
        word = unmask(found[0], vocabulary)
        if word is None or word == found[0]:
            continue
        places = [place for _, place in signs[found.start() : found.end()]]
        out += signs[at : found.start()]
        out += [(sign, places[index * len(places) // len(word)]) for index, sign in enumerate(word)]
        out[-1] = (out[-1][0], places[-1])
        at = found.end()
    return out + signs[at:]


def _closed_up(letters: str, vocabulary: Collection[str]) -> str | None:
    """Read "i d i o t" as a word, if it is one that matters here."""
    word = re.sub(r"[ .,]", "", letters)
    return _known(word, vocabulary)


def _restored(token: str, vocabulary: Collection[str]) -> str | None:
    body = token.rstrip("!.*#") if token.rstrip("!.#")[-1:] != "*" else token.rstrip("!.")
    tail = token[len(body) :]
    if not body or body in vocabulary:
        return None
    word = _known(body, vocabulary)
    return None if word is None else word + tail


def _known(word: str, vocabulary: Collection[str]) -> str | None:
    letters = word.translate(_DIGITS).replace("!", "i")
    for candidate in (word, letters, _LONG.sub(r"\1\1", letters), _LONG.sub(r"\1", letters)):
        if candidate in vocabulary:
            return candidate
    if "*" in word or "#" in word:
        return _uncensored(letters, vocabulary)
    if len(letters) >= 6 and (meant := _mistyped(letters, vocabulary)):
        return meant
    return re.sub(r"([a-z])\1+", r"\1", letters) if _LONG.search(letters) else None


def _uncensored(word: str, vocabulary: Collection[str]) -> str | None:
    """Read "f*ck" and "m***e": as many stars as letters, or one star for some."""
    if not word[0].isalpha() or len(word) < 4:
        return None
    for exact in (_CENSOR.sub(lambda stars: "." * len(stars[0]), word), _CENSOR.sub(".{1,4}", word)):
        pattern = re.compile(exact)
        found = [known for known in vocabulary if known[0] == word[0] and " " not in known and pattern.fullmatch(known)]
        if found:
            return min(found, key=lambda known: (abs(len(known) - len(word)), known))
    return None


def _mistyped(word: str, vocabulary: Collection[str]) -> str | None:
    """Read a word with two letters swapped or one doubled as the word meant; no bolder, for « canard »."""
    for at in range(1, len(word) - 1):
        swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        if len(word) >= 7 and swapped in vocabulary:
            return swapped
        if word[at] == word[at + 1] and word[:at] + word[at + 1 :] in vocabulary:
            return word[:at] + word[at + 1 :]
    return None
