"""Django's SQLite, whose writers wait in line.

SQLite lets whoever asks at the right moment write next, and has the others sleep and ask again: under load some sleep
for seconds while nobody writes. Here each write transaction first takes its turn, among the threads of its process and
then among processes (a lock on a file beside the database, which the system hands on at once).
"""

import fcntl
import os
import threading
from typing import TYPE_CHECKING, Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

from petitevoix.kit.text import plain


class Turn:
    """The turn to write to one database file."""

    pid: int
    threads: threading.Lock
    file: int | None

    def __init__(self, path: str) -> None:
        self.path = path
        self._fresh()

    def take(self, seconds: float) -> None:
        """Wait for the turn. Raises OperationalError after so many seconds."""
        if self.pid != os.getpid():  # a child of a fork queues for itself
            self._fresh()
        if not self.threads.acquire(timeout=seconds):
            raise OperationalError("database is locked")
        try:
            if self.file is None:
                self.file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(self.file, fcntl.LOCK_EX)
        except BaseException:
            self.threads.release()
            raise

    def pass_on(self) -> None:
        if self.file is not None:
            fcntl.flock(self.file, fcntl.LOCK_UN)
        self.threads.release()

    def _fresh(self) -> None:
        self.pid, self.threads, self.file = os.getpid(), threading.Lock(), None


_turns: dict[str, Turn] = {}


def _folded(text: str | None) -> str | None:
    return text if text is None else text.lower() if text.isascii() else plain(text)


if TYPE_CHECKING:

    class _Wrapper(base.DatabaseWrapper):
        """Django's, with what its stubs leave out."""

        def _start_transaction_under_autocommit(self) -> None: ...
        def _commit(self) -> Any: ...
        def _rollback(self) -> Any: ...
        def _close(self) -> None: ...
else:
    _Wrapper = base.DatabaseWrapper


class DatabaseWrapper(_Wrapper):
    _turn: Turn | None = None

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect, and teach SQLite to fold capitals and accents (`kit/folded.py`)."""
        connection = super().get_new_connection(conn_params)
        connection.create_function("pv_folded", 1, _folded, deterministic=True)
        return connection

    def _start_transaction_under_autocommit(self) -> None:
        if self._turn is None and not self.is_in_memory_db():
            path = f"{self.settings_dict['NAME']}-turn"
            turn = _turns.setdefault(path, Turn(path))
            turn.take(self.settings_dict["OPTIONS"].get("timeout", 5))
            self._turn = turn
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._pass_on()
            raise

    def _commit(self) -> Any:
        try:
            result = super()._commit()
        finally:
            if self.connection is None or not self.connection.in_transaction:
                self._pass_on()
        return result

    def _rollback(self) -> Any:
        try:
            return super()._rollback()
        finally:
            self._pass_on()

    def _close(self) -> None:
        try:
            super()._close()
        finally:
            self._pass_on()

    def _pass_on(self) -> None:
        turn, self._turn = self._turn, None
        if turn:
            turn.pass_on()
