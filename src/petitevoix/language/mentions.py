"""Names called by `@` in a text: where each stands, and which name it is; letter case and accents do not matter."""

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

LONGEST = 160  # characters behind an `@` that are compared with names


class Called(NamedTuple):
    """One name that was called: where it begins (at the `@`) and ends, and the name as it is known."""

    start: int
    end: int
    name: str


def called(text: str, names: Iterable[str]) -> list[Called]:
    """Find the names that a text calls by `@`; of two names that fit, the longer one is meant."""
    found: list[Called] = []
    if "@" not in text:
        return found
    known = sorted(((folded(name), name) for name in names if name.strip()), key=lambda one: -len(one[0]))
    end = 0
    for at, sign in enumerate(text):
        # An address has letters before its sign: that calls nobody.
        if sign != "@" or at < end or (at and (text[at - 1].isalnum() or text[at - 1] in "._-+@/")):
            continue
        if fits := _fits(text[at + 1 : at + 1 + LONGEST], known):
            end = at + 1 + fits[0]
            found.append(Called(at, end, fits[1]))
    return found


def folded(text: str) -> str:
    """Write a name as names are compared: without case, accents or more than one space between words."""
    return " ".join("".join(map(_fold, text)).split())


def _fits(text: str, known: list[tuple[str, str]]) -> tuple[int, str] | None:
    letters = ""
    ends: list[int] = []
    for at, letter in enumerate(text, 1):
        letters += _fold(letter)
        ends += [at] * (len(letters) - len(ends))
    for name, as_known in known:
        if letters.startswith(name) and not letters[len(name) : len(name) + 1].isalnum():
            return ends[len(name) - 1], as_known
    return None


def _fold(letter: str) -> str:
    if letter.isspace():
        return " "
    return "".join(one for one in unicodedata.normalize("NFKD", letter.casefold()) if not unicodedata.combining(one))
