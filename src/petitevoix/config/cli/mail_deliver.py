"""`petitevoix mail deliver`: letters from a pipe, from files or from an mbox, stored durably before a word is said."""

from __future__ import annotations

import argparse
import gc
import json
import logging
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from petitevoix.config.cli.main import sentence, use_django
from petitevoix.config.cli.raw_letters import RawLetter, Unreadable, letters_in

if TYPE_CHECKING:
    from petitevoix.channels.email.models import Intake

NOT_STORED = 75  # EX_TEMPFAIL: the mail server keeps the letter and tries again
BATCH, BATCH_BYTES = 50, 8 * 1024 * 1024  # letters that share one commit; each is durable before its line is written


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="a raw letter; standard input when there is none")
    parser.add_argument("--mbox", action="store_true", help="each file holds many letters, in mbox form")
    parser.add_argument("--now", action="store_true", help="also make them messages before returning")


def run(args: argparse.Namespace) -> int:
    """Print one JSON line per letter; 0, or 1 where a file could not be read, or 75 where a letter was not stored."""
    # A letter that cannot be processed is in quarantine with its reason; on a pipe, a traceback tells nobody anything.
    logging.disable(logging.CRITICAL)
    try:
        use_django()
        from django.conf import settings
    except Exception as problem:
        return _not_stored(problem)
    gc.freeze()
    gc.set_threshold(10_000)  # as in the served house
    unreadable: list[str] = []
    letters = _said_if_unreadable(letters_in(args.files, mbox=args.mbox, limit=settings.LETTER_LIMIT), unreadable)
    try:
        for batch in _batches(letters):
            _write(_deliver(batch, now=args.now))
    except BrokenPipeError:
        raise
    except Exception as problem:
        return _not_stored(problem)
    return 1 if unreadable else 0


def _write(lines: list[dict[str, Any]]) -> None:
    for line in lines:  # a name of a file may be no UTF-8; it leaves as an escape
        words = json.dumps(line, ensure_ascii=False)
        sys.stdout.write((words if words.isprintable() else json.dumps(line)) + "\n")
    sys.stdout.flush()


def _deliver(batch: list[RawLetter], *, now: bool) -> list[dict[str, Any]]:
    """Store some letters, process them if asked, and say what became of each. Raises where they could not be stored."""
    from petitevoix.channels.email.intake import Arriving, take_all_in
    from petitevoix.channels.email.processing_now import process_now

    taken = take_all_in([Arriving(letter.raw, door="pipe", size=letter.size) for letter in batch], processed_here=now)
    if now:
        duplicates = {intake.pk for intake in taken if intake.is_duplicate}
        taken = process_now(taken)
        for intake in taken:
            intake.is_duplicate = intake.pk in duplicates
    return [_line(letter, intake, now=now) for letter, intake in zip(batch, taken, strict=True)]


def _line(letter: RawLetter, intake: Intake, *, now: bool) -> dict[str, Any]:
    quarantined = intake.state in {intake.State.QUARANTINED, intake.State.DISMISSED}
    status = "duplicate" if intake.is_duplicate else "quarantined" if quarantined else "stored"
    message = intake.message if now and intake.message_id else None
    return {
        "file": letter.file,
        "status": status,
        "intake": intake.pk,
        "kind": (intake.kind or None) if now else None,
        "case": message.case.reference if message else None,
        "message": message.pk if message else None,
    }


def _batches(letters: Iterable[RawLetter]) -> Iterator[list[RawLetter]]:
    batch: list[RawLetter] = []
    weight = 0
    for letter in letters:
        batch.append(letter)
        weight += len(letter.raw)
        if len(batch) >= BATCH or weight >= BATCH_BYTES:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def _said_if_unreadable(letters: Iterator[RawLetter | Unreadable], unreadable: list[str]) -> Iterator[RawLetter]:
    for letter in letters:
        if isinstance(letter, Unreadable):
            _say(f"{letter.file} cannot be read ({letter.why}); check the path and its permissions.")
            unreadable.append(letter.file)
        else:
            yield letter


def _not_stored(problem: Exception) -> int:
    _say(f"{sentence(problem)} Not stored; try again.")
    return NOT_STORED


def _say(words: str) -> None:
    print(f"petitevoix mail deliver: {words}".encode("utf-8", "backslashreplace").decode(), file=sys.stderr)
