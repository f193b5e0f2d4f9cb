"""The story of the town, read from its files; a mistake in them is named with its file and its case."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TOWN = Path(__file__).resolve().parent / "town"
STATES = {"open", "pending", "closed", "watched", "held"}
VOICES = {"person", "us", "note", "automatic", "bounce"}
CHANNELS = {"email", "form"}


class BadStory(Exception):
    """The message says which file and which case, and what is wrong there."""


@dataclass(frozen=True)
class Line:
    """One message of a case; `after` counts hours since the one before."""

    voice: str
    text: str
    after: float
    by: str = ""
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tale:
    """One case of the story."""

    language: str
    person: str
    team: str
    advisor: str
    channel: str
    state: str
    age: float  # days between its first message and now
    title: str
    closing: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Town:
    teams: list[dict[str, Any]]
    advisors: list[dict[str, Any]]
    persons: list[dict[str, Any]]
    tales: list[Tale]


def read_town(folder: Path = TOWN) -> Town:
    """Read the cast and every case. Raises BadStory."""
    cast = _toml(folder / "cast.toml")
    town = Town(cast.get("team", []), cast.get("advisor", []), cast.get("person", []), [])
    for path in sorted(folder.glob("*_*.toml")):
        for number, told in enumerate(_toml(path).get("case", []), start=1):
            try:
                town.tales.append(_tale(told, path.name[:2], town))
            except BadStory as wrong:
                title = str(told.get("title", "without a title"))[:60]
                raise BadStory(f"{path.name}, case {number} (“{title}”): {wrong}") from None
    return town


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as wrong:
        raise BadStory(f"{path.name} cannot be read: {wrong}") from None


def _tale(told: dict[str, Any], language: str, town: Town) -> Tale:
    tale = Tale(
        language=language,
        person=_one_of(told, "person", {person["key"] for person in town.persons}),
        team=_one_of(told, "team", {team["key"] for team in town.teams}),
        advisor=_one_of(told, "advisor", {"", *(advisor["key"] for advisor in town.advisors)}),
        channel=_one_of(told, "channel", CHANNELS),
        state=_one_of(told, "state", STATES),
        age=_number(told, "age"),
        title=_words(told, "title"),
        closing=str(told.get("closing", "")).strip(),
        lines=tuple(_lines(told, town)),
    )
    _check(tale)
    return tale


def _lines(told: dict[str, Any], town: Town) -> Iterator[Line]:
    advisors = {advisor["key"] for advisor in town.advisors}
    for number, line in enumerate(told.get("message", []), start=1):
        try:
            voice = _one_of(line, "voice", VOICES)
            yield Line(
                voice=voice,
                text=_words(line, "text"),
                after=_number(line, "after"),
                by=_one_of(line, "by", advisors) if voice in {"us", "note"} else "",
                attachments=tuple(line.get("attachments", ())),
            )
        except BadStory as wrong:
            raise BadStory(f"message {number}: {wrong}") from None


def _check(tale: Tale) -> None:
    if not tale.lines or tale.lines[0].voice not in {"person", "automatic"}:
        raise BadStory("it begins with words of the person.")
    if tale.state == "closed" and not tale.closing:
        raise BadStory("it is closed, so `closing` says what it was and what was done.")
    if tale.state in {"closed", "watched", "held"} and not tale.advisor:
        raise BadStory(f"it is {tale.state}, so `advisor` names who saw to it.")
    hours = sum(line.after for line in tale.lines)
    if hours > tale.age * 24:
        raise BadStory(f"its messages take {hours:.1f} hours, and it is {tale.age * 24:.1f} hours old.")


def _one_of(told: dict[str, Any], name: str, known: set[str]) -> str:
    value = told.get(name, "")
    if value not in known:
        raise BadStory(f"`{name}` says “{value}”, which is none of those we know.")
    return value


def _words(told: dict[str, Any], name: str) -> str:
    value = told.get(name)
    if not isinstance(value, str) or not value.strip():
        raise BadStory(f"`{name}` has no words.")
    return value.strip()


def _number(told: dict[str, Any], name: str) -> float:
    value = told.get(name)
    if not isinstance(value, int | float) or value < 0:
        raise BadStory(f"`{name}` is not a number from 0 up.")
    return float(value)
