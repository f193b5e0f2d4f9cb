"""Shelves: documents by the time of their last words, so that a search looks at the newest first and stops in time.

FTS5 reads a range of numbers in their order, whatever the words. A GIN index of PostgreSQL has no order: there a search
asks for one shelf at a time, by its name, which is among the words of each document that lies on it.
"""

from dataclasses import dataclass

from petitevoix.search.models import CASE_BITS as BITS

WIDTHS = (14, 17, 20, 23, 26, 29)  # in powers of two of seconds: 4½ hours, 1½ days, 12 days, 97 days, 2 years, 17 years
GROWTH = 8  # from one width to the next


@dataclass(frozen=True)
class Shelf:
    """All numbers from `lowest` to `highest`; they lie on the shelf of this name."""

    lowest: int
    highest: int
    name: str


def keys_of(number: int) -> list[str]:
    """Name the shelves of a document."""
    second = number >> BITS
    return [_name(second, width) for width in WIDTHS]


def shelf_below(number: int, width: int, floor: int) -> Shelf:
    """Give the shelf of one width that a number lies on, from there downwards."""
    second = number >> BITS
    start = second >> width << width
    return Shelf(max(start << BITS, floor), number, _name(second, width))


def _name(second: int, width: int) -> str:
    return f"={width}.{second >> width:x}"
