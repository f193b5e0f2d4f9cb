"""Live updates: `/live/` tells open pages what changed, and they fetch it where permissions are always checked.

    id: 4711
    event: change
    data: {"topic": "case:42", "name": "message.received", "noun": "message:99", "by": "person:7", "team": 3}

A browser of staff hears of all its reader may see; a page of a person (`?person=TOKEN&case=REFERENCE`) hears of its
case only. Whoever was away sends `Last-Event-ID` (or `?last=`) and hears what was missed, or `resync` when that is
too much.
"""

from __future__ import annotations

import asyncio
import json
import logging
import threading
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs

from petitevoix.config.live_readers import Reader, reader_behind
from petitevoix.config.live_words import BYE, COMMENT, HELLO, RESYNC, Told
from petitevoix.config.live_words import tell as put_into_words
from petitevoix.journal.tail import News, Tail, read_after

log = logging.getLogger(__name__)

MISSED_MOST = 500
QUEUE_MOST = 256
LISTENERS_MOST = 5000
HEARTBEAT_SECONDS = 15
RECHECK_SECONDS = 60
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]

Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


class Listener:
    """One open page: who reads it, and what it has not been told yet."""

    __slots__ = ("overflowed", "reader", "waiting", "wake")

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.waiting: list[bytes] = []
        self.overflowed = False
        self.wake = asyncio.Event()

    def hear(self, words: bytes) -> None:
        if len(self.waiting) >= QUEUE_MOST:
            # A page that cannot keep up is told to read everything again rather than fed what it has missed.
            self.waiting, self.overflowed = [RESYNC], True
        elif not self.overflowed:
            self.waiting.append(words)
        self.wake.set()

    def take(self) -> bytes:
        words = b"".join(self.waiting)
        self.waiting, self.overflowed = [], False
        self.wake.clear()
        return words


class Live:
    """The ASGI end-point and the listeners of one process."""

    def __init__(self) -> None:
        self.listeners: set[Listener] = set()
        self.closing = False
        self.tail = Tail(self._from_tail)
        self.readers = ThreadPoolExecutor(2, thread_name_prefix="live")

    def start(self) -> None:
        """Begin to watch the journal; call it in the loop that serves."""
        self.loop = asyncio.get_running_loop()
        threading.Thread(target=self.tail.run, name="tail", daemon=True).start()
        self.heart = asyncio.create_task(self._beat())

    async def say_goodbye(self) -> None:
        """End every stream with a word, so that pages know to come back."""
        self.closing = True
        for listener in list(self.listeners):
            listener.wake.set()
        for _ in range(100):
            if not self.listeners:
                break
            await asyncio.sleep(0.01)

    def stop(self) -> None:
        self.heart.cancel()
        self.tail.stop.set()
        self.readers.shutdown(wait=False, cancel_futures=True)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["method"] not in {"GET", "HEAD"}:
            return await _refuse(send, 405)
        if self.closing or len(self.listeners) >= LISTENERS_MOST:
            return await _refuse(send, 503)
        asked = {name: values[0] for name, values in parse_qs(scope["query_string"].decode("latin-1")).items()}
        headers = dict(scope["headers"])
        credentials = (headers.get(b"cookie", b"").decode("latin-1"), asked.get("person", ""), asked.get("case", ""))
        reader = await self._in_thread(reader_behind, *credentials)
        if reader is None:
            return await _refuse(send, 401)
        last = headers.get(b"last-event-id", b"").decode("latin-1") or asked.get("last", "")
        listener = Listener(reader)
        self.listeners.add(listener)
        leaving = asyncio.create_task(_until_gone(receive, listener))
        try:
            await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
            if scope["method"] == "GET":
                await _write(send, HELLO + await self._missed(reader, last))
                await self._tell(listener, credentials, leaving, send)
            await send({"type": "http.response.body", "body": b""})
        finally:
            self.listeners.discard(listener)
            leaving.cancel()

    async def _tell(self, listener: Listener, credentials: tuple, leaving: asyncio.Task, send: Send) -> None:
        recheck_at = self.loop.time() + RECHECK_SECONDS
        while not leaving.done():
            await listener.wake.wait()
            if listener.reader.is_stale or self.loop.time() >= recheck_at:
                reader = await self._in_thread(reader_behind, *credentials)
                recheck_at = self.loop.time() + RECHECK_SECONDS
                if reader is None:
                    return await _write(send, BYE)
                listener.reader = reader
            if self.closing:
                return await _write(send, listener.take() + BYE)
            if not leaving.done():
                await _write(send, listener.take())

    async def _beat(self) -> None:
        # One heart for all: a time-out of its own would cost each listener more than the news itself.
        while True:
            await asyncio.sleep(HEARTBEAT_SECONDS)
            for listener in self.listeners:
                listener.hear(COMMENT)

    async def _missed(self, reader: Reader, last: str) -> bytes:
        if not last.isdecimal() or len(last) > 18:
            return b""
        news = await self._in_thread(read_after, int(last), MISSED_MOST + 1)
        if len(news) > MISSED_MOST:
            return RESYNC
        return b"".join(words for told in await self._in_thread(put_into_words, news) if (words := told.to(reader)))

    def _from_tail(self, news: list[News]) -> None:
        # In the tail's thread: a look at the cases it concerns, then over to the loop.
        if self.listeners and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self._spread, put_into_words(news))

    def _spread(self, told: Iterable[Told]) -> None:
        for one in told:
            for listener in self.listeners:
                if words := one.to(listener.reader):
                    listener.hear(words)
                if one.changes_rights:
                    listener.reader.is_stale = True
                    listener.wake.set()

    def _in_thread(self, function: Callable, *arguments: Any) -> Awaitable[Any]:
        return self.loop.run_in_executor(self.readers, function, *arguments)


async def _until_gone(receive: Receive, listener: Listener) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    listener.wake.set()


async def _write(send: Send, words: bytes) -> None:
    if words:
        await send({"type": "http.response.body", "body": words, "more_body": True})


async def _refuse(send: Send, status: int) -> None:
    body = json.dumps({"ok": False}).encode()
    headers = [(b"content-type", b"application/json"), (b"cache-control", b"no-store"), (b"retry-after", b"5")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
