"""The bridge from the ASGI server to Django's sync door.

The body of a request is complete before a thread is given to it, and an answer that streams takes a thread only while
it makes its next piece: whoever sends or reads slowly keeps no thread waiting. A request that was cut short reaches
nobody: half a letter must not be sent.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any
from urllib.parse import quote_from_bytes

Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Environ = dict[str, Any]

log = logging.getLogger(__name__)
IN_MEMORY = 512 * 1024  # a larger body waits in a file
AT_ONCE = 256 * 1024  # an answer up to this size is made and sent in one go


class TooLarge(Exception):
    pass


class CutShort(Exception):
    pass


class Bridge:
    """Serve HTTP requests with a WSGI application on a few threads that live as long as the process."""

    def __init__(self, application: Callable[..., Iterable[bytes]], *, threads: int, most_octets: int) -> None:
        self.application = application
        self.most_octets = most_octets
        self.quick = ThreadPoolExecutor(threads, thread_name_prefix="page")
        self.slow = ThreadPoolExecutor(2, thread_name_prefix="stream")

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        loop = asyncio.get_running_loop()
        try:
            body = await self._body(scope, receive)
        except TooLarge:
            await _say(send, 413, b"This is too large for us to take.\n")
            return
        except CutShort:
            return
        try:
            answer = await loop.run_in_executor(self.quick, self._answer, _environ(scope, body))
        except Exception:
            log.exception("A page failed outside Django")
            await _say(send, 500, b"Something went wrong on our side.\n")
            return
        finally:
            body.close()
        await answer.deliver(send, loop, self.slow)

    def close(self) -> None:
        self.quick.shutdown(wait=False, cancel_futures=True)
        self.slow.shutdown(wait=False, cancel_futures=True)

    async def _body(self, scope: Message, receive: Receive) -> IO[bytes]:
        claimed = dict(scope["headers"]).get(b"content-length", b"0")
        if claimed.isdigit() and int(claimed) > self.most_octets:
            raise TooLarge
        body: IO[bytes] = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 (closed by the caller)
        size = 0
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                body.close()
                raise CutShort
            piece = message.get("body", b"")
            size += len(piece)
            if size > self.most_octets:
                body.close()
                raise TooLarge
            body.write(piece)
            if not message.get("more_body"):
                body.seek(0)
                scope["petitevoix.size"] = size
                return body

    def _answer(self, environ: Environ) -> Answer:
        answer = Answer()
        pieces = self.application(environ, answer.start)
        answer.rest, answer.close = iter(pieces), getattr(pieces, "close", None)
        try:
            answer.make_some()
        except BaseException:
            answer.end()
            raise
        return answer


class Answer:
    """What Django answers: a beginning that is made at once, and for large files a rest."""

    def __init__(self) -> None:
        self.status = 500
        self.headers: list[tuple[bytes, bytes]] = []
        self.first = b""
        self.rest: Any = iter(())
        self.close: Callable[[], None] | None = None

    def start(self, status: str, headers: list[tuple[str, str]], exc_info: object = None) -> Callable[[bytes], None]:
        self.status = int(status[:3])
        # Django writes " name=value" for a cookie; a header value never begins with a space (RFC 9110, 5.5).
        self.headers = [(name.lower().encode("latin-1"), value.strip().encode("latin-1")) for name, value in headers]
        return lambda piece: None

    def make_some(self) -> None:
        """Make pieces until they are enough for one go or there is no more."""
        pieces, size = [], 0
        for piece in self.rest:
            pieces.append(piece)
            size += len(piece)
            if size >= AT_ONCE:
                self.first = b"".join(pieces)
                return
        self.first = b"".join(pieces)
        self.end()

    def end(self) -> None:
        self.rest = None
        if self.close:
            self.close()
            self.close = None

    async def deliver(self, send: Send, loop: asyncio.AbstractEventLoop, slow: ThreadPoolExecutor) -> None:
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        try:
            while self.rest is not None:
                await send({"type": "http.response.body", "body": self.first, "more_body": True})
                await loop.run_in_executor(slow, self.make_some)
            await send({"type": "http.response.body", "body": self.first})
        finally:
            if self.rest is not None:
                await loop.run_in_executor(slow, self.end)


def _environ(scope: Message, body: IO[bytes]) -> Environ:
    server = scope.get("server") or ("localhost", 80)
    client = scope.get("client") or ("", 0)
    environ: Environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": scope["path"].encode("utf-8", "surrogateescape").decode("latin-1"),
        "QUERY_STRING": quote_from_bytes(scope["query_string"], safe="".join(map(chr, range(33, 127)))),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1] or 0),
        "REMOTE_ADDR": client[0],
        "REMOTE_PORT": str(client[1]),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1"), raw_value.decode("latin-1")
        if "_" in name or name in {"content-length", "transfer-encoding"}:
            continue  # X_Forwarded_Proto would pass for X-Forwarded-Proto
        key = "CONTENT_TYPE" if name == "content-type" else f"HTTP_{name.upper().replace('-', '_')}"
        glue = "; " if name == "cookie" else ","
        environ[key] = f"{environ[key]}{glue}{value}" if key in environ else value
    if scope["petitevoix.size"] or scope["method"] in {"POST", "PUT", "PATCH"}:
        environ["CONTENT_LENGTH"] = str(scope["petitevoix.size"])
    return environ


async def _say(send: Send, status: int, words: bytes) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": words})
