"""Handing letters to a mailbox's server, many over one connection when many leave at once."""

import contextlib
import os
import threading
import time
from collections.abc import Iterator

from petitevoix.channels.email.compose import Letter
from petitevoix.channels.email.models import Mailbox
from petitevoix.channels.email.server import read_url
from petitevoix.channels.email.smtp_connection import CannotSignIn, Connection

IDLE_SECONDS = 5  # a connection nobody used for so long is closed
MOST_LETTERS = 100  # over one connection; some servers count


def hand_over(letter: Letter, mailbox: Mailbox) -> None:
    """Hand a letter to the server of a mailbox.

    Raises TemporaryFailure (also CannotSignIn) and PermanentFailure, with the server's own words.
    """
    with _connected(mailbox) as connection:
        connection.send(letter)


def close_all() -> None:
    """Close the connections that wait for another letter."""
    _sweep(older_than=-1)


_idle: dict[tuple, list[Connection]] = {}
_lock = threading.Lock()
_sweeper: threading.Timer | None = None


@contextlib.contextmanager
def _connected(mailbox: Mailbox) -> Iterator[Connection]:
    # What it was opened with is part of its name: after a change of password the old one is not used again. And a
    # connection belongs to its process.
    key = (os.getpid(), mailbox.pk, mailbox.smtp_url, mailbox.sign_in, mailbox.sealed_secret)
    connection = _take(key)
    if connection is None:
        try:
            server = read_url(mailbox.smtp_url, "smtp")
        except ValueError as error:
            raise CannotSignIn(str(error)) from error
        connection = Connection(server, mailbox)
    try:
        yield connection
    finally:
        _give_back(key, connection)


def _take(key: tuple) -> Connection | None:
    while True:
        with _lock:
            waiting = _idle.get(key)
            connection = waiting.pop() if waiting else None
        if connection is None or connection.is_alive():
            return connection
        connection.close()


def _give_back(key: tuple, connection: Connection) -> None:
    global _sweeper
    if not connection.is_open or connection.letters >= MOST_LETTERS:
        connection.close()
        return
    with _lock:
        _idle.setdefault(key, []).append(connection)
        if _sweeper is None:
            _sweeper = threading.Timer(IDLE_SECONDS, _sweep)
            _sweeper.daemon = True
            _sweeper.start()


def _sweep(older_than: float = IDLE_SECONDS) -> None:
    global _sweeper
    now, old = time.monotonic(), []
    with _lock:
        if _sweeper is not None:
            _sweeper.cancel()
        _sweeper = None
        for key, waiting in list(_idle.items()):
            old += [one for one in waiting if now - one.used_at > older_than * 0.9]
            young = [one for one in waiting if now - one.used_at <= older_than * 0.9]
            if young:
                _idle[key] = young
            else:
                del _idle[key]
        if _idle:
            _sweeper = threading.Timer(IDLE_SECONDS, _sweep)
            _sweeper.daemon = True
            _sweeper.start()
    for connection in old:
        connection.close()
