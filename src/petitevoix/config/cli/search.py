"""`petitevoix search`: how far the index is, and reading every case anew."""

from __future__ import annotations

import argparse
import sys

from petitevoix.config.cli.main import use_django


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    acts.add_parser("status", help="say how far it has read")
    rebuild = acts.add_parser("rebuild", help="read every case anew, while searches are answered")
    rebuild.add_argument("--now", action="store_true", help="here and now, saying how far it is; else `serve` does it")


def run(args: argparse.Namespace) -> int:
    """Do what the command says."""
    use_django()
    from petitevoix.search.following import begin, catch_up

    if args.act == "rebuild":
        begin()
        if args.now:
            catch_up(lambda progress: print(f"\r{_said(progress)}", end="", file=sys.stderr))
            print(file=sys.stderr)
    return _status()


def _status() -> int:
    from petitevoix.search.following import standing_told

    progress = standing_told()
    print(_said(progress) if progress else "nothing was read yet; `petitevoix serve` reads it all by itself")
    return 0


def _said(progress) -> str:
    if progress.is_reading:
        return f"{progress.done:,} of {progress.total:,} cases are read"
    return f"all {progress.documents:,} cases are read"
