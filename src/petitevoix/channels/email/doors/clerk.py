"""The clerk: one thread that stores the letters of all connections, many with one commit where many wait."""

import logging
import queue
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress

from django.db import DatabaseError, InterfaceError, OperationalError, connection

from petitevoix.channels.email.intake import Arriving, take_all_in
from petitevoix.channels.email.models import Intake
from petitevoix.channels.email.placing import Ours

log = logging.getLogger(__name__)
AT_ONCE = 32
REMEMBERED_SECONDS = 5.0  # that an address is ours; that it is not may change at any moment, and its answer is final
MOST_REMEMBERED = 1000


class Clerk:
    """Answers once a letter is durable, and says whether an address is ours; keeps its own database connection."""

    def __init__(self) -> None:
        self._desk: queue.SimpleQueue[tuple[object, Future] | None] = queue.SimpleQueue()
        self._known: dict[str, float] = {}
        self._thread = threading.Thread(target=self._work, name="mail-clerk", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Finish what is on the desk and go."""
        self._desk.put(None)
        self._thread.join(timeout=30)

    def store(self, letter: Arriving) -> "Future[Intake]":
        """Have a letter stored; the future raises what `take_in` raises."""
        return self._ask(letter)

    def takes(self, address: str) -> "Future[bool]":
        """Ask whether letters to this address are for us: to one of our mailboxes, or to any while there is none."""
        if self._known.get(address, 0.0) > time.monotonic():
            future: Future = Future()
            future.set_result(True)
            return future
        return self._ask(address)

    def _ask(self, what: object) -> Future:
        future: Future = Future()
        self._desk.put((what, future))
        return future

    def _work(self) -> None:
        going_on = True
        while going_on:
            asked = [self._desk.get()]
            while len(asked) < AT_ONCE and not self._desk.empty():
                asked.append(self._desk.get())
            going_on = None not in asked
            self._answer([one for one in asked if one is not None])
        connection.close()

    def _answer(self, asked: Sequence[tuple[object, Future]]) -> None:
        letters = [(what, future) for what, future in asked if isinstance(what, Arriving)]
        questions = [(what, future) for what, future in asked if isinstance(what, str)]
        try:
            if questions:
                ours = Ours.now()
                for address, future in questions:
                    takes = not ours.mailboxes or ours.at(address) is not None
                    if takes:
                        self._remember(address)
                    _tell(future, takes)
            if letters:
                taken = take_all_in([letter for letter, _ in letters])
                for (_, future), intake in zip(letters, taken, strict=True):
                    _tell(future, intake)
        except Exception as error:
            if len(letters) > 1 and not isinstance(error, (OperationalError, InterfaceError, OSError)):
                for one in asked:  # one of them is to blame: the others must not suffer for it
                    if not one[1].done():
                        self._answer([one])
                return
            if not isinstance(error, (DatabaseError, OSError)):
                log.exception("The clerk could not store a letter")
            if isinstance(error, DatabaseError):
                connection.close()
            for _, future in asked:
                if not future.done():
                    with suppress(InvalidStateError):
                        future.set_exception(error)

    def _remember(self, address: str) -> None:
        if len(self._known) > MOST_REMEMBERED:
            self._known.clear()
        self._known[address] = time.monotonic() + REMEMBERED_SECONDS


def _tell(future: Future, answer: object) -> None:
    """Answer who asked; who has hung up in the meantime is no trouble of the others."""
    with suppress(InvalidStateError):
        future.set_result(answer)
