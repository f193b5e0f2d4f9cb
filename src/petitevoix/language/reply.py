"""What is new in a letter, and what is only quoted, signed or added by a program."""

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
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines = [part for line in lines[:MOST_LINES] for part in parted(line)] + lines[MOST_LINES:]
    folded = [False] * len(lines)
    for _ in range(_MOST_PASSES):
        kept = [at for at in range(len(lines)) if not folded[at]]
        again = _fold([lines[at] for at in kept])
        if not any(again) or not any(lines[at].strip() and not fold for at, fold in zip(kept, again, strict=True)):
            break
        for at, fold in zip(kept, again, strict=True):
            folded[at] = fold
    if not any(folded):
        return Split(text.strip(), "")
    return Split(_joined(lines, folded, keep=False), _joined(lines, folded, keep=True))


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


def _joined(lines: list[str], folded: list[bool], *, keep: bool) -> str:
    """Join the lines on one side, with one blank line where the other side was."""
    out: list[str] = []
    gap = False
    for line, fold in zip(lines, folded, strict=True):
        if fold is not keep:
            gap = True
            continue
        if gap and out and not out[-1].strip() and not line.strip():
            continue
        if gap and out and out[-1].strip() and line.strip():
            out.append("")
        if line.strip():
            gap = False
        out.append(line)
    return "\n".join(out).strip()
