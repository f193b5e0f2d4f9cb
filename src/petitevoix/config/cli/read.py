"""`petitevoix read KIND`: the language room by itself, JSON lines in, JSON lines out."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, TextIO
from zoneinfo import ZoneInfo

from petitevoix.kit import clock
from petitevoix.language.reply import split

Row = dict[str, Any]


class BadLine(Exception):
    """A line that cannot be read; its message is a sentence for the person at the keyboard."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.description = "Read texts as the language room does: JSON lines in, JSON lines out, in the same order."
    parser.add_argument("kind", choices=sorted(KINDS), help="what to read out of each text")


def run(args: argparse.Namespace) -> int:
    """Read standard input to its end and write one line for each; return 0, or 2 after a line that cannot be read."""
    # The pipe speaks UTF-8 whatever the locale of the machine; a byte that is not UTF-8 travels through unharmed.
    _speak_utf8(sys.stdin)
    _speak_utf8(sys.stdout)
    try:
        for answer in _answers(KINDS[args.kind], sys.stdin):
            sys.stdout.write(_as_line(answer))
            sys.stdout.flush()
    except BadLine as bad:
        print(bad, file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever was listening has heard enough ("| head"); keep Python from complaining when it closes the pipe.
        sys.stdout = None  # type: ignore[assignment]
    return 0


def read_reply(row: Row) -> Row:
    """Return the new words of a mail body."""
    return {"reply": split(_text(row)).reply}


def read_questions(row: Row) -> Row:
    """Return the questions and requests in a message, with the language it was read in."""
    from petitevoix.language.questions import find

    text, language = _text(row), _language(row)
    found = [{"text": one.text, "start": one.start, "end": one.end, "kind": one.kind} for one in find(text, language)]
    return {"language": language, "questions": found}


def read_asks(row: Row) -> Row:
    """Return which facts a text asks its reader for."""
    from petitevoix.language.asks import find

    return {"asks": find(_text(row), _language(row))}


def read_promises(row: Row) -> Row:
    """Return what a text of ours promises; "now" is the clock's and "zone" is Paris unless they are said."""
    from petitevoix.language.promises.finding import find

    found = find(_text(row), _now(row), _zone(row), _said_language(row))
    return {
        "promises": [
            {
                "text": promise.text,
                "start": promise.start,
                "end": promise.end,
                "due": promise.due.isoformat() if promise.due else None,
                "vague": promise.vague,
                "condition": promise.condition,
            }
            for promise in found
        ]
    }


def read_tone(row: Row) -> Row:
    """Return what a text from outside turns on the person who reads it."""
    from petitevoix.language.tone import read

    tone = read(_text(row), _said_language(row))
    return {
        "abusive": tone.abusive,
        "score": tone.score,
        "kinds": [*tone.kinds],
        "spans": [[*span] for span in tone.spans],
    }


def read_answers(row: Row) -> Row:
    """Return which of some questions a reply answers."""
    from petitevoix.language.answers import mark

    marks = mark(_texts(row, "questions"), _text(row, "reply"), _said_language(row))
    return {"marks": [one.mark for one in marks], "scores": [one.score for one in marks]}


# What a kind needs is imported when it is read: `read reply` compiles no grammar and loads no model.
KINDS: dict[str, Callable[[Row], Row]] = {
    "answers": read_answers,
    "asks": read_asks,
    "promises": read_promises,
    "questions": read_questions,
    "reply": read_reply,
    "tone": read_tone,
}


def _answers(read: Callable[[Row], Row], lines: Iterable[str]) -> Iterator[Row]:
    for number, line in enumerate(lines, start=1):
        if not line.strip("\ufeff \t\r\n"):
            continue
        try:
            row = json.loads(line.lstrip("\ufeff"))
        except (ValueError, RecursionError):
            raise BadLine(f"Line {number} is not JSON.") from None
        if not isinstance(row, dict):
            raise BadLine(f"Line {number} is not a JSON object.")
        try:
            yield {"id": row.get("id"), **read(row)}
        except BadLine as bad:
            raise BadLine(f"Line {number} {bad}") from None


def _text(row: Row, key: str = "text") -> str:
    if key not in row:
        raise BadLine(f'has no "{key}".')
    if not isinstance(row[key], str):
        raise BadLine(f'has a "{key}" that is not a string.')
    return row[key]


def _texts(row: Row, key: str) -> list[str]:
    if key not in row:
        raise BadLine(f'has no "{key}".')
    if not isinstance(row[key], list) or not all(isinstance(text, str) for text in row[key]):
        raise BadLine(f'has a "{key}" that is not a list of strings.')
    return row[key]


def _language(row: Row) -> str:
    """Return the language that a row says, or else the one its text is written in."""
    from petitevoix.language.detect import language_of

    return _said_language(row) or language_of(_text(row))


def _said_language(row: Row) -> str | None:
    language = row.get("language")
    if language is not None and not isinstance(language, str):
        raise BadLine('has a "language" that is not a string.')
    return language or None


def _now(row: Row) -> datetime:
    if row.get("now") is None:
        return clock.now()
    try:
        return datetime.fromisoformat(row["now"])
    except (TypeError, ValueError):
        raise BadLine('has a "now" that is not a date and time in ISO form.') from None


def _zone(row: Row) -> ZoneInfo:
    name = row.get("zone")
    try:
        return ZoneInfo("Europe/Paris" if name is None else name)
    except (AttributeError, TypeError, ValueError, LookupError, OSError):
        raise BadLine('has a "zone" that is not the name of a time zone.') from None


def _as_line(answer: Row) -> str:
    line = json.dumps(answer, ensure_ascii=False)
    if not line.isascii() and any("\ud800" <= character <= "\udfff" for character in line):
        # Half a character has no UTF-8; as an escape it leaves as it came.
        line = json.dumps(answer)
    return line + "\n"


def _speak_utf8(stream: TextIO) -> None:
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
