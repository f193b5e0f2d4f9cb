"""`petitevoix mail parse`: what is read in a letter, one JSON line each, with no database."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from petitevoix.channels.email.reading.parse import parse


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="a raw letter; standard input when there is none")


def run(args: argparse.Namespace) -> int:
    """Print one JSON line per letter; 0 when all were read, 1 when a file could not (the others are printed)."""
    if not args.files:
        _print(parse(sys.stdin.buffer.read()).as_row())
        return 0
    failed = False
    for name in args.files:
        try:
            raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except (OSError, ValueError) as problem:
            reason = getattr(problem, "strerror", None) or problem
            _complain(f"petitevoix mail parse: {name} cannot be read ({reason}); check the path and its permissions.")
            failed = True
            continue
        _print(parse(raw).as_row())
    return int(failed)


def _print(row: dict[str, Any]) -> None:
    # Written as bytes: the terminal's own encoding must not decide whether a letter can be shown.
    line = json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(line.decode())
        return
    buffer.write(line)
    buffer.flush()


def _complain(sentence: str) -> None:
    print(sentence.encode("utf-8", "backslashreplace").decode(), file=sys.stderr)
