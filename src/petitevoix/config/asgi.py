"""The one ASGI application: live updates as streams, everything else through the bridge to Django's sync door."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from wsgiref.headers import Headers

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from whitenoise import WhiteNoise

from petitevoix.config.bridge import Bridge, Receive, Send
from petitevoix.config.live import Live
from petitevoix.config.wsgi import application as django_application

THREADS = 4
ROOM_FOR_FORMS = 4 * 1024 * 1024  # what surrounds the files of a form
_HASHED = re.compile(r"\.[0-9a-f]{12}\.\w+$")


class Application:
    """What the server of one process runs."""

    def __init__(self) -> None:
        self.live = Live()
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE + ROOM_FOR_FORMS
        self.pages = Bridge(with_static_files(django_application), threads=THREADS, most_octets=most)

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1000})
        elif scope["path"] == "/live/":
            await self.live(scope, receive, send)
        else:
            await self.pages(scope, receive, send)

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        await receive()
        self.live.start()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self.live.stop()
        self.pages.close()
        await send({"type": "lifespan.shutdown.complete"})


def with_static_files(application: Callable) -> WhiteNoise:
    """Answer for style sheets and scripts before Django is asked: compressed, and cached for ever under their hash."""
    server = WhiteNoise(
        application,
        autorefresh=settings.DEBUG,
        max_age=0 if settings.DEBUG else 60,
        allow_all_origins=False,
        add_headers_function=_safe,
        immutable_file_test=lambda path, url: bool(_HASHED.search(url)),
    )
    if settings.DEBUG:
        for finder in get_finders():
            for storage in getattr(finder, "storages", {}).values():
                server.add_files(storage.location, prefix=f"{settings.STATIC_URL}{storage.prefix or ''}")
    elif settings.STATIC_ROOT.is_dir():
        server.add_files(str(settings.STATIC_ROOT), prefix=settings.STATIC_URL)
    return server


def _safe(headers: Headers, path: str, url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"


application = Application()
