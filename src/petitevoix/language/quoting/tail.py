"""The end of a run of words: what was added under it, peeled off from the last line upwards."""

from collections.abc import Sequence

from petitevoix.language.quoting.cards import card_start
from petitevoix.language.quoting.footers import (
    claims_a_sender,
    is_added_line,
    is_banner,
    is_link_alone,
    is_notice,
    names_a_device,
)
from petitevoix.language.quoting.lines import is_rule
from petitevoix.language.quoting.signature import signature_start
from petitevoix.language.quoting.slogans import asks_not_to_print, slogan_start

_LONGEST_TAIL = 120


def fold_tail(lines: Sequence[str], seen: Sequence[str], folded: list[bool], start: int, end: int) -> int:
    """Mark footers, notices and signature at the end of the lines between two indexes; return where the words end."""
    floor = max(start, end - _LONGEST_TAIL)
    while True:
        bottom = end  # stars alone on their line are as good as blank, and go with what stands above them
        while end > floor and not seen[end - 1]:
            end -= 1
        if end <= floor:
            return end
        cut = _added_start(seen, floor, end)
        if cut is None:
            cut = signature_start(lines, seen, floor, end)
        if cut is None:
            cut = slogan_start(seen, floor, end)
        if cut is None:
            cut = card_start(seen, floor, end)
        if cut is None:
            return end
        while cut > floor and (not seen[cut - 1] or is_rule(seen[cut - 1])):
            cut -= 1
        folded[cut:bottom] = [True] * (bottom - cut)
        end = cut


def fold_sender(seen: Sequence[str], folded: list[bool], start: int, end: int) -> int:
    """Mark a short "Sent from …" that stands alone right above an older letter; return where the words end."""
    if end - 2 > start and not seen[end - 2] and claims_a_sender(seen[end - 1]):
        folded[end - 1] = True
        return end - 1
    return end


def fold_device_lines(seen: Sequence[str], folded: list[bool], start: int, end: int) -> None:
    """Mark footers that stand as a paragraph of their own among the words.

    Some programs put the quote, or the name, under them.
    """
    for at in range(max(start, end - _LONGEST_TAIL), end):
        alone = (at == start or not seen[at - 1]) and (at + 1 == end or not seen[at + 1])
        if alone and seen[at] and (names_a_device(seen[at]) or is_banner(seen[at])):
            folded[at] = True


def _added_start(seen: Sequence[str], floor: int, end: int) -> int | None:
    """Return where the last added line or paragraph begins, or None if the last words are the person's."""
    last = end - 1
    if is_added_line(seen[last]) or asks_not_to_print(seen[last]):
        return last
    if is_link_alone(seen[last]) and last > floor and is_added_line(seen[last - 1]):
        return last - 1
    top = last
    while top > floor and seen[top - 1]:
        top -= 1
    for at in range(top, end):
        if is_added_line(seen[at]) and _leaves_only_links(seen, at, end):
            return at
        if is_rule(seen[at]) or at == top:
            below = at + 1 if is_rule(seen[at]) else at
            if is_notice(" ".join(seen[below:end])):
                return at
    return None


def _leaves_only_links(seen: Sequence[str], at: int, end: int) -> bool:
    """Say whether nothing that a person wrote stands under an added line, in the same paragraph."""
    below = seen[at + 1 : end]
    if below and names_a_device(seen[at]):
        return is_added_line(below[0])
    return len(below) <= 2 and all(len(line) < 90 and not line.endswith("?") for line in below)
