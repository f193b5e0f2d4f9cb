"""The benchmark of the whole house: `bin/bench`."""

import argparse
import asyncio
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from subprocess import PIPE
from urllib.parse import urlsplit

from bench.browser import Browser, field
from bench.letters import as_files, by_lmtp, write
from bench.listeners import hear
from bench.tree import House, pace, per_act
from tests import postgres

ACTS = 200
LETTERS = 600
BARS = {
    "list, CPU ms": 8, "open, CPU ms": 6, "reply, CPU ms": 15,
    "letters/s by mail deliver": -60, "letters/s by LMTP": -60,
    "memory of the tree, MB": 200, "cold list, KB": 50, "cold list, requests": 1, "live p95, ms": 300,
}  # fmt: skip


class Paced(float):
    """A figure, and the pace of the machine while it was measured."""

    pace: float

    def __new__(cls, figure: float, pace: float) -> "Paced":
        made = super().__new__(cls, figure)
        made.pace = pace
        return made


def main() -> None:
    arguments = argparse.ArgumentParser(prog="bin/bench", description=__doc__)
    arguments.add_argument("--cases", type=int, default=100_000)
    arguments.add_argument("--small", type=int, default=1_000)
    arguments.add_argument("--databases", default="sqlite,postgresql")
    given = arguments.parse_args()
    columns: dict[str, dict[str, float]] = {}
    for database in given.databases.split(","):
        for cases in (given.small, given.cases):
            columns[f"{database} {cases:,}"] = _measure(database, cases)
    _print(columns)


def _measure(database: str, cases: int) -> dict[str, float]:
    with _database(database) as url, tempfile.TemporaryDirectory(prefix="petitevoix-bench-") as name:
        folder = Path(name)
        house = House(folder, url)
        print(f"Seeding {cases:,} cases on {database}…", file=sys.stderr)
        seeded = json.loads(_run(house, "-m", "bench.prepare", str(cases)))
        print("Measuring…", file=sys.stderr)
        floors = json.loads(_run(house, "-m", "bench.floors", seeded["references"][0]))
        with house:
            house.settle()
            figures = _acts(house, seeded)
            figures |= _intake(house, seeded, folder)
            figures |= _live(house, seeded)
            figures["memory of the tree, MB"] = house.memory()
            figures["  once meanings are read, MB"] = _with_meanings(house, seeded)
        for act, floor in floors.items():
            figures[f"  {act}: its SQL bare"] = floor["sql"]
            figures[f"  {act}: its template alone"] = floor["template"]
        return figures


@contextmanager
def _database(name: str) -> Iterator[str]:
    with postgres.server() if name == "postgresql" else nullcontext("") as url:
        yield url


