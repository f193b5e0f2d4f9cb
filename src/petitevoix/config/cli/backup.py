"""`petitevoix backup`: one archive of the whole house, taken while it is open."""

from __future__ import annotations

import argparse
from pathlib import Path

from petitevoix.config.cli.main import use_django


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a new file: .tar, or .tar.gz to have it compressed")


def run(args: argparse.Namespace) -> int:
    """Write the archive and say what is in it."""
    use_django()
    from petitevoix.config.copies.taking import take

    taken = take(args.file.absolute())
    print(f"{args.file}: the database, {taken.files} letters and files, the keys; {taken.size / 1e6:.1f} MB.")
    print("Who holds it can read every letter: keep it where nobody else does.")
    for name in taken.elsewhere:
        print(f"Not in it: what {name} gives. Keep a copy of that, too.")
    return 0
