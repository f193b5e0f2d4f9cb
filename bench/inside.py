"""Benchmarks that measure from within: one fresh process for each database and size, and what its acts cost."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from tests import postgres

Figures = dict[str, float]


def main(module: str, says: str | None, bars: dict[str, float], measure: Callable[[int], Figures]) -> None:
    """Measure in a fresh `python -m MODULE` for each database and size, and print it as one table."""
    arguments = argparse.ArgumentParser(description=says)
    arguments.add_argument("--cases", default="100000,1000000")
    arguments.add_argument("--databases", default="sqlite,postgresql")
    arguments.add_argument("--inside", type=int, default=0, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.inside:
        print(json.dumps(measure(given.inside)))
    else:
        _table(module, given.databases, given.cases, bars)


def _table(module: str, databases: str, sizes: str, bars: dict[str, float]) -> None:
    columns = {
        f"{database} {int(cases):,}": _outside(module, database, cases)
        for database in databases.split(",")
        for cases in sizes.split(",")
    }
    rows = list(dict.fromkeys(row for figures in columns.values() for row in figures))
    print("| CPU ms | " + " | ".join(columns) + " | bar |\n|---|" + "---:|" * (len(columns) + 1))
    for row in rows:
        bar = f"≤ {bars[row]:g}" if row in bars else ""
        print(f"| {row} | " + " | ".join(f"{figures.get(row, 0):.1f}" for figures in columns.values()) + f" | {bar} |")


def open_house() -> None:
    """Set the house up in this process, in the data folder and the database that the environment names."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "petitevoix.config.settings")
    import django

    django.setup()
    from petitevoix.config.prepare import prepare

    prepare(lambda words: None)


def paged(client: Any, paths: list[str], **how: Any) -> float:
    """CPU milliseconds a page; the median, for a machine that others work on as well."""
    assert client.get(paths[0], **how).status_code == 200

    def look(path: str) -> None:
        assert client.get(path, **how).status_code == 200

    return median(paths[0], (lambda path=path: look(path) for path in paths))


def median(name: str, acts: Iterable[Callable[[], None]]) -> float:
    """CPU milliseconds of the application and of the database for an act; the median of several."""
    spent = []
    for act in acts:
        before = cpu()
        act()
        spent.append((cpu() - before) * 1000)
    print(f"{name[:70]}: {' '.join(f'{one:.1f}' for one in spent)}", file=sys.stderr)
    return sorted(spent)[len(spent) // 2]


def cpu() -> float:
    """CPU seconds of this process and of the one that PostgreSQL works for it in."""
    from django.db import connection

    spent = time.process_time()
    if connection.vendor == "postgresql":
        connection.ensure_connection()
        pid = connection.connection.info.backend_pid
        spent += float(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9
    return spent


def _outside(module: str, database: str, cases: str) -> Figures:
    with (
        postgres.server() if database == "postgresql" else nullcontext("") as url,
        tempfile.TemporaryDirectory(prefix="petitevoix-bench-") as folder,
    ):
        environment = {**os.environ, "PETITEVOIX_DATA": folder, "PETITEVOIX_DATABASE_URL": url}
        command = [sys.executable, "-m", module, "--inside", cases]
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
        return json.loads(done.stdout.splitlines()[-1])
