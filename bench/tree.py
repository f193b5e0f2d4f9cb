"""A served house as one process tree: started, weighed, stopped. Linux only (it reads /proc)."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterable
from pathlib import Path

from tests.ports import free_port

TICK = os.sysconf("SC_CLK_TCK")


class House:
    """`petitevoix serve` on a data folder, and the database server's processes where there is one."""

    def __init__(self, folder: Path, database_url: str = "") -> None:
        self.folder = folder
        self.port, self.lmtp_port = free_port(), free_port()
        self.environment = {**os.environ, "PETITEVOIX_DATA": str(folder), "PETITEVOIX_URL": self.url}
        if database_url:
            self.environment["PETITEVOIX_DATABASE_URL"] = database_url
        self.process: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> "House":
        command = [str(Path(sys.executable).with_name("petitevoix")), "serve", "--port", str(self.port)]
        command += ["--lmtp", f"127.0.0.1:{self.lmtp_port}"]
        with (self.folder / "serve.log").open("w") as log:
            self.process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log)
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{self.url}/health/ready", timeout=2)
                return self
            except OSError:
                time.sleep(0.2)
        raise RuntimeError(f"The house did not start; see {self.folder}/serve.log")

    def __exit__(self, *problem: object) -> None:
        assert self.process
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=15)

    def pids(self) -> list[int]:
        """The processes of the tree."""
        assert self.process
        found, waiting = [], [self.process.pid]
        while waiting:
            pid = waiting.pop()
            found.append(pid)
            for task in Path(f"/proc/{pid}/task").glob("*/children"):
                waiting += [int(child) for child in task.read_text().split()]
        return found

    def cpu(self) -> float:
        """CPU seconds used so far by the application and by the database's own processes."""
        return sum(_cpu(pid) for pid in [*self.pids(), *_database_pids()])

    def settle(self) -> None:
        """Wait until nothing is done that nobody asked for: what a house counts and reads anew once it has started."""
        quiet, before = 0, self.cpu()
        for _ in range(600):
            time.sleep(0.5)
            now = self.cpu()
            quiet, before = quiet + 1 if now - before < 0.03 else 0, now
            if quiet == 4:
                return
        raise RuntimeError("The house was still at work after five minutes.")

    def memory(self) -> float:
        """Proportional set size of the whole tree, in MB."""
        kilobytes = 0
        for pid in self.pids():
            match = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M)
            kilobytes += int(match[1]) if match else 0
        return kilobytes / 1024


def per_act(house: House, acts: Iterable[object]) -> float:
    """CPU milliseconds per act, application and database; the acts are done by walking the iterable."""
    before, count = house.cpu(), 0
    for _ in acts:
        count += 1
    time.sleep(0.05)
    return (house.cpu() - before) * 1000 / max(count, 1)


def pace() -> float:
    """CPU milliseconds of a fixed piece of work: how fast this machine is just now. A shared one changes twofold."""
    began = time.process_time()
    known: dict[int, str] = {}
    for number in range(300_000):
        known[number & 1023] = str(number)
    return (time.process_time() - began) * 1000


def _cpu(pid: int) -> float:
    try:
        # Everything behind the command's closing bracket: fields 14 to 17 are its times and those of its dead children.
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return (int(fields[11]) + int(fields[12]) + int(fields[13]) + int(fields[14])) / TICK


def _database_pids() -> list[int]:
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                if (folder / "comm").read_text().strip() == "postgres":
                    found.append(int(folder.name))
            except OSError:
                continue
    return found
