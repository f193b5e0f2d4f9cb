"""The web process: pages and live updates, on a socket that the parent has opened."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Awaitable, Callable

import uvicorn
from django.conf import settings

GRACE_SECONDS = 3


class Server(uvicorn.Server):
    """uvicorn, which waits for open streams when it stops; so they are told goodbye first."""

    goodbye: Callable[[], Awaitable[None]]

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await self.goodbye()
        await super().shutdown(sockets)


def run(listening: socket.socket) -> None:
    """Serve until SIGTERM."""
    from petitevoix.config.asgi import application

    config = uvicorn.Config(
        application,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="on",
        interface="asgi3",
        ws="none",
        proxy_headers=settings.SECURE_PROXY_SSL_HEADER is not None,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    server = Server(config)
    # uvicorn raises the signal again when it is done; by then there is nothing left to stop.
    signal.signal(signal.SIGTERM, lambda number, frame: None)
    signal.signal(signal.SIGINT, lambda number, frame: None)
    server.goodbye = application.live.say_goodbye
    server.run(sockets=[listening])
    os._exit(0)  # threads that still make an answer nobody waits for are not waited for either
