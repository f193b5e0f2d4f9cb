"""What is new in a letter, and what is only quoted, signed or added by a program."""

from collections.abc import Iterator
from dataclasses import dataclass

from petitevoix.language.quoting.attribution import attribution_at_line_start, attribution_ending_at, parted
from petitevoix.language.quoting.fields import opens_field_block
from petitevoix.language.quoting.lines import is_quoted, is_rule, plain
from petitevoix.language.quoting.separators import is_dashed_phrase, opens_older_letter
from petitevoix.language.quoting.tail import fold_device_lines, fold_sender, fold_tail

# Past this many lines nobody wrote the letter: what follows is left as it is, so that time stays in proportion.
MOST_LINES = 4_000

# Folding one thing may bring another to the end of the letter; three passes settle all that we have seen.
_MOST_PASSES = 4


@dataclass(frozen=True)
class Split:
    """A letter in two: the new words, and all that was folded away."""

    reply: str
    rest: str


def split(text: str) -> Split:
    """Part the new words of a plain-text mail body from quotes, signature and footers.

    Every word is in one of the two. A letter with nothing new (only a quote, only a forwarded text)
    is all reply, so that its reader never meets an empty page. Time grows with the length of the text and no faster.
    """
    lines = _parted(text)
    kept = _kept(lines)
    words = {at for at in kept if at is not None}
    rest = _closed_up([*range(len(lines))], lines, [at in words for at in range(len(lines))])
    return Split("\n".join(_lines(lines, kept)).strip(), "\n".join(_lines(lines, rest)).strip())


def new_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each line of the new words begins and ends in the text, in code points, in order."""
    lines = _parted(text)
    # Most of what is written in a chat is one line, and nothing can be folded in it.
    kept = {*_kept(lines)} if len(lines) > 1 else {0}
    end = 0
    for at, line in enumerate(lines):
        start = text.index(line, end)
        end = start + len(line)
        if at in kept:
            yield start, end


def _parted(text: str) -> list[str]:
    lines = text.strip().replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [part for line in lines[:MOST_LINES] for part in parted(line)] + lines[MOST_LINES:]


def _kept(lines: list[str]) -> list[int | None]:
    """Return the places of the lines that are new, with None for a blank line where some were folded."""
    kept: list[int | None] = [*range(len(lines))]
    for _ in range(_MOST_PASSES):
        left = _lines(lines, kept)
        folds = _fold(left)
        if not any(folds) or not any(line.strip() and not fold for line, fold in zip(left, folds, strict=True)):
            break
        kept = _closed_up(kept, left, folds)
    return kept


def _lines(lines: list[str], places: list[int | None]) -> list[str]:
    return ["" if at is None else lines[at] for at in places]


def _closed_up(places: list[int | None], lines: list[str], folds: list[bool]) -> list[int | None]:
    """Leave out the places that are folded, with one blank line (None) where some were."""
    out: list[int | None] = []
    gap, blank = False, True  # was something left out just before; was the last line kept a blank one?
    for place, line, fold in zip(places, lines, folds, strict=True):
        if fold:
            gap = True
            continue
        written = bool(line.strip())
        if gap and not blank and written:
            out.append(None)
        if not (gap and blank and not written):
            out.append(place)
            blank = not written
        gap = gap and not written
    return out


def _fold(lines: list[str]) -> list[bool]:
    """Mark the lines that are not new, in one walk from top to bottom."""
    seen = [plain(line) for line in lines[:MOST_LINES]]
    folded = [False] * len(lines)
    run = 0  # where the words that we are walking through began
    at = 0
    after_quote = False
    while at < len(seen):
        if not seen[at]:
            at += 1
            continue
        if is_quoted(lines[at], after_quote):
            _close_run(lines, seen, folded, run, at, cut=not after_quote)
            folded[at] = True
            at += 1
            run, after_quote = at, True
            continue
        if after_quote and _is_wrapped_quote(lines, seen, at):
            folded[at] = True
            at += 1
            run = at
            continue
        after_quote = False
        start, end = _older_letter(lines, seen, at, run)
        if end:
            _close_run(lines, seen, folded, run, start, cut=True)
            if not _quote_follows(lines, end):
                folded[start:] = [True] * (len(lines) - start)
                return folded
            folded[start:end] = [True] * (end - start)
            at = run = end
            after_quote = True
            continue
        at += 1
    if len(seen) == len(lines):
        _close_run(lines, seen, folded, run, len(seen), cut=False)
    return folded


def _older_letter(lines: list[str], seen: list[str], at: int, run: int) -> tuple[int, int]:
    """Return where the head of an older letter begins and ends, if it ends at this line; (0, 0) if not."""
    head = attribution_ending_at(seen, at, run, _quote_follows(lines, at + 1))
    if head:
        return head
    if opens_older_letter(seen[at]) or opens_field_block(seen, at) or attribution_at_line_start(seen[at]):
        return at, at + 1
    return 0, 0


def _quote_follows(lines: list[str], at: int) -> bool:
    """Say whether the next written line is a quoted one."""
    for line in lines[at : at + 4]:
        if line.strip():
            return is_quoted(line, after_quote=True)
    return False


def _is_wrapped_quote(lines: list[str], seen: list[str], at: int) -> bool:
    """Recognise the end of a quoted line that a program cut in two, losing its mark on the way."""
    if not lines[at - 1].strip():
        return False
    above = seen[at - 1]
    return (
        len(above) >= 55
        and above[-1] not in ".?!:;…"
        and not seen[at][0].isupper()
        and at + 1 < len(lines)
        and is_quoted(lines[at + 1], after_quote=True)
    )


def _close_run(lines: list[str], seen: list[str], folded: list[bool], start: int, end: int, *, cut: bool) -> None:
    """Fold what programs and signatures add around the words between two indexes.

    Where an older letter begins right after (`cut`), rules drawn above it go with it.
    """
    if cut:
        while end > start and (not seen[end - 1] or is_rule(seen[end - 1]) or is_dashed_phrase(seen[end - 1])):
            end -= 1
            folded[end] = True
    end = fold_sender(seen, folded, start, end) if cut else end
    end = fold_tail(lines, seen, folded, start, end)
    fold_device_lines(seen, folded, start, end)
