"""The block under "-- ", and the name after a dash."""

import re
from collections.abc import Sequence

# RFC 3676 says four lines; companies say more.
_LONGEST_BLOCK = 20
_WIDEST = 100

_DELIMITER = re.compile(r"(?:--|—|––|——|__)$")
_DASHED_NAME = re.compile(r"(?:--? ?|[—–] ?)[^\W\d_a-z][\w.'-]{1,20}(?: [^\W\d_a-z][\w.'-]{0,20}){0,3}[.,]?$")
_SENTENCE = re.compile(r"[.?!…]$")


def signature_start(lines: Sequence[str], seen: Sequence[str], start: int, end: int) -> int | None:
    """Return the index of the line where a signature begins between two indexes, or None.

    Args: the raw lines (a delimiter with its space, "-- ", is trusted more) and the plain ones.
    """
    while end > start and not seen[end - 1]:
        end -= 1
    room = range(max(start, end - _LONGEST_BLOCK), end)
    for at in room:
        if _DELIMITER.match(seen[at]) and (lines[at].rstrip("\r\n") == "-- " or _looks_signed(seen[at + 1 : end])):
            return at
    at = end - 1
    alone = at > start and not seen[at - 1]
    if alone and _DASHED_NAME.match(seen[at]) and not any(_is_item(line) for line in seen[max(start, at - 6) : at]):
        return at
    return None


def _looks_signed(block: Sequence[str]) -> bool:
    """Turn away a "--" that only parts two paragraphs: a signature opens with a name, not with a sentence."""
    written = [line for line in block if line]
    if not written:
        return True
    first = written[0]
    if (_SENTENCE.search(first) and first.count(" ") > 3) or first.count(" ") > 8:
        return False
    return sum(len(line) > _WIDEST or line.endswith("?") for line in written) <= 1


def _is_item(line: str) -> bool:
    return line[:1] in ("-", "–", "—", "•")
