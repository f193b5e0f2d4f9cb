"""`petitevoix check`: is the house well?"""

from __future__ import annotations

import argparse

from petitevoix.config.cli.main import use_django


def configure(parser: argparse.ArgumentParser) -> None:
    """The command takes no arguments."""


def run(args: argparse.Namespace) -> int:
    """Print one line for each part; 1 if any is red."""
    use_django(tables=False)
    from petitevoix.config.vitals import look_over

    is_red = False
    for sign in look_over():
        mark = "RED " if sign.is_red else "look" if sign.is_doubtful else "ok  "
        print(f"{mark}  {sign.part:9} {sign.says}")
        is_red = is_red or sign.is_red
    return int(is_red)
