"""Signing in at Google and Microsoft: a refresh token is exchanged for one that works for an hour."""

import hashlib
import json
import threading
import urllib.error
import urllib.request
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.utils.translation import gettext as _

from petitevoix.channels.email.models import Mailbox
from petitevoix.channels.email.server import SECONDS
from petitevoix.kit import clock

SPARE = timedelta(minutes=2)  # a token is renewed a little before it ends
MOST_BYTES = 100_000
_tokens: dict[str, tuple[str, datetime]] = {}
_lock = threading.Lock()


class SignInRefused(Exception):
    """The provider does not let us in any more; an admin has to give us access again."""


class ProviderAway(Exception):
    """The provider did not answer; later it will."""


def access_token(mailbox: Mailbox) -> str:
    """Give a token that opens a mailbox, from its secret: client_id, refresh_token, token_url, client_secret?, scope?.

    It is kept until shortly before it expires. A refresh token that the provider replaces (Microsoft's live for
    90 days) is sealed in place of the old one. Raises SignInRefused and ProviderAway, with the provider's words.
    """
    secret = mailbox.secret
    with _lock:
        token, until = _tokens.get(_name(secret), ("", clock.now()))
        if token and until > clock.now():
            return token
        given = read_secret(secret)
        told = _exchange(given)
        token, until = told["access_token"], clock.now() + timedelta(seconds=told["expires_in"]) - SPARE
        _tokens[_name(secret)] = (token, until)
        if told["refresh_token"] not in {"", given["refresh_token"]}:
            renewed = json.dumps({**given, "refresh_token": told["refresh_token"]})
            _tokens[_name(renewed)] = (token, until)
            sealed_before, mailbox.secret = mailbox.sealed_secret, renewed
            # Only where no admin has entered another one meanwhile.
            Mailbox.objects.filter(pk=mailbox.pk, sealed_secret=sealed_before).update(
                sealed_secret=mailbox.sealed_secret
            )
        return token


def forget(mailbox: Mailbox) -> None:
    """Drop a token that a server refused, so that the next one is fresh."""
    with _lock:
        _tokens.pop(_name(mailbox.secret), None)


def read_secret(secret: str) -> dict[str, str]:
    """Read the JSON of a refresh token. Raises SignInRefused where it is none."""
    try:
        given = json.loads(secret)
    except ValueError:
        given = None
    if not isinstance(given, dict) or not all(
        isinstance(given.get(key), str) and given[key] for key in ("client_id", "refresh_token", "token_url")
    ):
        raise SignInRefused(_("XOAUTH2 needs a JSON secret with client_id, refresh_token and token_url."))
    place = urlsplit(given["token_url"])
    if place.scheme != "https" and not (place.scheme == "http" and place.hostname in {"127.0.0.1", "::1", "localhost"}):
        raise SignInRefused(_("The token_url must begin with https://."))
    return given


def _name(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _exchange(given: dict[str, str]) -> dict[str, Any]:
    form = {"grant_type": "refresh_token", "client_id": given["client_id"], "refresh_token": given["refresh_token"]}
    form |= {key: given[key] for key in ("client_secret", "scope") if given.get(key)}
    request = urllib.request.Request(  # noqa: S310 (the scheme was checked above)
        given["token_url"], data=urlencode(form).encode(), headers={"Accept": "application/json"}
    )
    try:
        with _opener.open(request, timeout=SECONDS) as answer:
            told = json.loads(answer.read(MOST_BYTES))
        return {
            "access_token": str(told["access_token"]),
            "expires_in": float(told.get("expires_in", 3600)),
            "refresh_token": str(told.get("refresh_token") or ""),
        }
    except urllib.error.HTTPError as error:
        words = _words_of(error)
        if error.code in {400, 401, 403}:
            raise SignInRefused(_("The provider refuses to renew our access: %(words)s") % {"words": words}) from error
        raise ProviderAway(_("The provider does not answer: %(words)s") % {"words": words}) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ProviderAway(_("The provider does not answer: %(words)s") % {"words": error}) from error


def _words_of(error: urllib.error.HTTPError) -> str:
    try:
        told = json.loads(error.read(MOST_BYTES))
        return str(told.get("error_description") or told.get("error") or error.code)[:300]
    except (OSError, ValueError, AttributeError):
        return f"{error.code} {error.reason}"
    finally:
        error.close()


class _NoDetours(urllib.request.HTTPRedirectHandler):
    """A refresh token is shown to the address an admin named, and to no other."""

    def redirect_request(self, *_parts: object) -> None:
        return None


_opener = urllib.request.build_opener(_NoDetours)
