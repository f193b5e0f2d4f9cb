"""Sessions in the database, and who is behind them; both remembered for a few seconds."""

import copy
from typing import Any

from django.contrib.auth import get_user
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.sessions.backends import db
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from petitevoix.web.shared.remembering import forget, remembered


class SessionStore(db.SessionStore):
    @classmethod
    def get_model_class(cls) -> Any:
        return db.SessionStore.get_model_class()

    def load(self) -> dict[str, Any]:
        key = self.session_key
        found = remembered(("session", key), super().load)
        if not found:  # nobody's: a session that is made now must not be overlooked
            forget(("session", key))
        return dict(found)

    def save(self, must_create: bool = False) -> None:
        super().save(must_create)
        _forget(self.session_key)

    def delete(self, session_key: str | None = None) -> None:
        super().delete(session_key)
        _forget(session_key or self.session_key)


class WhoIsSignedIn(AuthenticationMiddleware):
    """Set `request.user`; who signs out, or changes a password, has another session, and is found anew."""

    def process_request(self, request: HttpRequest) -> None:
        request.user = SimpleLazyObject(lambda: signed_in(request))  # type: ignore[assignment]


def signed_in(request: HttpRequest) -> Any:
    """Find who is behind the session of a request."""
    key = request.session.session_key
    if not key:
        return get_user(request)
    who = remembered(("who", key), lambda: get_user(request))
    if not who.is_authenticated:
        forget(("who", key))
    return copy.copy(who)  # a page may change its own


def _forget(key: str | None) -> None:
    forget(("session", key))
    forget(("who", key))
