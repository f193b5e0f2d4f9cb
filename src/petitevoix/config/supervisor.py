"""The parent of the process tree: starts the children, starts again what dies, stops everything in time.

The parent imports the house once and forks, so that its children share that memory. A pipe ties them together: when the
parent is gone, however it went, its end of the pipe closes and each child stops by itself.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass

from petitevoix.config import heap

log = logging.getLogger(__name__)

STOPPING_SECONDS = 8.0  # then what still runs is killed; the whole stop stays below ten
BACK_OFF = (0.2, 0.5, 1, 2, 5, 10, 30)
STEADY_SECONDS = 60  # a child that lived so long starts again without waiting


@dataclass
class Child:
    """One process of the tree: its name and what it runs."""

    name: str
    run: Callable[[], None]
    pid: int = 0
    started: float = 0.0
    falls: int = 0
    start_at: float = 0.0


class Supervisor:
    """Keeps children alive until it is told to stop."""

    def __init__(self, children: list[Child]) -> None:
        self.children = children
        self.stopping = False
        self._read, self._write = os.pipe()

    def run(self) -> int:
        """Start the children and stay until SIGTERM or SIGINT; give 0, or 1 where something had to be killed."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._hear)
        signal.signal(signal.SIGCHLD, lambda number, frame: None)  # only to wake the sleep below
        heap.one_heap()
        heap.give_back()
        gc.freeze()  # what is shared stays shared: the collector does not touch it
        gc.set_threshold(10_000)  # by default it looks every 700 objects: a tenth of all work, and hardly a find
        while not self.stopping:
            self._start_those_due()
            _doze()
            self._bury()
        return self._stop()

    def _hear(self, number: int, frame: object) -> None:
        self.stopping = True

    def _start_those_due(self) -> None:
        for child in self.children:
            if not child.pid and not self.stopping and time.monotonic() >= child.start_at:
                self._start(child)

    def _start(self, child: Child) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        child.started = time.monotonic()
        child.pid = os.fork()
        if child.pid:
            return
        code = 1
        try:
            os.close(self._write)
            for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGCHLD):
                signal.signal(number, signal.SIG_DFL)
            threading.Thread(target=_die_with_the_parent, args=[self._read], daemon=True, name="tie").start()
            child.run()
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)

    def _bury(self) -> None:
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if not pid:
                return
            for child in self.children:
                if child.pid == pid:
                    self._fell(child, status)

    def _fell(self, child: Child, status: int) -> None:
        child.pid = 0
        if self.stopping:
            return
        if time.monotonic() - child.started > STEADY_SECONDS:
            child.falls = 0
        wait = BACK_OFF[min(child.falls, len(BACK_OFF) - 1)]
        child.falls += 1
        child.start_at = time.monotonic() + wait
        log.error("The process “%s” ended (%s); it starts again in %s s.", child.name, _how(status), wait)

    def _stop(self) -> int:
        self._signal_all(signal.SIGTERM)
        until = time.monotonic() + STOPPING_SECONDS
        while any(child.pid for child in self.children) and time.monotonic() < until:
            time.sleep(0.02)
            self._bury()
        slow = [child.name for child in self.children if child.pid]
        if slow:
            log.error(
                "Killed what did not stop in time: %s. Its work is taken up again at the next start.", ", ".join(slow)
            )
            self._signal_all(signal.SIGKILL)
            for child in self.children:
                if child.pid:
                    os.waitpid(child.pid, 0)
        return int(bool(slow))

    def _signal_all(self, number: int) -> None:
        for child in self.children:
            if child.pid:
                try:
                    os.kill(child.pid, number)
                except ProcessLookupError:
                    pass


def in_a_child(work: Callable[[], None]) -> bool:
    """Do something once in a process of its own, which takes what it loaded with it; say whether it succeeded."""
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if not pid:
        code = 1
        try:
            work()
            code = 0
        except KeyboardInterrupt:
            code = 1
        except BaseException as problem:
            from petitevoix.config.cli.main import sentence

            if os.environ.get("PETITEVOIX_DEBUG") or not isinstance(problem, Exception):
                traceback.print_exc()
            print(f"petitevoix: {sentence(problem)}", file=sys.stderr)  # type: ignore[arg-type]
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    while True:
        try:
            return os.waitpid(pid, 0)[1] == 0
        except KeyboardInterrupt:
            continue  # the child heard it too


def _die_with_the_parent(pipe: int) -> None:
    os.read(pipe, 1)  # returns when the last writer, the parent, is gone
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(STOPPING_SECONDS)
    os._exit(1)


def _doze() -> None:
    time.sleep(0.1)


def _how(status: int) -> str:
    code = os.waitstatus_to_exitcode(status)
    return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