def _run(house: House, *words: str) -> str:
    done = subprocess.run([sys.executable, *words], env=house.environment, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    return done.stdout.splitlines()[-1]


def _acts(house: House, seeded: dict) -> dict[str, float]:
    browser = Browser(house.port, seeded["session"])
    references = seeded["references"]

    def read(paths: list[str]) -> Iterator[None]:
        for path in paths:
            status, _page, _headers = browser.get(path)
            assert status == 200, (path, status)
            yield

    def reply() -> Iterator[None]:
        for reference in references[:ACTS]:
            answer = {"words": "Here is what happened, and why.", "then": "pending", "csrfmiddlewaretoken": token}
            status, page, _headers = browser.post(f"/desk/cases/{reference}/replies/", answer | {"seen": "999999999"})
            assert status in {200, 302, 303}, (status, page[:500])
            yield

    list(read(["/desk/"] * 20 + [f"/desk/cases/{r}/" for r in references[:20]]))  # warm
    _status, page, _headers = browser.get(f"/desk/cases/{references[0]}/", **{"Accept-Encoding": "identity"})
    token = field(page, "csrfmiddlewaretoken")
    requests, weight = _cold(house, seeded["session"])
    figures = {
        "list, CPU ms": _paced(lambda: per_act(house, read(["/desk/"] * ACTS))),
        "open, CPU ms": _paced(lambda: per_act(house, read([f"/desk/cases/{r}/" for r in references[:ACTS]]))),
        "reply, CPU ms": _paced(lambda: per_act(house, reply())),
        "cold list, KB": weight / 1024,
        "cold list, requests": requests,
    }
    return figures


def _paced(measure: Callable[[], float]) -> Paced:
    before = pace()
    figure = measure()
    return Paced(figure, (before + pace()) / 2)


def _cold(house: House, session: str) -> tuple[int, int]:
    # A browser each: the house remembers who has been here, and the second page would name what the first one brought.
    browser = Browser(house.port, session)
    _status, page, _headers = browser.get("/desk/")
    _status, plain, _headers = Browser(house.port, session).get("/desk/", **{"Accept-Encoding": "identity"})
    parts = set(
        re.findall(rb'(?:<link[^>]+rel="(?:stylesheet|modulepreload)"[^>]+href|<script[^>]+src)="([^"]+)"', plain)
    )
    sizes = [len(browser.get(urlsplit(part.decode()).path)[1]) for part in parts]
    return 1 + len(parts), len(page) + sum(sizes)


def _intake(house: House, seeded: dict, folder: Path) -> dict[str, float]:
    files = as_files(write(LETTERS, seeded["keys"], seed=1), folder / "letters")
    command = [str(Path(sys.executable).with_name("petitevoix")), "mail", "deliver", "--now", *map(str, files)]
    paces = [pace()]
    began = time.perf_counter()
    printed = subprocess.run(command, env=house.environment, check=True, capture_output=True, text=True).stdout
    piped = time.perf_counter() - began
    lines = [json.loads(line) for line in printed.splitlines()]
    assert all(line["message"] for line in lines), [line for line in lines if not line["message"]][:3]
    paces.append(pace())
    letters = write(LETTERS, seeded["keys"], seed=2)
    # A watcher that is up already: starting one for each look would take a processor from what is measured.
    command = [sys.executable, "-m", "bench.prepare", "--until-read"]
    with subprocess.Popen(command, env=house.environment, stdin=PIPE, stdout=PIPE, text=True) as watcher:
        assert watcher.stdout
        assert watcher.stdin
        assert watcher.stdout.readline() == "ready\n"
        began = time.perf_counter()
        by_lmtp(house.lmtp_port, letters)
        print(file=watcher.stdin, flush=True)
        assert watcher.stdout.readline() == "read\n"
        ported = time.perf_counter() - began
    paces.append(pace())
    return {
        "letters/s by mail deliver": Paced(LETTERS / piped, (paces[0] + paces[1]) / 2),
        "letters/s by LMTP": Paced(LETTERS / ported, (paces[1] + paces[2]) / 2),
    }


def _live(house: House, seeded: dict) -> dict[str, float]:
    letters = iter(write(40, [], seed=9))

    def speak() -> float:
        by_lmtp(house.lmtp_port, [next(letters)])
        return time.perf_counter()

    heard = asyncio.run(hear(house.port, seeded["session"], 200, speak))
    return {"live p50, ms": heard["p50"], "live p95, ms": heard["p95"]}


def _with_meanings(house: House, seeded: dict) -> float:
    """Open a case that asks something: who may answer it will have their draft read for what it means."""
    browser = Browser(house.port, seeded["session"])
    _status, page, _headers = browser.get("/desk/questions/", **{"Accept-Encoding": "identity"})
    asks = re.search(rb"/desk/cases/PV-\w+/", page.partition(b"<main")[2])
    assert asks, "no letter asked anything"
    browser.get(asks[0].decode())
    house.settle()
    return house.memory()


def _print(columns: dict[str, dict[str, float]]) -> None:
    names = list(columns)
    rows = list(dict.fromkeys(row for figures in columns.values() for row in figures))
    best = min(one.pace for figures in columns.values() for one in figures.values() if isinstance(one, Paced))
    print("| | " + " | ".join(names) + " | bar |")
    print("|---|" + "---:|" * (len(names) + 1))
    for row in rows:
        bar = BARS.get(row)
        said = "" if bar is None else f"≥ {-bar}" if bar < 0 else f"≤ {bar}"
        print(f"| {row} | " + " | ".join(_told(columns[name].get(row), row, best) for name in names) + f" | {said} |")
    print("\nAt the best pace of this machine during the run; in brackets, as measured.")
    for database in dict.fromkeys(name.split()[0] for name in names):
        of_it = [columns[name] for name in names if name.startswith(database)]
        small, large = of_it[0], of_it[-1]  # one and the same where only one size was asked for
        acts = list(BARS)[:3]
        grown = ", ".join(
            f"{act.split(',')[0]} {_at(large[act], act, best) / _at(small[act], act, best):.2f}" for act in acts
        )
        print(f"\nGrowth from small to large on {database} (bar 1.2): {grown}")


def _told(figure: float | None, row: str, best: float) -> str:
    if figure is None:
        return ""
    return f"{_at(figure, row, best):.1f} ({figure:.1f})" if isinstance(figure, Paced) else f"{figure:.1f}"


def _at(figure: float, row: str, best: float) -> float:
    """Bring a figure to one pace, so that the figures of a run can be compared: a shared machine slows down at will."""
    if not isinstance(figure, Paced):
        return figure
    return figure * figure.pace / best if "/s" in row else figure * best / figure.pace


if __name__ == "__main__":
    main()
