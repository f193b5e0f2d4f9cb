"""Whom a reply goes to besides its person, as its form says it."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.http import QueryDict


class Readers(NamedTuple):
    """Whom a reply goes to besides its person: who takes part, each ticked or left out, and what was typed."""

    taking_part: list[tuple[int, str, str, bool]]
    also: str
    bcc: str


def readers_of(
    taking_part: Iterable[tuple[int, str, str]], given: QueryDict | None, kept: Mapping[str, Any]
) -> Readers:
    """Say whom the reply goes to: as it was just sent where it was stopped, else as its draft keeps it."""
    if given and "readers" in given:
        ticked = given.getlist("cc")
        drawn = [(*one, one[1] in ticked) for one in taking_part]
        return Readers(drawn, given.get("also", ""), given.get("bcc", ""))
    left_out = kept.get("without", ())
    drawn = [(*one, one[1] not in left_out) for one in taking_part]
    return Readers(drawn, kept.get("also", ""), kept.get("bcc", ""))
