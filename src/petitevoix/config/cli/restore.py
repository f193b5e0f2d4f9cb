"""`petitevoix restore`: brings a copy back into an empty folder."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from petitevoix.config import env
from petitevoix.config.copies.bringing_back import bring_back


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.add_argument("file", metavar="FILE", type=Path, help="what `petitevoix backup` wrote")


def run(args: argparse.Namespace) -> int:
    """Bring the copy back where PETITEVOIX_DATA and PETITEVOIX_DATABASE_URL say; 1 where something lies there."""
    env.load_dotenv(Path.cwd() / ".env")
    folder = Path(env.text("DATA", "./petitevoix-data")).resolve()
    os.umask(0o077)
    count = bring_back(args.file, folder, env.database(folder))
    print(f"{folder}: the database, {count} letters and files, the keys are back.")
    print("`petitevoix serve` brings them up to its version. What waited in the outbox then leaves, as it would have.")
    return 0
